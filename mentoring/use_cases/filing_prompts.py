"""What the bot listens for around what is filed: words to search by, a reason, a new file."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.ids import FilingId
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.use_cases import open_questions

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.filings import Filing, FilingDeed
    from mentoring.people import Person
    from mentoring.ports import Record

#: Afterwards, words mean what they mean everywhere.
_SEARCHED_FOR = timedelta(hours=1)


def listen_for_search(record: Record, by: Acting, now: datetime, *, words: str = "") -> None:
    person = record.people.by_telegram_id(by.telegram_id)
    if person is not None:
        open_questions.give_up(record, person, now)
    prompt = Prompt(
        telegram_id=by.telegram_id, asking=Asking.FILES_SEARCH, draft={"words": words}, expires_at=now + _SEARCHED_FOR
    )
    record.prompts.ask(prompt)


def searched_for(record: Record, by: Acting, now: datetime) -> str:
    """Empty when nothing was searched for, or too long ago."""
    prompt = record.prompts.of(by.telegram_id, now)
    return prompt.words("words") if prompt is not None and prompt.asking is Asking.FILES_SEARCH else ""


def listen_for_deed(record: Record, by: Acting, filing: Filing, deed: FilingDeed, now: datetime) -> None:
    """`from`: where it stood when it was asked about, so that two who move it don't move it twice."""
    draft: dict[str, str | int] = {"filing": filing.id, "deed": deed.value, "from": filing.toolbar.value}
    prompt = Prompt(telegram_id=by.telegram_id, asking=Asking.FILING_DEED, draft=draft, expires_at=now + VALID)
    record.prompts.ask(prompt)


def awaited_file(record: Record, person: Person, now: datetime) -> FilingId | None:
    """The filing whose place the next file takes."""
    prompt = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    if prompt is None or prompt.asking is not Asking.FILING_DEED or prompt.words("deed") != "replace":
        return None
    return FilingId(prompt.number("filing"))
