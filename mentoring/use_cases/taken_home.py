"""Whoever could not come to a session and had said so hears what there is to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.tasks import TakenHome
from mentoring.use_cases import homework, session_cards
from mentoring.use_cases.bundling import tell_in_time

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.sessions import Attendant
    from mentoring.use_cases.session_cards import Gathering


def tell_what_to_do(record: Record, of: Gathering, excused: Attendant, now: datetime) -> None:
    """Once, and only where there is something."""
    tasks = homework.still_open(record, of.group.id, excused.person.id)
    texts = tuple(one.text for one in tasks if one.session_id == of.session.id)
    if texts:
        notice = TakenHome(session=session_cards.seen(of.session, of.group.name), tasks=texts)
        once = f"taken_home:{of.session.id}:{excused.person.id}"
        tell_in_time(record, excused.person, notice, now, replace(AT_THE_BOTTOM, once=once))
