"""Help, short enough for a phone: one or two lines for each of somebody's parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Role
from mentoring.permissions import Standing
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from texts.say import Say

_TOLD = (Standing.MANAGER, Standing.MENTOR, Standing.MENTEE, Standing.RESTING)
#: More names than these do not fit on a phone.
_NAMED = 8


def help_text(say: Say, standings: Collection[Standing], now: Html | None) -> Html:
    """What this person can do; everything is done by buttons and by sending."""
    roles = [standing for standing in _TOLD if standing in standings] or [Standing.KNOWN]
    told = Html("\n".join(_help_for(say, standing) for standing in roles))
    return say("I am a bot; the buttons lead to a human.\n\n{parts}", parts=Html(f"{now}\n\n{told}") if now else told)


def _help_for(say: Say, standing: Standing) -> Html:
    match standing:
        case Standing.MANAGER:
            return say("<b>Manager:</b> people, links and chats are under Groups. What needs you comes by itself.")
        case Standing.MENTOR:
            return say("<b>Mentor:</b> what is handed in comes to you; what waits is under To review.")
        case Standing.MENTEE:
            return say("<b>Mentee:</b> send me a document or a photo here; I take it to your mentor and tell you more.")
        case Standing.RESTING:
            return say("You take part in no group now; your documents stay under My documents.")
        case Standing.KNOWN | Standing.STRANGER:
            return say("You are in no group at the moment. Please open the link that your manager gave you.")
        case _:
            assert_never(standing)


def more_help(say: Say) -> Html:
    return say("<b>More help</b>\n\nWhat is needed less often: quiet for a while, your settings, and everything else.")


def people(say: Say, people: Sequence[tuple[Role, str]]) -> Html:
    lines = [_of_role(say, role, [name for of, name in people if of is role]) for role in Role]
    shown = Html("\n".join(line for line in lines if line is not None))
    if not shown:
        return say("There is nobody yet whom you could write to.")
    return say("<b>Your people</b>\n{lines}\n\nTap a name, and I pass on what you write.", lines=shown)


def _of_role(say: Say, role: Role, names: Sequence[str]) -> Html | None:
    if not names:
        return None
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    match role:
        case Role.MANAGER:
            return say.n("Manager: {people}", "Managers: {people}", len(names), people=shown)
        case Role.MENTOR:
            return say.n("Mentor: {people}", "Mentors: {people}", len(names), people=shown)
        case Role.MENTEE:
            return say.n("Mentee: {people}", "Mentees: {people}", len(names), people=shown)
        case _:
            assert_never(role)


def people_button(say: Say) -> str:
    return say.label("💬 Talk to a person")


def more_help_button(say: Say) -> str:
    return say.label("❓ More help")


def other_doors_button(say: Say) -> str:
    return say.label("☰ Everything else")
