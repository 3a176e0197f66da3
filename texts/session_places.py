"""How people meet, the same in chat, on buttons and in calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.sessions import Place

if TYPE_CHECKING:
    from texts.say import Say


def place(say: Say, place: Place) -> str:
    match place:
        case Place.FACE_TO_FACE:
            return say.label("Face to face")
        case Place.VIDEO:
            return say.label("Video call")
        case Place.CHAT:
            return say.label("In the group's chat")
        case _:
            assert_never(place)
