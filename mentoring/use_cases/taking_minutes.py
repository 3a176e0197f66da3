"""The minutes of a session as a Word file, filled with all that is on record: to be corrected, sent back and filed.

They can be had in every programme, also where its kit does not ask for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.handouts import Way, in_language
from mentoring.ids import SessionId
from mentoring.notices import PLAIN
from mentoring.papers import PaperLanguage
from mentoring.refusals import Refusal, Why
from mentoring.sessions import SessionState
from mentoring.use_cases import handing_out
from mentoring.use_cases.form_cards import Aimed
from mentoring.use_cases.minutes_cards import document_of
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

_HELD = frozenset({SessionState.RUNNING, SessionState.HELD})


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeMinutes:
    by: Acting
    session_id: SessionId


def take_minutes(record: Record, command: TakeMinutes, now: datetime) -> None:
    actor, session = of_session(record, command.by, command.session_id, Act.MARK_SESSION)
    group = record.groups.by_id(session.group_id)
    document = document_of(record, group)
    if session.state not in _HELD or document is None:
        raise Refusal(Why.GONE)
    language = actor.known().language
    aimed = Aimed(
        actor=actor,
        document=document,
        programme=record.programmes.by_id(group.programme_id),
        language=in_language(document.code, PaperLanguage(language.value), language),
        group=group,
        session=session,
    )
    notices.tell(record, actor.known(), handing_out.filled(record, aimed, Way.FILLED, now), PLAIN)
