"""What people are told of a file in which a virus was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class VirusInYourFile(Notice):
    """To whoever sent it."""

    must_arrive: ClassVar[bool] = True

    file: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FileHeldBack(Notice):
    """To whom it was meant for; `number` of the submission."""

    must_arrive: ClassVar[bool] = True

    number: int
    file: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VirusFound(Notice):
    """To the operator: `latest` is the row of the file."""

    must_arrive: ClassVar[bool] = True

    latest: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ScannerAway(Notice):
    """To the operator, once for as long as it lasts: `waiting` files are held."""

    must_arrive: ClassVar[bool] = True

    waiting: int
