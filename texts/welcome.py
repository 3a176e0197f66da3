"""Words for newcomers, and the word of welcome in their group's chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.welcome import CatchUp, GroupWelcome
    from texts.say import Say


def a_round(say: Say, *, role: Role) -> Html:
    return _round_of_mentor(say) if role is Role.MENTOR else _round_of_mentee(say)


def _round_of_mentee(say: Say) -> Html:
    return say(
        "<b>Three things to know</b>\n\n"
        "📎 <b>Send a document.</b> Drop a file or a photo into this chat, and I take it to your mentor.\n"
        "🗓 <b>My sessions.</b> When and where you meet. I remind you.\n"
        "❓ <b>Help.</b> What to do now, and the way to a human. I am a bot."
    )


def _round_of_mentor(say: Say) -> Html:
    return say(
        "<b>Three things to know</b>\n\n"
        "📥 <b>To review.</b> What your mentees hand in comes to you as a card with buttons.\n"
        "🗓 <b>My sessions.</b> Plan a session here; I invite and remind everybody.\n"
        "❓ <b>Help.</b> What to do now, and the way to a human. I am a bot."
    )


def round_put_away(say: Say) -> Html:
    return say("👍 You will find all of it again under Help.")


def got_it_button(say: Say) -> str:
    return say.label("👍 Got it")


def catch_up(say: Say, notice: CatchUp) -> Html:
    parts = [say("<b>What has happened in {group} so far</b>", group=notice.group_name), _sessions(say, notice)]
    if notice.expected_by is not None:
        parts.append(
            say(
                "📎 Still expected of you, by <b>{day}</b>: your profile, your goals, the signed contract and the "
                "first questionnaire. Please send them to me here.",
                day=say.date(notice.expected_by),
            )
        )
    parts.append(
        say(
            "🤝 The rules: come on time or say so before, keep to yourself what others tell here, and ask whenever "
            "something "
            "is unclear."
        )
    )
    return Html("\n\n".join(parts))


def _sessions(say: Say, notice: CatchUp) -> Html:
    days = "; ".join(say.day(at) for at in notice.past)
    past = say.n("🗓 {count} session so far: {days}.", "🗓 {count} sessions so far: {days}.", notice.held, days=days)
    following = (
        say("The next one is not planned yet.")
        if notice.next_at is None
        else say("The next one: <b>{at}</b>.", at=say.moment(notice.next_at))
    )
    return Html(f"{past}\n{following}")


def group_welcome(say: Say, notice: GroupWelcome) -> Html:
    lines = []
    if notice.new_mentors:
        lines.append(
            say(
                "👋 Welcome, {names}: mentor of <b>{group}</b>.",
                names=", ".join(notice.new_mentors),
                group=notice.group_name,
            )
        )
    if notice.new_mentees or not lines:
        lines.append(_welcome_mentees(say, notice))
    return Html("\n".join(lines))


def _welcome_mentees(say: Say, notice: GroupWelcome) -> Html:
    names, group = ", ".join(notice.new_mentees), notice.group_name
    if not names:
        return say("👋 Welcome to <b>{group}</b>!", group=group)
    if not notice.mentors:
        return say("👋 Welcome to <b>{group}</b>, {names}!", group=group, names=names)
    return say(
        "👋 Welcome to <b>{group}</b>, {names}! Your mentor: {mentors}.",
        group=group,
        names=names,
        mentors=", ".join(notice.mentors),
    )
