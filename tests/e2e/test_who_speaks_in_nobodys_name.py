"""Anonymous administrators, posts as a channel, other bots: never taken for a person, and never given one's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

from mentoring.people import Language
from simulator.attachments import pdf
from storage import inbox
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from simulator.groups import Group
    from tests.e2e.conftest import House

PDF = pdf("essay")
FILE = {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "essay.pdf", "file_size": 9}}


async def test_a_file_of_an_anonymous_administrator_is_nobodys_work(house: House) -> None:
    nova = await a_nova(house)
    nova.chat.promotes(nova.vera, anonymous=True)

    await nova.vera.sends_document("essay.pdf", PDF, in_=nova.chat)
    await all_is_handled(house)

    await nova.vera.sees_no("You posted")
    await nova.anton.sees_no("S-1001")


async def test_a_command_of_an_anonymous_administrator_is_shown_the_way_to_private(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    nova.chat.hides(nova.anton)

    await nova.anton.says("/inbox", in_=nova.chat)

    await nova.ilya.sees("Това правя в личния ни чат", in_=nova.chat)


async def test_an_anonymous_administrator_who_presses_is_recognised(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF, in_=nova.chat)
    question = await nova.vera.sees("You posted essay.pdf in Nova")
    nova.chat.promotes(nova.vera, anonymous=True)

    await nova.vera.presses("Yes, send it", on=question)

    await nova.anton.sees("S-1001 from Vera")


@pytest.mark.parametrize(
    "content", [FILE, {"text": "/inbox"}, {"text": "/bind ABCDEFGH"}, {"text": "/start c_ABCDEFGH"}]
)
@pytest.mark.parametrize("sender", [136817688, 777000, 1087968824])
async def test_a_post_in_a_channels_name_gets_nothing_done(
    house: House, content: dict[str, object], sender: int
) -> None:
    nova = await a_nova(house)
    before = len(nova.ilya.messages(nova.chat))

    _posted(house, nova.chat, sender, content)
    await all_is_handled(house)
    said = await nova.vera.says("hello")
    await nova.vera.sees("Hello, Vera", after=said)

    await nova.anton.sees_no("S-1001")
    answers = [seen.text for seen in nova.ilya.messages(nova.chat)[before:]]
    assert set(answers) <= {"I do this in our private chat, where only you see it."}
    assert (await house.bot.writer.change(inbox.counts)).dead == 0


def _posted(house: House, chat: Group, sender: int, content: dict[str, object]) -> None:
    world = house.sim.world
    message = {
        "message_id": 900,
        "date": world.now(),
        "chat": chat.chat.wire(),
        "from": {"id": sender, "is_bot": True, "first_name": "Channel"},
        "sender_chat": {"id": -1009, "type": "channel", "title": "News"},
        **content,
    }
    if "text" in content:
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(str(content["text"]).split()[0])}]
    body = orjson.dumps({"update_id": world.updates.next_id, "message": message})
    world.updates.push_as_it_is(body, kind="message", lane=("chat", chat.id), expires_at=world.now() + 60)
