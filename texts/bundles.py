"""Words of the message that brings news together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.sessions import SessionState
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.bundles import ToReview
    from mentoring.notices.sessions import GroupChoice, SessionSeen
    from texts.say import Say

#: More names than these do not fit on a phone.
_NAMED = 4


def bundle(
    say: Say,
    *,
    reviews: Sequence[ToReview],
    sessions: Sequence[SessionSeen],
    diaries: Sequence[SessionSeen],
    gaps: Sequence[GroupChoice] = (),
) -> Html:
    lines = [
        *([_to_review(say, reviews)] if reviews else []),
        *(session_line(say, one) for one in sessions),
        *(diary_line(say, one) for one in diaries),
        *(say("🗓 Nothing is planned for {group}", group=one.name) for one in gaps),
    ]
    return say("📬 <b>Your news, all together</b>\n\n{lines}", lines=Html("\n".join(lines)))


def _to_review(say: Say, reviews: Sequence[ToReview]) -> Html:
    named = ", ".join(f"S-{one.number} ({one.mentee})" for one in reviews[:_NAMED])
    if len(reviews) > _NAMED:
        named += " …"
    return say.n(
        "📥 {count} submission waits for your review: {named}",
        "📥 {count} submissions wait for your review: {named}",
        len(reviews),
        named=named,
    )


def diary_line(say: Say, session: SessionSeen) -> Html:
    return say("✍️ Diary of {group}, {day}", group=session.group, day=say.day(session.starts_at))


def session_line(say: Say, session: SessionSeen) -> Html:
    if session.state is SessionState.CANCELLED:
        return say("🚫 {group} will not meet on {at}", group=session.group, at=say.moment(session.starts_at))
    return say("🗓 {group} meets on {at}", group=session.group, at=say.moment(session.starts_at))


def review_button(say: Say, *, number: int, mentee: str) -> str:
    return say.label("📥 S-{number}, {mentee}", number=number, mentee=mentee)


def session_button(say: Say, session: SessionSeen) -> str:
    return say.label("🗓 {group}, {day}", group=session.group, day=say.day(session.starts_at))


def diary_button(say: Say, session: SessionSeen) -> str:
    return say.label("✍️ {group}, {day}", group=session.group, day=say.day(session.starts_at))


def gap_button(say: Say, group: GroupChoice) -> str:
    return say.label("🗓 {group}: plan", group=group.name)
