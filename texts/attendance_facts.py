"""What forms say of sessions: the one that they are about, and who was at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role
from mentoring.record_ids import RecordId, shown
from mentoring.sessions import Coming, Place
from texts import form_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.printed import Known, Meeting
    from texts.paper_voice import Facts, Voice

#: For which the register has columns.
_REGISTER_MEETINGS = 12


def session(known: Known, of: Voice) -> Facts:
    """Of the session that a form is about."""
    meeting, ahead = known.meeting, known.next_meeting()
    coming: Facts = {"next_session_date": "" if ahead is None else of.day_of(ahead.starts_at)}
    if meeting is None:
        return coming
    return {
        **coming,
        "session_number": str(meeting.number),
        "session_date": of.day_of(meeting.starts_at),
        "session_hours": of.hours(meeting),
        "session_mode": of.mode(meeting),
        "session_place": meeting.address,
        "session_length": of.length(meeting),
        "session_topic": of.kind(meeting),
        "session_title": of.kind(meeting),
        "present": ", ".join(of.name(one.name) for one in known.present if one.answers[0] is not Coming.NO)
        if meeting.over
        else "",
    }


def attended(known: Known, _: Voice) -> Facts:
    return {"sessions_attended": str(known.subject.attended) if known.subject is not None else ""}


def mentors_last(known: Known, of: Voice) -> Facts:
    return {
        "sessions_held": str(len(known.held)),
        "sessions_planned": str(known.planned) if known.planned else "",
        "mentees": [{"mentee": of.name(one)} for one in known.names(Role.MENTEE)],
    }


def register(known: Known, of: Voice) -> Facts:
    held = known.held[:_REGISTER_MEETINGS]
    rows = []
    for one in known.presences:
        marks = {f"session_{number}": words.mark(answer) for number, answer in enumerate(one.answers[: len(held)], 1)}
        there = [met for met, answer in zip(known.held, one.answers, strict=False) if answer is not Coming.NO]
        row = {"person": of.name(one.name), "role": of.role(one.role), **marks}
        rows.append({**row, "attended": str(len(there)), "hours": _hours(there)})
    meetings = [
        {
            "date": of.day_of(met.starts_at),
            "begins": of.clock(met.starts_at),
            "ends": of.clock(met.ends_at),
            "mode": of.mode(met),
            "topic": of.kind(met),
            "present": str(met.present),
        }
        for met in held
    ]
    return {"attendance": rows, "sessions": meetings}


def _hours(meetings: Sequence[Meeting]) -> str:
    seconds = sum((met.ends_at - met.starts_at).total_seconds() for met in meetings)
    return f"{seconds / 3600:.1f}".removesuffix(".0")


def minutes(known: Known, of: Voice) -> Facts:
    """The record of one session."""
    met = known.meeting is not None and known.meeting.over
    rows = [
        {
            "person": of.name(one.name),
            "role": of.role(one.role),
            "presence": words.mark(one.answers[0]) if met else "",
        }
        for one in known.present
    ]
    return {**session(known, of), "attendance": rows}


def certificate(known: Known, of: Voice) -> Facts:
    attended = known.subject.attended if known.subject is not None else 0
    there = [
        met
        for row in known.presences
        if known.subject is not None and row.name == known.subject.name
        for met, answer in zip(known.held, row.answers, strict=False)
        if answer is not Coming.NO
    ]
    in_person = [met for met in there if met.place is Place.FACE_TO_FACE]
    return {
        "sessions_attended": str(attended),
        "sessions_held": str(len(known.held)),
        "hours_total": _hours(there),
        "hours_face_to_face": _hours(in_person),
        "hours_online": _hours([met for met in there if met.place is not Place.FACE_TO_FACE]),
        "serial_number": shown(RecordId(known.number)),
        "signers": [{"role": of.role(Role.MANAGER), "name": of.name(one)} for one in known.managers],
    }
