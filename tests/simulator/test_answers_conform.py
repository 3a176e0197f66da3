"""Every method answers in the shape that aiogram's classes expect (the client checks each answer)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.attachments import picture
from simulator.methods.table import METHODS
from simulator.rights import ALL_RIGHTS
from tests.simulator.conforms import assert_request_conforms

if TYPE_CHECKING:
    from simulator.groups import Group
    from simulator.server import Simulator
    from tests.simulator.api import Api

VERA, GROUP, FORUM = "vera's chat", "the group", "the forum"
PEOPLE = {"user_id": "anton"}
MEDIA = [{"type": "photo", "media": "attach://one", "caption": "1"}, {"type": "photo", "media": "attach://two"}]

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("getUpdates", {"timeout": 0, "allowed_updates": []}),
    ("setWebhook", {"url": ""}),
    ("getWebhookInfo", {}),
    ("deleteWebhook", {}),
    ("getUserProfilePhotos", {**PEOPLE}),
    ("close", {}),
    ("logOut", {}),
    ("sendMessage", {"chat_id": VERA, "text": "<b>bold</b> @vera", "parse_mode": "HTML"}),
    ("sendLocation", {"chat_id": VERA, "latitude": 1.0, "longitude": 2.0}),
    ("sendVenue", {"chat_id": VERA, "latitude": 1.0, "longitude": 2.0, "title": "t", "address": "a"}),
    ("sendContact", {"chat_id": VERA, "phone_number": "1", "first_name": "A"}),
    ("sendChatAction", {"chat_id": VERA, "action": "typing"}),
    ("sendPoll", {"chat_id": VERA, "question": "?", "options": [{"text": "a"}, {"text": "b"}]}),
    ("getChat", {"chat_id": VERA}),
    ("getChat", {"chat_id": GROUP}),
    ("getChatMember", {"chat_id": GROUP, **PEOPLE}),
    ("getChatMemberCount", {"chat_id": GROUP}),
    ("getChatAdministrators", {"chat_id": GROUP}),
    ("setChatTitle", {"chat_id": GROUP, "title": "New"}),
    ("setChatDescription", {"chat_id": GROUP, "description": "New"}),
    ("unpinAllChatMessages", {"chat_id": GROUP}),
    ("createChatInviteLink", {"chat_id": GROUP, "name": "n", "member_limit": 1}),
    ("exportChatInviteLink", {"chat_id": GROUP}),
    ("restrictChatMember", {"chat_id": GROUP, **PEOPLE, "permissions": {"can_send_messages": True}}),
    ("promoteChatMember", {"chat_id": GROUP, **PEOPLE, "can_pin_messages": True}),
    ("promoteChatMember", {"chat_id": GROUP, **PEOPLE}),
    ("banChatMember", {"chat_id": GROUP, **PEOPLE}),
    ("unbanChatMember", {"chat_id": GROUP, **PEOPLE}),
    ("createForumTopic", {"chat_id": FORUM, "name": "Homework"}),
    ("leaveChat", {"chat_id": FORUM}),
    ("setMyCommands", {"commands": [{"command": "help", "description": "Help"}], "language_code": "bg"}),
    ("getMyCommands", {"language_code": "bg"}),
    ("deleteMyCommands", {"language_code": "bg"}),
    ("setMyName", {"name": "n"}),
    ("getMyName", {}),
    ("setMyDescription", {"description": "d"}),
    ("getMyDescription", {}),
    ("setMyShortDescription", {"short_description": "d"}),
    ("getMyShortDescription", {}),
    ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ("getChatMenuButton", {}),
    ("setMyDefaultAdministratorRights", {}),
    ("getMyDefaultAdministratorRights", {}),
]

SHOWN_ELSEWHERE = {
    "sendPhoto",
    "sendDocument",
    "sendVideo",
    "sendAnimation",
    "sendAudio",
    "sendVoice",
    "sendVideoNote",
    "sendSticker",
    "sendMediaGroup",
    "getFile",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "pinChatMessage",
    "unpinChatMessage",
    "setMessageReaction",
    "forwardMessage",
    "forwardMessages",
    "copyMessage",
    "copyMessages",
    "stopPoll",
    "answerCallbackQuery",
    "editChatInviteLink",
    "revokeChatInviteLink",
    "approveChatJoinRequest",
    "declineChatJoinRequest",
    "editForumTopic",
    "closeForumTopic",
    "reopenForumTopic",
    "deleteForumTopic",
}


@pytest.fixture
async def places(sim: Simulator) -> dict[str, int]:
    vera, anton = sim.person("Вера", username="vera"), sim.person("Антон")
    await vera.starts()
    group = sim.group("Nova", owner=vera, members=[anton], supergroup=True)
    forum = sim.group("Forum", owner=vera, forum=True)
    for one in (group, forum):
        one.adds_bot(rights=ALL_RIGHTS)
    return {VERA: vera.id, GROUP: group.id, FORUM: forum.id, "anton": anton.id}


@pytest.mark.parametrize(("method", "params"), CALLS, ids=[method for method, _ in CALLS])
async def test_the_answer_and_the_request_have_the_shape_of_the_bot_api(
    api: Api, places: dict[str, int], method: str, params: dict[str, Any]
) -> None:
    params = {name: places.get(value, value) if isinstance(value, str) else value for name, value in params.items()}

    await api(method, **params)

    assert_request_conforms(method, api.simulator.requests[-1].params)


def test_no_method_is_left_out() -> None:
    assert {method.name for method in METHODS.values()} == {name for name, _ in CALLS} | SHOWN_ELSEWHERE


@pytest.mark.parametrize("kind", ["photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker"])
async def test_each_kind_of_file_can_be_sent_fetched_and_sent_again(
    api: Api, places: dict[str, int], kind: str
) -> None:
    method = "send" + kind.title().replace("_", "")
    content = picture()

    sent = await api.form(method, chat_id=places[VERA], **{kind: content})
    told = sent[kind][-1] if kind == "photo" else sent[kind]
    file = await api("getFile", file_id=told["file_id"])
    again = await api(method, chat_id=places[GROUP], **{kind: told["file_id"]})

    assert await api.download(file["file_path"]) == (200, content)
    assert again[kind] == sent[kind]


async def test_an_album_is_one_message_for_each_item_with_one_group_id(api: Api, places: dict[str, int]) -> None:
    album = await api.form("sendMediaGroup", chat_id=places[VERA], media=MEDIA, one=picture(), two=picture())

    assert len(album) == 2
    assert len({message["media_group_id"] for message in album}) == 1
    assert album[0]["caption"] == "1"


async def test_a_message_can_be_changed_in_every_way(api: Api, places: dict[str, int]) -> None:
    chat = {"chat_id": places[VERA]}
    text = {**chat, "message_id": (await api("sendMessage", **chat, text="a"))["message_id"]}
    photo = {**chat, "message_id": (await api.form("sendPhoto", **chat, photo=picture()))["message_id"]}
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}

    assert (await api("editMessageText", **text, text="b", reply_markup=keyboard))["reply_markup"] == keyboard
    assert "reply_markup" not in await api("editMessageReplyMarkup", **text)
    assert (await api("editMessageCaption", **photo, caption="c"))["caption"] == "c"
    media = {"type": "document", "media": "attach://new"}
    assert "document" in await api.form("editMessageMedia", **photo, media=media, new=b"%PDF")
    assert await api("setMessageReaction", **text, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert await api("pinChatMessage", **text)
    assert await api("unpinChatMessage", **text)
    assert await api("deleteMessage", **text)
    assert await api("deleteMessages", **chat, message_ids=[photo["message_id"], 9999])


async def test_messages_are_forwarded_with_their_author_and_copied_without(api: Api, places: dict[str, int]) -> None:
    chat = {"chat_id": places[GROUP], "from_chat_id": places[VERA]}
    number = (await api.form("sendDocument", chat_id=places[VERA], document=b"%PDF", caption="c"))["message_id"]

    forwarded = await api("forwardMessage", **chat, message_id=number)
    copied = await api("copyMessage", **chat, message_id=number, caption="d")
    several = await api("forwardMessages", **chat, message_ids=[number])
    copies = await api("copyMessages", **chat, message_ids=[number], remove_caption=True)

    world = api.simulator.world.chats[places[GROUP]].messages
    assert forwarded["forward_origin"]["type"] == "user"
    assert "forward_origin" not in world[copied["message_id"]].wire()
    assert world[copied["message_id"]].text == "d"
    assert world[several[0]["message_id"]].text == "c"
    assert world[copies[0]["message_id"]].text == ""


async def test_topics_are_made_changed_closed_and_deleted(api: Api, places: dict[str, int]) -> None:
    chat = {"chat_id": places[FORUM]}
    topic = {**chat, "message_thread_id": (await api("createForumTopic", **chat, name="A"))["message_thread_id"]}
    said = await api("sendMessage", **topic, text="in it")

    assert said["is_topic_message"]
    assert await api("editForumTopic", **topic, name="B")
    assert await api("closeForumTopic", **topic)
    assert await api("reopenForumTopic", **topic)
    assert await api("deleteForumTopic", **topic)
    assert api.simulator.world.chats[places[FORUM]].live(said["message_id"]) is None


async def test_links_are_edited_and_revoked_and_requests_settled(sim: Simulator, api: Api) -> None:
    maria, vera, anton = sim.person("Мария"), sim.person("Вера"), sim.person("Антон")
    group = sim.group("Nova", owner=maria, supergroup=True)
    group.adds_bot(rights=ALL_RIGHTS)
    chat = {"chat_id": group.id}
    link = (await api("createChatInviteLink", **chat))["invite_link"]
    await api("editChatInviteLink", **chat, invite_link=link, creates_join_request=True)

    assert [await vera.joins(link), await anton.joins(link)] == [False, False]
    assert await api("approveChatJoinRequest", **chat, user_id=vera.id)
    assert await api("declineChatJoinRequest", **chat, user_id=anton.id)
    assert (await api("revokeChatInviteLink", **chat, invite_link=link))["is_revoked"]
    assert _present(group) == {maria.id, vera.id, sim.world.bot.id}


def _present(group: Group) -> set[int]:
    return {member.user.id for member in group.chat.present_members()}
