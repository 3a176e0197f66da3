"""A mentor answers what was asked in private: to whoever asked, or to the group where it was posted there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.concerns import Way
from mentoring.ids import QuestionId
from mentoring.notices.questions import AnswerSent, AnswerWriting, PrivateAnswerPosted, QuestionAnswered
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, home, open_questions
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.private_questions import LONGEST, SILENT
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.concerns import Question
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerQuestion:
    """Opens the answer, or begins it anew."""

    by: Acting
    question_id: QuestionId
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class SendAnswer:
    by: Acting


def answer_question(record: Record, command: AnswerQuestion, now: datetime) -> None:
    mentor, question = _answerable(record, command.by, command.question_id, command.way)
    open_questions.give_up(record, mentor, now)
    _ask(record, beside_cards(record, command.by), mentor, question, now, way=command.way)


def words_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    way, before = Way(prompt.words("way")), prompt.words("words")
    mentor, question = _answerable(record, by, QuestionId(prompt.number("question_id")), way)
    answer = understood(text) if before else None
    if answer is True:
        return send_answer(record, SendAnswer(by=by), now)
    if answer is False:
        return home.open_home(record, home.OpenHome(by=by), now)
    words = text.strip()[:LONGEST] if names.cleaned_words(text) else before
    return _ask(record, by, mentor, question, now, way=way, words=words)


def send_answer(record: Record, command: SendAnswer, now: datetime) -> None:
    prompt = record.prompts.of(command.by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.PRIVATE_ANSWER or not prompt.words("words"):
        authorise(record, command.by, Act.ANSWER_PRIVATELY)
        raise Refusal(Why.GONE)
    way, words = Way(prompt.words("way")), prompt.words("words")
    mentor, question = _answerable(record, command.by, QuestionId(prompt.number("question_id")), way)
    record.prompts.close(command.by.telegram_id)
    record.questions.answer(question.id, now)
    reached = _tell(record, mentor, question, way, words)
    group, name = record.groups.by_id(question.group_id).name, _name(record, question)
    notices.answer(record, command.by, mentor, AnswerSent(way=way, group=group, name=name, reached=reached))


def _tell(record: Record, mentor: Person, question: Question, way: Way, words: str) -> bool:
    group = record.groups.by_id(question.group_id)
    called = record.submissions.circle(group.id).names.get(mentor.id, mentor.name)
    if way is Way.TO_GROUP:
        languages = boards.languages(record, group)
        post = PrivateAnswerPosted(languages=languages, mentor=called, question=question.text, words=words)
        return notices.tell_group(record, group, record.programmes.by_id(group.programme_id).zone, post, SILENT)
    told = QuestionAnswered(person_id=mentor.id, mentor=called, question=question.text, words=words)
    return notices.tell(record, record.people.by_id(question.person_id), told)


def _answerable(record: Record, by: Acting, question_id: QuestionId, way: Way) -> tuple[Person, Question]:
    """What was asked for the mentor alone is not answered before everybody."""
    question = record.questions.by_id(question_id)
    if question is None:
        authorise(record, by, Act.ANSWER_PRIVATELY)
        raise Refusal(Why.GONE)
    mentor = authorise(record, by, Act.ANSWER_PRIVATELY, group_id=question.group_id).known()
    if way is Way.TO_GROUP and question.way is not Way.TO_GROUP:
        raise Refusal(Why.NOT_ALLOWED)
    return mentor, question


def _ask(
    record: Record, by: Acting, mentor: Person, question: Question, now: datetime, *, way: Way, words: str = ""
) -> None:
    draft = {"question_id": question.id, "way": way.value, "words": words}
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=Asking.PRIVATE_ANSWER, draft=draft, expires_at=now + VALID)
    )
    writing = AnswerWriting(
        question_id=question.id,
        way=way,
        group=record.groups.by_id(question.group_id).name,
        name=_name(record, question),
        question=question.text,
        words=words,
    )
    notices.answer(record, by, mentor, writing)


def _name(record: Record, question: Question) -> str:
    names_known = record.submissions.circle(question.group_id).names
    return names_known.get(question.person_id, record.people.by_id(question.person_id).name)
