"""What a visitor sees and does on the phones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import FilePayload, expect

from simulator.attachments import picture
from simulator.phones import Hint
from tests.browser.seeing import button, phone, write

if TYPE_CHECKING:
    from simulator.phones import Phones
    from simulator.server import Simulator
    from tests.browser.conftest import PageAt
    from tests.browser.echo_bot import EchoBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("bot")]


async def test_a_fresh_phone_starts_the_bot_and_the_answer_comes_back(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    await bot.call("setMyDescription", description="I repeat what you say.")
    vera = sim.person("Vera")
    page = await page_at(sim, at=f"{vera.id}@bot")
    of_vera = phone(page, vera.id)
    await expect(of_vera).to_contain_text("I repeat what you say.")
    await of_vera.get_by_test_id("start").click()
    await expect(of_vera).to_contain_text("You said: /start")
    await write(of_vera, "Hello")
    await expect(of_vera.locator(".message.mine").last).to_contain_text("Hello")
    await expect(of_vera.locator(".message.theirs").last).to_contain_text("You said: Hello")


async def test_a_press_shows_the_bots_toast_and_its_alert(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.says("/card")
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await button(of_vera, "Count").click()
    await expect(of_vera.get_by_test_id("toast")).to_have_text("Counted 1")
    await button(of_vera, "Shout").click()
    await expect(of_vera.get_by_test_id("alert")).to_have_text("Read this first")


async def test_a_button_turns_its_spinner_until_the_bot_answers(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.says("/card")
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await button(of_vera, "Stay silent").click()
    await expect(button(of_vera, "Stay silent")).to_have_attribute("aria-busy", "true")
    query_id = next(iter(sim.world.presses))
    await bot.call("answerCallbackQuery", callback_query_id=query_id)
    await expect(button(of_vera, "Stay silent")).to_have_attribute("aria-busy", "false")


async def test_an_edited_card_changes_in_place_and_the_list_does_not_move(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.says("/card")
    await vera.sees("Pressed 0")
    for number in range(30):
        await vera.says(f"Line {number}")
    await vera.sees("You said: Line 29")
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    card = of_vera.locator("[data-message]", has_text="Pressed").first
    await card.scroll_into_view_if_needed()
    await card.evaluate("card => card.marked = true")
    before = await of_vera.locator(".messages").evaluate("list => list.scrollTop")
    await button(card, "Count").click()
    await expect(card).to_contain_text("Pressed 1")
    assert await card.evaluate("card => card.marked")
    assert await of_vera.locator(".messages").evaluate("list => list.scrollTop") == before


async def test_two_photos_picked_together_become_one_album_with_a_caption(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    pictures = [FilePayload(name=f"page{number}.png", mimeType="image/png", buffer=picture()) for number in (1, 2)]
    await of_vera.get_by_test_id("attach-input").set_input_files(pictures)
    await of_vera.get_by_test_id("caption").fill("My contract")
    await of_vera.get_by_test_id("send-files").click()
    await expect(of_vera.locator(".album .photo img")).to_have_count(2)
    await expect(of_vera.locator(".album")).to_contain_text("My contract")
    await vera.sees("Received.")
    albums = [message.get("media_group_id") for message in bot.heard if "photo" in message]
    assert len(albums) == 2
    assert albums[0] == albums[1] is not None


async def test_a_document_keeps_its_name_and_can_be_downloaded(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    page = await page_at(sim, at=f"{vera.id}@bot")
    of_vera = phone(page, vera.id)
    essay = FilePayload(name="Есе.pdf", mimeType="application/pdf", buffer=b"%PDF-essay")
    await of_vera.get_by_test_id("attach-input").set_input_files([essay])
    await of_vera.get_by_test_id("send-files").click()
    async with page.expect_download() as started:
        await of_vera.locator("a.document").click()
    download = await started.value
    assert download.suggested_filename == "Есе.pdf"
    assert (await download.path()).read_bytes() == b"%PDF-essay"


async def test_a_key_that_asks_for_a_group_lets_a_new_one_be_made(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    maria = sim.person("Maria")
    await maria.says("/group")
    of_maria = phone(await page_at(sim, at=f"{maria.id}@bot"), maria.id)
    await button(of_maria, "Pick a group").click()
    await of_maria.get_by_test_id("new-group").fill("Nova")
    await of_maria.get_by_test_id("create-group").click()
    await expect(of_maria).to_contain_text("Received.")
    shared = [message["chat_shared"] for message in bot.heard if "chat_shared" in message]
    [group] = [chat for chat in sim.world.chats.values() if chat.title == "Nova"]
    assert shared == [{"request_id": 7, "chat_id": group.id}]
    assert group.member(sim.world.bot).is_present
    await expect(button(of_maria, "Pick a group")).to_have_count(0)


async def test_the_time_bar_moves_the_worlds_clock(sim: Simulator, page_at: PageAt) -> None:
    sim.person("Vera")
    page = await page_at(sim)
    await page.get_by_test_id("advance-week").click()
    await expect(page.get_by_test_id("ahead")).to_have_text("7 d ahead")
    await page.get_by_test_id("advance-hour").click()
    await expect(page.get_by_test_id("ahead")).to_have_text("7 d 1 h ahead")
    assert sim.clock.offset == timedelta(days=7, hours=1)


async def test_a_small_screen_shows_one_phone_with_a_way_back_and_to_others(sim: Simulator, page_at: PageAt) -> None:
    vera, ilya = sim.person("Vera"), sim.person("Иля")
    await vera.starts()
    await vera.sees("You said")
    page = await page_at(sim, 390, 844, at=f"{vera.id}@bot")
    await expect(page.locator(".phone")).to_have_count(1)
    await page.get_by_test_id("back").tap()
    await expect(page.locator("[data-chat='bot']")).to_be_visible()
    await page.locator(f".people [data-person='{ilya.id}']").tap()
    await expect(page.locator(".phone")).to_have_count(1)
    await expect(phone(page, ilya.id)).to_contain_text("No chats yet")
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == 390


async def test_news_on_a_phone_that_is_not_open_is_counted(sim: Simulator, page_at: PageAt) -> None:
    vera, ilya = sim.person("Vera"), sim.person("Ilya")
    group = sim.group("Nova", owner=vera, members=[ilya])
    page = await page_at(sim, at=f"{vera.id}@{group.id},{ilya.id}")
    await write(phone(page, vera.id), "Hello all")
    await expect(phone(page, ilya.id).locator("[data-title='Nova'] .badge")).to_have_text("1")
    await phone(page, ilya.id).locator("[data-title='Nova']").click()
    await expect(phone(page, ilya.id).locator(".message.theirs")).to_contain_text("Hello all")
    await expect(page.locator(f".people [data-person='{ilya.id}'] .badge")).to_have_count(0)


async def test_everything_can_be_done_by_keyboard(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    page = await page_at(sim, at=f"{vera.id}@bot")
    of_vera = phone(page, vera.id)
    await of_vera.get_by_test_id("start").focus()
    await page.keyboard.press("Space")
    await expect(of_vera).to_contain_text("You said: /start")
    await of_vera.get_by_test_id("composer").focus()
    await page.keyboard.type("/card")
    await page.keyboard.press("Enter")
    await button(of_vera, "Count").focus()
    await page.keyboard.press("Enter")
    await expect(of_vera).to_contain_text("Pressed 1")
    await expect(button(of_vera, "Count")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(button(of_vera, "Shout")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(of_vera.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(of_vera.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("Escape")
    await expect(of_vera.locator("[data-chat='bot']")).to_be_focused()


async def test_a_newcomer_follows_an_invitation_link(sim: Simulator, bot: EchoBot, page_at: PageAt) -> None:
    maria = sim.person("Maria")
    await maria.starts()
    await maria.sees("You said")
    link = f"https://t.me/{sim.world.bot.username}?start=inv_1"
    await bot.call("sendMessage", chat_id=maria.id, text=f"Pass this on: {link}")
    page = await page_at(sim, at=f"{maria.id}@bot")
    await phone(page, maria.id).get_by_test_id("open-elsewhere").click()
    await page.locator("[data-choice='new']").click()
    await page.get_by_test_id("person-name").fill("Elena Koleva")
    await page.get_by_test_id("create-person").click()
    await expect(page.locator(".people [data-name='Elena Koleva']")).to_be_visible()
    elena = next(user for user in sim.world.users.values() if user.full_name == "Elena Koleva")
    await expect(phone(page, elena.id)).to_contain_text("You said: /start inv_1")


async def test_a_hint_opens_the_phone_it_speaks_of(sim: Simulator, phones: Phones, page_at: PageAt) -> None:
    vera, anton = sim.person("Vera"), sim.person("Anton")
    title, text = {"en": "Review a document", "bg": "Прегледайте документ"}, {"en": "Press Accept", "bg": "Натиснете"}
    phones.guide.hints.append(Hint(person_id=anton.id, chat="bot", title=title, text=text))
    phones.guide.roles[anton.id] = {"en": "mentor", "bg": "ментор"}
    page = await page_at(sim, language="bg-BG", at=f"{vera.id}")
    await page.get_by_text("Прегледайте документ").click()
    await expect(phone(page, anton.id)).to_contain_text("ментор")
    await expect(phone(page, anton.id).get_by_test_id("start")).to_be_visible()


async def test_the_first_hints_stand_open_for_a_visitor_who_asked_for_nobody(
    sim: Simulator, phones: Phones, page_at: PageAt
) -> None:
    _, anton = sim.person("Vera"), sim.person("Anton")
    said = {"en": "Here", "bg": "Тук"}
    phones.guide.hints.append(Hint(person_id=anton.id, chat="bot", title=said, text=said))
    page = await page_at(sim, 390, 844)
    await expect(page.locator(".phone")).to_have_count(1)
    await expect(phone(page, anton.id).get_by_test_id("start")).to_be_visible()


async def test_a_prepared_history_is_no_news(sim: Simulator, phones: Phones, page_at: PageAt) -> None:
    vera, anton = sim.person("Vera"), sim.person("Anton")
    group = sim.group("Nova", owner=anton, members=[vera])
    await anton.says("Long ago", in_=group)
    phones.read_everything()
    await anton.says("Just now", in_=group)
    of_vera = phone(await page_at(sim, at=f"{vera.id}"), vera.id)
    await expect(of_vera.locator("[data-title='Nova'] .badge")).to_have_text("1")


async def test_formatting_is_shown_and_times_stand_in_the_readers_zone(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    vera = sim.person("Vera")
    await vera.starts()
    await vera.sees("You said")
    text = (
        '<b>Bold <i>both</i></b> <s>gone</s> <tg-spoiler>secret</tg-spoiler> <a href="https://example.org/">guide</a>\n'
        "<blockquote>quoted</blockquote><pre>a &lt; b</pre>😀 <code>code</code> "
        '<tg-time unix="1764601200" format="Dt">soon</tg-time>'
    )
    await bot.call("sendMessage", chat_id=vera.id, text=text, parse_mode="HTML")
    said = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id).locator(".message.theirs .text").last
    await expect(said.locator("strong em")).to_have_text("both")
    await expect(said.locator("s")).to_have_text("gone")
    await expect(said.locator("blockquote")).to_have_text("quoted")
    await expect(said.locator("pre")).to_have_text("a < b")
    await expect(said.locator("code").last).to_have_text("code")
    await expect(said.locator("a")).to_have_attribute("href", "https://example.org/")
    await expect(said.locator("time")).to_have_text("1 December 2025 at 17:00")
    await said.locator(".spoiler").click()
    await expect(said.locator(".spoiler")).to_have_class("spoiler revealed")


async def test_an_empty_world_asks_for_its_first_person(sim: Simulator, page_at: PageAt) -> None:
    page = await page_at(sim, 320, 640, language="bg-BG")
    await expect(page.locator(".nobody")).to_be_visible()
    await page.get_by_test_id("add-person").tap()
    await page.get_by_test_id("person-name").fill("Vera")
    await page.get_by_test_id("person-name").press("Enter")
    await expect(page.locator(".phone")).to_contain_text("Още няма чатове")
    assert [user.full_name for user in sim.world.users.values()] == ["Vera"]
    assert await page.evaluate("document.documentElement.scrollWidth") == 320


async def test_the_page_speaks_the_visitors_language(sim: Simulator, page_at: PageAt) -> None:
    vera = sim.person("Vera")
    page = await page_at(sim, language="bg-BG", dark=True, at=f"{vera.id}@bot")
    await expect(phone(page, vera.id).get_by_test_id("start")).to_have_text("Започни")
    await page.get_by_test_id("language-en").click()
    await expect(phone(page, vera.id).get_by_test_id("start")).to_have_text("Start")


async def test_what_people_write_is_never_markup(sim: Simulator, page_at: PageAt) -> None:
    name = "<img src=x onerror=alert(1)>"
    vera = sim.person(name)
    await vera.says(name)
    of_vera = phone(await page_at(sim, at=f"{vera.id}@bot"), vera.id)
    await expect(of_vera.locator(".message.theirs")).to_contain_text(name)
    await expect(of_vera.locator("img")).to_have_count(0)
