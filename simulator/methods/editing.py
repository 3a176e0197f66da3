"""Changing what was sent: text, caption, media, keyboard; deleting, pinning and reacting."""

from __future__ import annotations

from simulator.access import group, message_of, need, open_chat
from simulator.entities import caption, message_text
from simulator.errors import NOT_MODIFIED, bad_request
from simulator.keyboards import Strict, checked_markup
from simulator.messages import Message
from simulator.methods.albums import InputMedia, media_item
from simulator.methods.forms import ChatId, Entity, InChat, LinkPreviewOptions, read_formatted
from simulator.methods.table import Call, answers
from simulator.posting import delete, edit, pin
from simulator.voting import react
from simulator.wire import Wire
from simulator.world import Change

DELETABLE_SECONDS = 48 * 3600
REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


class Editing(Strict):
    business_connection_id: str | None = None
    chat_id: ChatId | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: Wire | None = None


def _editable(call: Call, ask: Editing) -> Message:
    if ask.chat_id is None or ask.message_id is None:
        raise bad_request("message identifier is not specified")
    message = message_of(call.world, ask.chat_id, ask.message_id, "to edit")
    if message.sender is not call.world.bot or message.forward_origin is not None or message.is_service:
        raise bad_request("message can't be edited")
    return message


def _edited(call: Call, message: Message, body: Wire, ask: Editing) -> Wire:
    """The new content, unless nothing would change; without a markup the old inline keyboard goes."""
    markup = checked_markup(ask.reply_markup, inline_only=True)
    new = (markup or {}).get("inline_keyboard") or []
    if body == message.body and new == message.inline_keyboard:
        raise bad_request(NOT_MODIFIED)
    edit(call.world, message, body, markup)
    return message.wire()


class EditMessageText(Editing, kw_only=True):
    text: str
    parse_mode: str | None = None
    entities: list[Entity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


@answers(EditMessageText)
def edit_message_text(call: Call, ask: EditMessageText) -> Wire:
    message = _editable(call, ask)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    text = message_text(read_formatted(call.world, ask.text, ask.parse_mode, ask.entities))
    return _edited(call, message, text.wire("text", "entities"), ask)


class EditMessageCaption(Editing):
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: list[Entity] | None = None
    show_caption_above_media: bool = False


@answers(EditMessageCaption)
def edit_message_caption(call: Call, ask: EditMessageCaption) -> Wire:
    message = _editable(call, ask)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    value = caption(read_formatted(call.world, ask.caption, ask.parse_mode, ask.caption_entities))
    kept = {name: field for name, field in message.body.items() if name not in {"caption", "caption_entities"}}
    return _edited(call, message, kept | value.wire("caption", "caption_entities"), ask)


class EditMessageMedia(Editing, kw_only=True):
    media: InputMedia


@answers(EditMessageMedia)
def edit_message_media(call: Call, ask: EditMessageMedia) -> Wire:
    message = _editable(call, ask)
    if message.media is None:
        raise bad_request("there is no media in the message to edit")
    body, file_id = media_item(call, ask.media)
    message.file_ids = (file_id,)
    return _edited(call, message, body, ask)


class EditMessageReplyMarkup(Editing):
    pass


@answers(EditMessageReplyMarkup)
def edit_message_reply_markup(call: Call, ask: EditMessageReplyMarkup) -> Wire:
    message = _editable(call, ask)
    return _edited(call, message, message.body, ask)


class OneMessage(InChat):
    message_id: int


class DeleteMessage(OneMessage):
    pass


@answers(DeleteMessage)
def delete_message(call: Call, ask: DeleteMessage) -> bool:
    message = message_of(call.world, ask.chat_id, ask.message_id, "to delete")
    if not _may_delete(call, message):
        raise bad_request("message can't be deleted for everyone")
    delete(call.world, message)
    return True


def _may_delete(call: Call, message: Message) -> bool:
    """Within two days what is its own, or came in private, or anything where it has the right to."""
    is_recent = call.world.now() - message.date < DELETABLE_SECONDS
    bot = message.chat.member(call.world.bot)
    if message.chat.is_group and bot.may("can_delete_messages"):
        return is_recent or message.chat.type == "supergroup"
    is_own = message.sender is call.world.bot and "forum_topic_created" not in message.body
    return is_recent and (is_own or not message.chat.is_group)


class DeleteMessages(InChat):
    message_ids: list[int]


@answers(DeleteMessages)
def delete_messages(call: Call, ask: DeleteMessages) -> bool:
    """Those that cannot be found are passed over."""
    chat = open_chat(call.world, ask.chat_id)
    if not 1 <= len(ask.message_ids) <= 100:
        raise bad_request(
            "Too many message identifiers specified" if ask.message_ids else "Message identifiers are not specified"
        )
    found = [message for number in ask.message_ids if (message := chat.live(number)) is not None]
    if not all(_may_delete(call, message) for message in found):
        raise bad_request("message can't be deleted for everyone")
    for message in found:
        delete(call.world, message)
    return True


class PinChatMessage(OneMessage):
    business_connection_id: str | None = None
    disable_notification: bool = False


@answers(PinChatMessage)
def pin_chat_message(call: Call, ask: PinChatMessage) -> bool:
    message = message_of(call.world, ask.chat_id, ask.message_id, "to pin")
    if message.chat.is_group:
        need(call.world, message.chat, "can_pin_messages")
    if message.is_service:
        raise bad_request("can't pin a service message")
    pin(call.world, message, call.world.bot)
    return True


class UnpinChatMessage(InChat):
    business_connection_id: str | None = None
    message_id: int | None = None


@answers(UnpinChatMessage)
def unpin_chat_message(call: Call, ask: UnpinChatMessage) -> bool:
    """Without a number: the one pinned last."""
    chat = open_chat(call.world, ask.chat_id)
    if chat.is_group:
        need(call.world, chat, "can_pin_messages")
    number = ask.message_id or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    call.world.changed(Change(kind="chat", chat_id=chat.id))
    return True


class UnpinAllChatMessages(InChat):
    pass


@answers(UnpinAllChatMessages)
def unpin_all_chat_messages(call: Call, ask: UnpinAllChatMessages) -> bool:
    chat = group(call.world, ask.chat_id, right="can_pin_messages")
    chat.pinned.clear()
    call.world.changed(Change(kind="chat", chat_id=chat.id))
    return True


class ReactionType(Strict):
    type: str
    emoji: str = ""
    custom_emoji_id: str | None = None


class SetMessageReaction(OneMessage):
    reaction: list[ReactionType] | None = None
    is_big: bool = False


@answers(SetMessageReaction)
def set_message_reaction(call: Call, ask: SetMessageReaction) -> bool:
    message = message_of(call.world, ask.chat_id, ask.message_id, "to react")
    emoji = [one.emoji.removesuffix("\ufe0f") for one in ask.reaction or []]
    if len(emoji) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one not in REACTIONS for one in emoji):
        raise bad_request("REACTION_INVALID")
    react(call.world, message, call.world.bot, emoji)
    return True
