"""Two submissions may be one document: the later becomes a part of the earlier, or its new version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.ids import SubmissionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Notice
from mentoring.refusals import Refusal, Why
from mentoring.submissions import MoveKind, NewMove, State, Submission, can_correct, can_join, moved
from mentoring.use_cases import scan_pages
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.own_submissions import own, stale
from mentoring.use_cases.submission_cards import (
    answer_mentee,
    route,
    story_of,
    tell_mentee,
    tell_mentors,
)
from mentoring.use_cases.versions import corrected

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class JoinPages:
    """`to` is the earlier one."""

    by: Acting
    submission_id: SubmissionId
    to: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class BecomeVersion:
    """`of` is with the mentor as the same document."""

    by: Acting
    submission_id: SubmissionId
    of: SubmissionId


def join_pages(record: Record, command: JoinPages, now: datetime) -> Notice | None:
    mentee, page = own(record, command.by, command.submission_id)
    _, whole = own(record, command.by, command.to)
    if not can_join(page, whole, now):
        return stale(record, mentee, page, now)
    joined, grown = _join(record, mentee, page, whole, now)
    _tell(record, command.by, mentee, joined, grown, now=now)
    return None


def become_version(record: Record, command: BecomeVersion, now: datetime) -> Notice | None:
    mentee, newer = own(record, command.by, command.submission_id)
    _, earlier = own(record, command.by, command.of)
    if not _can_become_version(newer, earlier):
        return stale(record, mentee, newer, now)
    grown = corrected(record, earlier, now)
    record.submissions.log(grown, NewMove(kind=MoveKind.CORRECT, person_id=mentee.id), now)
    joined = _hand_over(record, mentee, newer, grown, now)
    _tell(record, command.by, mentee, joined, grown, now=now)
    return None


def _can_become_version(newer: Submission, earlier: Submission) -> bool:
    same = (newer.mentee_id, newer.group_id, newer.slot_id) == (earlier.mentee_id, earlier.group_id, earlier.slot_id)
    is_new = newer.state is State.WAITING and newer.version == 1 and newer.id > earlier.id
    return same and is_new and bool(newer.slot_id) and can_correct(earlier.state)


def _tell(record: Record, by: Acting, mentee: Person, joined: Submission, grown: Submission, *, now: datetime) -> None:
    prompts.close(record, mentee)
    of_joined, of_grown = story_of(record, joined), story_of(record, grown)
    answer_mentee(record, by, mentee, of_joined, now)
    tell_mentee(record, of_grown, now, AT_THE_BOTTOM)
    tell_mentors(record, of_joined, now, PLAIN)
    route(record, of_grown, now)


def _join(
    record: Record, mentee: Person, page: Submission, whole: Submission, now: datetime
) -> tuple[Submission, Submission]:
    """The time for taking back and for a further page begins anew."""
    grown = replace(whole, sent_at=now)
    if not record.submissions.change(whole, grown):
        raise Refusal(Why.ALREADY_DONE)
    return _hand_over(record, mentee, page, whole, now), grown


def _hand_over(record: Record, mentee: Person, page: Submission, whole: Submission, now: datetime) -> Submission:
    """Its files and notes are those of the present version of `whole` from now on."""
    move = NewMove(kind=MoveKind.WITHDRAW, person_id=mentee.id)
    joined = replace(moved(page, move, now), joined_to=whole.id)
    if not record.submissions.change(page, joined):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(joined, move, now)
    record.submissions.hand_pages_to(page, whole)
    for one in (page, whole):
        scan_pages.follow(record, scan_pages.latest_of(record.submissions.moves(one.id)), now)
    return joined
