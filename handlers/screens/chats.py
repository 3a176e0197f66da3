"""Screens about the Telegram chat of a group, and the calls that Telegram is asked to make for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.chats import UnbindButton
from handlers.buttons.groups import BindHereButton, GroupButton, LeaveChatButton
from handlers.keyboards import inline
from handlers.message import Call, Content
from mentoring.notices.chats import (
    AddedBack,
    ConfirmUnbinding,
    Farewell,
    LookUpChat,
    NeedsCode,
    RevokeInviteLink,
    Sight,
    TopicsOn,
)
from mentoring.people import Language
from texts import binding
from texts import chats as words
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from handlers.screens.shape import Screens
    from texts.say import Say


def added_back(notice: AddedBack, say: Say) -> Content:
    text = words.added_back(say, name=notice.name, title=notice.title, by=notice.by)
    again = BindHereButton(group_id=notice.group_id, chat_id=notice.chat_id, sure=False)
    markup = inline(
        [(words.again_button(say, name=notice.name), again)],
        [(binding.leave_button(say), LeaveChatButton(chat_id=notice.chat_id))],
    )
    return Content(text=text, reply_markup=markup)


def needs_code(_: NeedsCode, say: Say) -> Content:
    """Nobody knows who reads there: the language of whoever added the bot comes first."""
    languages = dict.fromkeys([say.language, *Language])
    return Content(text=_in_each(say, languages, words.needs_code), silent=True)


def confirm_unbinding(notice: ConfirmUnbinding, say: Say) -> Content:
    markup = inline(
        [(words.sure_unbind_button(say), UnbindButton(group_id=notice.group_id, sure=True))],
        [(words.stay_button(say), GroupButton(group_id=notice.group_id))],
    )
    text = words.confirm_unbinding(say, name=notice.name, title=notice.title)
    return Content(text=text, reply_markup=markup)


def farewell(notice: Farewell, say: Say) -> Content:
    text = _in_each(say, notice.languages, lambda voice: words.farewell(voice, name=notice.name, moves=notice.moves))
    return Content(text=text, silent=True)


def sight(notice: Sight, say: Say) -> Content:
    return Content(text=words.sight(say, name=notice.name, title=notice.title, sees=notice.sees))


def topics_on(notice: TopicsOn, say: Say) -> Content:
    return Content(text=words.topics_on(say, name=notice.name, title=notice.title))


def look_up_chat(notice: LookUpChat, _: Say) -> Call:
    return Call(method="getChat", params={"chat_id": notice.chat_id})


def revoke_invite_link(notice: RevokeInviteLink, _: Say) -> Call:
    return Call(method="revokeChatInviteLink", params={"chat_id": notice.chat_id, "invite_link": notice.link})


def _in_each(say: Say, languages: Iterable[Language], words_of: Callable[[Say], Html]) -> Html:
    return Html("\n\n———\n\n".join(words_of(replace(say, language=language)) for language in languages))


SCREENS: Screens = {
    AddedBack: added_back,
    NeedsCode: needs_code,
    ConfirmUnbinding: confirm_unbinding,
    Farewell: farewell,
    Sight: sight,
    TopicsOn: topics_on,
    LookUpChat: look_up_chat,
    RevokeInviteLink: revoke_invite_link,
}
