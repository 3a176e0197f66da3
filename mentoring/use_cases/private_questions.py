"""A question to the mentor, or posted into the group without the name; the mentor can always see who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.concerns import Way
from mentoring.ids import GroupId
from mentoring.notices import Delivery
from mentoring.notices.questions import (
    AskableGroup,
    HowToAsk,
    PrivateQuestionPosted,
    QuestionAsked,
    QuestionSent,
    QuestionWriting,
)
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, home, open_questions
from mentoring.use_cases.yes_no import understood
from mentoring.working_hours import answering_hours

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

#: Leaves room beside it for the answer that quotes it.
LONGEST = 1500
SILENT = Delivery(silent=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenAsking:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseWay:
    """Also asks anew."""

    by: Acting
    group_id: GroupId
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class SendQuestion:
    by: Acting


def open_asking(record: Record, command: OpenAsking, now: datetime) -> None:
    actor = authorise(record, command.by, Act.ASK_PRIVATELY)
    person = actor.known()
    open_questions.give_up(record, person, now)
    record.prompts.close(command.by.telegram_id)
    groups = tuple(_askable(record, group_id) for group_id in actor.groups_as(Role.MENTEE))
    notices.answer(record, command.by, person, HowToAsk(groups=groups))


def choose_way(record: Record, command: ChooseWay, now: datetime) -> None:
    person = _asker(record, command.by, command.group_id, command.way)
    _ask(record, command.by, person, command, now)


def words_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    chosen = ChooseWay(by=by, group_id=GroupId(prompt.number("group_id")), way=Way(prompt.words("way")))
    person, before = _asker(record, by, chosen.group_id, chosen.way), prompt.words("words")
    answer = understood(text) if before else None
    if answer is True:
        return send_question(record, SendQuestion(by=by), now)
    if answer is False:
        return home.open_home(record, home.OpenHome(by=by), now)
    words = text.strip()[:LONGEST] if names.cleaned_words(text) else before
    return _ask(record, by, person, chosen, now, words=words)


def send_question(record: Record, command: SendQuestion, now: datetime) -> None:
    prompt = record.prompts.of(command.by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.QUESTION or not prompt.words("words"):
        authorise(record, command.by, Act.ASK_PRIVATELY)
        raise Refusal(Why.GONE)
    way, words = Way(prompt.words("way")), prompt.words("words")
    person = _asker(record, command.by, GroupId(prompt.number("group_id")), way)
    group = record.groups.by_id(GroupId(prompt.number("group_id")))
    record.prompts.close(command.by.telegram_id)
    question = record.questions.add(group_id=group.id, person_id=person.id, way=way, text=words, now=now)
    circle = record.submissions.circle(group.id)
    name = circle.names.get(person.id, person.name)
    asked = QuestionAsked(question_id=question.id, way=way, group=group.name, name=name, words=words)
    reached = [notices.tell(record, mentor, asked) for mentor in circle.mentors]
    if way is Way.TO_GROUP:
        zone, post = (
            record.programmes.by_id(group.programme_id).zone,
            PrivateQuestionPosted(languages=boards.languages(record, group), words=words),
        )
        notices.tell_group(record, group, zone, post, SILENT)
    mentors = tuple(one.name for one in circle.mentors)
    hours = answering_hours(record.programmes.by_id(group.programme_id), record.rules.days_off, now)
    sent = QuestionSent(way=way, group=group.name, mentors=mentors, reached=any(reached), hours=hours)
    notices.answer(record, command.by, person, sent)


def _asker(record: Record, by: Acting, group_id: GroupId, way: Way) -> Person:
    """Raises Refusal also for whoever pauses or has left, and for a group without a chat to post into."""
    person = authorise(record, by, Act.ASK_PRIVATELY, group_id=group_id).known()
    if way is Way.TO_GROUP and record.groups.by_id(group_id).chat_id is None:
        raise Refusal(Why.GONE)
    return person


def _ask(record: Record, by: Acting, person: Person, chosen: ChooseWay, now: datetime, *, words: str = "") -> None:
    draft = {"group_id": chosen.group_id, "way": chosen.way.value, "words": words}
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=Asking.QUESTION, draft=draft, expires_at=now + VALID))
    writing = QuestionWriting(group=_askable(record, chosen.group_id), way=chosen.way, words=words)
    notices.answer(record, by, person, writing)


def _askable(record: Record, group_id: GroupId) -> AskableGroup:
    group, circle = record.groups.by_id(group_id), record.submissions.circle(group_id)
    mentors = tuple(one.name for one in circle.mentors)
    return AskableGroup(group_id=group.id, name=group.name, mentors=mentors, has_chat=group.chat_id is not None)
