"""Two submissions sent one after the other may be pages of one document: the later becomes a part of the earlier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.ids import SubmissionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Notice
from mentoring.refusals import Refusal, Why
from mentoring.submissions import MoveKind, NewMove, Submission, can_join, moved
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


def join_pages(record: Record, command: JoinPages, now: datetime) -> Notice | None:
    mentee, page = own(record, command.by, command.submission_id)
    _, whole = own(record, command.by, command.to)
    if not can_join(page, whole, now):
        return stale(record, mentee, page, now)
    stories = [story_of(record, one) for one in _join(record, mentee, page, whole, now)]
    prompts.close(record, mentee)
    joined, grown = stories
    answer_mentee(record, command.by, mentee, joined, now)
    tell_mentee(record, grown, now, AT_THE_BOTTOM)
    tell_mentors(record, joined, now, PLAIN)
    route(record, grown, now)
    return None


def _join(
    record: Record, mentee: Person, page: Submission, whole: Submission, now: datetime
) -> tuple[Submission, Submission]:
    """The time for taking back and for a further page begins anew."""
    move = NewMove(kind=MoveKind.WITHDRAW, person_id=mentee.id)
    joined, grown = replace(moved(page, move, now), joined_to=whole.id), replace(whole, sent_at=now)
    if not record.submissions.change(page, joined) or not record.submissions.change(whole, grown):
        raise Refusal(Why.ALREADY_DONE)
    record.submissions.log(joined, move, now)
    record.submissions.hand_pages_to(page, whole)
    scan_pages.follow(record, scan_pages.latest_of(record.submissions.moves(page.id)), now)
    scan_pages.follow(record, scan_pages.latest_of(record.submissions.moves(whole.id)), now)
    return joined, grown
