"""Words of the privacy notice when it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts import joining

if TYPE_CHECKING:
    from texts.say import Html, Say


def changed(say: Say, *, name: str, organisation: str) -> Html:
    return say(
        "{name}, the privacy notice of <b>{organisation}</b> has changed. Please read it before we go on: what you "
        "have just "
        "sent waits and is not lost.\n\n"
        "1. <b>{organisation}</b> runs the programme and answers for your data.\n"
        "2. I keep your name, your Telegram number, meeting dates, and what you send or answer here.\n"
        "3. Mentor and manager see what belongs to the mentoring. Others in the group see only your name.\n"
        "4. What people chat in the group is not kept.\n"
        "5. Everything travels through Telegram. We keep it as long as the programme has to prove its work.\n"
        "6. You can see, correct or delete your data and leave at any time, under Help.\n\n"
        "{optional}\n\n"
        "<b>Do you agree?</b>",
        name=name,
        organisation=organisation,
        optional=joining.quotes_line(say),
    )


def declined_anew(say: Say) -> Html:
    return say(
        "All right. I keep nothing new, and what you sent meanwhile is forgotten. What I kept before stays as you "
        "agreed then; "
        "under Help you can speak with the manager about it.\n\nIf you change your mind, read it again here."
    )


def declined_news(say: Say, *, name: str) -> Html:
    return say(
        "<b>{name}</b> does not agree to the changed privacy notice. Until they do, I take nothing new from them; "
        "please speak "
        "with them.",
        name=name,
    )
