"""Shows a submission to both sides, each on their own card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.bundles import is_bundling
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Delivery
from mentoring.notices.submissions import (
    Earlier,
    FileShown,
    ReviewCard,
    ReviewFiles,
    SubmissionCard,
    Wanted,
)
from mentoring.people import Reachability
from mentoring.scans import PATIENCE, Scan
from mentoring.submissions import (
    JOIN_WITHIN,
    READY_RETURNS,
    REVIEW_UNDO,
    SPEAKING,
    TO_CORRECT,
    UNDECIDED,
    Circle,
    Move,
    MoveKind,
    State,
    Submission,
    can_join,
    can_undo,
    can_withdraw,
)
from mentoring.taking_back import standing
from mentoring.use_cases import labels
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.filed_cards import FilingSide, offer, side_of
from mentoring.use_cases.labels import LabelSide
from mentoring.use_cases.scan_pages import is_joining, joined_file, latest_of, look_again, scan_of
from mentoring.use_cases.submission_sheets import called, sheet, shown

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ids import PersonId
    from mentoring.notices.kit import SlotSeen
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """A submission with all that its cards show."""

    submission: Submission
    circle: Circle
    moves: Sequence[Move]
    part_of: int | None = None
    filing: FilingSide | None = None
    label: LabelSide | None = None
    asks_label: bool = False
    scan: Scan | None = None

    @property
    def latest(self) -> Move:
        """The move that brought the version which is shown."""
        return latest_of(self.moves)

    @property
    def files(self) -> tuple[FileShown, ...]:
        """Photographs as the one file that they were joined to."""
        joined = joined_file(self)
        return tuple(shown(file) for file in self.latest.files) if joined is None else (joined,)

    @property
    def note(self) -> str:
        """The mentee's words to the version that is shown."""
        latest = self.latest
        added = (move for move in self.moves if move.kind is MoveKind.NOTE and move.version == latest.version)
        return "\n".join(move.words for move in (latest, *added) if move.words)

    @property
    def said(self) -> Move | None:
        """What was said last; a decision that was taken back takes its words with it."""
        said = None
        for move in sorted(standing(self.moves), key=lambda move: (move.at, move.id)):
            if move.kind is MoveKind.UNDO:
                said = None
            elif move.kind in READY_RETURNS or (move.kind in SPEAKING and (move.text or move.files)):
                said = move
        return said

    def name(self, move: Move) -> str:
        return self.circle.names.get(move.person_id, "")


def story_of(record: Record, submission: Submission) -> Story:
    if submission.group_id is None:
        raise LookupError("a draft has no circle")
    whole = record.submissions.by_id(submission.joined_to) if submission.joined_to is not None else None
    moves = record.submissions.moves(submission.id)
    latest = latest_of(moves)
    circle, filing = record.submissions.circle(submission.group_id), side_of(record, submission)
    filers = (one.filed_by for one in filing.filings) if filing is not None else ()
    involved = {submission.mentee_id, *(move.person_id for move in moves), *filers}
    return Story(
        submission=submission,
        circle=replace(circle, names={**_of_others(record, involved - circle.names.keys()), **circle.names}),
        moves=moves,
        part_of=whole.number if whole is not None else None,
        filing=filing,
        label=labels.side_of(record, submission, moves),
        scan=scan_of(record, latest),
    )


def _of_others(record: Record, involved: Iterable[PersonId]) -> Mapping[PersonId, str]:
    """Who has a part in it without a place in its group: a manager who filed it, somebody of a group it came from."""
    return {person_id: record.people.by_id(person_id).name for person_id in involved}


def mentee_card(record: Record, story: Story, now: datetime, *, wanted: Wanted | None = None) -> SubmissionCard:
    within, submission = record.rules.undo, story.submission
    until = submission.sent_at + within if can_withdraw(submission, now, within) else None
    return SubmissionCard(
        sheet=sheet(story),
        withdraw_until=until,
        wanted=wanted,
        earlier=_just_before(record, submission, now),
        likely=_asked_about(story),
        can_label=story.label is not None and submission.can_be_labelled,
    )


def _asked_about(story: Story) -> tuple[SlotSeen, ...]:
    """What it is, is asked until somebody has said, or again when that was wrong."""
    label, submission = story.label, story.submission
    is_open = submission.slot_id is None and submission.can_be_labelled
    return label.likely if label is not None and (is_open or story.asks_label) else ()


def _just_before(record: Record, submission: Submission, now: datetime) -> Earlier | None:
    if submission.state is not State.WAITING or submission.version > 1 or now - submission.sent_at > JOIN_WITHIN:
        return None
    before = record.submissions.just_before(submission, submission.sent_at - JOIN_WITHIN)
    if before is None or not can_join(submission, before, now):
        return None
    return Earlier(submission_id=before.id, number=before.number or 0)


def review_card(story: Story, now: datetime, reader: Person, *, wanted: Wanted | None = None) -> ReviewCard:
    """Who isn't one of the group's mentors may look, but not decide."""
    circle, submission = story.circle, story.submission
    reviews, taker = circle.reviews(reader.id), circle.taker(submission.taken_by)
    undoes = reviews and can_undo(submission, reader.id, now) and not (story.filing and story.filing.filings)
    files = offer(story.filing, submission, reader, now, reviews=reviews)
    is_open = submission.state in UNDECIDED | TO_CORRECT
    is_filed = story.filing is not None and bool(story.filing.filings)
    return ReviewCard(
        sheet=sheet(story),
        can_review=reviews,
        taker=called(circle, taker) if taker is not None and is_open and len(circle.mentors) > 1 else None,
        taken_by_other=circle.has_other(submission.taken_by, reader.id),
        can_take=reviews and is_open and len(circle.mentors) > 1 and (taker is None or taker.id != reader.id),
        undo_until=submission.since + REVIEW_UNDO if undoes else None,
        wanted=wanted,
        accept_into=files.accept_into,
        file_to=files.file_to,
        unfile_until=files.undo_until,
        left_to_manager=files.left_to_manager,
        likely=story.label.likely if story.label is not None and story.asks_label else (),
        can_label=reviews and story.label is not None and not is_filed,
        can_move=submission.can_be_labelled and not is_filed and reader.id != submission.mentee_id,
    )


def answer_mentee(
    record: Record, by: Acting, mentee: Person, story: Story, now: datetime, *, wanted: Wanted | None = None
) -> None:
    notices.answer(record, by, mentee, mentee_card(record, story, now, wanted=wanted))


def tell_mentee(record: Record, story: Story, now: datetime, delivery: Delivery = AT_THE_BOTTOM) -> None:
    mentee = record.people.by_id(story.submission.mentee_id)
    if mentee.reachability is Reachability.ON_PAPER:
        return _tell_filer(record, story, now, delivery)
    notices.tell(record, mentee, mentee_card(record, story, now), delivery)
    return None


def _tell_filer(record: Record, story: Story, now: datetime, delivery: Delivery) -> None:
    """A manager who filed it passes the word on, while they are one; a mentor sees it on the card of the review."""
    filer = record.people.by_id(story.latest.person_id)
    is_manager = record.managers.manages(filer.id, group_id=story.circle.group_id)
    if is_manager and all(mentor.id != filer.id for mentor in story.circle.mentors):
        notices.tell(record, filer, review_card(story, now, filer), delivery)


def answer_mentor(
    record: Record, by: Acting, mentor: Person, story: Story, now: datetime, *, wanted: Wanted | None = None
) -> None:
    notices.answer(record, by, mentor, review_card(story, now, mentor, wanted=wanted))


def tell_mentors(
    record: Record, story: Story, now: datetime, delivery: Delivery = AT_THE_BOTTOM, *, but: Person | None = None
) -> None:
    taken_by = story.submission.taken_by
    if is_joining(story.scan) and story.submission.state is State.WAITING:
        return
    for mentor in story.circle.mentors:
        if but is None or mentor.id != but.id:
            is_anothers = story.circle.has_other(taken_by, mentor.id)
            tell_in_time(record, mentor, review_card(story, now, mentor), now, PLAIN if is_anothers else delivery)


def route(record: Record, story: Story, now: datetime, delivery: Delivery = AT_THE_BOTTOM) -> None:
    """A new version to every mentor: the card with what can be done, and the files to whoever it waits for.

    Who wants news twice a day finds both when they open it. Photographs are joined to one file first.
    """
    if is_joining(story.scan):
        return look_again(record, story.submission.id, now + PATIENCE)
    for mentor in story.circle.waited_for(story.submission.taken_by):
        if not is_bundling(mentor):
            show_files(record, mentor, story)
    return tell_mentors(record, story, now, delivery)


def show_files(record: Record, reader: Person, story: Story) -> None:
    """One file stands on the card itself; several come before it."""
    files, submission = story.files, story.submission
    if len(files) > 1:
        album = ReviewFiles(
            submission_id=submission.id, number=submission.number or 0, version=submission.version, files=files
        )
        notices.tell(record, reader, album, PLAIN)
