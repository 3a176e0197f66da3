"""What manager and person are told about a wish to be erased, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.erasing import Because, Extent
from mentoring.ids import PersonId
from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutErasure(Notice):
    person_id: PersonId

    def card(self) -> str:
        return f"erasure:{self.person_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ErasureWish(AboutErasure):
    """To a manager, with what would go and what has to stay; `sure` asks once more."""

    must_arrive: ClassVar[bool] = True

    name: str
    extent: Extent
    sure: bool = False
    on_paper: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWishFor(Notice):
    """To a manager, of somebody without Telegram: is it really their wish?"""

    membership_id: int
    group_id: int
    name: str

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhyKept(AboutErasure):
    """To a manager who does not erase: one reason with a tap, or another in words."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ErasureDecided(AboutErasure):
    """To the managers; `name` is no longer a name when somebody was erased. `told`: they could be told."""

    name: str
    by: str
    erased: bool
    told: bool
    on_paper: bool = False
    because: Because | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Erased(Notice):
    """The last that somebody hears: the record knows nobody behind their chat any more."""

    must_arrive: ClassVar[bool] = True

    by: str
    evidence: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotErased(Notice):
    """Why, and who decided: whom to turn to."""

    must_arrive: ClassVar[bool] = True

    by_id: PersonId
    by: str
    because: Because
    words: str
