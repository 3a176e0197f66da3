"""What somebody writes into the minutes: asked for by a button, typed, and never lost where two write at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.files import FileKind
from mentoring.ids import SessionId
from mentoring.minutes import LONGEST_TEXT, Part, Phase, joined, tidied
from mentoring.notices.minutes import MinutesAsked, MinutesClash
from mentoring.people import Person
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import minutes_cards, open_questions, session_cards
from mentoring.use_cases.minutes_cards import Book, OfMinutes, opened, save, show

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.ports import Record

_OPEN = frozenset({Phase.DRAFT, Phase.CORRECTING})


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPart:
    """`adds`: what is typed is put after what stands there, or else instead of it."""

    by: Acting
    session_id: SessionId
    part: Part
    adds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SettleClash:
    """What becomes of the words that were typed while somebody else wrote: after theirs, or instead of those shown."""

    by: Acting
    session_id: SessionId
    adds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PutRecord:
    """What was written in the chat into the minutes, or out of them."""

    by: Acting
    session_id: SessionId
    with_record: bool


def editable(record: Record, by: Acting, session_id: SessionId) -> tuple[Person, Book]:
    """Raises Refusal for what is accepted: it is corrected first."""
    actor, book = opened(record, by, session_id)
    if book.phase not in _OPEN:
        raise Refusal(Why.ALREADY_DONE)
    return actor.known(), book


@dataclass(frozen=True, kw_only=True, slots=True)
class _Writing:
    """`draft` is the prompt's: which part, whether it `adds`, how it read when it was asked for, and perhaps `mine`."""

    by: Acting
    person: Person
    book: Book
    draft: Mapping[str, str | int]

    @property
    def part(self) -> Part:
        return Part(str(self.draft["part"]))

    @property
    def there(self) -> str:
        return self.book.draft.words(self.part)

    @property
    def adds(self) -> bool:
        return bool(self.draft["adds"])

    @property
    def mine(self) -> str:
        return str(self.draft.get("mine", ""))

    @property
    def is_moved(self) -> bool:
        """Somebody else wrote since this one looked."""
        return self.there != self.draft.get("seen")

    def asked(self) -> MinutesAsked:
        seen = session_cards.seen(self.book.session, self.book.group.name)
        return MinutesAsked(session=seen, part=self.part, words=self.there, adds=self.adds)


def ask_part(record: Record, command: AskPart, now: datetime) -> None:
    person, book = editable(record, command.by, command.session_id)
    open_questions.give_up(record, person, now)
    words = book.draft.words(command.part)
    draft: dict[str, str | int] = {
        "session_id": book.session.id,
        "part": command.part,
        "adds": int(command.adds and bool(words)),
        "seen": words,
    }
    writing = _Writing(by=command.by, person=person, book=book, draft=draft)
    _listen(record, writing, now)
    notices.answer(record, command.by, person, writing.asked())


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    writing = _still_asked(record, by, prompt, now)
    if writing is None:
        return
    words = tidied(text)
    if not words:
        notices.answer(record, by, writing.person, replace(writing.asked(), needs_words=True))
    elif writing.mine or (not writing.adds and writing.is_moved):
        _clash(record, writing, joined(writing.mine, words), now)
    else:
        _put(record, writing, joined(writing.there if writing.adds else "", words), now)


def settle_clash(record: Record, command: SettleClash, now: datetime) -> None:
    person, book = editable(record, command.by, command.session_id)
    prompt = record.prompts.of(command.by.telegram_id, now)
    is_asked = prompt is not None and prompt.asking is Asking.MINUTES_TEXT and bool(prompt.words("mine"))
    if prompt is None or not is_asked or prompt.number("session_id") != book.session.id:
        raise Refusal(Why.GONE)
    writing = _Writing(by=command.by, person=person, book=book, draft=prompt.draft)
    if not command.adds and writing.is_moved:
        return _clash(record, writing, writing.mine, now)
    return _put(record, writing, joined(writing.there if command.adds else "", writing.mine), now)


def _put(record: Record, writing: _Writing, words: str, now: datetime) -> None:
    """What is too long stays with whoever wrote it: it is asked for once more."""
    if len(words) > LONGEST_TEXT:
        again = replace(writing, draft={name: one for name, one in writing.draft.items() if name != "mine"})
        _listen(record, again, now)
        too_long = replace(again.asked(), too_long=len(words) - LONGEST_TEXT)
        return notices.answer(record, writing.by, writing.person, too_long)
    record.prompts.close(writing.by.telegram_id)
    book = writing.book
    saved = save(record, book, book.draft.written(writing.part, words, by=writing.person.id, now=now))
    return show(record, writing.by, writing.person, replace(book, kept=saved, draft=saved), now)


def _clash(record: Record, writing: _Writing, mine: str, now: datetime) -> None:
    _listen(record, replace(writing, draft={**writing.draft, "mine": mine, "seen": writing.there}), now)
    book, other = writing.book, writing.book.draft.changed_by
    clash = MinutesClash(
        session=session_cards.seen(book.session, book.group.name),
        part=writing.part,
        by=record.people.by_id(other).name if other is not None else "",
        theirs=writing.there,
        mine=mine,
        fits=len(joined(writing.there, mine)) <= LONGEST_TEXT,
    )
    notices.answer(record, writing.by, writing.person, clash)


def put_record(record: Record, command: PutRecord, now: datetime) -> None:
    person, book = editable(record, command.by, command.session_id)
    if book.draft.with_record is not command.with_record:
        after = replace(book.draft.changed(by=person.id, now=now), with_record=command.with_record)
        saved = save(record, book, after)
        book = replace(book, kept=saved, draft=saved)
    show(record, command.by, person, book, now)


def go_back(record: Record, command: OfMinutes, now: datetime) -> None:
    """Without an answer; what somebody typed while another wrote is not taken."""
    prompt = record.prompts.of(command.by.telegram_id, now)
    if prompt is not None and prompt.asking is Asking.MINUTES_TEXT:
        record.prompts.close(command.by.telegram_id)
    minutes_cards.open_minutes(record, command, now)


def ask_for_words(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """A photo or a voice message in the place of words. A document is filed like any other."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.MINUTES_TEXT or file.kind is FileKind.DOCUMENT:
        return False
    writing = _still_asked(record, by, prompt, now)
    if writing is not None:
        notices.answer(record, by, writing.person, replace(writing.asked(), needs_words=True))
    return True


def _still_asked(record: Record, by: Acting, prompt: Prompt, now: datetime) -> _Writing | None:
    """None where they were accepted meanwhile: that is shown instead."""
    actor, book = opened(record, by, SessionId(prompt.number("session_id")))
    if book.phase in _OPEN:
        return _Writing(by=by, person=actor.known(), book=book, draft=prompt.draft)
    record.prompts.close(by.telegram_id)
    show(record, by, actor.known(), book, now)
    return None


def _listen(record: Record, writing: _Writing, now: datetime) -> None:
    asking = Prompt(
        telegram_id=writing.by.telegram_id, asking=Asking.MINUTES_TEXT, draft=writing.draft, expires_at=now + VALID
    )
    record.prompts.ask(asking)
