"""sendMessage and its sisters: one message, of text, media, a place or a person."""

from __future__ import annotations

from dataclasses import replace

from simulator.access import open_chat, thread
from simulator.entities import message_text
from simulator.errors import bad_request
from simulator.methods.forms import (
    Captioned,
    Entity,
    InChat,
    LinkPreviewOptions,
    Sending,
    destination,
    read_caption,
    read_formatted,
    send,
)
from simulator.methods.table import Call, answers
from simulator.wire import Wire, present
from simulator.world import Change

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


class SendMessage(Sending, kw_only=True):
    text: str
    parse_mode: str | None = None
    entities: list[Entity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


@answers(SendMessage)
def send_message(call: Call, ask: SendMessage) -> Wire:
    chat, manner = destination(call, ask)
    text = message_text(read_formatted(call.world, ask.text, ask.parse_mode, ask.entities))
    return send(call, chat, text.wire("text", "entities"), manner).wire()


class SendPhoto(Captioned, kw_only=True):
    photo: str
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class SendDocument(Captioned, kw_only=True):
    document: str
    thumbnail: str | None = None
    disable_content_type_detection: bool = False


class SendVideo(Captioned, kw_only=True):
    video: str
    duration: int = 0
    width: int | None = None
    height: int | None = None
    thumbnail: str | None = None
    cover: str | None = None
    start_timestamp: int | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False
    supports_streaming: bool = False


class SendAnimation(Captioned, kw_only=True):
    animation: str
    duration: int = 0
    width: int | None = None
    height: int | None = None
    thumbnail: str | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class SendAudio(Captioned, kw_only=True):
    audio: str
    duration: int = 0
    performer: str | None = None
    title: str | None = None
    thumbnail: str | None = None


class SendVoice(Captioned, kw_only=True):
    voice: str
    duration: int = 0


class SendVideoNote(Sending, kw_only=True):
    video_note: str
    duration: int = 0
    length: int | None = None
    thumbnail: str | None = None


class SendSticker(Sending, kw_only=True):
    sticker: str
    emoji: str | None = None


def _send_file(call: Call, ask: Sending, value: str, kind: str, *, duration: int = 0) -> Wire:
    chat, manner = destination(call, ask)
    file = call.file(value, kind, kind.replace("_", " "))
    file.duration = duration or file.duration
    body: Wire = {file.kind: file.wire()}  # sent again by its identifier, a file stays the kind it was
    if isinstance(ask, Captioned):
        body |= read_caption(call.world, ask)
    return send(call, chat, body, replace(manner, file_ids=(file.file_id,))).wire()


@answers(SendPhoto)
def send_photo(call: Call, ask: SendPhoto) -> Wire:
    return _send_file(call, ask, ask.photo, "photo")


@answers(SendDocument)
def send_document(call: Call, ask: SendDocument) -> Wire:
    return _send_file(call, ask, ask.document, "document")


@answers(SendVideo)
def send_video(call: Call, ask: SendVideo) -> Wire:
    return _send_file(call, ask, ask.video, "video", duration=ask.duration)


@answers(SendAnimation)
def send_animation(call: Call, ask: SendAnimation) -> Wire:
    return _send_file(call, ask, ask.animation, "animation", duration=ask.duration)


@answers(SendAudio)
def send_audio(call: Call, ask: SendAudio) -> Wire:
    return _send_file(call, ask, ask.audio, "audio", duration=ask.duration)


@answers(SendVoice)
def send_voice(call: Call, ask: SendVoice) -> Wire:
    return _send_file(call, ask, ask.voice, "voice", duration=ask.duration)


@answers(SendVideoNote)
def send_video_note(call: Call, ask: SendVideoNote) -> Wire:
    return _send_file(call, ask, ask.video_note, "video_note", duration=ask.duration)


@answers(SendSticker)
def send_sticker(call: Call, ask: SendSticker) -> Wire:
    return _send_file(call, ask, ask.sticker, "sticker")


class SendLocation(Sending, kw_only=True):
    latitude: float
    longitude: float
    horizontal_accuracy: float | None = None
    live_period: int | None = None
    heading: int | None = None
    proximity_alert_radius: int | None = None


def _place(latitude: float, longitude: float) -> Wire:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("latitude is empty")
    return {"latitude": latitude, "longitude": longitude}


@answers(SendLocation)
def send_location(call: Call, ask: SendLocation) -> Wire:
    chat, manner = destination(call, ask)
    return send(call, chat, {"location": _place(ask.latitude, ask.longitude)}, manner).wire()


class SendVenue(SendLocation, kw_only=True):
    title: str
    address: str
    foursquare_id: str | None = None
    foursquare_type: str | None = None
    google_place_id: str | None = None
    google_place_type: str | None = None


@answers(SendVenue)
def send_venue(call: Call, ask: SendVenue) -> Wire:
    chat, manner = destination(call, ask)
    location = _place(ask.latitude, ask.longitude)
    venue: Wire = {"location": location, "title": ask.title, "address": ask.address}
    return send(call, chat, {"location": location, "venue": venue}, manner).wire()


class SendContact(Sending, kw_only=True):
    phone_number: str
    first_name: str
    last_name: str | None = None
    vcard: str | None = None


@answers(SendContact)
def send_contact(call: Call, ask: SendContact) -> Wire:
    chat, manner = destination(call, ask)
    contact: Wire = {"phone_number": ask.phone_number, "first_name": ask.first_name}
    contact |= present({"last_name": ask.last_name, "vcard": ask.vcard})
    return send(call, chat, {"contact": contact}, manner).wire()


class SendChatAction(InChat):
    action: str
    business_connection_id: str | None = None
    message_thread_id: int | None = None


@answers(SendChatAction)
def send_chat_action(call: Call, ask: SendChatAction) -> bool:
    chat = open_chat(call.world, ask.chat_id)
    thread(call.world, chat, ask.message_thread_id)
    if ask.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.changed(Change(kind="action", chat_id=chat.id))
    return True
