"""Documents of the kit by name, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Language
from mentoring.slots import SlotState
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring.notices.kit import SlotSeen, Titled
    from mentoring.notices.readiness import Cell
    from texts.say import Say


def title(say: Say, titled: Titled) -> str:
    return titled.bg if say.language is Language.BG else titled.en


def titles(say: Say, of: Iterable[Titled]) -> str:
    return ", ".join(title(say, one) for one in of)


def named(say: Say, seen: SlotSeen) -> str:
    """With whose it is and of which session, for a line or a button; plain."""
    parts = [title(say, seen.title)]
    if seen.session is not None:
        parts.append(say.label("session {number}", number=seen.session))
    if seen.about is not None:
        parts.append(say.label("for {name}", name=seen.about))
    return " · ".join(parts)


def mark(seen: SlotSeen | Cell) -> str:
    """One sign for how far it is: the same everywhere."""
    if seen.overdue:
        return "🔴"
    match seen.state:
        case SlotState.OPEN:
            return "⬜"
        case SlotState.SIGNING:
            return "✍️"
        case SlotState.SUBMITTED:
            return "🟡"
        case SlotState.RETURNED:
            return "↩️"
        case SlotState.ACCEPTED | SlotState.FILED:
            return "✅"
        case SlotState.WAIVED | SlotState.NOT_NEEDED:
            return "⚪"
        case _:
            assert_never(seen.state)


def line(say: Say, seen: SlotSeen) -> Html:
    """🔴 Profile · Vera — until Mon, 23 Nov."""
    named_so = say("{mark} <b>{document}</b>", mark=mark(seen), document=named(say, seen))
    return named_so if seen.day is None else Html(f"{named_so} — {until(say, seen)}")


def until(say: Say, seen: SlotSeen) -> Html:
    if seen.day is None:
        return say("no day set")
    if seen.overdue:
        return say("was due on {day}", day=say.date(seen.day))
    return say("until {day}", day=say.date(seen.day))


def state(say: Say, seen: SlotSeen) -> Html:
    match seen.state:
        case SlotState.OPEN:
            return say("not sent yet")
        case SlotState.SIGNING:
            if seen.signers:
                return say("being signed: {done} of {total}", done=seen.signed, total=seen.signers)
            return say("being signed")
        case SlotState.SUBMITTED:
            return say("with the mentor")
        case SlotState.RETURNED:
            return say("came back to be corrected")
        case SlotState.ACCEPTED:
            return say("accepted")
        case SlotState.FILED:
            return say("filed")
        case SlotState.WAIVED:
            return say("not needed, by the manager's decision")
        case SlotState.NOT_NEEDED:
            return say("not needed")
        case _:
            assert_never(seen.state)
