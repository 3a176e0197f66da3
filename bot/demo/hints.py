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
            title={"en": "Review as Anton, the mentor", "bg": "Прегледайте като Антон"},
            text={"en": "Vera's contract waits: press Accept.", "bg": "Договорът на Вера чака: натиснете „Accept“."},
        ),
        Hint(
            person_id=cast.vera.id,
            chat=_BOT,
            title={"en": "Hand in a photo as Vera", "bg": "Изпратете снимка като Вера"},
            text={"en": "The paper clip, then Send: Anton has it.", "bg": "С кламера и „Изпращане“ тя стига до Антон."},
        ),
        Hint(
            person_id=cast.ilya.id,
            chat=_BOT,
            title={"en": "Let a day pass", "bg": "Нека мине един ден"},
            text={"en": "+1 day, above: everybody is reminded.", "bg": "„+1 ден“ горе: идват напомняния."},
        ),
        Hint(
            person_id=cast.ivan.id,
            chat=str(plot.doorstep.id),
            title={"en": "Join as Ivan", "bg": "Включете се като Иван"},
            text={"en": "Open the link on Maria's poster.", "bg": "Отворете връзката от плаката."},
        ),
    ]
