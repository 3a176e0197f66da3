"""Short words in the rows of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Role
from mentoring.sessions import Coming, Place, SessionKind, SessionState

if TYPE_CHECKING:
    from mentoring.printed import Meeting
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


def mode(say: Say, place: Place) -> str:
    match place:
        case Place.FACE_TO_FACE:
            return say.label("face to face")
        case Place.VIDEO:
            return say.label("video call")
        case Place.CHAT:
            return say.label("chat")
        case _:
            assert_never(place)


def kind(say: Say, kind: SessionKind) -> str:
    match kind:
        case SessionKind.INITIAL:
            return say.label("initial")
        case SessionKind.EMPLOYABILITY:
            return say.label("employability")
        case SessionKind.ENTREPRENEURSHIP:
            return say.label("entrepreneurship")
        case SessionKind.MONITORING:
            return say.label("monitoring")
        case SessionKind.FINAL:
            return say.label("final")
        case _:
            assert_never(kind)


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


def mark(answer: Coming | None) -> str:
    """The same sign in every language."""
    return "–" if answer is Coming.NO else "✓"


def minutes(say: Say, count: int) -> str:
    return say.label("{count} min", count=count)
