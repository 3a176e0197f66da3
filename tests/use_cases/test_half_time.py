"""At half of a recorded session its mentors hear in private who is silent; a question that is settled goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.attendance import Presence
from mentoring.chat_records import LineKind
from mentoring.notices.half_time import HalfTime
from mentoring.notices.holding import BeginQuestion
from mentoring.sessions import Coming, Place
from mentoring.use_cases import beginning_here
from mentoring.use_cases.due import do_what_is_due
from storage import cards
from storage.cards import Card
from tests.use_cases.a_group import NOVA_CHAT, Nova, shows
from tests.use_cases.a_session import a_session, begins, ends, nova, session

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session

__all__ = ["nova", "session"]

HALF_AN_HOUR = timedelta(minutes=30)


def hints(nova: Nova, **time: int) -> dict[int, HalfTime]:
    """By chat, after this time has passed."""
    nova.desk.told()
    nova.desk.now += timedelta(**time)
    do_what_is_due(nova.desk.record, nova.desk.record.schedule.claim(nova.desk.now, at_most=99).dues, nova.desk.now)
    return {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, HalfTime)}


def writes(nova: Nova, session: Session, person: Person) -> None:
    nova.desk.record.chat_records.keep(
        session_id=session.id,
        message_id=50 + person.id,
        person_id=person.id,
        name=person.name,
        kind=LineKind.TEXT,
        text="hello",
        said_at=nova.desk.now,
    )


def test_at_half_of_its_length_the_mentors_hear_once_who_is_silent(nova: Nova, session: Session) -> None:
    begins(nova, session)
    writes(nova, session, nova.vera)

    assert hints(nova, minutes=29) == {}
    told = hints(nova, minutes=1)

    assert {chat_id: one.names for chat_id, one in told.items()} == {2: ("Ilya",), 3: ("Ilya",)}
    assert hints(nova, minutes=20) == {}


def test_nobody_is_named_who_said_no_or_is_known_to_be_away(nova: Nova, session: Session) -> None:
    nova.desk.record.sessions.answer(session.id, nova.vera.id, Coming.NO, nova.desk.now)
    begins(nova, session)
    record, now = nova.desk.record, nova.desk.now
    record.attendances.note(session.id, nova.ilya.id, Presence.EXCUSED, by=nova.anton.id, now=now)

    assert hints(nova, minutes=30) == {}


def test_without_a_record_nobody_is_called_silent(nova: Nova) -> None:
    by_video = a_session(nova, place=Place.VIDEO)
    begins(nova, by_video)

    assert hints(nova, minutes=30) == {}


def test_the_hint_goes_with_the_session(nova: Nova, session: Session) -> None:
    begins(nova, session)
    shown = hints(nova, minutes=30)[2]
    shows(nova, nova.anton, shown.card(), 9)

    ends(nova, session)

    assert {one.chat_id: one.notice.over for one in nova.desk.told() if isinstance(one.notice, HalfTime)} == {2: True}


def test_a_session_that_ended_before_its_half_brings_no_hint(nova: Nova, session: Session) -> None:
    begins(nova, session)
    ends(nova, session)

    assert hints(nova, minutes=30) == {}


def asks(nova: Nova) -> BeginQuestion:
    """What the mentor's word in the chat brings, which then stands there."""
    nova.desk.does(beginning_here.ask_to_begin, beginning_here.AskToBegin(by=nova.by(nova.anton, chat=NOVA_CHAT)))
    [asked] = questions(nova)
    sent = nova.desk.now
    card = Card(chat_id=NOVA_CHAT, card_key=asked.card(), message_id=9, has_file=False, content_hash="", sent_at=sent)
    cards.keep(nova.desk.connection, card)
    return asked


def questions(nova: Nova) -> list[BeginQuestion]:
    return [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, BeginQuestion)]


def becomes_due(nova: Nova, **time: int) -> list[BeginQuestion]:
    nova.desk.now += timedelta(**time)
    do_what_is_due(nova.desk.record, nova.desk.record.schedule.claim(nova.desk.now, at_most=99).dues, nova.desk.now)
    return questions(nova)


def test_the_question_to_hold_one_gives_way_to_a_session_that_begins_otherwise(nova: Nova) -> None:
    asked = asks(nova)
    assert asked.session is None

    begins(nova, a_session(nova))

    assert questions(nova) == [replace(asked, over=True)]


@pytest.mark.parametrize("planned", [False, True])
def test_a_question_that_nobody_pressed_goes_stale(nova: Nova, planned: bool) -> None:  # noqa: FBT001
    if planned:
        a_session(nova)
    asked = asks(nova)

    assert becomes_due(nova, hours=1) == [replace(asked, over=True)]


def test_a_question_about_a_session_that_is_moved_stands_until_its_new_end(nova: Nova, session: Session) -> None:
    asked = asks(nova)
    later = replace(session, starts_at=session.starts_at + HALF_AN_HOUR, ends_at=session.ends_at + HALF_AN_HOUR)
    assert nova.desk.record.sessions.change(session, later)

    assert becomes_due(nova, hours=1) == []
    [closed] = becomes_due(nova, minutes=30)

    assert (closed.over, closed.card()) == (True, asked.card())


def test_a_question_that_was_pressed_stays_the_post_of_its_session(nova: Nova, session: Session) -> None:
    asks(nova)
    begins(nova, session)
    nova.desk.told()

    assert becomes_due(nova, hours=1) == []
