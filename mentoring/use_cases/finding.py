"""Words typed at the Files door find what is filed, for as far as whoever types may read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.file_names import ending_of
from mentoring.finding import kind_words, matches, words_of
from mentoring.notices.toolbars import FoundFilings
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.files_door import lines_of, readable
from mentoring.use_cases.filing_prompts import listen_for_search, searched_for
from mentoring.use_cases.paging import paged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Filing
    from mentoring.notices.toolbars import FilingLine
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnFound:
    """Another page of what was found."""

    by: Acting
    page: int


def searched(record: Record, by: Acting, text: str, _: Prompt, now: datetime) -> None:
    person = authorise(record, by, Act.OPEN_FILES).known()
    words = names.cleaned_words(text)[:200]
    listen_for_search(record, by, now, words=words)
    _show(record, by, person, words, 0)


def turn_found(record: Record, command: TurnFound, now: datetime) -> None:
    person = authorise(record, command.by, Act.OPEN_FILES).known()
    words = searched_for(record, command.by, now)
    if not words:
        raise Refusal(Why.GONE)
    _show(record, command.by, person, words, command.page)


def _show(record: Record, by: Acting, person: Person, words: str, page: int) -> None:
    filings = readable(record, person).filings
    query, lines = words_of(words), lines_of(record, filings)
    found = [one for one, line in zip(filings, lines, strict=True) if matches(query, _texts(record, one, line))]
    shown, more = paged(found, page)
    card = FoundFilings(words=words, lines=lines_of(record, shown), count=len(found), page=page, more=more)
    notices.answer(record, by, person, card)


def _texts(record: Record, filing: Filing, line: FilingLine) -> Sequence[str]:
    titles = (line.document.code, line.document.en, line.document.bg) if line.document is not None else ()
    kinds = kind_words(filing.name, is_scan=filing.scan_id is not None and ending_of(filing.name) == "pdf")
    return [*titles, line.person, filing.name, *kinds]
