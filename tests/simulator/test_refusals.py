"""What Telegram refuses is refused, in its own words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from simulator.attachments import picture
from simulator.errors import NOT_MODIFIED
from tests.simulator.api import Api, Refused

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.persons import Person
    from simulator.server import Simulator


@pytest.fixture
async def vera(sim: Simulator) -> Person:
    person = sim.person("Вера")
    await person.starts()
    return person


def button(**fields: object) -> dict[str, object]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "b"} | fields]]}}


MANY = {"reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "x"}]] * 101}}
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "я" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "a", "parse_mode": "XML"}, "unsupported parse_mode"),
    ({"text": "a", "chat_id": 1}, "chat not found"),
    ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
    ({"text": "a", "message_thread_id": 5}, "message thread not found"),
    ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "a", **button(callback_data="я" * 33)}, "BUTTON_DATA_INVALID"),
    ({"text": "a", **button(callback_data="")}, "BUTTON_DATA_INVALID"),
    ({"text": "a", **button(url="nowhere")}, "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
    (
        {"text": "a", **button()},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ({"text": "a", **MANY}, "reply markup is too long"),
    ({"text": "a", "reply_markup": {}}, "object expected as reply markup"),
    (
        {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text",
    ),
]


@pytest.mark.parametrize(("params", "reason"), REFUSED)
async def test_a_bad_message_is_refused(api: Api, vera: Person, params: dict[str, Any], reason: str) -> None:
    assert await api.refusal("sendMessage", **{"chat_id": vera.id} | params) == (400, f"Bad Request: {reason}")


async def test_a_text_of_exactly_the_limit_is_taken(api: Api, vera: Person) -> None:
    sent = await api("sendMessage", chat_id=vera.id, text=f"<b>{'😀' * 2048}</b>", parse_mode="HTML")

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    "params",
    [
        {"text": "a", "disable_web_page_preview": True},
        {"text": "a", "disable_notification": "perhaps"},
        {"text": ["a"]},
        {"text": "a", "link_preview_options": {"off": True}},
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "x", "colour": "red"}]]}},
        {
            "text": "a",
            "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "x", "url": "https://x.bg"}]]},
        },
        {"text": "a", "parse_mode": "MarkdownV2"},
    ],
)
async def test_what_telegram_would_overlook_fails_here_and_is_marked_strict(
    sim: Simulator, api: Api, vera: Person, params: dict[str, Any]
) -> None:
    code, _ = await api.refusal("sendMessage", chat_id=vera.id, **params)

    assert (code, sim.rejected[-1].strict) == (400, True)


async def test_numbers_and_flags_may_come_as_text_as_in_a_form(api: Api, vera: Person) -> None:
    keyboard = '{"inline_keyboard":[[{"text":"b","callback_data":"x"}]]}'
    form = {"chat_id": str(vera.id), "text": "null", "disable_notification": "true", "reply_markup": keyboard}

    async with api.session.post(api.address("SENDMESSAGE"), data=form) as response:
        sent = (await response.json())["result"]
    assert (sent["text"], sent["reply_markup"]["inline_keyboard"][0][0]["text"]) == ("null", "b")


async def test_unknown_methods_and_tokens_are_refused(sim: Simulator, api: Api) -> None:
    assert await api.refusal("sendTelepathy") == (404, "Not Found: method not found")
    async with api.session.get(f"{sim.url}/bot1:wrong/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_a_missing_parameter_is_named(api: Api) -> None:
    assert await api.refusal("sendMessage", text="x") == (400, "Bad Request: chat_id is empty")
    assert await api.refusal("getFile") == (400, 'Bad Request: parameter "file_id" is required')


async def test_an_edit_that_changes_nothing_is_refused(api: Api, vera: Person) -> None:
    card = button(callback_data="x")
    sent = await api("sendMessage", chat_id=vera.id, text="<b>a</b>", parse_mode="HTML", **card)
    number = {"chat_id": vera.id, "message_id": sent["message_id"]}
    same = (
        400,
        f"Bad Request: {NOT_MODIFIED}",
    )

    assert await api.refusal("editMessageText", **number, text=" <b>a</b>", parse_mode="HTML", **card) == same
    assert await api.refusal("editMessageReplyMarkup", **number, **card) == same
    assert await api("editMessageText", **number, text="a", **card)


async def test_only_what_stands_and_is_its_own_can_be_edited(api: Api, vera: Person) -> None:
    said = await vera.says("mine")
    photo = await api.form("sendPhoto", chat_id=vera.id, photo=picture())

    async def edit(message_id: int) -> tuple[int, str]:
        return await api.refusal("editMessageText", chat_id=vera.id, message_id=message_id, text="x")

    assert await edit(999) == (400, "Bad Request: message to edit not found")
    assert await edit(said.message_id) == (400, "Bad Request: message can't be edited")
    assert await edit(photo["message_id"]) == (400, "Bad Request: there is no text in the message to edit")


async def test_a_message_can_be_deleted_for_two_days(api: Api, vera: Person, clock: Clock) -> None:
    old = await api("sendMessage", chat_id=vera.id, text="old")
    clock.advance(timedelta(hours=47))
    young = await api("sendMessage", chat_id=vera.id, text="young")
    clock.advance(timedelta(hours=1))

    assert await api("deleteMessage", chat_id=vera.id, message_id=young["message_id"])
    assert await api.refusal("deleteMessage", chat_id=vera.id, message_id=old["message_id"]) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    assert await api.refusal("deleteMessage", chat_id=vera.id, message_id=young["message_id"]) == (
        400,
        "Bad Request: message to delete not found",
    )


@pytest.mark.parametrize(
    ("method", "parts", "answer"),
    [
        ("sendDocument", {"document": b""}, (400, "Bad Request: file must be non-empty")),
        ("sendDocument", {"document": "foreign"}, (400, "Bad Request: wrong file identifier/HTTP URL specified")),
        ("sendDocument", {"document": "https://x.bg/a"}, (400, "Bad Request: failed to get HTTP URL content")),
        ("sendDocument", {"document": "attach://none"}, (400, "Bad Request: there is no document in the request")),
        ("sendPhoto", {"photo": b"no picture"}, (400, "Bad Request: IMAGE_PROCESS_FAILED")),
        ("sendPhoto", {"photo": picture(30, 9990)}, (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")),
        ("sendDocument", {"document": b"x", "caption": "я" * 1025}, (400, "Bad Request: message caption is too long")),
        ("sendMediaGroup", {"media": []}, (400, "Bad Request: there are no messages to send")),
    ],
)
async def test_a_bad_file_is_refused(
    api: Api, vera: Person, method: str, parts: dict[str, Any], answer: tuple[int, str]
) -> None:
    with pytest.raises(Refused) as refusal:
        await api.form(method, chat_id=vera.id, **parts)

    assert (refusal.value.code, refusal.value.reason) == answer


async def test_uploads_end_at_fifty_megabytes_and_photos_at_ten(api: Api, vera: Person) -> None:
    with pytest.raises(Refused, match="Request Entity Too Large"):
        await api.form("sendDocument", chat_id=vera.id, document=bytes(50 * 1024 * 1024 + 1))
    with pytest.raises(Refused, match="is too big for a photo"):
        await api.form("sendPhoto", chat_id=vera.id, photo=picture() + bytes(10 * 1024 * 1024))


async def test_a_download_link_lives_for_an_hour(api: Api, vera: Person, clock: Clock) -> None:
    await vera.sends_document("есе.docx", b"PK")
    told = (await api.fresh())[-1]["document"]
    path = (await api("getFile", file_id=told["file_id"]))["file_path"]

    assert await api.download(path) == (200, b"PK")
    clock.advance(timedelta(hours=1, seconds=1))
    assert (await api.download(path))[0] == 404
    assert (await api("getFile", file_id=told["file_id"]))["file_path"] == path
    assert await api.download(path) == (200, b"PK")


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("sendPoll", {"question": "я" * 301, "options": [{"text": "a"}]}, "poll question length must not exceed 300"),
        ("sendPoll", {"question": "?", "options": [{"text": "a"}] * 13}, "poll can't have more than 12 options"),
        ("sendPoll", {"question": "?", "options": [{"text": "a" * 101}]}, "poll options length must not exceed 100"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("leaveChat", {}, "method is available only for groups and supergroups"),
        ("setMyCommands", {"commands": [{"command": "Help", "description": "d"}]}, "BOT_COMMAND_INVALID"),
        ("copyMessage", {"from_chat_id": "same", "message_id": 999}, "message to copy not found"),
        ("forwardMessage", {"from_chat_id": "same", "message_id": 999}, "message to forward not found"),
        ("deleteMessages", {"message_ids": []}, "Message identifiers are not specified"),
    ],
)
async def test_other_methods_refuse_too(
    api: Api, vera: Person, method: str, params: dict[str, Any], reason: str
) -> None:
    needs_chat = method not in {"answerCallbackQuery", "setMyCommands"}
    params = {name: vera.id if value == "same" else value for name, value in params.items()}

    assert await api.refusal(method, **params | ({"chat_id": vera.id} if needs_chat else {})) == (
        400,
        f"Bad Request: {reason}",
    )
