"""About signatures: the board for leaders, everybody's own state, and the pages themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.ids import SignerId, SubmissionId, UploadId
from mentoring.notices import Notice
from mentoring.notices.kit import SlotSeen, Titled
from mentoring.notices.submissions import FileShown
from mentoring.papers import PaperKind, PaperLanguage, SignerState
from mentoring.people import Role
from mentoring.printed import Known, NamedPerson


@dataclass(frozen=True, kw_only=True, slots=True)
class SignerSeen:
    """`number` is of the submission that brought their page. `on_paper` is somebody without Telegram."""

    signer_id: SignerId
    name: str
    role: Role
    as_guardian: bool
    state: SignerState
    since: datetime
    number: int | None = None
    on_paper: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowToIssue(Notice):
    """Before anything is sent: who will sign, and whether on one page or on a page each."""

    slot: SlotSeen
    group_name: str
    names: tuple[str, ...]
    in_pages: bool

    def card(self) -> str:
        return f"slot:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureBoard(Notice):
    """For managers and mentors: one card for each document, edited where it stands."""

    must_arrive: ClassVar[bool] = True

    slot: SlotSeen
    group_name: str
    signers: tuple[SignerSeen, ...]
    done: int
    total: int
    can_remind: bool = False
    can_file: bool = False
    pages: bool = False

    def card(self) -> str:
        return f"signatures:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SignerCard(Notice):
    """One row of the board. `file` when a single one can stand on the card; `can_decide` while it waits for a look."""

    slot: SlotSeen
    group_name: str
    signer: SignerSeen
    submission_id: SubmissionId | None = None
    version: int = 0
    file: FileShown | None = None
    can_decide: bool = False
    can_get_page: bool = False

    def card(self) -> str:
        return f"signer:{self.signer.signer_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MySignature(Notice):
    """To whoever signs: their own state, and how many have signed; of the others never who. `pages` for a page each."""

    must_arrive: ClassVar[bool] = True

    slot: SlotSeen
    group_name: str
    state: SignerState
    done: int
    total: int
    pages: bool
    with_guardian: bool = False

    def card(self) -> str:
        return f"my-signature:{self.slot.slot_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PageSent(Notice):
    """The paper itself, made when it is sent. `whose` is somebody else's name; `to_read` beside one's own page."""

    title: Titled
    kind: PaperKind
    language: PaperLanguage
    known: Known
    signers: tuple[NamedPerson, ...]
    guardians: tuple[str, ...]
    record_id: str
    form_version: str
    file_name: str
    template: str | None = None
    whose: str | None = None
    to_read: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToPhotograph(Notice):
    """How a page is photographed so that it can be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AllSigned(Notice):
    """In the group: nobody is named."""

    broadcast: ClassVar[bool] = True

    title: Titled


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedCopy(Notice):
    """To each party, once it is filed; `own` where they get only their own page of it."""

    must_arrive: ClassVar[bool] = True

    title: Titled
    group_name: str
    files: tuple[FileShown, ...]
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MissingReminded(Notice):
    """Over the pressed button; `people` is 0 where all of them were reminded today."""

    people: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhoSigned(Notice):
    """To a mentor or manager who sent a scan of what is being signed. `ticked` has one bit for each of `signers`."""

    must_arrive: ClassVar[bool] = True

    upload_id: UploadId
    slot: SlotSeen
    group_name: str
    signers: tuple[SignerSeen, ...]
    ticked: int

    def card(self) -> str:
        return f"upload:{self.upload_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFiled(Notice):
    """A scan of signatures stands in its toolbar; so many of them are on it."""

    upload_id: UploadId
    slot: SlotSeen
    group_name: str
    names: tuple[str, ...]
    done: int
    total: int

    def card(self) -> str:
        return f"upload:{self.upload_id}"
