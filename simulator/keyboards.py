"""Keyboards a bot may attach, with the limits Telegram puts on them."""

from __future__ import annotations

import msgspec

from simulator.errors import ApiError, bad_request
from simulator.wire import Wire, units

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPY_TEXT = 256
MAX_PLACEHOLDER = 64


class Strict(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A JSON object whose unknown fields are refused."""


class CopyText(Strict):
    text: str


class WebApp(Strict):
    url: str


class InlineButton(Strict):
    text: str
    url: str | None = None
    callback_data: str | None = None
    web_app: WebApp | None = None
    login_url: dict[str, object] | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: dict[str, object] | None = None
    copy_text: CopyText | None = None
    pay: bool | None = None
    style: str | None = None
    icon_custom_emoji_id: str | None = None


class AdminRights(Strict):
    is_anonymous: bool
    can_manage_chat: bool
    can_delete_messages: bool
    can_manage_video_chats: bool
    can_restrict_members: bool
    can_promote_members: bool
    can_change_info: bool
    can_invite_users: bool
    can_post_stories: bool = False
    can_edit_stories: bool = False
    can_delete_stories: bool = False
    can_post_messages: bool | None = None
    can_edit_messages: bool | None = None
    can_pin_messages: bool | None = None
    can_manage_topics: bool | None = None
    can_manage_direct_messages: bool | None = None
    can_manage_tags: bool | None = None
    can_send_welcome_messages: bool | None = None

    def held(self) -> frozenset[str]:
        return frozenset(name for name in self.__struct_fields__ if name.startswith("can_") and getattr(self, name))


class RequestUsers(Strict):
    request_id: int
    user_is_bot: bool | None = None
    user_is_premium: bool | None = None
    max_quantity: int = 1
    request_name: bool = False
    request_username: bool = False
    request_photo: bool = False


class RequestChat(Strict):
    request_id: int
    chat_is_channel: bool
    chat_is_forum: bool | None = None
    chat_has_username: bool | None = None
    chat_is_created: bool = False
    user_administrator_rights: AdminRights | None = None
    bot_administrator_rights: AdminRights | None = None
    bot_is_member: bool = False
    request_title: bool = False
    request_username: bool = False
    request_photo: bool = False


class ReplyButton(Strict):
    text: str
    request_users: RequestUsers | None = None
    request_chat: RequestChat | None = None
    request_contact: bool = False
    request_location: bool = False
    request_poll: dict[str, object] | None = None
    web_app: WebApp | None = None
    style: str | None = None
    icon_custom_emoji_id: str | None = None


class InlineKeyboard(Strict):
    inline_keyboard: list[list[InlineButton]]


class ReplyKeyboard(Strict):
    keyboard: list[list[ReplyButton | str]]
    is_persistent: bool = False
    resize_keyboard: bool = False
    one_time_keyboard: bool = False
    input_field_placeholder: str | None = None
    selective: bool = False

    def buttons(self) -> list[list[ReplyButton]]:
        return [[ReplyButton(text=key) if isinstance(key, str) else key for key in row] for row in self.keyboard]


class RemoveKeyboard(Strict):
    remove_keyboard: bool
    selective: bool = False


class ForceReply(Strict):
    force_reply: bool
    input_field_placeholder: str | None = None
    selective: bool = False


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply
_KINDS: dict[str, type[Markup]] = {
    "inline_keyboard": InlineKeyboard,
    "keyboard": ReplyKeyboard,
    "remove_keyboard": RemoveKeyboard,
    "force_reply": ForceReply,
}
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "pay",
)


def read_markup(raw: Wire) -> Markup:
    kind = next((kind for name, kind in _KINDS.items() if name in raw), None)
    if kind is None:
        raise bad_request("object expected as reply markup")
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise ApiError(
            400, f"Bad Request: can't parse reply keyboard markup JSON object: {error}", strict=True
        ) from None


def checked_markup(raw: Wire | None, *, in_private: bool = True, inline_only: bool = False) -> Wire | None:
    """The markup as it will be kept; refuses what Telegram refuses."""
    if raw is None:
        return None
    markup = read_markup(raw)
    match markup:
        case InlineKeyboard():
            _check_inline(markup)
        case ReplyKeyboard():
            _check_reply(markup, in_private=in_private)
        case RemoveKeyboard() | ForceReply():
            pass
    if inline_only and not isinstance(markup, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    return raw


def _check_inline(markup: InlineKeyboard) -> None:
    buttons = [button for row in markup.inline_keyboard for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_inline_button(button)


def _check_inline_button(button: InlineButton) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    actions = [name for name in _ACTIONS if getattr(button, name) is not None]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise ApiError(400, f"Bad Request: a button has one action, this one has {', '.join(actions)}", strict=True)
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not button.url.startswith(("http://", "https://", "tg://", "tonsite://")):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    if button.copy_text is not None and not 1 <= units(button.copy_text.text) <= MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_reply(markup: ReplyKeyboard, *, in_private: bool) -> None:
    buttons = [button for row in markup.buttons() for button in row]
    if not buttons:
        raise bad_request("object expected as reply markup")
    if units(markup.input_field_placeholder or "") > MAX_PLACEHOLDER:
        raise bad_request("reply keyboard input field placeholder is too long")
    for button in buttons:
        if not button.text:
            raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
        private_only = button.request_chat or button.request_users or button.request_contact or button.request_location
        if private_only and not in_private:
            raise bad_request("requested peer buttons can be used in private chats only")
