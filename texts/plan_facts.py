"""The session plan as it stands on paper: a row for each session, cancelled ones too, and room for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role
from texts import form_words as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mentoring.printed import Known, Meeting
    from texts.paper_voice import Facts, Voice

#: Rows that the form has room for.
_ROWS = 12


def plan(known: Known, of: Voice) -> Facts:
    rows = [_row(meeting, known, of) for meeting in known.plan]
    following = max((meeting.number for meeting in known.plan), default=0) + 1
    blank = [{"number": str(following + more)} for more in range(_ROWS - len(rows))]
    return {"plan_made_on": of.day(known.on), "sessions": [*rows, *blank]}


def _row(meeting: Meeting, known: Known, of: Voice) -> Mapping[str, str]:
    return {
        "number": str(meeting.number),
        "date": _day(of, meeting.starts_at),
        "hours": of.hours(meeting),
        "mode": of.mode(meeting),
        "place": meeting.address,
        "kind": of.kind(meeting),
        "topic": meeting.topic,
        "result": _lines(meeting.aim, words.goal(of.says[0]), meeting.goals),
        "preparation": _lines(meeting.preparation, words.homework(of.says[0]), meeting.homework),
        "documents": ", ".join(meeting.documents.split()),
        "responsible": meeting.responsible or ", ".join(of.name(one) for one in known.names(Role.MENTOR)),
        "held_on": _day(of, meeting.began_at or meeting.starts_at) if meeting.over else "",
        "status": of.words(lambda say: words.status(say, meeting)),
    }


def _day(of: Voice, at: datetime) -> str:
    """In a narrow column the letter after a Bulgarian year goes to the next line, and the date stays whole."""
    return of.day_of(at).replace("\u202f", " ")


def _lines(first: str, label: str, second: str) -> str:
    """What stands below the first is known by its label when the plan comes back."""
    return "\n".join(line for line in (first, f"{label}: {second}" if second else "") if line)
