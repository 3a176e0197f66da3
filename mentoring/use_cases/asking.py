"""Opening a question and its prompt together, in the language chosen so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.people import Language
from mentoring.prompts import VALID, Asking, Prompt

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.notices.joining import Question
    from mentoring.people import Person
    from mentoring.ports import Record


def ask(record: Record, by: Acting, asking: Asking, question: Question, now: datetime, **draft: str | int) -> None:
    """Takes the place of whatever was asked before, also on the screen."""
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=asking, draft=draft, expires_at=now + VALID))
    notices.answer(record, spoken_to(by, draft.get("language")), record.people.by_telegram_id(by.telegram_id), question)


def spoken_to(by: Acting, language: str | int | None) -> Acting:
    """Somebody whom the record does not know yet, in the language that they have chosen on the way in."""
    return by if language is None else replace(by, language=Language(str(language)))


def open_question(record: Record, by: Acting, now: datetime, *asking: Asking) -> Prompt | None:
    """What this person was last asked, if it is one of these."""
    prompt = record.prompts.of(by.telegram_id, now)
    return prompt if prompt is not None and prompt.asking in asking else None


def settle(record: Record, by: Acting, person: Person | None, question: Question) -> None:
    """The last word of a dialogue: nothing is asked any more."""
    record.prompts.close(by.telegram_id)
    notices.answer(record, by, person, question)
