"""Somebody whom no list and no link lets in: the manager says who they are, or that they are nobody of ours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, ways_in
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import MembershipId
from mentoring.notices import PLAIN
from mentoring.notices.joining import LetInDecided, NotLetIn
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import joining
from mentoring.use_cases import joining_questions as questions
from mentoring.use_cases.asking import spoken_to
from mentoring.use_cases.deciders import shown_a_decision

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.ways_in import Way


@dataclass(frozen=True, kw_only=True, slots=True)
class LetIn:
    """As somebody new, or back to where they were; or not at all."""

    by: Acting
    telegram_id: int
    yes: bool


def let_in(record: Record, command: LetIn, now: datetime) -> None:
    way, manager = _waiting(record, command.by, command.telegram_id, now)
    joiner = _as_joiner(command.telegram_id, way)
    _tell_managers(record, command.by, way, telegram_id=command.telegram_id, yes=command.yes)
    if command.yes:
        return joining.go_on(record, joiner, replace(_settled(record, way), let_in_by=manager.id), now)
    return _turn_away(record, joiner, way)


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeFor:
    """It is one of those on the list, who typed their name differently."""

    by: Acting
    telegram_id: int
    membership_id: MembershipId


def take_for(record: Record, command: TakeFor, now: datetime) -> None:
    way, manager = _waiting(record, command.by, command.telegram_id, now)
    listed = next((one for one in questions.unclaimed(record, way) if one.id == command.membership_id), None)
    if listed is None:
        raise Refusal(Why.NAME_TAKEN)
    way = replace(way, membership_id=listed.id, role=listed.role, name="", let_in_by=manager.id)
    _tell_managers(record, command.by, way, telegram_id=command.telegram_id, yes=True)
    joining.go_on(record, _as_joiner(command.telegram_id, way), way, now)


def _waiting(record: Record, by: Acting, telegram_id: int, now: datetime) -> tuple[Way, Person]:
    """The group comes from the joiner's own open question, never from the button."""
    prompt = record.prompts.of(telegram_id, now)
    if prompt is None or prompt.asking is not Asking.LET_IN:
        authorise(record, by, Act.LET_IN)
        raise Refusal(Why.ALREADY_DONE)
    way = ways_in.of_draft(prompt.draft)
    return way, authorise(record, by, Act.LET_IN, group_id=way.group_id).known()


def _settled(record: Record, way: Way) -> Way:
    """Whoever was removed elsewhere in the programme chooses a name here; a listed name may be gone meanwhile."""
    if way.back_id is not None:
        gone = record.memberships.by_id(way.back_id)
        return way if gone is not None and gone.group_id == way.group_id else replace(way, back_id=None, name="")
    return way


def _turn_away(record: Record, joiner: Acting, way: Way) -> None:
    record.prompts.close(joiner.telegram_id)
    known = record.people.by_telegram_id(joiner.telegram_id)
    notices.answer(record, joiner, known, NotLetIn(group_name=record.groups.by_id(way.group_id).name))


def _tell_managers(record: Record, by: Acting, way: Way, *, telegram_id: int, yes: bool) -> None:
    group = record.groups.by_id(way.group_id)
    decided = LetInDecided(
        telegram_id=telegram_id, name=questions.name_on(record, way), group_name=group.name, let_in=yes
    )
    for manager in shown_a_decision(record, by, group.programme_id):
        if manager.telegram_id == by.telegram_id:
            notices.answer(record, by, manager, decided)
        else:
            notices.tell(record, manager, decided, PLAIN)


def _as_joiner(telegram_id: int, way: Way) -> Acting:
    """A private chat has its person's number."""
    return spoken_to(Acting(telegram_id=telegram_id, chat_id=telegram_id), way.language)
