"""Words about the managers of a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html, escaped

if TYPE_CHECKING:
    from mentoring.notices.colleagues import Colleague, ManagerLink, ManagerNews, Managers
    from texts.say import Say


def managers_button(say: Say) -> str:
    return say.label("👤 Managers")


def choose_programme(say: Say) -> Html:
    return say("<b>Managers of which programme?</b>")


def managers(say: Say, notice: Managers) -> Html:
    if notice.alone:
        return say(
            "You are the only manager of <b>{programme}</b>, so you can't leave yet. Invite another manager first; as "
            "soon as they have joined, you can go.",
            programme=notice.programme,
        )
    if notice.leaving:
        return say(
            "<b>Leave {programme} as its manager?</b>\n\nThe other managers go on; you no longer see its groups. They "
            "are told.",
            programme=notice.programme,
        )
    lines = Html("\n".join(_line(say, one) for one in notice.managers))
    return say("👤 <b>Managers of {programme}</b>\n\n{lines}", programme=notice.programme, lines=lines)


def _line(say: Say, one: Colleague) -> Html:
    return say("{name} (you)", name=one.name) if one.own else Html(escaped(one.name) or "–")


def invite_button(say: Say) -> str:
    return say.label("🔗 Invite another manager")


def leave_button(say: Say) -> str:
    return say.label("🚪 Leave the programme")


def sure_button(say: Say) -> str:
    return say.label("Yes, leave")


def stay_button(say: Say) -> str:
    return say.label("No, I stay")


def manager_link(say: Say, notice: ManagerLink, *, link: str) -> Html:
    return say(
        "🔗 Whoever opens this link manages <b>{programme}</b> together with you:\n{link}\n\nIt works once, until "
        "{until}. Please send it only to the person you mean.",
        programme=notice.programme,
        link=link,
        until=say.moment(notice.expires_at),
    )


def manager_news(say: Say, notice: ManagerNews) -> Html:
    if notice.came:
        return say(
            "👤 <b>{name}</b> now manages <b>{programme}</b> together with you.",
            name=notice.name,
            programme=notice.programme,
        )
    return say("👤 <b>{name}</b> no longer manages <b>{programme}</b>.", name=notice.name, programme=notice.programme)
