"""What a person may do with messages (reply, edit, delete, vote, drop files), and with the bot: block it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from playwright.async_api import expect

from tests.browser.seeing import button, deed, open_actions, phone, write

if TYPE_CHECKING:
    from simulator.phones import Phones
    from simulator.server import Simulator
    from tests.browser.conftest import PageAt
    from tests.browser.echo_bot import EchoBot, Wire

CAN_PLAY = """audio => new Promise(done => {
    audio.oncanplaythrough = () => done(true); audio.onerror = () => done(false); audio.preload = "auto"; })"""
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("bot")]


async def test_an_own_message_is_edited_and_then_deleted(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.says("Helo")
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    own = of_vera.locator(".message.mine")
    await open_actions(own)
    await deed(of_vera, "edit").click()
    await write(of_vera, "Hello")
    await expect(own).to_contain_text("Hello")
    await expect(own).to_contain_text("edited")
    await open_actions(own)
    await deed(of_vera, "delete").click()
    await expect(own).to_have_count(0)


async def test_a_reply_quotes_what_it_answers(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.says("Hello")
    asked = await vera.sees("You said: Hello")
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await open_actions(of_vera.locator(".message.theirs"))
    await deed(of_vera, "reply").click()
    await write(of_vera, "Because")
    await expect(of_vera.locator(".message.mine .quote")).to_contain_text("You said: Hello")
    await vera.sees("You said: Because")
    assert cast("Wire", bot.heard[-1]["reply_to_message"])["message_id"] == asked.message_id


async def test_a_message_of_a_group_is_forwarded_to_the_bot(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera, anton = sim.person("Vera"), sim.person("Anton")
    group = sim.group("Nova", owner=anton, members=[vera])
    await anton.says("Bring your CV", in_=group)
    of_vera = phone(await page_at(sim, at=f"{vera.id}@{group.id}"), vera.id)
    await open_actions(of_vera.locator(".message.theirs"))
    await deed(of_vera, "forward").click()
    await of_vera.locator("[data-choice='ementor']").click()
    await expect(of_vera.locator(".message.mine")).to_contain_text("Forwarded from Anton")
    await vera.sees("You said: Bring your CV")
    assert cast("Wire", bot.heard[-1]["forward_origin"])["type"] == "user"


async def test_a_forced_reply_opens_by_itself(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await bot.call(
        "sendMessage",
        chat_id=vera.id,
        text="What shall be improved?",
        reply_markup={"force_reply": True, "input_field_placeholder": "Your comment"},
    )
    await expect(of_vera.locator(".about")).to_contain_text("What shall be improved?")
    await expect(of_vera.get_by_test_id("composer")).to_have_attribute("placeholder", "Your comment")
    await write(of_vera, "The title")
    await expect(of_vera.locator(".message.mine .quote")).to_contain_text("What shall be improved?")


async def test_a_vote_is_counted_and_can_be_taken_back(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    options = [{"text": "Tuesday"}, {"text": "Thursday"}]
    await bot.call("sendPoll", chat_id=vera.id, question="Which evening?", options=options, is_anonymous=False)
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await of_vera.locator("[data-option='Thursday']").click()
    await expect(of_vera.locator(".share.chosen")).to_contain_text("100%Thursday")
    await of_vera.get_by_text("Take back").click()
    await expect(of_vera.locator("[data-option='Thursday']")).to_be_visible()


async def test_a_file_dropped_on_a_chat_is_attached(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    page = await page_at(sim, at=f"{vera.id}@bot")
    carried = await page.evaluate_handle(
        """() => { const load = new DataTransfer();
        load.items.add(new File(["essay"], "essay.txt", { type: "text/plain" })); return load; }"""
    )
    of_vera = phone(page, vera.id)
    await of_vera.locator(".chat").dispatch_event("drop", {"dataTransfer": carried})
    await of_vera.get_by_test_id("send-files").click()
    await expect(of_vera.locator(".message.mine a.document")).to_contain_text("essay.txt")


async def test_the_samples_can_be_sent(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    for sample in ("sample-photo", "sample-document"):
        await of_vera.get_by_test_id("attach").click()
        await of_vera.get_by_test_id(sample).click()
        await of_vera.get_by_test_id("send-files").click()
    await of_vera.get_by_test_id("attach").click()
    await of_vera.get_by_test_id("sample-voice").click()
    own = of_vera.locator(".message.mine")
    await expect(own.locator(".photo img")).to_have_count(1)
    await expect(own.locator("a.document")).to_contain_text("homework.pdf")
    assert await own.locator("audio").evaluate(CAN_PLAY)


async def test_the_bot_can_be_blocked_and_let_speak_again(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await of_vera.get_by_test_id("chat-info").click()
    await deed(of_vera, "block").click()
    await expect(of_vera.get_by_test_id("unblock")).to_be_visible()
    assert vera.user.blocked
    await of_vera.get_by_test_id("unblock").click()
    await expect(of_vera.get_by_test_id("composer")).to_be_visible()
    assert not vera.user.blocked


async def test_the_command_menu_is_in_the_persons_language(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    ilya = sim.person("Иля", language_code="bg")
    await ilya.starts()
    private = {"type": "all_private_chats"}
    await bot.call("setMyCommands", commands=[{"command": "next", "description": "What's next"}], scope=private)
    bulgarian = [{"command": "next", "description": "Какво следва"}]
    await bot.call("setMyCommands", commands=bulgarian, scope=private, language_code="bg")
    of_ilya = phone(await page_at(sim, at=f"{ilya.id}@bot"), ilya.id)
    await of_ilya.get_by_test_id("commands").click()
    await of_ilya.get_by_text("Какво следва").click()
    await expect(of_ilya).to_contain_text("You said: /next")


async def test_the_page_comes_back_after_its_connection_was_cut(
    sim: Simulator, phones: Phones, page_at: PageAt
) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    page = await page_at(sim, at=f"{vera.id}@bot")
    await phones.hang_up()
    await expect(page.locator(".offline")).to_be_visible()
    await expect(page.locator(".offline")).to_be_hidden()
    await vera.says("Still here")
    await expect(phone(page, vera.id)).to_contain_text("You said: Still here")


async def test_a_button_of_the_reply_keyboard_says_its_label(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    keyboard = {"keyboard": [["What's next", "Help"]], "resize_keyboard": True}
    await bot.call("sendMessage", chat_id=vera.id, text="Menu", reply_markup=keyboard)
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await button(of_vera, "Help").click()
    await expect(of_vera).to_contain_text("You said: Help")
