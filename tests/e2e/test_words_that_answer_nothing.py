"""Commands nobody knows, edits, stickers, votes: an open question stays open, and nothing empty is passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

from mentoring.people import Language
from simulator.attachments import pdf
from storage import inbox
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def test_an_unknown_command_is_no_comment(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Return with comment")
    await nova.anton.sees("What should be corrected?")

    said = await nova.anton.says("/comment the date is missing")
    await nova.anton.sees("What should be corrected?", after=said)
    await nova.vera.sees_no("Please correct")

    await nova.anton.says("The date is missing")
    assert "Anton: The date is missing" in (await nova.vera.sees("Please correct")).text


async def test_a_card_whose_question_was_given_up_no_longer_asks(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    review = await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Return with comment", on=review)
    await nova.anton.sees("What should be corrected?")

    said = await nova.anton.says("/home")

    await nova.anton.sees("Hello, Anton", after=said)
    assert "What should be corrected?" not in (await nova.anton.sees("S-1001 from Vera")).text


@pytest.mark.parametrize("said", ["/nonsense", "/write Anton"])
async def test_an_unknown_command_is_no_word_to_anybody(house: House, said: str) -> None:
    nova = await a_nova(house)
    await nova.vera.says("/help")
    await nova.vera.presses("Talk to a person")
    await nova.vera.presses("Write to Anton")
    await nova.vera.sees("What shall I pass on to Anton")

    view = await nova.vera.says(said)
    await nova.vera.sees("What shall I pass on to Anton", after=view)

    await nova.anton.sees_no("writes to you")


async def test_whoever_edits_an_old_command_does_not_mean_it_again(house: House) -> None:
    nova = await a_nova(house)
    opened = await nova.anton.says("/inbox")
    await nova.anton.sees("Nothing waits for review", after=opened)
    asked = await nova.anton.says("/help")
    await nova.anton.sees("I am a bot", after=asked)

    await nova.anton.edits(asked, "/inbox")
    await nova.anton.edits(opened, "/documents")
    await all_is_handled(house)
    said = await nova.anton.says("hello")
    await nova.anton.sees("Hello, Anton", after=said)

    after_the_edits = [seen.text for seen in nova.anton.messages() if asked.message_id < seen.message_id]
    assert [text[:12] for text in after_the_edits] == ["I am a bot; ", "hello", "Hello, Anton"]


async def test_a_list_asked_for_in_the_group_is_not_shown_there(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")

    for command in ("/inbox", "/documents", "/nonsense", "/home"):
        said = await nova.anton.says("ping")
        await nova.anton.sees("Hello, Anton", after=said)
        await nova.anton.says(command, in_=nova.chat)
        await nova.anton.sees("Hello, Anton", after=said)

    await nova.ilya.sees_no("S-1001", in_=nova.chat)
    await nova.ilya.sees_no("Hello", in_=nova.chat)


@pytest.mark.parametrize(("typed", "sent"), [("Да.", True), ("da", True), ("👍", True), ("OK", True), ("ne", False)])
async def test_yes_and_no_are_understood_as_they_are_typed(house: House, typed: str, sent: bool) -> None:  # noqa: FBT001
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("есе.pdf", PDF, in_=nova.chat)
    await nova.vera.sees("Да го предам ли на Вашия ментор?")

    await nova.vera.says(typed)

    if sent:
        await nova.anton.sees("S-1001 от Vera")
    else:
        await nova.vera.sees("не го изпратих")
        await nova.anton.sees_no("S-1001")


async def test_votes_reactions_and_kinds_of_update_nobody_knows_hold_nothing_up(house: House) -> None:
    nova = await a_nova(house)
    card = await nova.vera.sees("Hello, Vera")
    await nova.vera.reacts(card, "👍")
    await nova.vera.reacts(card)
    world = house.sim.world
    person = {"id": nova.vera.id, "is_bot": False, "first_name": "Vera"}
    unheard: list[tuple[str, object]] = [
        ("poll_answer", {"poll_id": "1", "user": person, "option_ids": [0], "option_persistent_ids": ["a"]}),
        ("inline_query", {"id": "1", "from": person, "query": "x", "offset": ""}),
        ("message_of_the_future", {"chat": {"id": nova.vera.id}, "novelty": [1, {"deep": None}]}),
        ("message_of_the_future", [1, 2]),
        ("message_of_the_future", None),
    ]
    for kind, content in unheard:
        body = orjson.dumps({"update_id": world.updates.next_id, kind: content})
        world.updates.push_as_it_is(body, kind=kind, lane=("user", nova.vera.id), expires_at=world.now() + 60)

    said = await nova.vera.says("hello")

    await nova.vera.sees("Hello, Vera", after=said)
    await all_is_handled(house)
    assert (await house.bot.writer.change(inbox.counts)).dead == 0


async def test_a_file_of_another_bot_in_the_group_is_nobodys_work(house: House) -> None:
    nova = await a_nova(house)
    robot = house.person("Robot")
    robot.user.is_bot = True
    nova.chat.adds(robot)

    await robot.sends_document("spam.pdf", PDF, in_=nova.chat)
    await all_is_handled(house)

    assert [seen.text for seen in nova.ilya.messages(nova.chat) if seen.sender == "ementor"] == []
