"""At half of a recorded session its mentors hear, in private and once, who has not written anything yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.attendance import HERE
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.half_time import HalfTime
from mentoring.people import Reachability, Role
from mentoring.sessions import Coming, SessionState
from mentoring.use_cases import session_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.sessions import Attendant
    from mentoring.use_cases.session_cards import Gathering


def hint(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        session = record.sessions.by_id(SessionId(due.subject_id))
        if session is None or session.state is not SessionState.RUNNING or not session.keeps_record:
            continue
        of = session_cards.gathering(record, session)
        names = tuple(one.name for one in _silent(record, of))
        for mentor in of.mentors if names else ():
            shown = HalfTime(session=session_cards.seen(session, of.group.name), names=names)
            delivery = replace(AT_THE_BOTTOM, once=f"{due.occurrence}:{mentor.person.id}", expires_at=due.expires_at)
            notices.tell(record, mentor.person, shown, delivery)


def _silent(record: Record, of: Gathering) -> Sequence[Attendant]:
    """Mentees who are there, or may still come; not who has no Telegram to write with."""
    lines = record.chat_records.speakers(of.session.id)
    return [one for one in of.people if one.role is Role.MENTEE and _is_expected(one) and not lines.get(one.person.id)]


def _is_expected(one: Attendant) -> bool:
    if one.person.reachability is Reachability.ON_PAPER:
        return False
    return one.presence in HERE or (one.presence is None and one.coming is not Coming.NO)


def close(record: Record, of: Gathering) -> None:
    """The session is over: what nobody can do any more is not shown any longer."""
    shown = HalfTime(session=session_cards.seen(of.session, of.group.name), names=(), over=True)
    for mentor in of.mentors:
        if record.notices.has_card(mentor.person.telegram_id or 0, shown.card()):
            notices.tell(record, mentor.person, shown, PLAIN)
