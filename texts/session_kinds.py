"""What a session is called, the same in chat, in documents and in calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.sessions import SessionKind, Stage

if TYPE_CHECKING:
    from texts.say import Say


def kind(say: Say, kind: SessionKind, of: Stage | None = None) -> str:
    """Monitoring by its stage, where that is known."""
    match kind:
        case SessionKind.INITIAL:
            return say.label("Initial session")
        case SessionKind.EMPLOYABILITY:
            return say.label("Employability")
        case SessionKind.ENTREPRENEURSHIP:
            return say.label("Entrepreneurship")
        case SessionKind.MONITORING:
            return say.label("Monitoring") if of is None else stage(say, of)
        case SessionKind.FINAL:
            return say.label("Final session")
        case _:
            assert_never(kind)


def stage(say: Say, stage: Stage) -> str:
    match stage:
        case Stage.INITIAL:
            return say.label("Initial monitoring")
        case Stage.MID_TERM:
            return say.label("Mid-term monitoring")
        case Stage.FINAL:
            return say.label("Final monitoring")
        case _:
            assert_never(stage)
