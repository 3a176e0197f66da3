"""A message that somebody made with the help of another bot is theirs, and is treated like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from simulator.attachments import pdf
from tests.e2e.a_group import a_nova

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.people import User
    from tests.e2e.conftest import House

HELPER = {"id": 8801, "is_bot": True, "first_name": "Scanner", "username": "scanner_bot"}
PDF = pdf("essay")


def _sends(house: House, who: User, chat: Chat, content: dict[str, object]) -> None:
    """As Telegram tells it: from the person, with the name of the bot that helped."""
    world = house.sim.world
    message = {
        "message_id": 900,
        "date": world.now(),
        "chat": chat.wire(),
        "from": who.wire(),
        "via_bot": HELPER,
        **content,
    }
    body = orjson.dumps({"update_id": world.updates.next_id, "message": message})
    world.updates.push_as_it_is(body, kind="message", lane=("chat", chat.id), expires_at=world.now() + 60)


def _document(house: House) -> dict[str, object]:
    return {"document": house.sim.world.files.add("document", PDF, name="essay.pdf").wire()}


async def test_a_document_becomes_a_submission(house: House) -> None:
    nova = await a_nova(house)

    _sends(house, nova.vera.user, nova.vera.chat(), _document(house))

    await nova.anton.sees("S-1001 from Vera")


async def test_words_are_answered(house: House) -> None:
    nova = await a_nova(house)
    before = await nova.vera.says("hello")
    await nova.vera.sees("Hello, Vera", after=before)

    _sends(house, nova.vera.user, nova.vera.chat(), {"text": "hello"})

    await nova.vera.sees("Hello, Vera", after=(await nova.vera.sees("Hello, Vera", after=before)))


async def test_a_document_in_the_group_is_asked_about(house: House) -> None:
    nova = await a_nova(house)

    _sends(house, nova.vera.user, nova.chat.chat, _document(house))

    await nova.vera.sees("You posted essay.pdf in Nova")


async def test_what_a_stranger_sends_stays_a_strangers(house: House) -> None:
    nova = await a_nova(house)
    zlatan = house.person("Zlatan")
    await zlatan.starts()

    _sends(house, zlatan.user, zlatan.chat(), _document(house))

    await zlatan.sees("I don't know you yet", after=await zlatan.says("hm"))
    await nova.anton.sees_no("S-1001")
