"""Buttons on what is filed, and on what is on its way into the toolbars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, PersonId, SessionId, SubmissionId, UploadId
from mentoring.kit import Code, Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class FileTo(Button):
    prefix: ClassVar[str] = "ft"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId
    version: int
    toolbar: Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptAndFileButton(Button):
    prefix: ClassVar[str] = "fa"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoFilingButton(Button):
    prefix: ClassVar[str] = "fu"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class FileInsteadButton(Button):
    """The draft is not handed in, but filed."""

    prefix: ClassVar[str] = "fh"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadGroup(Button):
    prefix: ClassVar[str] = "fg"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadDocument(Button):
    prefix: ClassVar[str] = "fd"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadPerson(Button):
    prefix: ClassVar[str] = "fp"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadSession(Button):
    prefix: ClassVar[str] = "fs"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadToolbar(Button):
    prefix: ClassVar[str] = "fo"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    toolbar: Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadMore(Button):
    """Further choices of the same question."""

    prefix: ClassVar[str] = "fm"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadElse(Button):
    """No document of the kit."""

    prefix: ClassVar[str] = "fe"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadAnew(Button):
    """From the first question on."""

    prefix: ClassVar[str] = "fn"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId


@dataclass(frozen=True, kw_only=True, slots=True)
class DropUploadButton(Button):
    prefix: ClassVar[str] = "fx"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoUploadButton(Button):
    prefix: ClassVar[str] = "fz"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
