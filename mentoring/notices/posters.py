"""Posters: in the chat, and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Poster(Notice):
    """One link with its QR code, to be passed on; the words on it are in the group's language.

    `code` can be typed where no link can be opened. `also` are the other languages that the group reads.
    """

    must_arrive: ClassVar[bool] = True

    group_name: str
    organisation: str
    language: Language
    role: Role
    token: str
    places: int
    expires_at: datetime
    programme: str = ""
    code: str = ""
    also: tuple[Language, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PosterSheets(Notice):
    """Some posters, at least one, to be printed: each becomes a sheet of paper."""

    must_arrive: ClassVar[bool] = True

    posters: tuple[Poster, ...]
