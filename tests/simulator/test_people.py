"""What people do in private: write, send, tap, pick, vote, block."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from simulator.attachments import document, photo, picture
from simulator.clock import Clock
from simulator.server import Simulator
from tests.simulator.api import Api

if TYPE_CHECKING:
    from simulator.persons import Person

RIGHTS = {
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": False,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": True,
}


@pytest.fixture
async def vera(sim: Simulator) -> Person:
    person = sim.person("Вера", "Петрова", username="vera_p", language_code="bg")
    await person.starts("invitation")
    return person


async def asks(api: Api, vera: Person, key: dict[str, Any], **more: Any) -> None:
    await api("sendMessage", chat_id=vera.id, text="?", reply_markup={"keyboard": [[key]], **more})


async def test_a_link_opens_the_bot_with_its_payload(api: Api, vera: Person) -> None:
    (message,) = await api.fresh()

    assert message["text"] == "/start invitation"
    assert message["from"] == {
        "id": vera.id,
        "is_bot": False,
        "first_name": "Вера",
        "last_name": "Петрова",
        "username": "vera_p",
        "language_code": "bg",
    }


async def test_a_tap_is_answered_with_a_toast_or_an_alert(api: Api, vera: Person) -> None:
    keyboard = {
        "inline_keyboard": [[{"text": "✅ Accept", "callback_data": "yes"}, {"text": "No", "callback_data": "no"}]]
    }
    await api.updates()
    await api("sendMessage", chat_id=vera.id, text="Card", reply_markup=keyboard)
    async with asyncio.TaskGroup() as tasks:
        tap = tasks.create_task(vera.presses("Accept"))
        (query,) = [update["callback_query"] for update in await api("getUpdates", offset=api.offset, timeout=5)]
        await api("answerCallbackQuery", callback_query_id=query["id"], text="Accepted", show_alert=True)

    assert query["data"] == "yes"
    assert (tap.result().text, tap.result().alert) == ("Accepted", True)


async def test_a_forged_tap_carries_any_data(api: Api, vera: Person) -> None:
    await api("sendMessage", chat_id=vera.id, text="Card")
    toast = await vera.presses_raw(await vera.sees("Card"), "forged", timeout=0)

    (query,) = await api.fresh("callback_query")
    assert (query["data"], toast.text) == ("forged", None)


async def test_an_edit_changes_what_is_seen_and_a_deletion_takes_it_away(api: Api, vera: Person) -> None:
    sent = await api("sendMessage", chat_id=vera.id, text="<b>one</b>", parse_mode="HTML")
    number = {"chat_id": vera.id, "message_id": sent["message_id"]}
    assert (await vera.sees("one")).html == "<b>one</b>"
    await api("editMessageText", **number, text="two")
    assert (await vera.sees("two")).is_edited
    await vera.sees_no("one")
    await api("deleteMessage", **number)
    await vera.sees_no("two")


async def test_sees_waits_for_a_message_that_is_still_to_come(api: Api, vera: Person) -> None:
    async with asyncio.TaskGroup() as tasks:
        sight = tasks.create_task(vera.sees("later"))
        await api("sendMessage", chat_id=vera.id, text="sooner")
        await api("sendMessage", chat_id=vera.id, text="later")

    assert sight.result().text == "later"


async def test_sees_fails_with_what_is_there_instead(api: Api, vera: Person) -> None:
    await api("sendMessage", chat_id=vera.id, text="something else")

    with pytest.raises(AssertionError, match="something else"):
        await vera.sees("this", timeout=0)


async def test_a_plain_key_says_its_text_and_a_one_time_keyboard_goes(api: Api, vera: Person) -> None:
    await asks(api, vera, {"text": "Мария"}, one_time_keyboard=True)
    await vera.presses("Мария")

    assert (await api.fresh())[-1]["text"] == "Мария"
    with pytest.raises(AssertionError, match="no button"):
        await vera.presses("Мария", timeout=0)


async def test_a_removed_keyboard_is_gone(api: Api, vera: Person) -> None:
    await asks(api, vera, {"text": "Key"})
    await api("sendMessage", chat_id=vera.id, text="Done", reply_markup={"remove_keyboard": True})

    with pytest.raises(AssertionError, match="no button"):
        await vera.presses("Key", timeout=0)


async def test_a_picked_group_is_shared_and_the_bot_comes_in_with_its_rights(
    sim: Simulator, api: Api, vera: Person
) -> None:
    request = {"request_id": 7, "chat_is_channel": False, "bot_administrator_rights": RIGHTS, "bot_is_member": True}
    await asks(api, vera, {"text": "Pick", "request_chat": request | {"request_title": True}})
    group = sim.group("Nova", owner=vera)
    await api.updates()
    await vera.presses("Pick", choose=group)

    added, _, shared = await api.updates()
    assert added["my_chat_member"]["new_chat_member"]["can_invite_users"]
    assert shared["message"]["chat_shared"] == {"request_id": 7, "chat_id": group.id, "title": "Nova"}


async def test_a_new_group_can_be_made_in_the_picker(sim: Simulator, api: Api, vera: Person) -> None:
    await asks(
        api, vera, {"text": "Pick", "request_chat": {"request_id": 7, "chat_is_channel": False, "bot_is_member": True}}
    )
    await vera.presses("Pick", create="Fresh")

    shared = (await api.fresh())[-1]["chat_shared"]
    assert sim.world.chats[shared["chat_id"]].title == "Fresh"
    assert await api("sendMessage", chat_id=shared["chat_id"], text="Here I am")


async def test_the_picker_offers_only_groups_that_suit(sim: Simulator, api: Api, vera: Person) -> None:
    await asks(
        api,
        vera,
        {"text": "Pick", "request_chat": {"request_id": 7, "chat_is_channel": False, "chat_is_created": True}},
    )
    group = sim.group("Not hers", owner=sim.person("Мария"), members=[vera])

    with pytest.raises(ValueError, match="would not offer"):
        await vera.presses("Pick", choose=group)


async def test_picked_people_are_shared_by_number(sim: Simulator, api: Api, vera: Person) -> None:
    anton = sim.person("Антон")
    await asks(api, vera, {"text": "Who", "request_users": {"request_id": 3, "max_quantity": 2, "request_name": True}})
    await vera.presses("Who", choose=[anton])

    shared = (await api.fresh())[-1]["users_shared"]
    assert shared == {"request_id": 3, "users": [{"user_id": anton.id, "first_name": "Антон"}]}


async def test_a_forced_reply_becomes_a_reply(api: Api, vera: Person) -> None:
    asked = await api("sendMessage", chat_id=vera.id, text="Why?", reply_markup={"force_reply": True})
    await vera.says("Because")
    await vera.says("And more")

    *_, answer, more = await api.fresh()
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert "reply_to_message" not in more


async def test_an_album_comes_as_separate_updates_even_when_a_part_is_late(api: Api, vera: Person) -> None:
    await api.updates()
    views = await vera.sends_album([photo(caption="pages"), document("b.pdf", b"%PDF")])
    group = views[0].message.media_group_id
    await vera.sends_album([photo()], album=group)

    messages = await api.fresh()
    assert [message["media_group_id"] for message in messages] == [group] * 3
    assert [message.get("caption") for message in messages] == ["pages", None, None]


async def test_a_file_over_twenty_megabytes_can_be_forwarded_but_not_fetched(api: Api, vera: Person) -> None:
    await vera.sends_document("film.mov", size=34 * 1024 * 1024)

    told = (await api.fresh())[-1]["document"]
    assert told["file_size"] == 34 * 1024 * 1024
    assert await api.refusal("getFile", file_id=told["file_id"]) == (400, "Bad Request: file is too big")
    assert (await api("sendDocument", chat_id=vera.id, document=told["file_id"]))["document"] == told


async def test_the_kinds_of_messages_a_person_can_send(api: Api, vera: Person) -> None:
    await api.updates()
    said = await vera.says("text")
    for send in (
        vera.sends_photo(picture()),
        vera.sends_voice(),
        vera.sends_video(),
        vera.sends_sticker(),
        vera.sends_location(),
        vera.sends_contact(),
        vera.forwards(said),
    ):
        await send
    await vera.edits(said, "changed")

    updates = await api.updates()
    kinds = ["text", "photo", "voice", "video", "sticker", "location", "contact", "forward_origin"]
    assert [kind in update["message"] for kind, update in zip(kinds, updates, strict=False)] == [True] * 8
    assert updates[-1]["edited_message"]["text"] == "changed"


async def test_a_poll_closes_when_its_time_is_over_and_the_bot_hears_of_it(
    api: Api, vera: Person, clock: Clock
) -> None:
    poll = {"chat_id": vera.id, "question": "When?", "options": [{"text": "Mon"}, {"text": "Tue"}]}
    sent = await api("sendPoll", **poll, open_period=60)
    await api("sendPoll", **poll, close_date=int(clock.seconds()) + 90)
    await api.updates()
    clock.advance(timedelta(seconds=59))
    await vera.votes(vera.messages()[-2], 1)
    clock.advance(timedelta(seconds=1))

    assert sent["poll"]["close_date"] == sent["date"] + sent["poll"]["open_period"]
    assert [(told["is_closed"], told["total_voter_count"]) for told in await api.fresh("poll")] == [
        (False, 1),
        (True, 1),
    ]
    with pytest.raises(ValueError, match="no open poll"):
        await vera.votes(vera.messages()[-2], 0)
    clock.advance(timedelta(seconds=30))
    assert [told["is_closed"] for told in await api.fresh("poll")] == [True]


async def test_while_the_clock_runs_a_poll_closes_by_itself() -> None:
    async with Simulator.start(clock=Clock()) as sim, aiohttp.ClientSession() as session:
        vera, api = sim.person("Вера"), Api(sim, session)
        await vera.starts()
        await api.updates()
        await api("sendPoll", chat_id=vera.id, question="Now?", options=[{"text": "Yes"}], close_date=sim.world.now())

        [update] = await api("getUpdates", offset=api.offset, timeout=10)

    assert update["poll"]["is_closed"]


async def test_a_vote_is_told_with_the_voter_unless_the_poll_is_anonymous(api: Api, vera: Person) -> None:
    poll = {"chat_id": vera.id, "question": "When?", "options": [{"text": "Mon"}, {"text": "Tue"}]}
    await api.updates()
    open_one = await api("sendPoll", **poll, is_anonymous=False)
    await api("sendPoll", **poll)
    opened, anonymous = vera.messages()[-2:]
    await vera.votes(opened, 1)
    await vera.votes(anonymous, 0)

    updates = await api.updates()
    assert [list(update)[1] for update in updates] == ["poll", "poll_answer", "poll"]
    assert updates[1]["poll_answer"]["option_ids"] == [1]
    closed = await api("stopPoll", chat_id=vera.id, message_id=open_one["message_id"])
    assert closed["is_closed"]
    assert [option["voter_count"] for option in closed["options"]] == [0, 1]


async def test_blocking_and_coming_back_are_told(api: Api, vera: Person) -> None:
    vera.blocks_bot()
    assert await api.refusal("sendMessage", chat_id=vera.id, text="x") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    vera.unblocks_bot()
    assert await api("sendMessage", chat_id=vera.id, text="x")

    changes = await api.fresh("my_chat_member")
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_an_account_that_is_gone_and_one_never_met_are_refused_differently(
    sim: Simulator, api: Api, vera: Person
) -> None:
    stranger, member = sim.person("Никой"), sim.person("Член")
    group = sim.group("Nova", owner=vera, members=[member])
    group.adds_bot(rights=["can_pin_messages"])
    await member.says("hi", in_=group)
    vera.deactivates()

    refusals = [await api.refusal("sendMessage", chat_id=one.id, text="x") for one in (vera, member, stranger)]
    assert refusals == [
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (400, "Bad Request: chat not found"),
    ]
