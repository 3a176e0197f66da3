"""Words of the lists: what waits for review, what a mentee has handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.submissions import State
from texts.submissions import reference, shortened

if TYPE_CHECKING:
    from mentoring.notices.submissions import Line
    from texts.say import Html, Say

_LONGEST_LABEL = 28


def waiting_for_review(say: Say, count: int) -> Html:
    if count == 0:
        return say("📥 Nothing waits for review.")
    return say.n("📥 {count} submission waits for review.", "📥 {count} submissions wait for review.", count)


def inbox(say: Say, *, count: int) -> Html:
    if not count:
        return say("📥 Nothing waits for review. Well done!")
    return waiting_for_review(say, count)


def inbox_line(say: Say, line: Line) -> str:
    return say.label(
        "{name} · {mentee} · {group} · since {day}",
        name=reference(line.number or 0),
        mentee=shortened(line.mentee, _LONGEST_LABEL),
        group=shortened(line.group, _LONGEST_LABEL),
        day=say.day(line.since),
    )


def documents(say: Say, *, count: int) -> Html:
    if not count:
        return say("📄 You have not handed in anything yet.")
    return say("📄 <b>My documents</b>")


def and_more(say: Say, *, count: int) -> Html:
    return say.n("… and {count} more.", "… and {count} more.", count)


def document_line(say: Say, line: Line) -> str:
    shown = f"{reference(line.number)} · {line.file}" if line.number else line.file
    return f"{_sign(line.state)} {shortened(shown, 2 * _LONGEST_LABEL)} · {state(say, line.state)}"


def _sign(state: State) -> str:
    signs = {State.WAITING: "⏳", State.ACCEPTED: "✅", State.RETURNED: "↩️", State.UNREADABLE: "🔍", State.ASKED: "❓"}
    return signs.get(state, "🗑" if state is State.WITHDRAWN else "📎")


def state(say: Say, state: State) -> str:
    match state:
        case State.WAITING:
            return say.label("with your mentor")
        case State.ASKED:
            return say.label("has a question")
        case State.RETURNED:
            return say.label("to correct")
        case State.UNREADABLE:
            return say.label("not readable")
        case State.ACCEPTED:
            return say.label("accepted")
        case State.WITHDRAWN:
            return say.label("taken back")
        case _:
            return say.label("not sent yet")
