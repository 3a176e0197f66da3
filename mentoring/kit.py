"""The kit: which documents a programme uses, who fills, signs and files each, who may see it, and when it is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from mentoring.people import Language, Role
from mentoring.sessions import SessionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

#: Of a document, like T04; the kit of a programme says which there are.
Code = NewType("Code", str)

GUIDE = Code("T00")
CONTRACT = Code("T04")
SESSION_PLAN = Code("T05")
DIARY = Code("T06")
PARTICIPANTS_LIST = Code("T10")


class Phase(StrEnum):
    """In the order of a programme's life."""

    START = "start"
    SELECTION = "selection"
    INITIAL = "initial"
    SESSIONS = "sessions"
    MIDDLE = "middle"
    FINAL = "final"


class Per(StrEnum):
    """What there is one document for. MEMBER is each mentor and mentee, DIARY each mentee of each session held."""

    NOBODY = "nobody"
    MENTEE = "mentee"
    MENTOR = "mentor"
    MEMBER = "member"
    GROUP = "group"
    SESSION = "session"
    DIARY = "diary"


class Toolbar(StrEnum):
    """The two places where managers and mentors file; nobody files anywhere else."""

    MANAGING = "managing"
    MONITORING = "monitoring"


class Visibility(StrEnum):
    """Who finds it once it is filed. Whoever it is about finds their own, except where it is MANAGERS."""

    GROUP = "group"
    LEADERS = "leaders"
    MANAGERS = "managers"


class Anchor(StrEnum):
    """What a due day is counted from."""

    JOINING = "joining"
    INITIAL_SESSION = "initial session"
    SESSION = "session"
    MIDDLE = "middle"
    FINAL_SESSION = "final session"
    END = "end"


@dataclass(frozen=True, kw_only=True, slots=True)
class DueRule:
    """So long after the anchor's day; before it where `after` is negative."""

    anchor: Anchor
    after: timedelta = timedelta()

    def day(self, anchors: Mapping[Anchor, date]) -> date | None:
        """None while nobody knows the anchor's day."""
        day = anchors.get(self.anchor)
        return None if day is None else day + self.after


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One kind of document. Without `due` nobody waits for it: it is made when there is need of it.

    `sessions` are the kinds of session that want one, all of them when empty; only for Per.SESSION and Per.DIARY.
    """

    code: Code
    titles: Mapping[Language, str]
    phase: Phase
    per: Per
    mandatory: bool = False
    filled_by: frozenset[Role] = frozenset()
    signed_by: frozenset[Role] = frozenset()
    filed_by: frozenset[Role] = frozenset()
    toolbar: Toolbar | None = None
    visibility: Visibility = Visibility.LEADERS
    due: DueRule | None = None
    sessions: frozenset[SessionKind] = frozenset()

    def may_be_filed_by(self, roles: Collection[Role]) -> bool:
        return bool(self.filed_by & {*roles})

    @property
    def is_signed(self) -> bool:
        return bool(self.signed_by)

    def title(self, language: Language) -> str:
        return self.titles[language]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kit:
    """The documents of one programme, those that it does not use among them, in the order of their codes."""

    documents: Mapping[Code, Document]
    used: frozenset[Code]

    def __contains__(self, code: object) -> bool:
        return code in self.used

    def find(self, code: Code) -> Document | None:
        """Also one that is no longer used: what was filed of it stays."""
        return self.documents.get(code)

    @property
    def in_use(self) -> tuple[Document, ...]:
        return tuple(one for one in self.documents.values() if one.code in self.used)

    def with_changes(self, choices: Iterable[DocumentChoice]) -> Kit:
        """As a manager has changed it for this programme."""
        documents, used = dict(self.documents), set(self.used)
        for choice in choices:
            document = documents.get(choice.code)
            if document is None:
                continue
            documents[choice.code] = choice.applied_to(document)
            if choice.in_use is not None:
                (used.add if choice.in_use else used.discard)(choice.code)
        return Kit(documents=documents, used=frozenset(used))


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentChoice:
    """What a manager has decided about one document of a programme; None leaves it as the definition has it."""

    code: Code
    in_use: bool | None = None
    titles: Mapping[Language, str] | None = None

    def applied_to(self, document: Document) -> Document:
        return replace(document, titles={**document.titles, **(self.titles or {})})


def kit_of(documents: Iterable[Document], *, optional: Iterable[str] = ()) -> Kit:
    """`optional` names what is used beside the mandatory documents and the guide."""
    in_order = {one.code: one for one in sorted(documents, key=lambda one: one.code)}
    wanted = {*optional}
    used = frozenset(code for code, one in in_order.items() if one.mandatory or code == GUIDE or code in wanted)
    return Kit(documents=in_order, used=used)
