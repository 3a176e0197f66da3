"""What came of a session, gathered for its minutes: the agenda, the tasks, and what was said while it was recorded."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring.minutes import Minutes, has_record_at_first, summary_at_first
from mentoring.printed import Agreed, Course
from mentoring.session_tasks import TaskState
from mentoring.use_cases.session_said import spoken_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.ports import Record
    from mentoring.session_tasks import SessionTask
    from mentoring.sessions import Attendant, Session

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


def course(record: Record, session: Session, there: Sequence[Attendant]) -> Course:
    names = {one.person.id: one.name for one in there}

    def agreed(tasks: Iterable[SessionTask]) -> tuple[Agreed, ...]:
        kept = (one for one in tasks if one.state is not TaskState.DROPPED)
        return tuple(
            Agreed(what=one.text, who=names.get(one.owner_id, "") if one.owner_id else "", until=one.due_on)
            for one in kept
        )

    agenda = record.agendas.of_session(session.id)
    ticked = [one for one in agenda if one.ticked_at is not None]
    before, minutes = _before(record, session), minutes_of(record, session)
    return Course(
        ticked=tuple(one.point for one in ticked if one.point is not None),
        talked_about=tuple(one.text for one in ticked if one.point is None),
        agreed=agreed(record.session_tasks.of_session(session.id)),
        before=() if before is None else agreed(record.session_tasks.of_session(before.id)),
        spoken=spoken_in(record, session.id) if minutes.with_record else (),
        summary=minutes.summary,
        decisions=minutes.decisions,
        next_steps=minutes.next_steps,
    )


def minutes_of(record: Record, session: Session) -> Minutes:
    """As they read now, also before anybody has touched them."""
    return record.minutes.of_session(session.id) or Minutes(
        session_id=session.id,
        summary=summary_at_first(session, record.agendas.of_session(session.id)),
        with_record=has_record_at_first(session),
        changed_at=session.ended_at,
    )


def _before(record: Record, session: Session) -> Session | None:
    """The last one of the group before this, whose tasks are looked at first."""
    earlier = [
        one for one in record.sessions.of_groups([session.group_id], since=_EVER) if one.starts_at < session.starts_at
    ]
    return earlier[-1] if earlier else None
