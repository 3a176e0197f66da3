"""The words on the way in, in both languages, and what it takes to stand at the door of Nova."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import update

from storage.tables.people import programmes
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from simulator.groups import Group as TelegramGroup
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

MENTEES = ["Vera Dimova", "Ilya Kolev", "Petya Hristova"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    speaks: str
    language: str
    which: str
    not_listed: str
    own_name: str
    waiting: str
    privacy: str
    agree: str
    decline: str
    welcome: str
    chat: str


EN = Words(
    speaks="en",
    language="English",
    which="Which one are you?",
    not_listed="I'm not on the list",
    own_name="What is your name?",
    waiting="I have asked the manager",
    privacy="six lines about your data",
    agree="I agree",
    decline="No, thanks",
    welcome="Welcome, ",
    chat="Join the group chat",
)
BG = Words(
    speaks="bg",
    language="Български",
    which="Кое е Вашето име?",
    not_listed="Няма ме в списъка",
    own_name="Как се казвате?",
    waiting="Попитах ръководителя",
    privacy="шест реда за Вашите данни",
    agree="Да, включвам се",
    decline="Не, благодаря",
    welcome="Добре дошли, ",
    chat="Към чата на групата",
)
BOTH = [EN, BG]


async def to_the_names(person: Person, link: str, words: Words) -> None:
    await person.starts(link)
    await person.presses(words.language)
    await person.sees(words.which)


async def to_the_notice(person: Person, link: str, words: Words, *, name: str = "Vera Dimova") -> None:
    await to_the_names(person, link, words)
    await person.presses(name)
    await person.sees(words.privacy)


async def comes_in(person: Person, link: str, words: Words, *, name: str = "Vera Dimova") -> None:
    await to_the_notice(person, link, words, name=name)
    await person.presses(words.agree)
    await person.sees(words.welcome)


async def a_chat(house: House, maria: Person) -> TelegramGroup:
    """Connected, with the bot able to let people in."""
    chat = house.sim.group("Nova chat", owner=maria, supergroup=True)
    said = await maria.says("/home")
    await maria.presses("Groups", on=await maria.sees("Hello", after=said))
    await maria.presses("Nova")
    await maria.presses("Connect the Telegram group")
    await maria.presses("Pick or create a group")
    await maria.presses("Choose the Telegram group", choose=chat)
    await maria.sees("I can invite people")
    return chat


async def minors_need_a_guardian(house: House) -> None:
    def eighteen(record: SqlRecord, _: object) -> None:
        record.connection.execute(update(programmes).values(adult_age=18))

    await house.bot.changes.make(eighteen)


async def code_of_nova(house: House) -> str:
    def code(record: SqlRecord, _: object) -> str:
        programme = record.programmes.first()
        assert programme is not None
        [group] = record.groups.of_programme(programme.id)
        return group.code or ""

    return await house.bot.changes.make(code)


def _has_link(record: SqlRecord, chat: TelegramGroup) -> bool:
    group = record.groups.by_chat(chat.id)
    return group is not None and group.invite_link is not None


async def link_of(house: House, chat: TelegramGroup) -> str:
    await happened(house, lambda record: _has_link(record, chat))
    group = await house.bot.changes.make(lambda record, _: record.groups.by_chat(chat.id))
    assert group is not None
    return group.invite_link or ""
