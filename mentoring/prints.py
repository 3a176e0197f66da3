"""Print packs: all forms that a group needs on the table at its first session, with everybody's names on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring.ids import DueId, GroupId, PersonId
from mentoring.kit import Code, Phase
from mentoring.notices.kit import Titled
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Language
from mentoring.printed import Known, NamedPerson

if TYPE_CHECKING:
    from mentoring.kit import Document

ATTENDANCE = Code("X01")
#: Nobody waits longer: then it is said that nothing came of it.
GIVEN_UP_AFTER = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintOrder:
    """Stands until it is made, also through a restart."""

    id: DueId
    group_id: GroupId
    person_id: PersonId
    asked_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedForm:
    """One form of the pack. `signers` and `guardians` are who signs it, in the order of its rows."""

    title: Titled
    language: PaperLanguage
    kind: PaperKind
    record_id: str
    form_version: str
    template: str | None
    known: Known
    whose: str = ""
    signers: tuple[NamedPerson, ...] = ()
    guardians: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintContents:
    """In the order in which it is printed: what is the group's, then everybody's own. `language` is its reader's."""

    order: PrintOrder
    group_name: str
    on: date
    language: Language
    zone: str
    forms: tuple[PrintedForm, ...]


def is_printed(document: Document) -> bool:
    """For the first session, and for every other: who was there."""
    return document.phase is Phase.INITIAL or document.code == ATTENDANCE
