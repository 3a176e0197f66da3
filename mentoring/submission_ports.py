"""What the use cases need to know and to keep of submissions; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.files import Attachment, Fetching, Keeping, Received, SentLately
    from mentoring.ids import (
        AttachmentId,
        ConcernId,
        DiaryId,
        GroupId,
        LineId,
        MoveId,
        PersonId,
        SlotId,
        SubmissionId,
    )
    from mentoring.notices.submissions import Line
    from mentoring.submissions import Circle, Concerning, Move, NewMove, Placed, State, Submission


class Submissions(Protocol):
    """Work handed in, with everything that was done with it."""

    def by_id(self, submission_id: SubmissionId) -> Submission | None: ...

    def of_move(self, move_id: MoveId) -> Submission: ...

    def add(self, *, mentee_id: PersonId, group_id: GroupId | None, state: State, now: datetime) -> Submission:
        """Numbered at once unless it is a draft."""

    def change(self, before: Submission, after: Submission) -> bool:
        """One guarded UPDATE: False when somebody was faster. A draft that is handed in gets its number by `number`."""

    def next_number(self) -> int: ...

    def take(self, submission_id: SubmissionId, person_id: PersonId) -> None:
        """This mentor has it from now on."""

    def regroup(self, mentee_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        """All that these mentees handed in to the old group belongs to the new one."""

    def open_in(self, group_id: GroupId) -> Sequence[Submission]:
        """All that is neither a draft nor closed, the longest first."""

    def for_slot(self, slot_id: SlotId, mentee_id: PersonId) -> Sequence[Submission]:
        """What this person has handed in of it, the oldest first; drafts are none of it."""

    def drop(self, draft: Submission) -> None:
        """With its moves and the files' rows."""

    def hand_to(self, draft: Submission, target: Submission) -> None:
        """The draft's version becomes the latest one of `target`, and the draft is no more."""

    def just_before(self, page: Submission, since: datetime) -> Submission | None:
        """What the same mentee sent to the same group since then, still waiting: the newest before this one."""

    def hand_pages_to(self, page: Submission, whole: Submission) -> None:
        """The files and notes of `page` become part of the present version of `whole`."""

    def log(self, submission: Submission, move: NewMove, at: datetime) -> MoveId: ...

    def moves(self, submission_id: SubmissionId) -> Sequence[Move]:
        """In the order in which they were made, each with its files."""

    def next_version(self, submission_id: SubmissionId) -> int:
        """A number that no version has had, not even one that was taken back."""

    def take_back_version(self, submission: Submission) -> None:
        """Its present one: the move that brought it stays, as TAKEN_BACK."""

    def said_in(self, person_id: PersonId, message_id: int) -> Move | None:
        """Without its files: the words of a private message that this person wrote."""

    def reword(self, move_id: MoveId, text: str) -> None: ...

    def circle(self, group_id: GroupId) -> Circle: ...

    def concerning(self, mentee_id: PersonId, unique_ids: Sequence[str]) -> Concerning:
        """What the bot may have to ask about: where all these files were handed in before, and what came back."""

    def waiting(self, group_ids: Sequence[GroupId]) -> Sequence[Line]:
        """With the mentor, the longest first."""

    def of_mentee(self, mentee_id: PersonId) -> Sequence[Line]:
        """The newest first."""


class Attachments(Protocol):
    """Files by reference, and how far their copies are."""

    def add(self, move_id: MoveId, file: Received, now: datetime, *, fetch: bool = True) -> Attachment: ...

    def add_spoken(self, diary_id: DiaryId, file: Received, now: datetime) -> None:
        """A diary's answer."""

    def add_to_concern(self, concern_id: ConcernId, file: Received, now: datetime) -> None: ...

    def add_to_line(self, line_id: LineId, file: Received, now: datetime) -> None:
        """Of a session's record."""

    def replace(self, attachment_id: AttachmentId, file: Received, now: datetime) -> None:
        """Within a draft, which nobody has seen."""

    def repeat(self, to: MoveId, of: MoveId, *, but: AttachmentId) -> None:
        """The other files of an earlier version belong to this one too."""

    def by_message(self, chat_id: int, message_id: int) -> Placed | None:
        """The newest file that this message has carried."""

    def sent_since(self, person_id: PersonId, chat_id: int, since: datetime) -> SentLately: ...

    def recaption(self, attachment_id: AttachmentId, caption: str) -> None: ...

    def fetch_now(self, submission_id: SubmissionId, now: datetime) -> None: ...

    def to_fetch(self, now: datetime, limit: int) -> Sequence[Fetching]: ...

    def fetching(self, attachment_id: AttachmentId) -> Fetching | None:
        """None when it is gone or no longer to be fetched."""

    def stored(
        self, attachment_id: AttachmentId, *, sha256: str, size: int, now: datetime, file_id: str | None = None
    ) -> bool:
        """False when it was stored before, or is no longer the file that was fetched as `file_id`."""

    def try_again(self, attachment_id: AttachmentId, at: datetime) -> None: ...

    def put_off(self, attachment_id: AttachmentId, at: datetime) -> None:
        """It was not even tried."""

    def give_up(self, attachment_id: AttachmentId, keeping: Keeping) -> bool:
        """False when it was settled before."""

    def submission_of(self, attachment_id: AttachmentId) -> Submission | None: ...

    def same_content(self, attachment_id: AttachmentId) -> Submission | None:
        """An earlier submission of the same mentee that holds the same bytes."""


class Albums(Protocol):
    """Parts of one album come as separate updates, without an end mark."""

    def move_of(self, chat_id: int, media_group_id: str) -> MoveId | None: ...

    def open(self, chat_id: int, media_group_id: str, move_id: MoveId, settles_at: datetime) -> None: ...

    def extend(self, chat_id: int, media_group_id: str, settles_at: datetime) -> None: ...

    def next_due(self) -> datetime | None: ...

    def due(self, now: datetime) -> Sequence[MoveId]:
        """Albums that have been quiet for long enough."""

    def settle(self, move_id: MoveId, now: datetime) -> bool:
        """One guarded UPDATE: False when it has settled before, or a part has come since."""

    def put_off(self, move_id: MoveId, until: datetime) -> None: ...


class Tallies(Protocol):
    """What is only counted."""

    def count(self, what: str, now: datetime) -> None: ...

    def on(self, what: str, day: datetime) -> int:
        """So far on that day, by UTC."""
