"""What people agree to do, caught where they say it: in the chat of a session, or typed by whoever leads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.catching import LONGEST, caught
from mentoring.ids import SessionId
from mentoring.notices.holding import TaskAsked, TaskHint
from mentoring.people import MembershipState, Role
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.session_tasks import TaskKind
from mentoring.sessions import SessionState
from mentoring.use_cases import boards, changing_tasks, holding, homework, open_questions, session_cards
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session

_OPEN = frozenset({SessionState.RUNNING, SessionState.HELD})


def catch(
    record: Record, session: Session, person: Person, text: str, *, replies_to: int | None, now: datetime
) -> bool:
    """In the chat. A leader's plus makes the answered words that person's task; from others it only agrees."""
    said = caught(text)
    if said is None:
        return False
    answered = None if replies_to is None else record.chat_records.line_at(session.id, replies_to)
    words = said.text or ("" if answered is None else answered.text[:LONGEST])
    if not words or (not said.text and not _leads(record, session, person)):
        return False
    if answered is not None and record.session_tasks.caught_from(session.id, answered.message_id) is not None:
        return True
    owner = person.id if answered is None else answered.person_id
    record.session_tasks.add(
        session_id=session.id,
        kind=said.kind,
        text=words,
        owner_id=None if said.kind is TaskKind.HOMEWORK else owner,
        due_on=None,
        made_by=person.id,
        now=now,
        message_id=None if answered is None else answered.message_id,
    )
    holding.show(record, session_cards.gathering(record, session), now)
    return True


def _leads(record: Record, session: Session, person: Person) -> bool:
    mentors = record.memberships.of_group(session.group_id, Role.MENTOR)
    is_mentor = any(one.person_id == person.id and one.state is MembershipState.ACTIVE for one in mentors)
    return is_mentor or record.managers.manages(person.id, group_id=session.group_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class AddTask:
    by: Acting
    session_id: SessionId


def add_task(record: Record, command: AddTask, now: datetime) -> Notice | None:
    """In the group how it is done is said over the button; in private it is asked for."""
    actor, session = of_session(record, command.by, command.session_id, Act.HOLD_SESSION)
    if session.state not in _OPEN:
        raise Refusal(Why.GONE)
    if command.by.chat_id != actor.known().telegram_id:
        return TaskHint(keeps_record=session.keeps_record)
    open_questions.give_up(record, actor.known(), now)
    record.prompts.ask(
        Prompt(
            telegram_id=command.by.telegram_id,
            asking=Asking.SESSION_TASK,
            draft={"session_id": session.id},
            expires_at=now + VALID,
        )
    )
    asked = TaskAsked(session=session_cards.seen(session, record.groups.by_id(session.group_id).name))
    notices.answer(record, beside_cards(record, command.by), actor.person, asked)
    return None


def task_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """A name and a colon say whose it is; without one it is homework for all."""
    actor, session = of_session(record, by, SessionId(prompt.number("session_id")), Act.HOLD_SESSION)
    words = names.cleaned_words(text)[:LONGEST]
    of = session_cards.gathering(record, session)
    if not words:
        asked = TaskAsked(session=session_cards.seen(session, of.group.name))
        return notices.answer(record, by, actor.person, asked)
    record.prompts.close(by.telegram_id)
    owner, text_of = _whose(record, session, words)
    task = record.session_tasks.add(
        session_id=session.id,
        kind=TaskKind.HOMEWORK if owner is None else TaskKind.ACTION,
        text=text_of,
        owner_id=owner,
        due_on=None,
        made_by=actor.known().id,
        now=now,
    )
    after = session_cards.gathering(record, session)
    if session.state is SessionState.RUNNING:
        holding.show(record, after, now)
    else:
        boards.show(record, of.group, now)
    shown = changing_tasks.card(record, session, task)
    return notices.answer(record, by, actor.person, replace(shown, new=True))


def _whose(record: Record, session: Session, words: str) -> tuple[PersonId | None, str]:
    said, colon, task = words.partition(":")
    owner = homework.named(record, session.group_id, said) if colon and task.strip() else None
    return (None, words) if owner is None else (owner, task.strip())
