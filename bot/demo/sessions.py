"""The part of the story that meets at six: one session behind them, with diaries and without, and one ahead."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.demo.cast import Player
    from bot.demo.stage import Stage

_HOUR = "18:00"
_LEAST_AHEAD = timedelta(hours=24, seconds=20)


async def play_first_session(stage: Stage) -> None:
    cast = stage.cast
    await stage.comes(days_ago=13, at="12:30")
    await _plans(stage, "Initial session", in_days=4, place="Face to face")
    await cast.anton.sees("Where exactly")
    await cast.anton.says("Library, 2nd floor")
    await _confirms(cast.anton)
    await _answer(stage, vera="Ще дойда", petya="Ще дойда", ilya="Late")
    await stage.comes(days_ago=9, at="20:10")
    await _vera_writes_her_diary(cast.vera)
    await stage.comes(days_ago=8, at="09:20")
    await cast.anton.presses("It took place", on=await cast.anton.sees("Did it take place?"))
    await cast.anton.sees("took place")
    await stage.comes(days_ago=8, at="10:35")
    await _petya_writes_one_line(cast.petya)


async def plan_next_session(stage: Stage) -> None:
    """So that the first reminder comes within a day of the visitor's own now."""
    cast = stage.cast
    await stage.comes(days_ago=2, at="19:30")
    in_days = 1 if stage.moment(-1, _HOUR) - stage.today > _LEAST_AHEAD else 2
    await _plans(stage, "Employability", in_days=in_days + 2, place="Video call")
    await cast.anton.sees("Where exactly")
    await cast.anton.presses("Leave it open")
    await _confirms(cast.anton)
    await _answer(stage, vera="Ще дойда")


async def _plans(stage: Stage, kind: str, *, in_days: int, place: str) -> None:
    mentor, today = stage.cast.anton, stage.sim.clock.now()
    day = today + timedelta(days=in_days)
    home = await mentor.sees("Hello", after=await mentor.says("/home"))
    await mentor.presses("My sessions", on=home)
    await mentor.presses("Plan a session")
    await mentor.presses(kind)
    calendar = await mentor.sees("On which day?")
    if day.month != today.month:
        await mentor.presses(">>", on=calendar)
        await stage.settles()
    await mentor.presses(str(day.day), on=calendar)
    await mentor.presses(_HOUR, on=await mentor.sees("At what time?"))
    await mentor.presses(place)


async def _confirms(mentor: Player) -> None:
    await mentor.sees("Is it right?")
    await mentor.presses("Confirm")
    await mentor.sees("A new session of")


async def _answer(stage: Stage, *, vera: str, petya: str = "", ilya: str = "") -> None:
    cast = stage.cast
    for person, told, answer in [
        (cast.vera, "Нова среща", vera),
        (cast.petya, "Нова среща", petya),
        (cast.ilya, "A new session", ilya),
    ]:
        card = await person.sees(told)
        if answer:
            await stage.passes(minutes=7)
            await person.presses(answer, on=card)


async def _vera_writes_her_diary(vera: Player) -> None:
    await vera.presses("Към дневника", on=await vera.sees("Как мина?"))
    for number, answer in enumerate(_VERAS_ANSWERS, start=1):
        await vera.sees(f"Въпрос {number} от 5")
        await vera.says(answer)
    await vera.sees("Въпрос 5 от 5")
    await vera.presses("4")
    await vera.presses("Пропускане", on=await vera.sees("само менторът Ви"))
    await vera.presses("Изпращане до ментора")
    await vera.sees("Благодаря!")


_VERAS_ANSWERS = (
    "Запознахме се и говорихме какво искам да работя.",
    "Че опитът ми в кухнята също се брои.",
    "Ще напиша профила си до петък.",
    "Лесно беше да говоря, трудно – да избера.",
)


async def _petya_writes_one_line(petya: Player) -> None:
    await petya.presses("Към дневника", on=await petya.sees("Как мина?"))
    await petya.sees("Въпрос 1 от 5")
    await petya.says("Избрах да уча за електротехник.")
    await petya.sees("Въпрос 2 от 5")
    await petya.presses("Изпращане както е")
    await petya.sees("Благодаря!")
