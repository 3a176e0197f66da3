"""What a visitor may press first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.phones import Hint

if TYPE_CHECKING:
    from bot.demo.cast import Cast
    from bot.demo.story import Plot

_BOT = "bot"


def hints_for(cast: Cast, plot: Plot) -> list[Hint]:
    return [
        Hint(
            person_id=cast.anton.id,
            chat=_BOT,
            title={"en": "You are Anton, a mentor", "bg": "Вие сте Антон, ментор"},
            text={
                "en": "Vera's contract waits for you: look at its pages and press Accept.",
                "bg": "Договорът на Вера Ви чака: погледнете страниците и натиснете „Accept“.",
            },
        ),
        Hint(
            person_id=cast.vera.id,
            chat=_BOT,
            title={"en": "You are Vera, a mentee", "bg": "Вие сте Вера, участник"},
            text={
                "en": "Send a photo with the paper clip and see it arrive at Anton's.",
                "bg": "Изпратете снимка с кламера и вижте как стига до Антон.",
            },
        ),
        Hint(
            person_id=cast.ivan.id,
            chat=str(plot.doorstep.id),
            title={"en": "You are Ivan, just invited", "bg": "Вие сте Иван и имате покана"},
            text={
                "en": "Open the link under the poster and join the group.",
                "bg": "Отворете връзката от плаката и се включете в групата.",
            },
        ),
    ]
