"""Three weeks in the life of a programme, played by simulated people who press the real bot's buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.demo.papers import photographed, scanned
from bot.demo.sessions import plan_next_session, play_first_session
from mentoring.invitations import Door, payload
from mentoring.manager_codes import new_code, signing_key
from simulator.attachments import photo
from simulator.groups import Group

if TYPE_CHECKING:
    from bot.demo.cast import Player
    from bot.demo.stage import Stage
    from simulator.views import View

GROUP = "Nova"
_PAYLOAD = re.compile(r"\?start=([\w-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Plot:
    """The Telegram groups that came about: the mentoring group's, and where Maria talks to Ivan."""

    nova: Group
    doorstep: Group


async def play(stage: Stage) -> Plot:
    """Ends with the day before; whoever calls lets time reach today."""
    await _a_manager_sets_up(stage)
    nova = await _the_chat_is_connected(stage)
    await _people_come_in(stage, nova)
    await _they_talk(stage, nova)
    await _one_document_is_accepted(stage)
    await play_first_session(stage)
    await _one_goes_back(stage)
    await _one_raises_a_question(stage)
    await plan_next_session(stage)
    doorstep = await _one_is_still_missing(stage)
    return Plot(nova=nova, doorstep=doorstep)


async def _a_manager_sets_up(stage: Stage) -> None:
    maria = stage.cast.maria
    await stage.comes(days_ago=21, at="10:05")
    await maria.starts(payload(Door.MANAGER, new_code(signing_key(stage.sim.token), stage.sim.clock.now())))
    await maria.presses("Български")
    await maria.presses(maria.name)
    await maria.sees("Коя организация")
    await maria.says("Отворени врати")
    await maria.sees("Как се казва новата група")
    await maria.says(GROUP)
    await maria.sees("Кой е менторът")
    await maria.says(stage.cast.anton.name)
    await maria.sees("Кои са участниците")
    cast = stage.cast
    await maria.says("\n".join(person.name for person in (cast.vera, cast.ilya, cast.petya, cast.ivan)))
    await maria.sees(f"{cast.ivan.name} – още не е в групата")


async def _the_chat_is_connected(stage: Stage) -> Group:
    maria = stage.cast.maria
    await stage.passes(minutes=4)
    chat = stage.sim.group(GROUP, owner=maria)
    await maria.presses("Свързване на групата в Telegram")
    await maria.presses("Избор или създаване на група")
    await maria.presses("Избор на групата в Telegram", choose=chat)
    await maria.sees("Мога да каня хора")
    return chat


async def _people_come_in(stage: Stage, nova: Group) -> None:
    """Whoever has consented is shown the way into the Telegram group and taps it."""
    cast = stage.cast
    await stage.passes(minutes=6)
    asked = await _asks_for_links(cast.maria)
    for_mentor = await cast.maria.sees("за ментора", after=asked)
    for_mentees = await cast.maria.sees("за участниците", after=asked)
    await stage.comes(days_ago=21, at="12:40")
    await _joins_in_english(cast.anton, for_mentor, nova)
    await stage.comes(days_ago=21, at="17:15")
    await _joins_in_bulgarian(cast.vera, for_mentees, nova)
    await stage.comes(days_ago=21, at="18:02")
    await _joins_in_english(cast.ilya, for_mentees, nova)
    await stage.comes(days_ago=20, at="09:30")
    await _joins_in_bulgarian(cast.petya, for_mentees, nova)


async def _asks_for_links(maria: Player) -> View:
    """The message after which the posters stand."""
    asked = await maria.says("/home")
    await maria.presses("Групи", on=await maria.sees("Здравейте", after=asked))
    await maria.presses(f"👥 {GROUP}", on=await maria.sees("Имате", after=asked))
    await maria.presses("Връзки и плакати")
    return asked


async def _joins_in_english(person: Player, poster: View, nova: Group) -> None:
    await person.starts(_carried_by(poster))
    await person.presses("English")
    await person.presses(person.name)
    await person.presses("I agree")
    await person.sees("Welcome")
    await person.goes_where(await person.presses("Join the group chat"), nova)


async def _joins_in_bulgarian(person: Player, poster: View, nova: Group) -> None:
    await person.starts(_carried_by(poster))
    await person.presses("Български")
    await person.presses(person.name)
    await person.presses("Да, включвам се")
    await person.sees("Добре дошли")
    await person.goes_where(await person.presses("Към чата на групата"), nova)


def _carried_by(poster: View) -> str:
    found = _PAYLOAD.search(poster.text)
    if found is None:
        raise ValueError(f"no link on {poster.text!r}")
    return found[1]


async def _they_talk(stage: Stage, nova: Group) -> None:
    cast = stage.cast
    await stage.comes(days_ago=20, at="18:20")
    await cast.anton.says("Hello everybody! I am Anton, an electrician for twenty years. Ask me anything.", in_=nova)
    await stage.passes(minutes=12)
    await cast.vera.says("Здравейте! Аз съм Вера. Радвам се, че ще работим заедно.", in_=nova)
    await stage.passes(minutes=3)
    await cast.petya.says("Здравейте на всички 👋", in_=nova)
    await stage.passes(minutes=9)
    await cast.ilya.says("Hi! Is there a bus to the centre after six?", in_=nova)
    await stage.passes(minutes=2)
    await cast.petya.says("Да, номер 9 в 18:40.", in_=nova)


async def _one_document_is_accepted(stage: Stage) -> None:
    cast = stage.cast
    await stage.comes(days_ago=16, at="19:10")
    await cast.vera.sends_document("T01 Профил Вера Димова.pdf", scanned(1), caption="Моят профил")
    card = await cast.anton.sees("S-1001")
    await cast.vera.sees("S-1001")
    await stage.comes(days_ago=15, at="08:45")
    await cast.anton.presses("Accept", on=card)
    await cast.vera.sees("S-1001 е прието")


async def _one_goes_back(stage: Stage) -> None:
    cast = stage.cast
    await stage.comes(days_ago=6, at="20:05")
    await cast.ilya.sends_document("CV Ilya Kolev.pdf", scanned(2))
    card = await cast.anton.sees("S-1002")
    await stage.comes(days_ago=5, at="09:20")
    await cast.anton.presses("Return with comment", on=card)
    await cast.anton.sees("What should be corrected")
    await cast.anton.says("A good start! Please add the years at your last two jobs, and sign the page.")
    await cast.ilya.sees("Please correct S-1002")


async def _one_raises_a_question(stage: Stage) -> None:
    cast = stage.cast
    await stage.comes(days_ago=3, at="17:30")
    await cast.petya.sends_document("План за обучение.pdf", scanned(3))
    card = await cast.anton.sees("S-1003")
    await stage.comes(days_ago=2, at="12:15")
    await cast.anton.presses("Ask a question", on=card)
    await cast.anton.sees("What do you want to ask")
    await cast.anton.says("Кой курс имаш предвид в точка 2: дневния или вечерния?")
    await cast.petya.sees("Има въпрос за S-1003")


async def _one_is_still_missing(stage: Stage) -> Group:
    """The link has run out in the meantime; the manager passes a new one on."""
    cast = stage.cast
    await stage.comes(days_ago=1, at="16:10")
    doorstep = stage.sim.group(f"{cast.maria.user.first_name} и {cast.ivan.user.first_name}", owner=cast.maria)
    doorstep.adds(cast.ivan)
    poster = await cast.maria.sees("за участниците", after=await _asks_for_links(cast.maria))
    await cast.ivan.says("Здравейте, телефонът ми вече е поправен. Как да се включа?", in_=doorstep)
    await stage.passes(minutes=7)
    await cast.maria.forwards(poster, in_=doorstep)
    await cast.maria.says("Чудесно! Натиснете връзката и изберете името си.", in_=doorstep)
    return doorstep


async def photos_arrive(stage: Stage) -> None:
    """The last thing that happened, and still unread: a contract on three pages waits for the mentor."""
    cast = stage.cast
    await stage.comes(days_ago=1, at="18:42")
    pages = [photographed(4), photographed(5), photographed(6, signed=True)]
    captions = ["Договорът, подписан на трета страница", "", ""]
    await cast.vera.sends_album([photo(page, caption=said) for page, said in zip(pages, captions, strict=True)])
    await stage.passes(minutes=1)
    await cast.vera.presses("Изпращане", on=await cast.vera.sees("още не са изпратени"))
    await cast.vera.sees("S-1004")
    await cast.anton.sees("S-1004")
