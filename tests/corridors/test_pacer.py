"""The pacer never asks of Telegram what it would refuse, and loses next to no time by it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacer import Pacer, Rates, Release
from tests.corridors.pacing import ideal_seconds, send_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GROUP, OTHER_GROUP, PERSON, OTHER_PERSON = -100, -101, 1, 2

chat_ids = st.integers(-40, 40).filter(bool)


def a_pacer_with(loads: Mapping[int, int], *, broadcast: bool = True) -> Pacer:
    pacer = Pacer(Rates())
    for number in range(max(loads.values())):
        for chat_id, n in loads.items():
            if number < n:
                pacer.add(chat_id, number, broadcast=broadcast, now=0.0)
    return pacer


def a_shaky_network(seed: int) -> Callable[[], tuple[float, float]]:
    dice = random.Random(seed)
    return lambda: (dice.uniform(0.005, 0.08), dice.uniform(0.005, 0.08))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(chat_ids, st.integers(1, 45), min_size=1, max_size=40), st.integers(0, 2**32))
def test_no_limit_is_ever_broken_and_every_message_goes_in_its_chats_order(loads: dict[int, int], seed: int) -> None:
    journal = send_all(a_pacer_with(loads), a_shaky_network(seed))

    assert journal.limits.broken == []
    for chat_id, n in loads.items():
        assert journal.of(chat_id) == list(range(n))


def test_a_thousand_chats_of_all_kinds_take_at_most_five_per_cent_longer_than_the_ideal() -> None:
    dice = random.Random(7)
    loads = {chat_id: dice.choice([1, 1, 1, 2, 3, 6]) for chat_id in [*range(1, 501), *range(-500, 0)]}
    loads |= {PERSON: 40, GROUP: 25}

    journal = send_all(a_pacer_with(loads), a_shaky_network(7))

    assert journal.limits.broken == []
    assert len(journal.arrived) == sum(loads.values())
    assert journal.ended_at <= 1.05 * ideal_seconds(loads)


def test_a_long_chain_beside_many_short_ones_starts_first() -> None:
    loads = dict.fromkeys(range(-200, -100), 6) | {PERSON: 40}

    journal = send_all(a_pacer_with(loads), a_shaky_network(1))

    assert journal.ended_at <= 1.05 * max(640 / 30, 38)


def test_groups_with_more_than_twenty_messages_wait_for_the_minute_and_no_longer() -> None:
    journal = send_all(a_pacer_with(dict.fromkeys(range(-20, 0), 25)), a_shaky_network(3))

    assert journal.limits.broken == []
    assert journal.ended_at <= 1.05 * 62


def test_an_answer_goes_before_a_broadcast_that_was_there_first() -> None:
    pacer = a_pacer_with(dict.fromkeys(range(1, 100), 1))
    pacer.add(-5, 7, broadcast=False, now=0.0)

    assert pacer.release(0.0, room=1) == [Release(chat_id=-5, parcel_id=7)]


def test_a_chat_has_one_message_in_flight_even_without_rates() -> None:
    pacer = Pacer(None)
    for parcel_id in (1, 2):
        pacer.add(PERSON, parcel_id, broadcast=False, now=0.0)

    assert pacer.release(0.0, room=10) == [Release(chat_id=PERSON, parcel_id=1)]
    pacer.ended(PERSON, now=0.0)
    assert pacer.release(0.0, room=10) == [Release(chat_id=PERSON, parcel_id=2)]


def test_a_refusal_in_one_chat_parks_that_chat_only() -> None:
    pacer = Pacer(Rates())
    for chat_id in (PERSON, OTHER_PERSON):
        pacer.add(chat_id, chat_id, broadcast=False, now=0.0)
    pacer.refused(PERSON, 30.0, now=0.0)

    assert [release.chat_id for release in pacer.release(0.0, room=10)] == [OTHER_PERSON]
    pacer.ended(OTHER_PERSON, now=0.1)
    assert pacer.next_at(1.0) == 30.0
    assert [release.chat_id for release in pacer.release(30.0, room=10)] == [PERSON]


def test_refusals_in_two_chats_at_once_stop_all_and_widen_the_gaps() -> None:
    pacer = Pacer(Rates())
    for chat_id in range(1, 100):
        pacer.add(chat_id, chat_id, broadcast=False, now=0.0)
    pacer.refused(PERSON, 5.0, now=0.0)
    pacer.refused(OTHER_PERSON, 5.0, now=0.4)

    assert pacer.next_at(0.4) == 5.4
    assert len(pacer.release(5.4, room=50)) == 2
    gap = (pacer.next_at(5.4) or 0.0) - 5.4
    assert abs(gap - 1.1 / Rates().overall_per_second) < 1e-4


def test_the_wider_gaps_close_again_slowly() -> None:
    pacer = Pacer(Rates())
    for chat_id in range(1, 2001):
        pacer.add(chat_id, chat_id, broadcast=False, now=0.0)
    pacer.refused(PERSON, 1.0, now=0.0)
    pacer.refused(OTHER_PERSON, 1.0, now=0.0)

    journal = send_all(pacer, lambda: (0.01, 0.01))
    thousandth, last = journal.arrived[999][0], journal.arrived[-1][0]

    even = 1000 / Rates().overall_per_second
    assert thousandth - 1.0 > even * 1.04
    assert last - thousandth < even * 1.01


def test_two_refusals_of_one_chat_are_that_chats_own_affair() -> None:
    pacer = Pacer(Rates())
    pacer.add(OTHER_PERSON, 1, broadcast=False, now=0.0)
    pacer.refused(PERSON, 5.0, now=0.0)
    pacer.refused(PERSON, 5.0, now=0.1)

    assert len(pacer.release(0.1, room=10)) == 1


def test_an_unused_place_is_given_back() -> None:
    pacer = a_pacer_with({PERSON: 40})
    for _ in range(30):
        assert len(pacer.release(0.0, room=1)) == 1
        pacer.unused(PERSON, now=0.0)

    assert len(pacer.release(0.0, room=1)) == 1


def test_an_album_counts_as_its_pictures() -> None:
    pacer = a_pacer_with({GROUP: 2, PERSON: 1})
    pacer.release(0.0, room=1)
    pacer.ended(GROUP, messages=10, now=0.0)

    assert [release.chat_id for release in pacer.release(0.4, room=10)] == [PERSON]
    assert pacer.next_at(0.4) == 9.0


def test_what_waits_follows_its_group_to_the_new_id_in_order() -> None:
    pacer = Pacer(None)
    for parcel_id in (1, 2, 3):
        pacer.add(GROUP, parcel_id, broadcast=False, now=0.0)
    pacer.add(OTHER_GROUP, 4, broadcast=False, now=0.0)
    pacer.release(0.0, room=1)
    pacer.move(GROUP, OTHER_GROUP, now=0.0)
    pacer.ended(GROUP, now=0.0)

    journal = send_all(pacer, lambda: (0.0, 0.01))

    assert journal.of(GROUP) == []
    assert journal.of(OTHER_GROUP) == [2, 3, 4]


def test_a_message_that_goes_on_comes_before_its_chats_others() -> None:
    pacer = a_pacer_with({PERSON: 3})
    [release] = pacer.release(0.0, room=1)
    pacer.add(PERSON, release.parcel_id, broadcast=True, now=0.0, first=True)
    pacer.ended(PERSON, now=0.0)

    assert send_all(pacer, lambda: (0.0, 0.01)).of(PERSON) == [0, 1, 2]
