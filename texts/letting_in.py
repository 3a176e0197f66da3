"""A manager's words about people at the door: who they may be, who is let in, who said no, who is not of age."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Role

if TYPE_CHECKING:
    from datetime import datetime

    from texts.say import Html, Say


def somebody_declined(say: Say, *, group_name: str, name: str | None) -> Html:
    if name is None:
        return say(
            "Somebody with the link of <b>{group}</b> did not agree to the privacy notice. I have kept nothing about "
            "them.",
            group=group_name,
        )
    return say(
        "<b>{name}</b> did not agree to the privacy notice of <b>{group}</b> and wants you to know. I have kept "
        "nothing about "
        "them; please speak with them.",
        name=name,
        group=group_name,
    )


def minor_joined(say: Say, *, name: str, group_name: str, guardian: str, years: int) -> Html:
    return say(
        "<b>{name}</b>, who has just joined <b>{group}</b>, is under {years}. Parent or guardian: "
        "<b>{guardian}</b>.\n\n"
        "Please have the guardian sign too.",
        name=name,
        group=group_name,
        years=years,
        guardian=guardian,
    )


def ask_to_let_in(say: Say, *, name: str, role: Role, group_name: str) -> Html:
    match role:
        case Role.MENTOR:
            return say(
                "<b>{name}</b> wants to join <b>{group}</b> as its mentor and is not on your list.",
                name=name,
                group=group_name,
            )
        case Role.MENTEE | Role.MANAGER:
            return say(
                "<b>{name}</b> wants to join <b>{group}</b> and is not on your list.", name=name, group=group_name
            )
        case _:
            assert_never(role)


def namesake(say: Say, *, name: str, handle: str) -> Html:
    return say("There is a <b>{name}</b> ({handle}) in the group already.", name=name, handle=handle or "–")


def one_of_these(say: Say) -> Html:
    return say("<b>Is this one of these?</b>")


def choice_button(say: Say, *, name: str, role: Role) -> str:
    if role is Role.MENTOR:
        return say.label("{name} (mentor)", name=name)
    return name


def let_in_button(say: Say) -> str:
    return say.label("✅ Let in")


def let_in_as_new_button(say: Say) -> str:
    return say.label("✅ Let in as new")


def turn_away_button(say: Say) -> str:
    return say.label("Don't")


def ask_to_let_back_in(
    say: Say, *, name: str, group_name: str, into: str, removed: bool, since: datetime | None
) -> Html:
    if removed:
        before = say(
            "<b>{name}</b> was taken out of <b>{group}</b>{since}", name=name, group=group_name, since=_on(say, since)
        )
    else:
        before = say("<b>{name}</b> left <b>{group}</b>{since}", name=name, group=group_name, since=_on(say, since))
    return say(
        "{before} and has now come with a link to <b>{into}</b>.\n\n<b>Let back in?</b>", before=before, into=into
    )


def _on(say: Say, since: datetime | None) -> str:
    return "" if since is None else f" ({say.day(since)})"


def let_back_button(say: Say) -> str:
    return say.label("✅ Let back in")


def let_in(say: Say, *, name: str, group_name: str) -> Html:
    return say("✅ <b>{name}</b> may join <b>{group}</b>. I have written to them.", name=name, group=group_name)


def turned_away(say: Say, *, name: str, group_name: str) -> Html:
    return say("<b>{name}</b> does not join <b>{group}</b>. I have told them.", name=name, group=group_name)
