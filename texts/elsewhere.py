"""Words about a document that landed in the wrong place: where it belongs, and that it is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.submissions import reference

if TYPE_CHECKING:
    from mentoring.notices.elsewhere import AskPlace, NotYours, PlaceLine, WithAnotherGroup
    from texts.say import Html, Say


def ask_place(say: Say, notice: AskPlace) -> Html:
    number = reference(notice.number)
    if notice.group_id is None:
        return say("↪ <b>{number}</b>: to which group does it belong?", number=number)
    if notice.person_id is None:
        return say("↪ <b>{number}</b>: whose is it? Group: {group}", number=number, group=notice.group)
    return say(
        "↪ <b>{number}</b>: which document is it? It is put to {name} ({group}).",
        number=number,
        name=notice.mentee,
        group=notice.group,
    )


def not_yours(say: Say, notice: NotYours) -> Html:
    """Without a word about whose it is: who reads this need not know them."""
    return say(
        "↪ <b>{number}</b> belongs to somebody else, so it is with them now. You need do nothing. If it was yours, "
        "please send it again.",
        number=reference(notice.number),
    )


def with_another_group(say: Say, notice: WithAnotherGroup) -> Html:
    return say(
        "↪ <b>{number}</b> from {name} belongs to another group and is there now. You need do nothing.",
        number=reference(notice.number),
        name=notice.mentee,
    )


def where_to_button(say: Say) -> str:
    return say.label("↪ It belongs elsewhere")


def another_group_button(say: Say) -> str:
    return say.label("Another group")


def back_button(say: Say) -> str:
    return say.label("◀ Leave it here")


def line_button(say: Say, line: PlaceLine) -> str:
    return say.label("● {name}, as now", name=line.name) if line.now else line.name
