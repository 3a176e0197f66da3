"""What people are told of a file in which a virus was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.ids import UploadId
from mentoring.notices import Notice
from mentoring.notices.files import About, UploadedFile


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
class UploadBeingChecked(Notice):
    """To a leader who has said all that has to be known: it is filed by itself once nothing was found."""

    must_arrive: ClassVar[bool] = True

    upload_id: UploadId
    files: tuple[UploadedFile, ...]
    about: About

    def card(self) -> str:
        return f"upload:{self.upload_id}"


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
