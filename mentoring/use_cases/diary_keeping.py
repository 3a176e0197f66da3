"""A mentee writes the diary of one session, question by question, in any sitting, and sends it to the mentor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.diaries import (
    MARKS,
    OPEN_FOR,
    Diary,
    DiaryAnswer,
    DiaryState,
    Question,
    next_question,
)
from mentoring.files import FileKind, Received
from mentoring.ids import SessionId
from mentoring.notices import PLAIN
from mentoring.notices.diaries import DiaryPart, DiaryPreview, DiaryQuestion, DiaryReceipt, DiaryReceived
from mentoring.people import Person
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Session, SessionState
from mentoring.use_cases.menu import pressed_card
from mentoring.use_cases.session_cards import Gathering, gathering, refresh_shown, seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.notices.sessions import SessionSeen
    from mentoring.ports import Record


_MARKS_TYPED = frozenset(str(mark) for mark in MARKS)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfDiary:
    """The presser's own diary of that session."""

    by: Acting
    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class Writing:
    """A mentee at their diary."""

    by: Acting
    person: Person
    session: Session
    diary: Diary
    now: datetime


def write_diary(record: Record, command: OfDiary, now: datetime) -> None:
    """Begins, or goes on where it stopped."""
    person, session, diary = _allowed(record, command, now)
    begun = diary or record.diaries.begin(session.id, person.id, now)
    by = _on_its_card(record, command.by)
    _ask_next(record, Writing(by=by, person=person, session=session, diary=begun, now=now))


def _on_its_card(record: Record, by: Acting) -> Acting:
    """Opened from anywhere else, the diary gets a message of its own."""
    return by if pressed_card(record, by).startswith("diary:") else replace(by, pressed=None)


def write_anew(record: Record, command: OfDiary, now: datetime) -> None:
    record.diaries.clear(_writing(record, command, now).diary)
    # What is edited in the messages of before answers nothing any more.
    record.prompts.close(command.by.telegram_id)
    _ask_next(record, _writing(record, command, now))


@dataclass(frozen=True, kw_only=True, slots=True)
class SkipQuestion:
    by: Acting
    session_id: SessionId
    question: Question


def skip_question(record: Record, command: SkipQuestion, now: datetime) -> None:
    writing = _writing(record, OfDiary(by=command.by, session_id=command.session_id), now)
    _note(record, writing, DiaryAnswer(question=_expected(writing, command.question), text=""))


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkProgress:
    by: Acting
    session_id: SessionId
    mark: int


def mark_progress(record: Record, command: MarkProgress, now: datetime) -> None:
    writing = _writing(record, OfDiary(by=command.by, session_id=command.session_id), now)
    if command.mark not in MARKS:
        raise Refusal(Why.NOT_UNDERSTOOD)
    _note(record, writing, DiaryAnswer(question=_expected(writing, Question.PROGRESS), text=str(command.mark)))


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    writing = _writing(record, OfDiary(by=by, session_id=SessionId(prompt.number("session"))), now)
    question, words = next_question(writing.diary), text.strip()
    if question is None or not words:
        return _ask_next(record, writing)
    if question is Question.PROGRESS and words not in _MARKS_TYPED:
        return _ask_next(record, writing, misread=True)
    return _note(record, writing, DiaryAnswer(question=question, text=words), message_id=by.message_id)


def words_edited(record: Record, by: Acting, text: str, message_id: int, now: datetime) -> bool:
    """False where the message answered no question of the diary that is being written. A mark stays a mark."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.DIARY:
        return False
    question = next((one for one in Question if prompt.draft.get(_said_in(one)) == message_id), None)
    if question is None:
        return False
    writing = _writing(record, OfDiary(by=by, session_id=SessionId(prompt.number("session"))), now)
    if question is Question.PROGRESS and text.strip() not in _MARKS_TYPED:
        return True
    record.diaries.note(writing.diary, DiaryAnswer(question=question, text=text.strip()))
    written = _writing(record, OfDiary(by=by, session_id=writing.session.id), now)
    if next_question(written.diary) is None:
        preview = DiaryPreview(session=_seen(record, written), answers=written.diary.answers)
        notices.tell(record, written.person, preview, PLAIN)
    return True


def _said_in(question: Question) -> str:
    """The key of the message whose words answer it."""
    return f"said_{question.value}"


def take_voice(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """False when no diary is being written, or this is no voice message."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.DIARY or file.kind is not FileKind.VOICE:
        return False
    writing = _writing(record, OfDiary(by=by, session_id=SessionId(prompt.number("session"))), now)
    question = next_question(writing.diary)
    if question is None or question is Question.PROGRESS:
        _ask_next(record, writing, misread=True)
    else:
        record.attachments.add_spoken(writing.diary.id, file, now)
        _note(record, writing, DiaryAnswer(question=question, text="", voice=file.file_id))
    return True


def send_diary(record: Record, command: OfDiary, now: datetime) -> None:
    """From the first answer on; what is not answered stays empty."""
    writing = _writing(record, command, now)
    if not writing.diary.says_something:
        raise Refusal(Why.NOT_UNDERSTOOD)
    if not record.diaries.send(writing.diary, now):
        raise Refusal(Why.ALREADY_DONE)
    record.prompts.close(command.by.telegram_id)
    of = gathering(record, writing.session)
    _tell_mentors(record, of, writing)
    receipt = DiaryReceipt(session=_seen(record, writing), mentors=tuple(one.name for one in of.mentors))
    notices.answer(record, command.by, writing.person, receipt)
    refresh_shown(record, gathering(record, writing.session), writing.person, now)


def _tell_mentors(record: Record, of: Gathering, writing: Writing) -> None:
    own = of.attendant(writing.person)
    mentee, session = own.name if own else writing.person.name, seen(of.session, of.group.name)
    received = DiaryReceived(session=session, mentee=mentee, person_id=writing.person.id, answers=writing.diary.answers)
    for mentor in of.mentors:
        for answer in writing.diary.answers:
            if answer.travels_alone:
                part = DiaryPart(
                    session=session, mentee=mentee, question=answer.question, text=answer.text, voice=answer.voice
                )
                notices.tell(record, mentor.person, part, PLAIN)
        notices.tell(record, mentor.person, received)


def _writing(record: Record, command: OfDiary, now: datetime) -> Writing:
    """Raises Refusal where none was begun."""
    person, session, diary = _allowed(record, command, now)
    if diary is None:
        raise Refusal(Why.GONE)
    return Writing(by=command.by, person=person, session=session, diary=diary, now=now)


def _allowed(record: Record, command: OfDiary, now: datetime) -> tuple[Person, Session, Diary | None]:
    """Raises Refusal where there is no diary of theirs to write: none yet, none any more, or sent already."""
    session = record.sessions.by_id(command.session_id)
    if session is None:
        authorise(record, command.by, Act.WRITE_DIARY)
        raise Refusal(Why.GONE)
    person = authorise(record, command.by, Act.WRITE_DIARY, group_id=session.group_id).known()
    if session.state not in {SessionState.PLANNED, SessionState.HELD} or session.starts_at > now:
        raise Refusal(Why.GONE)
    diary = record.diaries.of(session.id, person.id)
    if diary is not None and diary.state is DiaryState.SENT:
        raise Refusal(Why.ALREADY_DONE)
    if now - session.ended_at > OPEN_FOR:
        raise Refusal(Why.TOO_LATE)
    return person, session, diary


def _expected(writing: Writing, question: Question) -> Question:
    """Raises Refusal for a button of a question that is answered already."""
    if next_question(writing.diary) is not question:
        raise Refusal(Why.ALREADY_DONE)
    return question


def _note(record: Record, writing: Writing, answer: DiaryAnswer, *, message_id: int | None = None) -> None:
    record.diaries.note(writing.diary, answer)
    again = OfDiary(by=writing.by, session_id=writing.session.id)
    said = {} if message_id is None else {_said_in(answer.question): message_id}
    _ask_next(record, _writing(record, again, writing.now), said=said)


def _ask_next(
    record: Record, writing: Writing, *, misread: bool = False, said: Mapping[str, int] = MappingProxyType({})
) -> None:
    question, session = next_question(writing.diary), _seen(record, writing)
    _listen(record, writing, said)
    card = (
        DiaryPreview(session=session, answers=writing.diary.answers)
        if question is None
        else DiaryQuestion(session=session, question=question, can_send=writing.diary.says_something, misread=misread)
    )
    notices.answer(record, writing.by, writing.person, card)


def _listen(record: Record, writing: Writing, said: Mapping[str, int]) -> None:
    """The prompt remembers which messages answered what, because they may be edited."""
    before = record.prompts.of(writing.by.telegram_id, writing.now)
    goes_on = before is not None and before.asking is Asking.DIARY and before.number("session") == writing.session.id
    draft = {**(before.draft if before is not None and goes_on else {}), **said, "session": writing.session.id}
    expires_at = writing.now + VALID
    record.prompts.ask(
        Prompt(telegram_id=writing.by.telegram_id, asking=Asking.DIARY, draft=draft, expires_at=expires_at)
    )


def _seen(record: Record, writing: Writing) -> SessionSeen:
    return seen(writing.session, record.groups.by_id(writing.session.group_id).name)
