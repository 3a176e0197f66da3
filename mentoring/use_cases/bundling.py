"""Telling news at once, or keeping it for the hour at which its reader wants it; what begins soon never waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import bundles, notices
from mentoring.bundles import SESSION_IN_GOOD_TIME, Matter, Piece
from mentoring.notices import AT_THE_BOTTOM, Delivery, Notice, Placement
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.digests import ReviewNudge
from mentoring.notices.session_gaps import NothingPlanned
from mentoring.notices.sessions import News, SessionCard
from mentoring.notices.submissions import ReviewCard
from mentoring.submissions import State

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


def tell_in_time(
    record: Record, person: Person, notice: Notice, now: datetime, delivery: Delivery = AT_THE_BOTTOM
) -> bool:
    """For news that its reader did not ask for. A card that stands already follows where it stands, in silence."""
    if not bundles.is_bundling(person) or not _can_wait(person, notice, now):
        return notices.tell(record, person, notice, delivery)
    stands = _stands(record, person, notice)
    if delivery.placement is Placement.BOTTOM and (piece := _piece(notice)) is not None:
        record.bundles.keep(person.id, piece, now)
        delivery = replace(delivery, placement=Placement.EDIT, once=None)
    elif stands is None or delivery.placement is Placement.BOTTOM:
        return notices.tell(record, person, notice, delivery)
    return not stands or notices.tell(record, person, notice, delivery)


def _stands(record: Record, person: Person, notice: Notice) -> bool | None:
    """Whether its card is shown already; None where that does not matter."""
    if not isinstance(notice, ReviewCard | SessionCard):
        return None
    return record.notices.has_card(person.telegram_id or 0, notice.card())


def _piece(notice: Notice) -> Piece | None:
    match notice:
        case ReviewCard(sheet=sheet, can_review=True) if sheet.state is State.WAITING:
            return Piece(matter=Matter.REVIEW, subject_id=sheet.submission_id)
        case ReviewNudge():
            return Piece(matter=Matter.REVIEW, subject_id=0)
        case DiaryAsked(session=session):
            return Piece(matter=Matter.DIARY, subject_id=session.session_id)
        case NothingPlanned(group_id=group_id):
            return Piece(matter=Matter.PLAN, subject_id=group_id)
        case SessionCard(session=session, news=News.PLANNED | News.CANCELLED):
            return Piece(matter=Matter.SESSION, subject_id=session.session_id)
        case _:
            return None


def _can_wait(person: Person, notice: Notice, now: datetime) -> bool:
    """A session that was moved may have been about to begin."""
    if not isinstance(notice, SessionCard):
        return True
    return notice.session.starts_at - bundles.next_hour(now, person.zone) >= SESSION_IN_GOOD_TIME
