"""Behind the Files door: what was posted in sessions, for the people of the group, the newest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import FileKind
from mentoring.ids import GroupId, LineId, SessionId
from mentoring.notices.session_things import (
    HoldBackQuestion,
    ThingGroups,
    ThingHeldBack,
    ThingList,
    ThingSent,
    seen,
)
from mentoring.notices.toolbars import MENU, GroupCount
from mentoring.people import MembershipState
from mentoring.permissions import authorise, standings_of
from mentoring.places import READING_ON
from mentoring.refusals import Refusal, Why
from mentoring.scans import Screening
from mentoring.session_things import Copy, Thing
from mentoring.use_cases.menu import pressed_card
from mentoring.use_cases.paging import paged
from mentoring.use_cases.shelving import is_being_checked
from mentoring.use_cases.upload_questions import led_groups

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.permissions import Actor, Standing
    from mentoring.ports import Record

#: More is not looked through; the newest come first.
MOST = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenThings:
    """`group_id` None lets whoever has several groups choose; with `session_id` those of that session alone."""

    by: Acting
    group_id: GroupId | None = None
    session_id: SessionId | None = None
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SendThing:
    by: Acting
    line_id: LineId


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldBack:
    """`sure` False only asks."""

    by: Acting
    line_id: LineId
    sure: bool


def readable(record: Record, person: Person, places: Mapping[GroupId, Collection[Standing]]) -> Sequence[Thing]:
    """The newest first; what is not open to them is not even named. `places` is what they are to each group."""
    posted = record.session_things.of_groups([*places], MOST)
    return [one for one in posted if one.is_open_to(person.id, places[one.group_id])]


def groups_of(record: Record, person: Person) -> Sequence[GroupId]:
    places = [
        one.group_id
        for one in record.memberships.of_person(person.id)
        if one.state is MembershipState.ACTIVE or one.state in READING_ON
    ]
    return [*dict.fromkeys([*places, *led_groups(record, person)])]


def open_things(record: Record, command: OpenThings, _: datetime) -> None:
    group_id = _group_meant(record, command)
    person = authorise(record, command.by, Act.OPEN_FILES, group_id=group_id).known()
    group_ids = groups_of(record, person) if group_id is None else [group_id]
    theirs = readable(record, person, {one: standings_of(record, person, group_id=one) for one in group_ids})
    counts = Counter(one.group_id for one in theirs)
    by = _in_the_menu(record, command.by)
    if group_id is None and len(counts) != 1:
        lines = [
            GroupCount(group_id=one, name=record.groups.by_id(one).name, count=count) for one, count in counts.items()
        ]
        shown, more = paged(lines, command.page)
        return notices.answer(record, by, person, ThingGroups(groups=shown, page=command.page, more=more))
    here = replace(command, group_id=group_id or next(iter(counts)))
    return notices.answer(record, by, person, _list(record, here, theirs))


def _in_the_menu(record: Record, by: Acting) -> Acting:
    """Whatever else was pressed stays what it is."""
    return by if pressed_card(record, by) == MENU else replace(by, pressed=None)


def _group_meant(record: Record, command: OpenThings) -> GroupId | None:
    if command.session_id is None:
        return command.group_id
    session = record.sessions.by_id(command.session_id)
    if session is None:
        authorise(record, command.by, Act.OPEN_FILES)
        raise Refusal(Why.GONE)
    return session.group_id


def _list(record: Record, command: OpenThings, theirs: Sequence[Thing]) -> ThingList:
    here = [one for one in theirs if command.session_id in {None, one.session_id}]
    shown, more = paged(here, command.page)
    group = record.groups.by_id(command.group_id or GroupId(0))
    return ThingList(
        group_id=group.id,
        group=group.name,
        lines=tuple(seen(one) for one in shown),
        count=len(here),
        session_id=command.session_id,
        page=command.page,
        more=more,
    )


def send_thing(record: Record, command: SendThing, _: datetime) -> None:
    """Below what was pressed. Raises Refusal for what is held back, or not to be had."""
    actor, thing = found(record, command.by, command.line_id, Act.OPEN_FILES)
    person = actor.known()
    if not thing.is_open_to(person.id, actor.standings):
        raise Refusal(Why.HELD_BACK if thing.withheld_at is not None else Why.NOT_ALLOWED)
    _refuse_unless_kept(record, thing)
    sent = ThingSent(
        thing=seen(thing),
        sent_as=thing.sent_as or FileKind.DOCUMENT,
        file_id=thing.file_id or "",
        sha256=thing.sha256 or "",
        can_hold_back=thing.may_be_held_back_by(person.id, actor.standings),
    )
    notices.answer(record, replace(command.by, pressed=None), person, sent)


def _refuse_unless_kept(record: Record, thing: Thing) -> None:
    if thing.copy is Copy.INFECTED:
        raise Refusal(Why.HOLDS_A_VIRUS)
    if thing.screening is Screening.WAITING and is_being_checked(record, [thing.screening]):
        raise Refusal(Why.BEING_CHECKED)
    if thing.copy is not Copy.KEPT:
        raise Refusal(Why.GONE)


def hold_back(record: Record, command: HoldBack, now: datetime) -> None:
    """By whoever posted it, or whoever leads; for good, since nobody could say later who had wished it."""
    actor, thing = found(record, command.by, command.line_id, Act.HOLD_THING_BACK)
    if thing.withheld_at is not None:
        raise Refusal(Why.ALREADY_DONE)
    if not thing.may_be_held_back_by(actor.known().id, actor.standings):
        raise Refusal(Why.NOT_ALLOWED)
    if not command.sure:
        return notices.answer(record, command.by, actor.person, HoldBackQuestion(thing=seen(thing)))
    record.session_things.hold_back(thing.line_id, now)
    return notices.answer(record, command.by, actor.person, ThingHeldBack(thing=seen(thing)))


def found(record: Record, by: Acting, line_id: LineId, act: Act) -> tuple[Actor, Thing]:
    """Raises Refusal unless they may do this in its own group."""
    thing = record.session_things.by_id(line_id)
    if thing is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    return authorise(record, by, act, group_id=thing.group_id), thing
