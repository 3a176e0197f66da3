"""Which group a chat is for: asked once, also while another chat is being connected, and not when it is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.notices.chats import RevokeInviteLink
from mentoring.notices.groups import Bound, WhichGroup
from mentoring.refusals import Why
from mentoring.use_cases.binding import BindByCode, BindPicked, Chat, ShowWays, bind_by_code, bind_picked, show_ways
from mentoring.use_cases.chat_rights import ChatRights, keep_link
from mentoring.use_cases.chats import ASK_AFTER, LeaveAlone, MeetChat, leave_alone, meet_chat
from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from tests.use_cases.conftest import Desk

CODE = "ABCDEFGH"
OTHER = Chat(id=-2002, title="Other chat")
THIRD = Chat(id=-2003, title="Third chat")
BOT = 99


@pytest.fixture
def nova(desk: Desk) -> Nova:
    """Not connected with any chat."""
    nova = a_nova(desk)
    desk.record.groups.save(replace(nova.group, chat_id=None))
    return nova


def is_connecting(nova: Nova) -> None:
    """Maria has opened the ways to connect Nova, and has its code."""
    nova.desk.does(show_ways, ShowWays(by=nova.by(nova.maria), group_id=nova.group.id, code=CODE))
    nova.desk.told()


def adds_the_bot(nova: Nova, chat: Chat) -> None:
    rights = ChatRights(sees_messages=True, can_pin=True, can_invite=True)
    nova.desk.does(meet_chat, MeetChat(by=nova.by(nova.maria, chat=chat.id), chat=chat, rights=rights))


def questions(nova: Nova) -> Sequence[tuple[str, timedelta]]:
    """About which chat Maria will be asked, and how long from now."""
    waiting = select(outbox.c.card_key, outbox.c.not_before).where(
        outbox.c.kind == WhichGroup.__name__,
        outbox.c.chat_id == nova.maria.telegram_id,
        outbox.c.status == ParcelStatus.NEW,
    )
    return [(key, at - nova.desk.now) for key, at in nova.desk.connection.execute(waiting.order_by(outbox.c.id))]


def test_a_chat_is_asked_about_though_another_is_being_connected(nova: Nova) -> None:
    is_connecting(nova)

    adds_the_bot(nova, OTHER)

    assert questions(nova) == [("chat:-2002", ASK_AFTER)]


def test_a_chat_that_is_picked_meanwhile_is_not_asked_about_but_another_is(nova: Nova) -> None:
    is_connecting(nova)
    adds_the_bot(nova, OTHER)
    adds_the_bot(nova, THIRD)

    nova.desk.does(bind_picked, BindPicked(by=nova.by(nova.maria), group_id=nova.group.id, chat=OTHER, bot_id=BOT))

    assert questions(nova) == [("chat:-2003", ASK_AFTER)]
    nova.last(nova.maria, Bound)


def test_a_chat_connected_by_its_code_is_not_asked_about(nova: Nova) -> None:
    is_connecting(nova)
    adds_the_bot(nova, OTHER)

    by = nova.by(nova.maria, chat=OTHER.id)
    nova.desk.does(bind_by_code, BindByCode(by=by, code=CODE, chat=OTHER, bot_id=BOT))

    assert questions(nova) == []


def test_a_chat_that_would_take_a_group_from_another_is_asked_about_once(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, chat_id=NOVA_CHAT))
    is_connecting(nova)
    adds_the_bot(nova, OTHER)

    nova.desk.does(bind_picked, BindPicked(by=nova.by(nova.maria), group_id=nova.group.id, chat=OTHER, bot_id=BOT))

    assert questions(nova) == []


def test_nobody_waits_for_the_question_while_nothing_is_being_connected(nova: Nova) -> None:
    adds_the_bot(nova, OTHER)

    assert [key for key, wait in questions(nova) if not wait] == ["chat:-2002"]


def test_the_bot_does_not_leave_a_chat_that_is_connected_by_now(nova: Nova) -> None:
    adds_the_bot(nova, OTHER)
    nova.desk.does(bind_picked, BindPicked(by=nova.by(nova.maria), group_id=nova.group.id, chat=OTHER, bot_id=BOT))

    old_question = LeaveAlone(by=nova.by(nova.maria, pressed=1), chat_id=OTHER.id)

    assert nova.desk.refuses(leave_alone, old_question) == Why.CHAT_TAKEN


def test_of_two_links_that_were_made_at_once_the_first_stays_and_the_second_is_closed(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, chat_id=NOVA_CHAT))

    for link in ("https://t.me/+first", "https://t.me/+second"):
        keep_link(nova.desk.record, NOVA_CHAT, link)

    assert nova.desk.record.groups.by_id(nova.group.id).invite_link == "https://t.me/+first"
    assert [told.notice for told in nova.desk.told(to=NOVA_CHAT)] == [
        RevokeInviteLink(chat_id=NOVA_CHAT, link="https://t.me/+second")
    ]
