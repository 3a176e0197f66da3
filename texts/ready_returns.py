"""What a signed page goes back with where a mentor or manager pressed a button instead of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.submissions import MoveKind
from texts.say import Html

if TYPE_CHECKING:
    from texts.say import Say


def ready_return(say: Say, kind: MoveKind) -> Html:
    """What a page goes back with; empty for any other move."""
    match kind:
        case MoveKind.WRONG_PAGE:
            return say(
                "This seems to be another page. Please send the one with your signature; its number is at the bottom."
            )
        case MoveKind.NO_SIGNATURE:
            return say("There is no signature on the page yet. Please sign it and send a new photo.")
        case _:
            return Html("")
