"""What the use cases need of the record for the kit; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from mentoring.files import Attachment, Received
    from mentoring.filings import FiledFile, Filing, FilingDeed, FilingState, LoggedDeed, Upload
    from mentoring.ids import (
        AttachmentId,
        FilingId,
        GroupId,
        MoveId,
        PersonId,
        ProgrammeId,
        ScanId,
        SessionId,
        SignerId,
        SlotId,
        SubmissionId,
        UploadId,
    )
    from mentoring.inspection_ports import Inspections
    from mentoring.kit import Code, DocumentChoice
    from mentoring.own_templates import OwnTemplates
    from mentoring.pack_ports import Packs
    from mentoring.papers import Paper, PaperKind, PaperLanguage, Signer
    from mentoring.people import Role
    from mentoring.record_ids import RecordId
    from mentoring.scan_ports import Scans
    from mentoring.screening_ports import Screenings
    from mentoring.slots import Slot, SlotKey
    from mentoring.submissions import Submission


class DocumentChoices(Protocol):
    """What managers have changed about their programme's kit."""

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[DocumentChoice]: ...

    def save(self, programme_id: ProgrammeId, choice: DocumentChoice, *, by: PersonId, now: datetime) -> None: ...


class Slots(Protocol):
    """What is owed, by whom, and how far it is."""

    def by_id(self, slot_id: SlotId) -> Slot | None: ...

    def by_key(self, key: SlotKey) -> Slot | None: ...

    def of_group(self, group_id: GroupId) -> Sequence[Slot]:
        """In the order of the kit."""

    def of_person(self, person_id: PersonId) -> Sequence[Slot]: ...

    def of_submission(self, submission_id: SubmissionId) -> Slot | None: ...

    def signed_in_common(self, group_id: GroupId) -> Sequence[Slot]:
        """What the whole group is signing now."""

    def groups_without(self, limit: int) -> Sequence[GroupId]:
        """Groups at work that have none yet."""

    def add(self, key: SlotKey, *, due_on: date | None, now: datetime) -> Slot:
        """Open; the one that is there where another transaction was faster."""

    def change(self, before: Slot, after: Slot) -> bool:
        """One guarded UPDATE: False when its state has changed since."""

    def regroup(self, person_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        """What these people owe and what was filed of it goes along; of what is owed in both, one slot stays."""


class Papers(Protocol):
    """What the bot has handed out."""

    def issue(
        self,
        *,
        code: Code,
        group_id: GroupId,
        slot_id: SlotId | None,
        person_id: PersonId | None,
        session_id: SessionId | None,
        kind: PaperKind,
        language: PaperLanguage,
        form_version: str,
        by: PersonId,
        now: datetime,
    ) -> Paper:
        """With a record id that no other paper has."""

    def by_record_id(self, record_id: RecordId) -> Paper | None: ...

    def of_slot(self, slot_id: SlotId) -> Sequence[Paper]: ...

    def lately(self, code: Code, group_id: GroupId, *, since: datetime) -> Sequence[Paper]:
        """The newest first."""


class Signers(Protocol):
    """The rows of signature boards."""

    def of_slot(self, slot_id: SlotId) -> Sequence[Signer]: ...

    def by_id(self, signer_id: SignerId) -> Signer | None: ...

    def of_person(self, person_id: PersonId) -> Sequence[Signer]: ...

    def of_submission(self, submission_id: SubmissionId) -> Sequence[Signer]: ...

    def add(
        self, slot_id: SlotId, *, person_id: PersonId, role: Role, as_guardian: bool, name: str, now: datetime
    ) -> Signer: ...

    def change(self, before: Signer, after: Signer) -> bool:
        """One guarded UPDATE: False when its state has changed since."""


class Filings(Protocol):
    """The two toolbars."""

    def add(self, filing: Filing) -> Filing:
        """With the number that the database gives it; its own is not looked at."""

    def by_id(self, filing_id: FilingId) -> Filing | None: ...

    def of_group(self, group_id: GroupId, states: Sequence[FilingState]) -> Sequence[Filing]: ...

    def of_slot(self, slot_id: SlotId) -> Sequence[Filing]:
        """All versions, the newest first."""

    def of_submission(self, submission_id: SubmissionId) -> Sequence[Filing]: ...

    def change(self, before: Filing, after: Filing) -> bool:
        """One guarded UPDATE: False when its state has changed since."""

    def log(self, filing_id: FilingId, deed: FilingDeed, *, by: PersonId, reason: str, now: datetime) -> None: ...

    def deeds(self, filing_id: FilingId) -> Sequence[LoggedDeed]:
        """In the order in which they were done."""

    def of_groups(self, group_ids: Sequence[GroupId], limit: int) -> Sequence[Filing]:
        """What stands in their toolbars now, the newest first."""

    def scan_of_move(self, move_id: MoveId) -> ScanId | None:
        """The pages of that version as one file, where they were joined."""

    def scan_of_upload(self, upload_id: UploadId) -> ScanId | None: ...

    def regroup(self, *, old: GroupId, new: GroupId, but: Sequence[PersonId]) -> None:
        """What stood in the old group's toolbars, or was about to, stands in the new one's; theirs stays."""

    def file_of(self, filing: Filing) -> FiledFile | None:
        """What can be sent of it; None where even Telegram never had it."""


class Uploads(Protocol):
    """Files that managers and mentors sent, until they are filed."""

    def add(self, person_id: PersonId, *, group_id: GroupId | None, now: datetime) -> Upload: ...

    def by_id(self, upload_id: UploadId) -> Upload | None: ...

    def change(self, before: Upload, after: Upload) -> bool:
        """One guarded UPDATE: False when its state has changed since."""

    def add_file(self, upload_id: UploadId, file: Received, now: datetime) -> None: ...

    def take_files_of(self, draft: Submission, upload_id: UploadId) -> None:
        """What came as a draft belongs to this upload from now on, joined pages too, but not what was left out."""

    def files(self, upload_id: UploadId) -> Sequence[Attachment]:
        """In the order in which they were sent."""

    def of_message(self, chat_id: int, message_id: int) -> tuple[Upload, Attachment] | None:
        """The newest file that this message has brought."""

    def of_file(self, attachment_id: AttachmentId) -> Upload | None: ...


class KitRecord(Protocol):
    """The record's part that is about documents."""

    @property
    def document_choices(self) -> DocumentChoices: ...

    @property
    def slots(self) -> Slots: ...

    @property
    def inspections(self) -> Inspections: ...

    @property
    def own_templates(self) -> OwnTemplates: ...

    @property
    def papers(self) -> Papers: ...

    @property
    def signers(self) -> Signers: ...

    @property
    def filings(self) -> Filings: ...

    @property
    def uploads(self) -> Uploads: ...

    @property
    def scans(self) -> Scans: ...

    @property
    def packs(self) -> Packs: ...

    @property
    def screenings(self) -> Screenings: ...
