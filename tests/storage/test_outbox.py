"""The outbox's own promises, on every engine: one unsent parcel a card, nothing told twice, chats followed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices import Placement
from storage import cards, chat_aliases, dispatch, outbox
from storage.cards import Card
from storage.dispatch import PutBack, Sent, Settled
from storage.outbox import Parcel, ParcelDraft
from storage.parcels import ParcelStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
GROUP, SUPERGROUP, PERSON = -5, -1005, 7


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.begin() as connection:
        yield connection


def add(connection: Connection, facts: str = "{}", *, chat_id: int = PERSON, **fields: object) -> int | None:
    draft = ParcelDraft(**{"chat_id": chat_id, "kind": "Test", "facts": facts, **fields})  # type: ignore[arg-type]
    return outbox.add(connection, draft, NOW)


def due(connection: Connection, now: datetime = NOW) -> list[int]:
    found = dispatch.arrivals(connection, after_id=0, since=NOW - timedelta(days=1), now=now)
    return [parcel.id for parcel in found.due]


def claimed(connection: Connection, *ids: int | None) -> list[Parcel]:
    return [one.parcel for one in dispatch.claim(connection, [number for number in ids if number], NOW)]


def a_card(**fields: object) -> Card:
    standard = {"chat_id": PERSON, "card_key": "card", "message_id": 5, "has_file": False}
    return Card(**{**standard, "content_hash": "a", "sent_at": NOW, **fields})  # type: ignore[arg-type]


def test_a_key_is_told_once_whatever_became_of_it(connection: Connection) -> None:
    first = add(connection, dedupe_key="reminder:1")
    claimed(connection, first)
    dispatch.mark_sent(connection, [Sent(parcel_id=first or 0, sent_message_id=1, settled_at=NOW)])

    assert add(connection, dedupe_key="reminder:1") is None
    assert add(connection, dedupe_key="reminder:2") is not None


def test_a_later_change_of_a_card_supersedes_the_one_that_waits(connection: Connection) -> None:
    add(connection, "old", card_key="card", must_arrive=True, message_id=3, placement=Placement.BOTTOM)
    newer = add(connection, "new", card_key="card", broadcast=True)
    [parcel] = claimed(connection, *due(connection))

    assert (parcel.id, parcel.facts) == (newer, "new")
    assert (parcel.must_arrive, parcel.broadcast, parcel.message_id) == (True, False, 3)
    assert parcel.placement is Placement.BOTTOM


def test_cards_of_other_chats_and_other_keys_are_left_alone(connection: Connection) -> None:
    ids = [add(connection, card_key=key, chat_id=chat) for key in ("a", "b") for chat in (PERSON, GROUP)]
    plain = [add(connection), add(connection)]

    assert due(connection) == [*ids, *plain]


def test_what_is_on_its_way_is_not_superseded(connection: Connection) -> None:
    first = add(connection, "old", card_key="card")
    claimed(connection, first)
    second = add(connection, "new", card_key="card")

    assert [parcel.facts for parcel in claimed(connection, second)] == ["new"]


def test_a_first_showing_takes_over_newer_facts_in_its_place(connection: Connection) -> None:
    first = add(connection, "old", card_key="card", must_arrive=True, dedupe_key="a")
    add(connection, "between")
    second = add(connection, "new", card_key="card", dedupe_key="b")

    assert second == first
    assert [parcel.facts for parcel in claimed(connection, *due(connection))] == ["new", "between"]
    assert add(connection, dedupe_key="b") is None


def test_a_parcel_is_claimed_once(connection: Connection) -> None:
    number = add(connection)

    assert len(claimed(connection, number)) == 1
    assert claimed(connection, number) == []


def test_a_claim_brings_the_card_as_it_is_now(connection: Connection) -> None:
    cards.keep(connection, a_card())
    cards.keep(connection, a_card(message_id=9, content_hash="b"))
    number = add(connection, card_key="card")
    [found] = dispatch.claim(connection, [number or 0], NOW)

    assert found.card == a_card(message_id=9, content_hash="b")
    assert cards.card_shown_by(connection, PERSON, 9) == found.card
    assert cards.card_shown_by(connection, PERSON, 5) is None


def test_a_message_is_one_card_at_a_time(connection: Connection) -> None:
    home, elsewhere = a_card(card_key="home"), a_card(card_key="home", chat_id=GROUP)
    for one in (home, elsewhere, a_card(card_key="group:1")):
        cards.keep(connection, one)

    assert cards.card_of(connection, PERSON, "home") is None
    assert cards.card_of(connection, GROUP, "home") == elsewhere
    assert cards.card_shown_by(connection, PERSON, 5) == a_card(card_key="group:1")


def test_a_stale_parcel_expires_instead_of_being_claimed(connection: Connection) -> None:
    number = add(connection, expires_at=NOW)

    assert claimed(connection, number) == []
    assert due(connection) == []


def test_a_parcel_for_later_is_due_when_its_time_has_come(connection: Connection) -> None:
    later = add(connection, not_before=NOW + timedelta(hours=1))
    found = dispatch.arrivals(connection, after_id=0, since=NOW - timedelta(days=1), now=NOW)

    assert list(found.due) == []
    assert found.next_at == NOW + timedelta(hours=1)
    ripe = dispatch.arrivals(connection, after_id=found.last_id, since=NOW, now=NOW + timedelta(hours=1))
    assert [parcel.id for parcel in ripe.due] == [later]


def test_what_was_put_back_is_due_again_and_remembers_that_it_may_have_arrived(connection: Connection) -> None:
    number = add(connection) or 0
    claimed(connection, number)
    dispatch.put_back(connection, PutBack(parcel_id=number, not_before=NOW, repeat=True))
    claimed(connection, number)
    dispatch.put_back(connection, PutBack(parcel_id=number, not_before=NOW))
    [parcel] = claimed(connection, number)

    assert (parcel.repeat, parcel.attempts) == (True, 3)


def test_whatever_is_settled_forgets_what_it_said(connection: Connection) -> None:
    """It may be a link that lets somebody in."""
    sent, dead = add(connection, "a link") or 0, add(connection, "a link") or 0
    stale = add(connection, "a link", expires_at=NOW) or 0
    add(connection, "a link", card_key="card")
    add(connection, "newer", card_key="card", dedupe_key="told")
    add(connection, "a link", kind="Taken back")
    uncertain = add(connection, "a link") or 0
    claimed(connection, sent, dead, stale, uncertain)
    dispatch.mark_sent(connection, [Sent(parcel_id=sent, sent_message_id=1, settled_at=NOW)])
    dispatch.settle(
        connection, Settled(parcel_id=dead, status=ParcelStatus.DEAD, reason="400 Bad Request", settled_at=NOW)
    )
    outbox.take_back(connection, PERSON, "Taken back", NOW)
    dispatch.recover(connection, NOW)

    kept = connection.exec_driver_sql("SELECT status, facts FROM outbox ORDER BY id").all()
    assert [tuple(row) for row in kept] == [
        ("sent", ""),
        ("dead", ""),
        ("expired", ""),
        ("superseded", ""),
        ("new", "newer"),
        ("superseded", ""),
        ("unknown", ""),
    ]


def test_after_a_crash_each_kind_is_treated_by_its_class(connection: Connection) -> None:
    cards.keep(connection, a_card())
    edit = add(connection, "edit", card_key="card")
    press = add(connection, "press", message_id=8)
    must = add(connection, "must", must_arrive=True)
    bottom = add(connection, "bottom", card_key="card", chat_id=GROUP, placement=Placement.BOTTOM)
    nice = add(connection, "nice")
    claimed(connection, edit, press, must, bottom, nice)

    assert dispatch.recover(connection, NOW) == 2
    assert [(parcel.facts, parcel.repeat) for parcel in claimed(connection, *due(connection))] == [
        ("edit", False),
        ("press", False),
        ("must", True),
    ]


def test_a_group_is_followed_once_with_all_that_waits_and_without_its_old_messages(connection: Connection) -> None:
    cards.keep(connection, a_card(chat_id=GROUP))
    flying = add(connection, chat_id=GROUP, message_id=3)
    claimed(connection, flying)
    waiting = add(connection, chat_id=GROUP, reply_to_message_id=3, card_key="card")

    assert dispatch.follow_chat(connection, GROUP, SUPERGROUP, NOW)
    assert not dispatch.follow_chat(connection, GROUP, SUPERGROUP, NOW)
    dispatch.put_back(connection, PutBack(parcel_id=flying or 0, not_before=NOW))
    later = add(connection, chat_id=GROUP)
    parcels = claimed(connection, flying, waiting, later)
    assert [parcel.chat_id for parcel in parcels] == [SUPERGROUP] * 3
    assert {(parcel.message_id, parcel.reply_to_message_id) for parcel in parcels} == {(None, None)}
    assert cards.card_of(connection, GROUP, "card") is None


def test_moves_that_follow_one_another_lead_to_the_last_chat(connection: Connection) -> None:
    dispatch.follow_chat(connection, GROUP, SUPERGROUP, NOW)
    dispatch.follow_chat(connection, SUPERGROUP, -2005, NOW)

    assert chat_aliases.present_id(connection, GROUP) == -2005


def test_what_was_settled_long_ago_is_forgotten(connection: Connection) -> None:
    old, waiting = add(connection, "personal words") or 0, add(connection)
    claimed(connection, old)
    settled = Settled(parcel_id=old, status=ParcelStatus.DEAD, reason="400 Bad Request", settled_at=NOW)
    dispatch.settle(connection, settled)

    assert dispatch.prune(connection, NOW) == 0
    assert dispatch.prune(connection, NOW + timedelta(days=30)) == 1
    assert due(connection) == [waiting]
