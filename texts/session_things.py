"""Words about files, photographs and voices of sessions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from mentoring.chat_records import LineKind
from mentoring.session_things import Copy
from texts.say import Html, clean
from texts.submissions import shortened

if TYPE_CHECKING:
    from mentoring.notices.session_things import (
        HandInChoice,
        HandInQuestion,
        ThingGroups,
        ThingList,
        ThingSeen,
        ThingSent,
    )
    from texts.say import Say

_LONGEST = 24


def groups(say: Say, notice: ThingGroups) -> Html:
    heading = say("📎 <b>From our sessions</b>")
    asked = say("Whose sessions?") if notice.groups else _nothing(say)
    return Html(f"{heading}\n\n{asked}")


def things(say: Say, notice: ThingList) -> Html:
    heading = say("📎 <b>From our sessions</b> · {group}", group=notice.group)
    if not notice.lines:
        return Html(f"{heading}\n\n{_nothing(say)}")
    by_session = groupby(notice.lines, key=lambda one: (one.session, one.starts_at))
    parts = [
        "\n".join(
            [say("<b>Session {number}</b>, {day}", number=number, day=say.day(at)), *(_line(say, one) for one in of)]
        )
        for (number, at), of in by_session
    ]
    return Html("\n\n".join([heading, *parts]))


def _nothing(say: Say) -> Html:
    return say("Nothing has been posted in a session yet.")


def _line(say: Say, one: ThingSeen) -> Html:
    shown = say("{at} {who}: {what}", at=say.clock(one.said_at), who=one.who, what=what(say, one))
    lacks = lacking(say, one.copy)
    if one.withheld:
        lacks = say.label("held back")
    return say("{thing} ({note})", thing=shown, note=lacks) if lacks else shown


def what(say: Say, one: ThingSeen) -> str:
    match one.kind:
        case LineKind.PHOTO:
            return say.label("photo")
        case LineKind.VOICE:
            return say.label("voice message, {length}", length=one.length)
        case LineKind.VIDEO:
            return one.name or say.label("video")
        case LineKind.FILE | LineKind.TEXT | LineKind.OTHER:
            return one.name or say.label("file")
        case _:
            assert_never(one.kind)


def lacking(say: Say, copy: Copy) -> str:
    """Why it is not to be had; empty where it is."""
    match copy:
        case Copy.KEPT:
            return ""
        case Copy.COMING:
            return say.label("is being copied")
        case Copy.TOO_LARGE:
            return say.label("too large to keep")
        case Copy.LOST:
            return say.label("could not be copied")
        case Copy.INFECTED:
            return say.label("held back because of a virus")
        case Copy.REFUSED:
            return say.label("not kept")
        case _:
            assert_never(copy)


def sent(say: Say, notice: ThingSent) -> Html:
    return say(
        "📎 Session {number}, {day}: {what} from {who}",
        number=notice.thing.session,
        day=say.day(notice.thing.starts_at),
        what=what(say, notice.thing),
        who=notice.thing.who,
    )


def hold_back(say: Say, one: ThingSeen) -> Html:
    return say(
        "🙈 <b>Hold {what} from {who} back?</b>\n\nThe members of the group can no longer open it here. For mentors "
        "and managers it stays in the record of the session. This cannot be undone; in the group's chat it stays until "
        "somebody deletes it there.",
        what=what(say, one),
        who=one.who,
    )


def held_back(say: Say, one: ThingSeen) -> Html:
    return say("🙈 {what} from {who} is held back.", what=what(say, one), who=one.who)


def hand_in(say: Say, notice: HandInQuestion) -> Html:
    count = len(notice.things)
    heading = say.n(
        "📎 <b>You posted {count} file during the session of {group}.</b>",
        "📎 <b>You posted {count} files during the session of {group}.</b>",
        count,
        group=notice.session.group,
    )
    rows = "\n".join(_choice(say, one) for one in notice.things)
    return Html("\n\n".join(part for part in (heading, rows, _asked(say, notice)) if part))


def _asked(say: Say, notice: HandInQuestion) -> Html:
    if all(one.handed_in for one in notice.things):
        return Html()
    if notice.done:
        return say("All right, it stays in the files of the group only.")
    return say("Is it a document for your mentor? Press it, and I hand it in. Otherwise there is nothing to do.")


def _choice(say: Say, one: HandInChoice) -> Html:
    shown = say("{at} {what}", at=say.clock(one.thing.said_at), what=what(say, one.thing))
    if one.asked:
        return say("👇 {thing}: please see below", thing=shown)
    return say("✅ {thing}: handed in", thing=shown) if one.handed_in else shown


def kept(say: Say, count: int) -> Html:
    return say.n(
        "📎 {count} file or voice is kept with the record.",
        "📎 {count} files and voices are kept with the record.",
        count,
    )


def door_button(say: Say, count: int) -> str:
    return say.label("📎 From our sessions ({count})", count=count)


def of_session_button(say: Say, count: int) -> str:
    return say.label("📎 Files of the session ({count})", count=count)


def line_button(say: Say, one: ThingSeen) -> str:
    sign = {LineKind.PHOTO: "🖼", LineKind.VOICE: "🎤", LineKind.VIDEO: "🎬"}.get(one.kind, "📄")
    named = one.length if one.kind is LineKind.VOICE else clean(what(say, one))
    return f"{sign} {shortened(named, _LONGEST)} · {clean(one.who)} · {say.moment(one.said_at)}"


def hand_in_button(say: Say, one: ThingSeen) -> str:
    return say.label("📨 {what} to my mentor", what=shortened(clean(what(say, one)), _LONGEST))


def leave_button(say: Say) -> str:
    return say.label("No, thank you")


def hold_back_button(say: Say) -> str:
    return say.label("🙈 Hold it back")


def sure_button(say: Say) -> str:
    return say.label("🙈 Yes, hold it back")
