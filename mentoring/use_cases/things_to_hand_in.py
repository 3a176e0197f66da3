"""A document that a mentee posts during a session may be meant for the mentor: asked once, afterwards, in private."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import LineId
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.session_things import HandInChoice, HandInQuestion, seen
from mentoring.people import Role
from mentoring.refusals import Refusal, Why
from mentoring.session_things import Copy, Thing
from mentoring.use_cases import handing_in, session_cards
from mentoring.use_cases.draft_senders import sender_of
from mentoring.use_cases.things_door import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session
    from mentoring.submissions import Placed
    from mentoring.use_cases.session_cards import Gathering

#: More buttons than these nobody reads through.
MOST = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class HandThingIn:
    """`yes` False leaves all of its session as they are."""

    by: Acting
    line_id: LineId
    yes: bool


def ask(record: Record, of: Gathering) -> None:
    """Without a sound, one card for all that somebody posted."""
    posted = [one for one in record.session_things.of_session(of.session.id) if one.may_be_work()]
    for one in of.people:
        theirs = [thing for thing in posted if thing.person_id == one.person.id]
        if one.role is Role.MENTEE and theirs:
            card = _card(record, of.session, of.group, theirs)
            notices.tell(record, one.person, card, replace(AT_THE_BOTTOM, silent=True))


def _card(
    record: Record, session: Session, group: Group, theirs: Sequence[Thing], *, done: bool = False
) -> HandInQuestion:
    return HandInQuestion(
        session=session_cards.seen(session, group.name),
        things=tuple(_choice(record, one, group) for one in theirs[:MOST]),
        done=done,
    )


def _choice(record: Record, thing: Thing, group: Group) -> HandInChoice:
    placed = _handed_in(record, thing, group)
    return HandInChoice(
        thing=seen(thing), handed_in=placed is not None, asked=placed is not None and placed.submission.is_draft
    )


def _handed_in(record: Record, thing: Thing, group: Group) -> Placed | None:
    placed = record.attachments.by_message(group.chat_id or 0, thing.message_id)
    return placed if placed is not None and placed.sent_by == thing.person_id else None


def hand_thing_in(record: Record, command: HandThingIn, now: datetime) -> None:
    """By the road of whatever is handed in, with its questions below this card."""
    actor, thing = found(record, command.by, command.line_id, Act.HAND_THING_IN)
    person, session = actor.known(), record.sessions.by_id(thing.session_id)
    if thing.person_id != person.id or session is None:
        raise Refusal(Why.NOT_ALLOWED)
    group = record.groups.by_id(thing.group_id)
    if command.yes:
        _refuse_unless_work(record, thing, group)
        by = replace(command.by, pressed=None)
        sender = replace(sender_of(actor, by), groups=(group.id,), people=(), leads=False)
        handing_in.take(record, sender, thing.received(group.chat_id or 0), now)
    notices.answer(record, command.by, person, _again(record, session, group, person, done=not command.yes))


def _refuse_unless_work(record: Record, thing: Thing, group: Group) -> None:
    if thing.copy is Copy.INFECTED:
        raise Refusal(Why.HOLDS_A_VIRUS)
    if not thing.may_be_work():
        raise Refusal(Why.GONE)
    if _handed_in(record, thing, group) is not None:
        raise Refusal(Why.ALREADY_DONE)


def _again(record: Record, session: Session, group: Group, person: Person, *, done: bool) -> HandInQuestion:
    posted = record.session_things.of_session(session.id)
    theirs = [one for one in posted if one.person_id == person.id and one.may_be_work()]
    return _card(record, session, group, theirs, done=done)
