"""What the bot says about itself, by language, and its menus, by scope."""

from __future__ import annotations

import re

from simulator.access import open_chat
from simulator.errors import bad_request
from simulator.keyboards import AdminRights, Strict, WebApp
from simulator.methods.forms import ChatId
from simulator.methods.table import Call, answers
from simulator.profile import DEFAULT_SCOPE, ScopeKey
from simulator.rights import rights_wire
from simulator.wire import Wire, units
from simulator.world import Change

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})


class Scope(Strict):
    type: str
    chat_id: ChatId | None = None
    user_id: int | None = None


class BotCommand(Strict):
    command: str
    description: str
    is_ephemeral: bool | None = None


class InLanguage(Strict):
    language_code: str = ""


class InScope(InLanguage):
    scope: Scope | None = None


def _key(call: Call, scope: Scope | None) -> ScopeKey:
    if scope is None:
        return DEFAULT_SCOPE
    if scope.type in _PLAIN_SCOPES:
        return scope.type, 0, 0
    if scope.type not in {"chat", "chat_administrators", "chat_member"} or scope.chat_id is None:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if scope.type == "chat_member" and scope.user_id is None:
        raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
    return scope.type, open_chat(call.world, scope.chat_id).id, scope.user_id or 0


def _changed(call: Call) -> bool:
    call.world.changed(Change(kind="profile"))
    return True


def _check_language(code: str) -> None:
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad_request("invalid language code specified")


class SetMyCommands(InScope, kw_only=True):
    commands: list[BotCommand]


@answers(SetMyCommands)
def set_my_commands(call: Call, ask: SetMyCommands) -> bool:
    _check_language(ask.language_code)
    if len(ask.commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in ask.commands:
        _check_command(command)
    told: list[Wire] = [{"command": one.command, "description": one.description} for one in ask.commands]
    call.world.profile.commands[_key(call, ask.scope), ask.language_code] = told
    return _changed(call)


def _check_command(command: BotCommand) -> None:
    if not _NAME.fullmatch(command.command.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(command.description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


class GetMyCommands(InScope):
    pass


@answers(GetMyCommands)
def get_my_commands(call: Call, ask: GetMyCommands) -> list[Wire]:
    return call.world.profile.commands.get((_key(call, ask.scope), ask.language_code), [])


class DeleteMyCommands(InScope):
    pass


@answers(DeleteMyCommands)
def delete_my_commands(call: Call, ask: DeleteMyCommands) -> bool:
    call.world.profile.commands.pop((_key(call, ask.scope), ask.language_code), None)
    return _changed(call)


class SetMyName(InLanguage):
    name: str = ""


@answers(SetMyName)
def set_my_name(call: Call, ask: SetMyName) -> bool:
    return _say(call, call.world.profile.names, ask.language_code, ask.name, 64)


def _say(call: Call, texts: dict[str, str], language: str, text: str, most: int) -> bool:
    """An empty text takes the one for this language away."""
    _check_language(language)
    if units(text) > most:
        raise bad_request("text is too long")
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    return _changed(call)


class GetMyName(InLanguage):
    pass


@answers(GetMyName)
def get_my_name(call: Call, ask: GetMyName) -> Wire:
    return {"name": call.world.profile.name_in(ask.language_code)}


class SetMyDescription(InLanguage):
    description: str = ""


@answers(SetMyDescription)
def set_my_description(call: Call, ask: SetMyDescription) -> bool:
    return _say(call, call.world.profile.descriptions, ask.language_code, ask.description, 512)


class GetMyDescription(InLanguage):
    pass


@answers(GetMyDescription)
def get_my_description(call: Call, ask: GetMyDescription) -> Wire:
    return {"description": call.world.profile.descriptions.get(ask.language_code, "")}


class SetMyShortDescription(InLanguage):
    short_description: str = ""


@answers(SetMyShortDescription)
def set_my_short_description(call: Call, ask: SetMyShortDescription) -> bool:
    return _say(call, call.world.profile.short_descriptions, ask.language_code, ask.short_description, 120)


class GetMyShortDescription(InLanguage):
    pass


@answers(GetMyShortDescription)
def get_my_short_description(call: Call, ask: GetMyShortDescription) -> Wire:
    return {"short_description": call.world.profile.short_descriptions.get(ask.language_code, "")}


class MenuButton(Strict):
    type: str
    text: str | None = None
    web_app: WebApp | None = None


class SetChatMenuButton(Strict):
    chat_id: int | None = None
    menu_button: MenuButton | None = None


@answers(SetChatMenuButton)
def set_chat_menu_button(call: Call, ask: SetChatMenuButton) -> bool:
    button = ask.menu_button or MenuButton(type="default")
    if button.type not in {"default", "commands", "web_app"}:
        raise bad_request("MenuButton has unsupported type")
    chat_id = open_chat(call.world, ask.chat_id).id if ask.chat_id is not None else 0
    call.world.profile.menu_buttons[chat_id] = {"type": button.type}
    return _changed(call)


class GetChatMenuButton(Strict):
    chat_id: int | None = None


@answers(GetChatMenuButton)
def get_chat_menu_button(call: Call, ask: GetChatMenuButton) -> Wire:
    buttons = call.world.profile.menu_buttons
    return buttons.get(ask.chat_id or 0) or buttons.get(0) or {"type": "commands"}


class SetMyDefaultAdministratorRights(Strict):
    rights: AdminRights | None = None
    for_channels: bool = False


@answers(SetMyDefaultAdministratorRights)
def set_my_default_administrator_rights(call: Call, ask: SetMyDefaultAdministratorRights) -> bool:
    held = ask.rights.held() if ask.rights else frozenset()
    anonymous = bool(ask.rights and ask.rights.is_anonymous)
    call.world.profile.admin_rights[ask.for_channels] = rights_wire(held, is_anonymous=anonymous)
    return _changed(call)


class GetMyDefaultAdministratorRights(Strict):
    for_channels: bool = False


@answers(GetMyDefaultAdministratorRights)
def get_my_default_administrator_rights(call: Call, ask: GetMyDefaultAdministratorRights) -> Wire:
    return call.world.profile.admin_rights[ask.for_channels]
