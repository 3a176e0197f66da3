"""sendMediaGroup, and single media inside other requests."""

from __future__ import annotations

from dataclasses import replace

from simulator.entities import caption
from simulator.errors import bad_request
from simulator.keyboards import Strict
from simulator.methods.forms import Entity, InChat, ReplyParameters, Sending, destination, read_formatted, send
from simulator.methods.table import Call, answers
from simulator.wire import Wire

KINDS = frozenset({"photo", "document", "video", "audio", "animation"})


class InputMedia(Strict):
    type: str
    media: str
    thumbnail: str | None = None
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Entity] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False
    disable_content_type_detection: bool = False
    cover: str | None = None
    start_timestamp: int | None = None
    width: int | None = None
    height: int | None = None
    duration: int | None = None
    supports_streaming: bool | None = None
    performer: str | None = None
    title: str | None = None


def media_item(call: Call, item: InputMedia) -> tuple[Wire, str]:
    """The body of a message, and the identifier of its file."""
    if item.type not in KINDS:
        raise bad_request(f'type "{item.type}" is unsupported')
    file = call.file(item.media, item.type, item.type)
    text = caption(read_formatted(call.world, item.caption, item.parse_mode, item.caption_entities))
    return {file.kind: file.wire()} | text.wire("caption", "caption_entities"), file.file_id


class SendMediaGroup(InChat):
    media: list[InputMedia]
    business_connection_id: str | None = None
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    message_effect_id: str | None = None
    reply_parameters: ReplyParameters | None = None


@answers(SendMediaGroup)
def send_media_group(call: Call, ask: SendMediaGroup) -> list[Wire]:
    _check_mix([item.type for item in ask.media])
    chat, manner = destination(
        call,
        Sending(
            chat_id=ask.chat_id,
            message_thread_id=ask.message_thread_id,
            disable_notification=ask.disable_notification,
            protect_content=ask.protect_content,
            reply_parameters=ask.reply_parameters,
        ),
    )
    items = [media_item(call, item) for item in ask.media]
    album = str(13_800_000_000_000_000 + call.world.count("bot album"))
    manners = [replace(manner, media_group_id=album, file_ids=(file_id,)) for _, file_id in items]
    return [send(call, chat, body, own).wire() for (body, _), own in zip(items, manners, strict=True)]


def _check_mix(kinds: list[str]) -> None:
    if not kinds:
        raise bad_request("there are no messages to send")
    if len(kinds) == 1:
        raise bad_request("too few messages to send as an album")
    if len(kinds) > 10:
        raise bad_request("too many messages to send as an album")
    if "animation" in kinds:
        raise bad_request('type "animation" can\'t be used in sendMediaGroup')
    if len(set(kinds)) > 1 and not {"document", "audio"}.isdisjoint(kinds):
        raise bad_request(f"{'document' if 'document' in kinds else 'audio'} can't be mixed with other media types")
