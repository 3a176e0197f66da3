"""What the bot fetches: itself, its updates, its files; and how it answers a pressed button."""

from __future__ import annotations

import orjson

from simulator.errors import GONE_QUERY, WEBHOOK_ACTIVE, ApiError, bad_request
from simulator.files import DOWNLOAD_LIMIT
from simulator.keyboards import Strict
from simulator.methods.table import Call, answers
from simulator.updates import CALLBACK_LIFETIME
from simulator.wire import Wire, units
from simulator.world import Change


class GetMe(Strict):
    pass


@answers(GetMe)
def get_me(call: Call, ask: GetMe) -> Wire:  # noqa: ARG001
    world = call.world
    return world.bot.wire() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


class GetUpdates(Strict):
    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str] | None = None


@answers(GetUpdates)
async def get_updates(call: Call, ask: GetUpdates) -> list[orjson.Fragment]:
    world = call.world
    if world.webhook.url:
        raise ApiError(409, WEBHOOK_ACTIVE)
    world.updates.allow(ask.allowed_updates)
    limit = ask.limit if 1 <= ask.limit <= 100 else 100
    updates = await world.updates.poll(offset=ask.offset, limit=limit, timeout_seconds=ask.timeout)
    return [orjson.Fragment(update.body) for update in updates]


class GetFile(Strict):
    file_id: str


@answers(GetFile)
def get_file(call: Call, ask: GetFile) -> Wire:
    world = call.world
    if not ask.file_id:
        raise bad_request("file_id not specified")
    file = world.files.by_id.get(ask.file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    path = world.files.link(file, world.clock.seconds())
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": path}


class GetUserProfilePhotos(Strict):
    user_id: int
    offset: int = 0
    limit: int = 100


@answers(GetUserProfilePhotos)
def get_user_profile_photos(call: Call, ask: GetUserProfilePhotos) -> Wire:
    call.world.user(ask.user_id)
    return {"total_count": 0, "photos": []}


class AnswerCallbackQuery(Strict):
    callback_query_id: str
    text: str = ""
    show_alert: bool = False
    url: str = ""
    cache_time: int = 0


@answers(AnswerCallbackQuery)
def answer_callback_query(call: Call, ask: AnswerCallbackQuery) -> bool:
    world = call.world
    press = world.presses.get(ask.callback_query_id)
    if press is None or press.answered or world.clock.seconds() - press.at >= CALLBACK_LIFETIME:
        raise bad_request(GONE_QUERY)
    if units(ask.text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered, press.text, press.alert, press.url = True, ask.text, ask.show_alert, ask.url
    world.changed(Change(kind="callback", chat_id=press.message.chat.id, user_id=press.user.id))
    return True


class Close(Strict):
    pass


class LogOut(Strict):
    pass


@answers(Close)
def close(call: Call, ask: Close) -> bool:  # noqa: ARG001
    return True


@answers(LogOut)
def log_out(call: Call, ask: LogOut) -> bool:  # noqa: ARG001
    return True
