"""Groups on the phones: making one, letting people in, giving rights, topics, and becoming a supergroup."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from playwright.async_api import expect

from tests.browser.seeing import deed, phone, write

if TYPE_CHECKING:
    from simulator.server import Simulator
    from tests.browser.conftest import PageAt
    from tests.browser.echo_bot import EchoBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("bot")]


async def test_a_new_group_gets_the_bot_and_makes_it_an_admin(sim: Simulator, page_at: PageAt) -> None:
    maria = sim.person("Maria")
    of_maria = phone(await page_at(sim, at=f"{maria.id}"), maria.id)
    await of_maria.get_by_test_id("add-group").click()
    await of_maria.get_by_test_id("group-title").fill("Nova")
    await of_maria.get_by_test_id("group-title").press("Enter")
    await of_maria.get_by_test_id("chat-info").click()
    await deed(of_maria, "add-bot").click()
    await expect(of_maria).to_contain_text("Maria added ementor")
    await of_maria.get_by_test_id("chat-info").click()
    await deed(of_maria, "promote").click()
    [group] = [chat for chat in sim.world.chats.values() if chat.title == "Nova"]
    await of_maria.get_by_test_id("chat-info").click()
    await expect(deed(of_maria, "dismiss")).to_be_visible()
    assert group.member(sim.world.bot).is_admin


async def test_a_group_that_becomes_a_supergroup_stays_open(sim: Simulator, page_at: PageAt) -> None:
    maria = sim.person("Maria")
    group = sim.group("Nova", owner=maria)
    await maria.says("Welcome", in_=group)
    of_maria = phone(await page_at(sim, at=f"{maria.id}@{group.id}"), maria.id)
    await of_maria.get_by_test_id("chat-info").click()
    await deed(of_maria, "upgrade").click()
    await expect(of_maria).to_contain_text("What was said before stayed in the old group and is not shown here")
    await expect(of_maria).not_to_contain_text("Welcome")
    await write(of_maria, "Are we all here?")
    new_id = sim.world.chats[group.id].migrated_to
    assert new_id is not None
    await expect(of_maria.locator(".message.mine")).to_contain_text("Are we all here?")
    assert "Are we all here?" in [message.text for message in sim.world.chats[new_id].messages.values()]


async def test_a_topic_holds_its_own_messages(sim: Simulator, page_at: PageAt) -> None:
    maria = sim.person("Maria")
    group = sim.group("Nova", owner=maria, forum=True)
    await maria.says("Welcome", in_=group)
    homework = group.opens_topic("Homework")
    of_maria = phone(await page_at(sim, at=f"{maria.id}@{group.id}"), maria.id)
    await of_maria.locator("[data-topic='Homework']").click()
    await write(of_maria, "Essays go here")
    await expect(of_maria.locator(".message.mine")).to_contain_text("Essays go here")
    assert [message.thread_id for message in group.chat.messages.values() if message.text] == [None, homework]
    await of_maria.locator("[data-topic='General']").click()
    await expect(of_maria.locator(".message.mine")).to_contain_text("Welcome")


async def test_a_request_to_join_is_approved_on_the_owners_phone(sim: Simulator, page_at: PageAt) -> None:
    maria, vera = sim.person("Maria"), sim.person("Vera")
    group = sim.group("Nova", owner=maria)
    link = group.invites(creates_join_request=True)
    page = await page_at(sim, at=f"{maria.id}@{group.id},{vera.id}")
    await phone(page, vera.id).get_by_test_id("open-link").fill(link)
    await phone(page, vera.id).get_by_test_id("open-link").press("Enter")
    await phone(page, vera.id).get_by_test_id("join").click()
    await expect(phone(page, vera.id).get_by_test_id("toast")).to_have_text("Request sent")
    await phone(page, maria.id).get_by_test_id("chat-info").click()
    await deed(phone(page, maria.id), "approve").click()
    await expect(phone(page, vera.id).locator("[data-title='Nova']")).to_be_visible()


async def test_a_link_adds_the_bot_to_a_group_with_the_rights_it_asks_for(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    maria = sim.person("Maria")
    await maria.starts()
    group = sim.group("Nova", owner=maria)
    link = f"https://t.me/{sim.world.bot.username}?startgroup=code7&admin=pin_messages+invite_users"
    keyboard = {"inline_keyboard": [[{"text": "Add to a group", "url": link}]]}
    await bot.call("sendMessage", chat_id=maria.id, text="Bind", reply_markup=keyboard)
    of_maria = phone(await page_at(sim, at=f"{maria.id}@bot"), maria.id)
    await of_maria.locator("[data-button='Add to a group']").click()
    await of_maria.locator("[data-choice='Nova']").click()
    await expect(of_maria).to_contain_text(f"/start@{sim.world.bot.username} code7")
    assert group.chat.member(sim.world.bot).rights == {"can_manage_chat", "can_pin_messages", "can_invite_users"}


async def test_people_are_handed_over_by_a_key_that_asks_for_them(
    sim: Simulator, bot: EchoBot, page_at: PageAt
) -> None:
    maria, anton = sim.person("Maria"), sim.person("Anton", "Dimitrov")
    await maria.starts()
    key = {"text": "Name the mentor", "request_users": {"request_id": 3, "max_quantity": 1}}
    await bot.call("sendMessage", chat_id=maria.id, text="Who?", reply_markup={"keyboard": [[key]]})
    of_maria = phone(await page_at(sim, at=f"{maria.id}@bot"), maria.id)
    await of_maria.locator("[data-button='Name the mentor']").click()
    await of_maria.locator("[data-choice='Anton Dimitrov']").click()
    await of_maria.get_by_test_id("share-users").click()
    await maria.sees("Received.")
    shared = [message["users_shared"] for message in bot.heard if "users_shared" in message]
    assert cast("dict[str, object]", shared[0])["users"] == [{"user_id": anton.id}]


async def test_who_left_a_group_cannot_write_there(sim: Simulator, page_at: PageAt) -> None:
    maria, vera = sim.person("Maria"), sim.person("Vera")
    group = sim.group("Nova", owner=maria, members=[vera])
    of_vera = phone(await page_at(sim, at=f"{vera.id}@{group.id}"), vera.id)
    await of_vera.get_by_test_id("chat-info").click()
    await deed(of_vera, "leave").click()
    await expect(of_vera.get_by_test_id("composer")).to_be_hidden()
    assert not group.chat.member(vera.user).is_present
