"""Whoever leads a group writes in its chat that a session begins: which one is asked by the group's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.notices.holding import BeginQuestion, Begun
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.sessions import USUAL_LENGTH, Place, Session, SessionKind, can_begin
from mentoring.use_cases import begin_questions, holding, planning, session_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.notices import Notice
    from mentoring.permissions import Actor
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToBegin:
    by: Acting


def ask_to_begin(record: Record, command: AskToBegin, now: datetime) -> None:
    """Nothing is said to anybody else, nor in a chat that is no group's."""
    group = record.groups.by_chat(command.by.chat_id)
    if group is None:
        return None
    actor = authorise(record, command.by, Act.HOLD_SESSION, group_id=group.id)
    _check_running(group)
    running = holding.going_on(record, group)
    if running is not None:
        return holding.show(record, session_cards.gathering(record, running), now, notices.AT_THE_BOTTOM)
    planned = _soon(record, group, now)
    question = BeginQuestion(
        group_id=group.id,
        group=group.name,
        session=None if planned is None else session_cards.seen(planned, group.name),
        elsewhere="" if planned is not None else _elsewhere(record, actor, group, now),
    )
    begin_questions.stands_until(record, question, group, now)
    notices.answer(record, command.by, actor.person, question)
    return None


def _soon(record: Record, group: Group, now: datetime) -> Session | None:
    found = [one for one in record.sessions.of_groups([group.id], since=now) if can_begin(one, now)]
    return min(found, key=lambda one: abs(one.starts_at - now), default=None)


def _elsewhere(record: Record, actor: Actor, group: Group, now: datetime) -> str:
    """The group with which they should be meeting instead."""
    for group_id in planning.led_groups(record, actor):
        other = record.groups.by_id(group_id)
        if other.id != group.id and _soon(record, other, now) is not None:
            return other.name
    return ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldNow:
    """One that nobody has planned: it becomes a row of the plan."""

    by: Acting
    group_id: GroupId


def hold_now(record: Record, command: HoldNow, now: datetime) -> Notice:
    actor = authorise(record, command.by, Act.HOLD_SESSION, group_id=command.group_id)
    group = record.groups.by_id(command.group_id)
    _check_running(group)
    holding.refuse_a_second(record, group)
    person = actor.known()
    zone = record.programmes.by_id(group.programme_id).zone
    session = record.sessions.add(
        group_id=group.id,
        kind=usual_kind(record, group, now),
        starts_at=now,
        ends_at=now + USUAL_LENGTH,
        wall_time=zones.wall(now, zone).replace(tzinfo=None, second=0, microsecond=0).isoformat(),
        zone=zone,
        place=Place.CHAT,
        address="",
        planned_by=person.id,
        now=now,
    )
    holding.begin(record, session, person, now)
    return Begun()


def usual_kind(record: Record, group: Group, now: datetime) -> SessionKind:
    """As the one before, because a group works on one thing for a while; never a first or a last one."""
    before = [one for one in record.sessions.of_groups([group.id], since=group.created_at) if one.starts_at <= now]
    kinds = [one.kind for one in before if one.kind in {SessionKind.EMPLOYABILITY, SessionKind.ENTREPRENEURSHIP}]
    return kinds[-1] if kinds else SessionKind.EMPLOYABILITY


def _check_running(group: Group) -> None:
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
