"""Words for a session that was held without the bot, where they differ from those of planning one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.sessions import Step
from mentoring.sessions import SessionState

if TYPE_CHECKING:
    from mentoring.notices.sessions import Planning, SessionSeen
    from texts.say import Html, Say


def asked(say: Say, notice: Planning) -> Html | None:
    """None where it is asked as for any session."""
    match notice.step:
        case Step.GROUP:
            return say("<b>Which group met?</b>")
        case Step.KIND:
            return say("<b>What kind of session was it?</b>")
        case Step.DAY:
            return say("<b>When was it?</b> Choose the day, or type it, like yesterday at 18:00.")
        case Step.TIME:
            return say("<b>At what time did it begin?</b> Choose, or type it, like 18:30.")
        case Step.PLACE:
            return say("<b>How did you meet?</b>")
        case Step.CONFIRM:
            return say("<b>Is it right?</b> It goes into the plan as held. Then I ask you who was there.")
        case _:
            return None


def twin(say: Say, notice: Planning) -> Html | None:
    """At that hour there is one already."""
    if notice.twin is None or notice.step is not Step.CONFIRM:
        return None
    if notice.twin.state is SessionState.PLANNED:
        return say(
            "⚠️ At this time session {number} was planned. If it was that one, open it and press “It took place”.",
            number=notice.twin.number,
        )
    return say("⚠️ Session {number} at this time is on record already.", number=notice.twin.number)


def confirm_button(say: Say) -> str:
    return say.label("✅ Yes, log it")


def log_button(say: Say) -> str:
    return say.label("🕘 Log a past session")


def ask_take_back(say: Say, session: SessionSeen) -> Html:
    return say(
        "<b>Take session {number} of {group} out again?</b>\n🕕 {at}\n\nIt stays in the list as cancelled, and nobody "
        "is asked for a diary.",
        number=session.number,
        group=session.group,
        at=say.moment(session.starts_at),
    )


def mistake_button(say: Say) -> str:
    return say.label("🗑 It was logged by mistake")


def take_back_button(say: Say) -> str:
    return say.label("🗑 Yes, take it out")
