"""Screens around a group's Telegram chat, and the calls that Telegram is asked to make for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.chats import UnbindButton
from handlers.buttons.groups import (
    BindButton,
    BindHereButton,
    ChatRequestButton,
    GroupButton,
    LeaveChatButton,
    PickChatButton,
)
from handlers.keyboards import Link, chat_chooser, inline
from handlers.message import Call, Content
from handlers.screens import boards
from mentoring.invitations import Door, payload
from mentoring.notices.groups import (
    AnswerJoinRequest,
    Bound,
    ChatRequest,
    ChatRequestDecided,
    ChooseChat,
    ComeToPrivate,
    ConfirmRebinding,
    LeaveChat,
    LeftAlone,
    LookUpRights,
    MakeInviteLink,
    TooAnonymous,
    Unbound,
    WaysToBind,
    WhichGroup,
)
from texts import binding as words
from texts import chats as chat_words
from texts import groups as group_words
from texts import letting_in
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Telegram takes no more than 100 buttons.
_MOST_GROUPS = 90
#: What the bot needs in a group: an administrator sees what is posted, pins the board and invites people.
RIGHTS = ("can_manage_chat", "can_invite_users", "can_pin_messages")
_LINK_RIGHTS = "+".join(right.removeprefix("can_") for right in RIGHTS)


def ways(notice: WaysToBind, say: Say) -> Content:
    part = [(chat_words.unbind_button(say), UnbindButton(group_id=notice.group_id, sure=False))]
    markup = inline(
        [(words.pick_button(say), PickChatButton(group_id=notice.group_id))],
        add_me_row(say, notice.code),
        part if notice.connected else [],
        [(group_words.back_button(say), GroupButton(group_id=notice.group_id))],
    )
    text = words.ways(say, name=notice.name, code=notice.code, until=notice.expires_at)
    return Content(text=text, reply_markup=markup)


def add_me_row(say: Say, code: str) -> Row:
    add_me = f"https://t.me/{say.bot}?startgroup={payload(Door.CHAT, code)}&admin={_LINK_RIGHTS}"
    return [(words.add_me_button(say), Link(url=add_me))]


def choose_chat(notice: ChooseChat, say: Say) -> Content:
    """The group's own number travels as the request's number and comes back with the chosen chat."""
    chooser = chat_chooser(words.choose_chat_button(say), request_id=notice.group_id, rights=RIGHTS)
    return Content(text=words.choose_chat(say, name=notice.name), reply_markup=chooser)


def confirm_rebinding(notice: ConfirmRebinding, say: Say) -> Content:
    text = words.confirm_rebinding(say, name=notice.name, old=notice.old_title, new=notice.new_title)
    move = BindHereButton(group_id=notice.group_id, chat_id=notice.chat_id, sure=True)
    keep = GroupButton(group_id=notice.group_id)
    return Content(text=text, reply_markup=inline([(words.move_button(say), move)], [(words.keep_button(say), keep)]))


def which_group(notice: WhichGroup, say: Say) -> Content:
    rows = [
        [(line.name, BindHereButton(group_id=line.group_id, chat_id=notice.chat_id, sure=False))]
        for line in notice.groups[:_MOST_GROUPS]
    ]
    leave = (words.leave_button(say), LeaveChatButton(chat_id=notice.chat_id))
    return Content(text=words.which_group(say, title=notice.title), reply_markup=inline(*rows, [leave]))


def left_alone(_: LeftAlone, say: Say) -> Content:
    return Content(text=words.left(say))


def bound(notice: Bound, say: Say) -> Content:
    text = words.bound(say, name=notice.name, chat=notice.chat, checked=notice.checked)
    markup = inline([(group_words.group_button(say, name=notice.name), GroupButton(group_id=notice.group_id))])
    return Content(text=text, reply_markup=markup)


def unbound(notice: Unbound, say: Say) -> Content:
    add_back = f"https://t.me/{say.bot}?startgroup&admin={_LINK_RIGHTS}"
    markup = inline(
        [(chat_words.add_back_button(say), Link(url=add_back))],
        [(group_words.connect_button(say), BindButton(group_id=notice.group_id))],
    )
    return Content(text=words.unbound(say, name=notice.name, title=notice.title), reply_markup=markup)


def too_anonymous(_: TooAnonymous, say: Say) -> Content:
    return Content(text=words.too_anonymous(say))


def come_to_private(notice: ComeToPrivate, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages or (say.language,)]
    text = Html("\n\n".join(words.come_to_private(voice) for voice in voices))
    return Content(text=text, reply_markup=inline([boards.to_private(say)]), silent=True)


def chat_request(notice: ChatRequest, say: Say) -> Content:
    yes, no = (
        ChatRequestButton(group_id=notice.group_id, telegram_id=notice.telegram_id, yes=answer)
        for answer in (True, False)
    )
    return Content(
        text=words.chat_request(say, name=_told_apart(notice), group_name=notice.group_name),
        reply_markup=inline([(letting_in.let_in_button(say), yes), (letting_in.turn_away_button(say), no)]),
    )


def _told_apart(notice: ChatRequest) -> str:
    return f"{notice.name} ({notice.handle})" if notice.handle else notice.name


def chat_request_decided(notice: ChatRequestDecided, say: Say) -> Content:
    return Content(text=words.chat_request_decided(say, group_name=notice.group_name, let_in=notice.let_in))


def make_invite_link(notice: MakeInviteLink, _: Say) -> Call:
    return Call(method="createChatInviteLink", params={"chat_id": notice.chat_id, "creates_join_request": True})


def look_up_rights(notice: LookUpRights, _: Say) -> Call:
    return Call(method="getChatMember", params={"chat_id": notice.chat_id, "user_id": notice.bot_id})


def answer_join_request(notice: AnswerJoinRequest, _: Say) -> Call:
    method = "approveChatJoinRequest" if notice.let_in else "declineChatJoinRequest"
    return Call(method=method, params={"chat_id": notice.chat_id, "user_id": notice.telegram_id})


def leave_chat(notice: LeaveChat, _: Say) -> Call:
    return Call(method="leaveChat", params={"chat_id": notice.chat_id})


SCREENS: Screens = {
    WaysToBind: ways,
    ChooseChat: choose_chat,
    ConfirmRebinding: confirm_rebinding,
    WhichGroup: which_group,
    LeftAlone: left_alone,
    Bound: bound,
    Unbound: unbound,
    TooAnonymous: too_anonymous,
    ComeToPrivate: come_to_private,
    ChatRequest: chat_request,
    ChatRequestDecided: chat_request_decided,
    MakeInviteLink: make_invite_link,
    LookUpRights: look_up_rights,
    AnswerJoinRequest: answer_join_request,
    LeaveChat: leave_chat,
}
