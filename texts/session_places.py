"""How people meet, the same in chat, on buttons and in calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.sessions import Place

if TYPE_CHECKING:
    from texts.say import Say


def place(say: Say, place: Place, *, logged: bool = False) -> str:
    """`logged` afterwards: it may have been a telephone call, or another chat."""
    match place:
        case Place.VIDEO if logged:
            return say.label("By phone or video")
        case Place.CHAT if logged:
            return say.label("In a chat")
        case Place.FACE_TO_FACE:
            return say.label("Face to face")
        case Place.VIDEO:
            return say.label("Video call")
        case Place.CHAT:
            return say.label("In the group's chat")
        case _:
            assert_never(place)
