"""Albums come part by part, without an end mark: they settle when nothing has come for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.files import unfit_for_comment, unfit_for_work
from mentoring.notices import PLAIN
from mentoring.submissions import OF_WORK, State
from mentoring.use_cases import handing_in, remarks, scan_pages, scanning, submission_prompts, uploads
from mentoring.use_cases.draft_senders import sender_behind
from mentoring.use_cases.passing_on import pass_on
from mentoring.use_cases.submission_cards import route, story_of, tell_mentee

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.files import Received
    from mentoring.ids import GroupId, MoveId
    from mentoring.ports import Record
    from mentoring.submissions import Move, Submission
    from mentoring.use_cases.handing_in import Sender

#: Parts of one album come within a fraction of this; what comes later is added all the same.
QUIET = timedelta(seconds=2)


def begin_album(
    record: Record, sender: Sender, file: Received, album: str, now: datetime, *, group_id: GroupId | None = None
) -> None:
    group_id = group_id or sender.only_group
    _, move = handing_in.begin(record, sender, file, state=State.COLLECTING, group_id=group_id, now=now)
    record.albums.open(file.chat_id, album, move.id, now + QUIET)


def add_part(record: Record, by: Acting, file: Received, album: str | None, now: datetime) -> bool:
    """False when this album is new. A part that can't be taken is left out in silence: its album was answered."""
    move_id = record.albums.move_of(file.chat_id, album) if album is not None else None
    if album is None or move_id is None:
        return False
    submission = record.submissions.of_move(move_id)
    move = next(one for one in record.submissions.moves(submission.id) if one.id == move_id)
    if any(known.message_id == file.message_id for known in move.files):
        return True
    if move.kind in OF_WORK and unfit_for_work(file) is None:
        record.attachments.add(move_id, file, now, fetch=file.chat_id > 0 or submission.state not in _UNASKED)
        record.albums.extend(file.chat_id, album, now + QUIET)
    elif move.kind not in OF_WORK and unfit_for_comment(file) is None:
        _add_to_remark(record, submission, move, file, now)
    return True


_UNASKED = frozenset({State.COLLECTING, State.OFFERED})


def _add_to_remark(record: Record, submission: Submission, move: Move, file: Received, now: datetime) -> None:
    added = record.attachments.add(move.id, file, now)
    story = story_of(record, submission)
    pass_on(record, story, remarks.with_files(move, (added,)), remarks.other_side(record, story, move.person_id))


def settle_album(record: Record, move_id: MoveId, now: datetime) -> None:
    """The clock: an album that has been quiet for long enough goes on its way, once."""
    if not record.albums.settle(move_id, now):
        return
    submission = record.submissions.of_move(move_id)
    if submission.is_draft:
        _settle_draft(record, submission, now)
    else:
        _show_late_parts(record, submission, move_id, now)


def _settle_draft(record: Record, draft: Submission, now: datetime) -> None:
    sender = sender_behind(record, draft)
    person = sender.person
    [move] = record.submissions.moves(draft.id)
    photographed = scan_pages.are_photographs(move.files)
    target = submission_prompts.awaited_correction(record, person, now)
    if draft.state is State.SCANNING:
        scanning.show_more(record, sender, draft, now)
    elif draft.state is not State.COLLECTING:
        handing_in.ask_again(record, sender, draft)
    elif photographed and scanning.join_album(record, sender, draft, now):
        return
    elif target is not None and not photographed:
        handing_in.correct(record, sender, draft, target, now)
        submission_prompts.close(record, person)
    elif sender.only_files and not photographed:
        uploads.from_draft(record, None, person, draft, now)
    else:
        handing_in.advance(record, sender, draft, now)


def _show_late_parts(record: Record, submission: Submission, move_id: MoveId, now: datetime) -> None:
    story = story_of(record, submission)
    if story.latest.id == move_id:
        if record.scans.of_move(move_id) is not None:
            scan_pages.follow(record, story.latest, now)
            story = story_of(record, submission)
        route(record, story, now)
        tell_mentee(record, story, now, PLAIN)
