"""A task is put right or taken back by whoever made it, or leads the group; what shows it follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import names, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.catching import LONGEST
from mentoring.ids import PersonId, TaskId
from mentoring.notices.tasks import TaskCard, TaskChoice
from mentoring.permissions import LEADING, Actor, authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.said_days import day_said
from mentoring.session_tasks import SessionTask, TaskField, TaskKind, TaskState
from mentoring.sessions import Session, SessionState
from mentoring.use_cases import boards, holding, homework, open_questions, session_cards
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ports import Record

_IN_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    by: Acting
    actor: Actor
    session: Session
    task: SessionTask


@dataclass(frozen=True, kw_only=True, slots=True)
class OfTask:
    by: Acting
    task_id: TaskId


def open_task(record: Record, command: OfTask, now: datetime) -> None:
    of = _found(record, command.by, command.task_id)
    notices.answer(record, beside_cards(record, command.by), of.actor.person, card(record, of.session, of.task))


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeBack:
    """`yes` False puts back what was taken back by mistake."""

    by: Acting
    task_id: TaskId
    yes: bool


def take_back(record: Record, command: TakeBack, now: datetime) -> None:
    of = _found(record, command.by, command.task_id)
    after = replace(of.task, state=TaskState.DROPPED if command.yes else TaskState.OPEN)
    record.session_tasks.settle(of.task.id, after.state)
    notices.answer(record, command.by, of.actor.person, card(record, of.session, after))
    _follow(record, of.session, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskChange:
    by: Acting
    task_id: TaskId
    field: TaskField


def ask_change(record: Record, command: AskChange, now: datetime) -> None:
    """Typed, or one of what is offered."""
    of = _open(record, command.by, command.task_id)
    open_questions.give_up(record, of.actor.known(), now)
    draft = {"task_id": of.task.id, "field": command.field.value}
    telegram_id = command.by.telegram_id
    record.prompts.ask(Prompt(telegram_id=telegram_id, asking=Asking.TASK_CHANGE, draft=draft, expires_at=now + VALID))
    notices.answer(record, command.by, of.actor.person, _asking(record, of.session, of.task, command.field, now))


@dataclass(frozen=True, kw_only=True, slots=True)
class GiveTo:
    """`person_id` 0 is all mentees."""

    by: Acting
    task_id: TaskId
    person_id: PersonId


def give_to(record: Record, command: GiveTo, now: datetime) -> None:
    of = _open(record, command.by, command.task_id)
    known = {one.person_id for one in homework.members(record, of.session.group_id)}
    if command.person_id and command.person_id not in known:
        raise Refusal(Why.GONE)
    _put_right(record, of, _owned(of.task, command.person_id or None), now)


def _owned(task: SessionTask, owner: PersonId | None) -> SessionTask:
    return replace(task, owner_id=owner, kind=TaskKind.HOMEWORK if owner is None else TaskKind.ACTION)


@dataclass(frozen=True, kw_only=True, slots=True)
class DueOn:
    by: Acting
    task_id: TaskId
    day: date


def due_on(record: Record, command: DueOn, now: datetime) -> None:
    of = _open(record, command.by, command.task_id)
    if command.day < _today(of.session, now):
        raise Refusal(Why.TOO_LATE)
    _put_right(record, of, replace(of.task, due_on=command.day), now)


def no_day(record: Record, command: OfTask, now: datetime) -> None:
    of = _open(record, command.by, command.task_id)
    _put_right(record, of, replace(of.task, due_on=None), now)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    of = _open(record, by, TaskId(prompt.number("task_id")))
    field, words = TaskField(prompt.words("field")), names.cleaned_words(text)
    after = _understood(record, of, field, words, now)
    if after is None:
        asked = replace(_asking(record, of.session, of.task, field, now), misread=True)
        return notices.answer(record, by, of.actor.person, asked)
    return _put_right(record, of, after, now)


def _understood(record: Record, of: _Found, field: TaskField, words: str, now: datetime) -> SessionTask | None:
    match field:
        case TaskField.TEXT:
            return replace(of.task, text=words[:LONGEST]) if words else None
        case TaskField.OWNER:
            owner = homework.named(record, of.session.group_id, words)
            return None if owner is None else _owned(of.task, owner)
        case TaskField.DAY:
            today = _today(of.session, now)
            day = day_said(words, today=today)
            return None if day is None or day < today else replace(of.task, due_on=day)


def _put_right(record: Record, of: _Found, after: SessionTask, now: datetime) -> None:
    record.prompts.close(of.by.telegram_id)
    record.session_tasks.put_right(after)
    notices.answer(record, of.by, of.actor.person, card(record, of.session, after))
    _follow(record, of.session, now)


def _follow(record: Record, session: Session, now: datetime) -> None:
    if session.state is SessionState.RUNNING:
        return holding.show(record, session_cards.gathering(record, session), now)
    return boards.show(record, record.groups.by_id(session.group_id), now)


def _found(record: Record, by: Acting, task_id: TaskId) -> _Found:
    """Raises Refusal for whoever neither made it nor leads its group."""
    task = record.session_tasks.by_id(task_id)
    session = None if task is None else record.sessions.by_id(task.session_id)
    if task is None or session is None:
        authorise(record, by, Act.OPEN_SESSIONS)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, Act.OPEN_SESSIONS, group_id=session.group_id)
    if task.made_by != actor.known().id and not actor.standings & LEADING:
        raise Refusal(Why.NOT_ALLOWED)
    return _Found(by=by, actor=actor, session=session, task=task)


def _open(record: Record, by: Acting, task_id: TaskId) -> _Found:
    of = _found(record, by, task_id)
    if of.task.state is TaskState.DROPPED:
        raise Refusal(Why.ALREADY_DONE)
    return of


def card(record: Record, session: Session, task: SessionTask) -> TaskCard:
    people = homework.members(record, session.group_id)
    return TaskCard(
        task_id=task.id,
        session_id=session.id,
        group=record.groups.by_id(session.group_id).name,
        text=task.text,
        owner=next((one.name for one in people if one.person_id == task.owner_id), "?") if task.owner_id else "",
        due_on=task.due_on,
        dropped=task.state is TaskState.DROPPED,
    )


def _asking(record: Record, session: Session, task: SessionTask, field: TaskField, now: datetime) -> TaskCard:
    people = homework.members(record, session.group_id) if field is TaskField.OWNER else []
    return replace(
        card(record, session, task),
        asks=field,
        people=tuple(TaskChoice(person_id=one.person_id, name=one.name) for one in people),
        days=tuple(_days(record, session, now)) if field is TaskField.DAY else (),
    )


def _days(record: Record, session: Session, now: datetime) -> Sequence[date]:
    """That of the next session, and a week from now."""
    ahead = [one for one in record.sessions.of_groups([session.group_id], since=now) if one.starts_at > now]
    next_ones = [zones.wall(one.starts_at, one.zone).date() for one in ahead if one.state is SessionState.PLANNED]
    return sorted({*next_ones[:1], _today(session, now) + _IN_A_WEEK})


def _today(session: Session, now: datetime) -> date:
    return zones.wall(now, session.zone).date()
