"""What forms say of sessions: the one that they are about, and who was at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.agenda import Point
from mentoring.attendance import Presence as Here
from mentoring.people import Role
from mentoring.real_times import began, ended
from mentoring.record_ids import RecordId, shown
from mentoring.sessions import Place
from texts import form_words as words
from texts.say import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.printed import Agreed, Course, Known, Meeting, Presence
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
        "session_hours": f"{of.clock(began(meeting))}–{of.clock(ended(meeting))}",
        "session_mode": of.mode(meeting),
        "session_place": meeting.address,
        "session_length": of.length(meeting),
        "session_topic": meeting.topic or of.kind(meeting),
        "session_title": of.kind(meeting),
        "present": ", ".join(of.name(one.name) for one in known.present if one.was_there()) if meeting.over else "",
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
        marks = {f"session_{number + 1}": _mark(one, number, of) for number in range(len(one.seen[: len(held)]))}
        there = [met for number, met in enumerate(known.held[: len(one.seen)]) if one.was_there(number)]
        row = {"person": of.name(one.name), "role": of.role(one.role), **marks}
        rows.append({**row, "attended": str(len(there)), "hours": _hours(there)})
    meetings = [
        {
            "date": of.day_of(met.starts_at),
            "begins": of.clock(began(met)),
            "ends": of.clock(ended(met)),
            "mode": of.mode(met),
            "topic": met.topic or of.kind(met),
            "present": str(met.present),
        }
        for met in held
    ]
    return {"attendance": rows, "sessions": meetings}


def _mark(one: Presence, number: int, of: Voice) -> str:
    """By the letters that the form explains; room to write where nobody knows."""
    if number in one.unknown:
        return ""
    seen = None if number in one.unexpected else one.seen[number] or Here.PRESENT
    return of.words(lambda say: words.mark(say, seen))


def _hours(meetings: Sequence[Meeting]) -> str:
    seconds = sum((ended(met) - began(met)).total_seconds() for met in meetings)
    return f"{seconds / 3600:.1f}".removesuffix(".0")


def minutes(known: Known, of: Voice) -> Facts:
    """The record of one session."""
    met = known.meeting is not None and known.meeting.over
    rows = [
        {
            "person": of.name(one.name),
            "role": of.role(one.role),
            "presence": of.presence(one.seen[0]) if met and not one.unknown else "",
        }
        for one in known.present
    ]
    return {**session(known, of), **_ahead(known, of), "attendance": rows, **_course(known.course, of)}


def _ahead(known: Known, of: Voice) -> Facts:
    """When they meet next, and where."""
    ahead = known.next_meeting()
    if ahead is None:
        return {}
    parts = (of.day_of(ahead.starts_at), of.clock(ahead.starts_at), ahead.address)
    return {"next_session_date": ", ".join(part for part in parts if part)}


#: As the form calls the usual points of an agenda.
_POINTS = {
    Point.CHECK_IN: "check_in",
    Point.HOMEWORK: "review",
    Point.TOPIC: "topic",
    Point.ACTIONS: "actions",
    Point.TOGETHER: "cooperation",
    Point.NEXT_DATE: "next_date",
}


def _course(course: Course | None, of: Voice) -> Facts:
    if course is None:
        return {}
    ticked = [_POINTS[one] for one in course.ticked]
    return {
        "agenda": ticked if "topic" in ticked or not course.talked_about else [*ticked, "topic"],
        "discussed": clean(course.summary or "; ".join(course.talked_about)),
        "decisions": clean(course.decisions),
        "next_steps": clean(course.next_steps),
        "review": "; ".join(_agreed(one, of) for one in course.before),
        "actions": [
            {"what": one.what, "who": of.name(one.who) if one.who else of.all(), "by_when": of.day(one.until)}
            for one in course.agreed
        ],
        "transcript": [
            {"time": of.clock(one.at), "person": of.name(one.who), "text": of.spoken(one)} for one in course.spoken
        ],
    }


def _agreed(task: Agreed, of: Voice) -> str:
    return f"{of.name(task.who) if task.who else of.all()}: {task.what}"


def certificate(known: Known, of: Voice) -> Facts:
    attended = known.subject.attended if known.subject is not None else 0
    there = [
        met
        for row in known.presences
        if known.subject is not None and row.name == known.subject.name
        for number, met in enumerate(known.held[: len(row.seen)])
        if row.was_there(number)
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
