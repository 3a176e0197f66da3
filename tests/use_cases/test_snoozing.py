"""Quiet for a while: what can wait waits, what must arrive is silent, and waking brings what was held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import select

from bot.rendering import Envelope
from mentoring import notices
from mentoring.notices import PLAIN, Address, Delivery, Placement
from mentoring.notices.common import Home
from mentoring.notices.joining import TakenOut
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.snoozing import SnoozeCard
from mentoring.notices.submissions import SubmissionCard
from mentoring.refusals import Why
from mentoring.snoozing import LENGTHS, Length, in_peace
from mentoring.use_cases import home, snoozing
from storage.tables.outbox import outbox
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def snoozes(nova: Nova, person: Person, length: Length = Length.DAY) -> Person:
    nova.desk.does(snoozing.snooze, snoozing.Snooze(by=nova.by(person), length=length))
    return nova.desk.record.people.by_id(person.id)


def waiting(nova: Nova, person: Person, kind: str) -> list[tuple[datetime, bool]]:
    """When each goes out, and whether without a sound."""
    query = select(outbox).where(outbox.c.chat_id == person.telegram_id, outbox.c.kind == kind)
    rows = nova.desk.connection.execute(query).all()
    return [(row.not_before, msgspec.json.decode(row.facts, type=Envelope).silent) for row in rows]


@pytest.mark.parametrize("length", Length)
def test_what_can_wait_comes_when_the_quiet_ends(nova: Nova, length: Length) -> None:
    vera = snoozes(nova, nova.vera, length)

    notices.tell(nova.desk.record, vera, TakenOut(group_name="Start"))

    assert waiting(nova, vera, "TakenOut") == [(nova.desk.now + LENGTHS[length], False)]


def test_what_must_arrive_comes_at_once_without_a_sound(nova: Nova) -> None:
    anton = snoozes(nova, nova.anton)

    nova.sends(nova.vera)

    assert waiting(nova, anton, "ReviewCard") == [(nova.desk.now, True)]
    assert waiting(nova, nova.boyana, "ReviewCard") == [(nova.desk.now, False)]


def test_answers_to_what_somebody_does_themselves_are_as_always(nova: Nova) -> None:
    snoozes(nova, nova.vera)

    nova.desk.does(home.open_home, home.OpenHome(by=nova.by(nova.vera)))

    [shown] = waiting(nova, nova.vera, "Home")
    assert shown == (nova.desk.now, False)
    assert nova.last(nova.vera, Home).snoozed_until == nova.desk.now + timedelta(days=1)


def test_waking_brings_what_was_held_back(nova: Nova) -> None:
    vera = snoozes(nova, nova.vera, Length.WEEK)
    notices.tell(nova.desk.record, vera, TakenOut(group_name="Start"))
    nova.desk.now += timedelta(hours=2)

    nova.desk.does(snoozing.wake, snoozing.Wake(by=nova.by(nova.vera)))

    assert waiting(nova, vera, "TakenOut") == [(nova.desk.now, False)]
    assert nova.desk.record.people.by_id(vera.id).snoozed_until is None
    assert nova.desk.refuses(snoozing.wake, snoozing.Wake(by=nova.by(nova.vera))) == Why.ALREADY_DONE


def test_another_length_moves_what_is_held_back(nova: Nova) -> None:
    vera = snoozes(nova, nova.vera, Length.WEEK)
    notices.tell(nova.desk.record, vera, TakenOut(group_name="Start"))

    snoozes(nova, nova.vera, Length.DAY)

    assert waiting(nova, vera, "TakenOut") == [(nova.desk.now + timedelta(days=1), False)]


def test_the_quiet_ends_by_itself(nova: Nova) -> None:
    vera = snoozes(nova, nova.vera)
    nova.desk.now += timedelta(days=1, minutes=1)

    notices.tell(nova.desk.record, vera, TakenOut(group_name="Start"))
    nova.desk.does(snoozing.open_snooze, snoozing.OpenSnooze(by=nova.by(nova.vera)))

    assert waiting(nova, vera, "TakenOut") == [(nova.desk.now, False)]
    assert nova.last(nova.vera, SnoozeCard).until is None


def test_many_told_at_once_are_looked_at_one_by_one(nova: Nova) -> None:
    vera = snoozes(nova, nova.vera)
    told = [
        (
            Address(
                chat_id=one.telegram_id or 0, language=one.language, zone=one.zone, snoozed_until=one.snoozed_until
            ),
            TakenOut(group_name="Start"),
            Delivery(placement=Placement.BOTTOM, once=f"wave:{one.id}"),
        )
        for one in (vera, nova.ilya)
    ]

    nova.desk.record.notices.tell_many(told)

    assert waiting(nova, vera, "TakenOut") == [(nova.desk.now + timedelta(days=1), False)]
    assert waiting(nova, nova.ilya, "TakenOut") == [(nova.desk.now, False)]


def test_what_would_be_stale_by_then_comes_without_a_sound(nova: Nova) -> None:
    until = nova.desk.now + timedelta(days=1)
    stale = Delivery(placement=Placement.BOTTOM, expires_at=nova.desk.now + timedelta(hours=1))
    notice = TakenOut(group_name="Start")

    assert in_peace(stale, notice, until) == replace(stale, silent=True)
    assert in_peace(PLAIN, notice, until) == replace(PLAIN, silent=True)
    assert not SessionReminder.must_arrive
    assert SubmissionCard.must_arrive
