"""Parameters that many methods share, and the checks that go with them."""

from __future__ import annotations

from simulator.access import open_chat, thread
from simulator.chats import Chat
from simulator.entities import FormattedText, caption, formatted
from simulator.errors import bad_request
from simulator.keyboards import Strict, checked_markup
from simulator.messages import Message
from simulator.methods.table import Call
from simulator.posting import Manner, post
from simulator.wire import Wire
from simulator.world import World

ChatId = int | str


class InChat(Strict):
    chat_id: ChatId


class Entity(Strict):
    type: str
    offset: int
    length: int
    url: str | None = None
    user: Wire | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    def wire(self) -> Wire:
        pairs = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return {name: value for name, value in pairs if value is not None}


class ReplyParameters(Strict):
    message_id: int
    chat_id: ChatId | None = None
    allow_sending_without_reply: bool = False
    quote: str | None = None
    quote_parse_mode: str | None = None
    quote_entities: list[Entity] | None = None
    quote_position: int | None = None


class LinkPreviewOptions(Strict):
    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class Sending(InChat):
    """Where and how anything is sent."""

    business_connection_id: str | None = None
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    message_effect_id: str | None = None
    suggested_post_parameters: Wire | None = None
    reply_parameters: ReplyParameters | None = None
    reply_markup: Wire | None = None


class Captioned(Sending):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Entity] | None = None


def read_formatted(world: World, text: str, parse_mode: str | None, entities: list[Entity] | None) -> FormattedText:
    value = formatted(text, parse_mode=parse_mode, entities=[e.wire() for e in entities] if entities else None)
    return FormattedText(value.text, tuple(e for e in (_known(world, entity) for entity in value.entities) if e))


def _known(world: World, entity: Wire) -> Wire | None:
    """A mention names its person in full; of a stranger only the text is left."""
    if entity["type"] != "text_mention":
        return entity
    named = entity.get("user")
    user = world.users.get(named["id"]) if isinstance(named, dict) else None
    return entity | {"user": user.wire()} if user else None


def read_caption(world: World, ask: Captioned) -> Wire:
    value = caption(read_formatted(world, ask.caption, ask.parse_mode, ask.caption_entities))
    return value.wire("caption", "caption_entities")


def reply_target(chat: Chat, asked: ReplyParameters | None) -> Message | None:
    if asked is None:
        return None
    message = chat.live(asked.message_id)
    if message is None and not asked.allow_sending_without_reply:
        raise bad_request("message to be replied not found")
    return message


def destination(call: Call, ask: Sending) -> tuple[Chat, Manner]:
    """The open chat and the manner a request asks for."""
    chat = open_chat(call.world, ask.chat_id)
    reply_to = reply_target(chat, ask.reply_parameters)
    thread_id = thread(call.world, chat, ask.message_thread_id)
    if thread_id is None and reply_to is not None:
        thread_id = reply_to.thread_id
    markup = checked_markup(ask.reply_markup, in_private=not chat.is_group)
    return chat, Manner(
        reply_to=reply_to,
        thread_id=thread_id,
        reply_markup=markup,
        is_protected=ask.protect_content,
        is_silent=ask.disable_notification,
    )


def send(call: Call, chat: Chat, body: Wire, manner: Manner) -> Message:
    _refuse_muted(call.world, chat)
    return post(call.world, chat, call.world.bot, body, manner)


def _refuse_muted(world: World, chat: Chat) -> None:
    if not chat.is_group:
        return
    bot = chat.member(world.bot)
    allowed = bot.permissions if bot.status == "restricted" else chat.permissions
    if not bot.is_admin and "can_send_messages" not in allowed:
        raise bad_request("not enough rights to send text messages to the chat")
