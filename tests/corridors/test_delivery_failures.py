"""What becomes of notices when Telegram refuses, fails, hangs up, or the bot itself dies in the middle."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from bot.pacer import Rates
from handlers.message import Attached
from simulator.clock import Clock as RunningClock
from simulator.server import Simulator
from storage import dispatch
from storage.outbox import ParcelDraft
from tests.corridors.notice_corridor import NoticeCorridor, a_call, a_draft, notices, words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.clock import Clock
    from simulator.faults import Kind
    from simulator.persons import Person
    from storage.engine import Database

TOKEN = "123456:TEST-simulated-token-of-thirty-five-"
#: Telegram carried the call out or not; nobody can tell from the answer.
UNCERTAIN: tuple[Kind, ...] = ("reset_before", "reset_after", "500", "502", "500_after", "html_after", "garbage_after")


@pytest.fixture
async def house(database: Database, simulator: Simulator, clock: Clock) -> AsyncIterator[NoticeCorridor]:
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        yield house


@pytest.fixture
async def vera(simulator: Simulator) -> Person:
    return await _a_person(simulator, "Vera")


async def _a_person(simulator: Simulator, name: str) -> Person:
    person = simulator.person(name)
    await person.starts()
    return person


def attempts(house: NoticeCorridor) -> int:
    return max(tried for tried, _ in house.query("SELECT attempts, id FROM outbox"))


def told(person: Person) -> list[str]:
    return [message.text for message in person.messages() if message.message.sender is not person.user]


@pytest.mark.parametrize("kind", UNCERTAIN)
async def test_a_nice_to_have_notice_goes_at_most_once_and_its_doubt_is_counted(
    house: NoticeCorridor, vera: Person, simulator: Simulator, kind: Kind
) -> None:
    simulator.faults.order(method="sendMessage", kind=kind)
    await house.tell(a_draft(vera, "reminder"))

    assert list((await house.all_settled()).values()) == ["unknown"]
    assert told(vera) == (["reminder"] if kind.endswith("after") else [])
    assert house.delivery.outgoing.uncertain == 1


@pytest.mark.parametrize("kind", UNCERTAIN)
async def test_a_notice_that_must_arrive_does_and_a_repeat_says_that_it_may_be_one(
    house: NoticeCorridor, vera: Person, simulator: Simulator, kind: Kind
) -> None:
    simulator.faults.order(method="sendMessage", kind=kind, times=2)
    await house.tell(a_draft(vera, "receipt", must_arrive=True))

    assert list((await house.all_settled()).values()) == ["sent"]
    assert told(vera)[-1] == "repeat: receipt"
    assert Counter(told(vera))["receipt"] == (1 if kind.endswith("after") else 0)


async def test_of_many_uncertain_sends_none_is_doubled_unmarked_and_none_that_must_arrive_is_missing(
    house: NoticeCorridor, simulator: Simulator
) -> None:
    people = [await _a_person(simulator, f"Mentee {number}") for number in range(20)]
    for number, person in enumerate(people):
        simulator.faults.order(method="sendMessage", chat=person.id, kind=UNCERTAIN[number % len(UNCERTAIN)])
    for number in range(3):
        await house.tell(*(a_draft(person, f"must {number}", must_arrive=True) for person in people))
        await house.tell(*(a_draft(person, f"nice {number}") for person in people))
    await house.all_settled()

    for person in people:
        seen = Counter(told(person))
        assert max(seen.values()) == 1
        assert all(seen[f"must {number}"] or seen[f"repeat: must {number}"] for number in range(3))
        assert not any(text.startswith("repeat: nice") for text in seen)


@pytest.mark.parametrize("kind", UNCERTAIN)
async def test_an_uncertain_edit_is_simply_made_again(
    house: NoticeCorridor, vera: Person, simulator: Simulator, kind: Kind
) -> None:
    await house.tell(a_draft(vera, "waiting", card_key="card"))
    await house.all_settled()
    simulator.faults.order(method="editMessageText", kind=kind)
    await house.tell(a_draft(vera, "accepted", card_key="card"))

    assert list((await house.all_settled()).values()) == ["sent", "sent"]
    assert told(vera) == ["accepted"]


async def test_an_uncertain_call_is_simply_made_again(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    message = await vera.says("good morning")
    simulator.faults.order(method="setMessageReaction", kind="reset_after")
    reaction = [{"type": "emoji", "emoji": "👍"}]
    facts = a_call("setMessageReaction", chat_id=vera.id, message_id=message.message_id, reaction=reaction)
    await house.tell(a_draft(vera, facts=facts))

    assert list((await house.all_settled()).values()) == ["sent"]


async def test_what_was_meant_for_a_deleted_topic_goes_to_the_group(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    nova = simulator.group("Nova", owner=vera, forum=True)
    nova.adds_bot()
    thread = nova.opens_topic("Sessions")
    await house.tell(a_draft(nova, "waiting", thread_id=thread, card_key="card"))
    await house.all_settled()
    nova.deletes_topic(thread)
    await house.tell(
        a_draft(nova, "accepted", thread_id=thread, card_key="card"), a_draft(nova, "hello", thread_id=thread)
    )

    assert list((await house.all_settled()).values()) == ["sent"] * 3
    assert [(await vera.sees(text, in_=nova)).message.thread_id for text in ("accepted", "hello")] == [None, None]


@pytest.mark.parametrize("refusal", ["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED"])
async def test_what_was_meant_for_a_topic_that_is_gone_goes_to_the_group(
    house: NoticeCorridor, vera: Person, simulator: Simulator, refusal: str
) -> None:
    nova = simulator.group("Nova", owner=vera, forum=True)
    nova.adds_bot()
    thread = nova.opens_topic("Sessions")
    simulator.faults.order(method="sendMessage", kind="400", description=f"Bad Request: {refusal}")
    await house.tell(a_draft(nova, "first", thread_id=thread), a_draft(nova, "second", thread_id=thread))

    assert list((await house.all_settled()).values()) == ["sent", "sent"]
    assert [(await vera.sees(text, in_=nova)).message.thread_id for text in ("first", "second")] == [None, thread]


async def test_the_files_of_a_topic_that_is_deleted_halfway_all_arrive(
    house: NoticeCorridor, vera: Person, simulator: Simulator, tmp_path: Path
) -> None:
    nova = simulator.group("Nova", owner=vera, forum=True)
    nova.adds_bot()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    file = Attached(kind="document", path=tmp_path / "a.pdf")
    simulator.faults.order(method="sendMessage", kind="400", description="Bad Request: message thread not found")
    thread = nova.opens_topic("Sessions")
    await house.tell(a_draft(nova, facts=words("long " * 300, files=(file,)), thread_id=thread))

    assert list((await house.all_settled()).values()) == ["sent"]
    ours = [seen.message for seen in vera.messages(nova) if seen.message.sender is simulator.world.bot]
    assert [(bool(message.text), message.thread_id) for message in ours] == [(False, thread), (True, None)]


async def test_words_arrive_without_a_file_that_telegram_does_not_know_and_we_do_not_have(
    house: NoticeCorridor, vera: Person
) -> None:
    file = Attached(kind="document", file_id="of-another-bot")
    await house.tell(a_draft(vera, facts=words("S-1001 from Vera", files=(file,))))

    assert list((await house.all_settled()).values()) == ["sent"]
    assert (await vera.sees("S-1001 from Vera")).file is None


async def test_a_chat_that_is_not_there_is_still_given_up(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    simulator.faults.order(method="sendMessage", kind="400", description="Bad Request: chat not found")
    await house.tell(a_draft(vera, "hello", thread_id=7))

    assert list((await house.all_settled()).values()) == ["dead"]
    assert house.unreachable == [(1, "gone")]


async def test_a_flood_wait_parks_its_chat_only_and_keeps_its_order(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    ilya = await _a_person(simulator, "Ilya")
    simulator.faults.order(method="sendMessage", chat=vera.id, kind="429", retry_after=1)
    await house.tell(a_draft(vera, "first"), a_draft(vera, "second"), a_draft(ilya, "hello"))
    await house.until(lambda: list(house.statuses().values()) == ["new", "new", "sent"])
    await house.all_settled()

    assert told(vera) == ["first", "second"]
    assert house.delivery.outgoing.flood_waits == 1


async def test_a_person_who_blocked_the_bot_is_told_about_and_not_tried_again(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    vera.blocks_bot()
    [number] = await house.tell(a_draft(vera, must_arrive=True))

    assert list((await house.all_settled()).values()) == ["dead"]
    assert house.unreachable == [(number, "blocked")]
    assert len(simulator.rejected) == 1


async def test_a_person_who_never_started_the_bot_is_unreachable(house: NoticeCorridor, simulator: Simulator) -> None:
    stranger = simulator.person("Oleg")
    [number] = await house.tell(a_draft(stranger))
    await house.all_settled()

    assert [parcel for parcel, _ in house.unreachable] == [number]


async def test_a_refused_notice_keeps_the_reason_without_anybodys_words(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "<Ivanov>"), a_draft(vera, "hello"))

    assert list((await house.all_settled()).values()) == ["dead", "sent"]
    [(_, reason), _] = house.query("SELECT id, reason FROM outbox ORDER BY id")
    assert str(reason).startswith("400 Bad Request: can't parse entities")
    assert "ivanov" not in str(reason).lower()
    assert house.delivery.outgoing.refused == 1


async def test_a_refused_token_holds_everything_and_drops_nothing(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    simulator.faults.order(method="sendMessage", kind="401", times=2)
    simulator.faults.order(method="sendMessage", kind="404", times=2)
    await house.tell(*(a_draft(vera, f"{number}") for number in range(3)))
    await house.until(lambda: house.delivery.outgoing.token_refused)

    assert list((await house.all_settled()).values()) == ["sent"] * 3
    assert told(vera) == ["0", "1", "2"]
    assert not house.delivery.outgoing.token_refused


async def test_a_group_that_became_a_supergroup_is_followed_and_its_cards_are_posted_anew(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    group = simulator.group("Group 7", owner=vera)
    group.adds_bot()
    old = group.id
    await house.tell(a_draft(group, "board", card_key="board"))
    await house.all_settled()
    group.migrates()
    await house.tell(
        *(a_draft(group, f"{number}", chat_id=old) for number in range(3)),
        a_draft(group, "board, changed", chat_id=old, card_key="board"),
    )
    statuses = await house.all_settled()
    await house.tell(a_draft(group, "later", chat_id=old))
    await house.all_settled()

    assert set(statuses.values()) == {"sent"}
    assert house.migrated == [(old, group.id)]
    assert [refused.params["chat_id"] for refused in simulator.rejected] == [old]
    texts = [message.text for message in vera.messages(group) if message.sender == "ementor" and message.text]
    assert texts == ["0", "1", "2", "board, changed", "later"]


async def test_a_move_learnt_elsewhere_redirects_what_is_queued(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    group = simulator.group("Group 7", owner=vera)
    group.adds_bot()
    old = group.id
    await house.tell(a_draft(group, "later", not_before=house.clock.now().replace(year=2030)))
    group.migrates()
    now = house.clock.now()
    followed = [
        await house.writer.change(lambda connection: dispatch.follow_chat(connection, old, group.id, now))
        for _ in range(2)
    ]

    assert followed == [True, False]
    assert house.query("SELECT id, chat_id FROM outbox") == [(1, group.id)]


async def test_nobody_at_the_other_end_holds_everything_until_somebody_is(
    database: Database, clock: Clock, unused_tcp_port: int
) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}"
    async with notices(database, clock, url=url, token=TOKEN) as house:
        await house.tell(ParcelDraft(chat_id=5, kind="Test", facts=words("nice to have")))
        await house.until(lambda: attempts(house) >= 3)
        assert set(house.statuses().values()) <= {"new", "sending"}
        async with Simulator.start(token=TOKEN, clock=clock, port=unused_tcp_port) as simulator:
            vera = await _a_person(simulator, "Vera")
            await house.tell(a_draft(vera, "and this"))
            await vera.sees("and this")
            await house.all_settled()


async def test_after_a_crash_edits_go_again_must_arrive_goes_marked_and_the_rest_stays_uncertain(
    database: Database, simulator: Simulator, clock: Clock, vera: Person
) -> None:
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        await house.tell(a_draft(vera, "card", card_key="card"))
        await house.all_settled()
        await house.supervisor.stop()
        await house.tell(
            a_draft(vera, "card, changed", card_key="card"),
            a_draft(vera, "must", must_arrive=True),
            a_draft(vera, "nice"),
        )
        await house.writer.change(lambda connection: dispatch.claim(connection, [2, 3, 4], clock.now()))
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        assert list((await house.all_settled()).values()) == ["sent", "sent", "sent", "unknown"]
        assert house.delivery.outgoing.uncertain == 1
    assert told(vera) == ["card, changed", "repeat: must"]


async def test_a_stop_in_the_middle_leaves_nothing_ambiguous(
    database: Database, simulator: Simulator, clock: Clock
) -> None:
    people = [await _a_person(simulator, f"Mentee {number}") for number in range(30)]
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        await house.tell(*(a_draft(person, f"{number}") for number in range(5) for person in people))
        await house.until(lambda: "sent" in house.statuses().values())
        await house.supervisor.stop()
        left = Counter(house.statuses().values())
    arrived = sum(len(told(person)) for person in people)

    assert left["sending"] == left["unknown"] == 0
    assert left["sent"] == arrived
    assert left["new"] > 0


async def test_a_callback_that_fails_costs_neither_the_mark_nor_the_others(house: NoticeCorridor, vera: Person) -> None:
    house.failing_results.add(2)
    await house.tell(*(a_draft(vera, f"{number}") for number in range(3)))

    assert list((await house.all_settled()).values()) == ["sent"] * 3
    assert told(vera) == ["0", "1", "2"]
    assert sorted(parcel for parcel, _ in house.results) == [1, 3]


async def test_a_wave_under_enforced_limits_is_never_refused(
    database: Database, simulator: Simulator, clock: Clock
) -> None:
    people = [await _a_person(simulator, f"Mentee {number}") for number in range(40)]
    simulator.limits.enforced = True
    simulator.limits.clock = RunningClock()
    rates = Rates(overall_per_second=25.0)
    async with notices(database, clock, url=simulator.url, token=simulator.token, rates=rates) as house:
        await house.tell(*(a_draft(person, f"{number}", broadcast=True) for number in range(2) for person in people))
        await house.all_settled()

    assert [refused.reason for refused in simulator.rejected] == []
    assert all(told(person) == ["0", "1"] for person in people)
