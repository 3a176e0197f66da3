"""Short words in the rows of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.attendance import Presence
from mentoring.chat_records import LineKind
from mentoring.people import Role
from mentoring.session_things import Copy
from mentoring.sessions import Place, SessionState
from texts.session_things import lacking

if TYPE_CHECKING:
    from mentoring.printed import Meeting, Spoken
    from texts.say import Say


def role(say: Say, role: Role) -> str:
    match role:
        case Role.MANAGER:
            return say.label("manager")
        case Role.MENTOR:
            return say.label("mentor")
        case Role.MENTEE:
            return say.label("mentee")
        case _:
            assert_never(role)


def mode(say: Say, place: Place, *, logged: bool = False) -> str:
    match place:
        case Place.FACE_TO_FACE:
            return say.label("face to face")
        case Place.VIDEO if logged:
            return say.label("phone or video call")
        case Place.VIDEO:
            return say.label("video call")
        case Place.CHAT:
            return say.label("chat")
        case _:
            assert_never(place)


def status(say: Say, meeting: Meeting) -> str:
    match meeting.state:
        case SessionState.CANCELLED:
            return say.label("cancelled")
        case SessionState.NOT_HELD:
            return say.label("not held")
        case SessionState.HELD:
            return say.label("held")
        case SessionState.PLANNED | SessionState.RUNNING if meeting.over:
            return say.label("held")
        case SessionState.PLANNED | SessionState.RUNNING:
            return say.label("moved") if meeting.moves else say.label("planned")
        case _:
            assert_never(meeting.state)


def goal(say: Say) -> str:
    return say.label("Goal")


def homework(say: Say) -> str:
    return say.label("Homework")


def mark(say: Say, seen: Presence | None) -> str:
    """As the register explains its letters; None was not expected."""
    match seen:
        case Presence.PRESENT:
            return say.label("P")
        case Presence.LATE:
            return say.label("L")
        case Presence.EXCUSED:
            return say.label("E")
        case Presence.ABSENT:
            return say.label("A")
        case None:
            return say.label("N")
        case _:
            assert_never(seen)


def presence(say: Say, seen: Presence | None) -> str:
    match seen:
        case Presence.PRESENT | None:
            return say.label("Present")
        case Presence.LATE:
            return say.label("Late")
        case Presence.EXCUSED:
            return say.label("Absent, excused")
        case Presence.ABSENT:
            return say.label("Absent")
        case _:
            assert_never(seen)


def everybody(say: Say) -> str:
    return say.label("All mentees")


def spoken(say: Say, said: Spoken) -> str:
    """What carried a file names it: the file itself is kept beside the record."""
    match said.kind:
        case LineKind.TEXT:
            return said.text
        case LineKind.PHOTO:
            carried = say.label("[photo]")
        case LineKind.VOICE:
            carried = say.label("[voice, {length}]", length=said.file) if said.file else say.label("[voice message]")
        case LineKind.FILE:
            carried = say.label("[file: {name}]", name=said.file or "?")
        case LineKind.VIDEO:
            carried = say.label("[video: {name}]", name=said.file) if said.file else say.label("[video]")
        case LineKind.OTHER:
            carried = say.label("[video or other]")
        case _:
            assert_never(said.kind)
    lacks = "" if said.copy in {None, Copy.COMING} else lacking(say, said.copy)
    return " ".join(part for part in (carried, f"({lacks})" if lacks else "", said.text) if part)


def minutes(say: Say, count: int) -> str:
    return say.label("{count} min", count=count)
