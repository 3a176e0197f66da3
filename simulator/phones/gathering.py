"""Groups and newcomers: creating, joining, leaving, and what an administrator may change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from simulator.groups import Group
from simulator.phones.faces import face
from simulator.phones.hand import Deed, Hand, InChat, at
from simulator.phones.table import action
from simulator.rights import ALL_RIGHTS, RIGHTS
from simulator.world import Change

if TYPE_CHECKING:
    from simulator.wire import Wire


class AddPerson(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    language: str


@action(AddPerson)
async def add_person(hand: Hand, asked: AddPerson) -> Wire:
    first, _, last = asked.name.strip().partition(" ")
    if not first:
        raise ValueError("A person needs a name.")
    return {"id": hand.world.new_person(first, last, None, asked.language).id}


class Advance(msgspec.Struct, forbid_unknown_fields=True):
    seconds: int


@action(Advance)
async def advance(hand: Hand, asked: Advance) -> None:
    if asked.seconds <= 0:
        raise ValueError("Time only moves forward.")
    hand.world.clock.advance(timedelta(seconds=asked.seconds))


class AddGroup(Deed):
    title: str


@action(AddGroup)
async def add_group(hand: Hand, asked: AddGroup) -> Wire:
    return at(_new_group(hand, asked.person, asked.title).chat)


def _new_group(hand: Hand, person_id: int, title: str) -> Group:
    if not title.strip():
        raise ValueError("A group needs a name.")
    return Group(hand.world, hand.world.new_group("group", title.strip(), hand.world.user(person_id)))


class StartGroup(Deed):
    payload: str
    rights: str | None = None
    """As in the link: `pin_messages+invite_users`."""
    group: str | None = None
    title: str | None = None


@action(StartGroup)
async def start_group(hand: Hand, asked: StartGroup) -> Wire:
    if asked.title:
        group = _new_group(hand, asked.person, asked.title)
    else:
        group = hand.group_named(asked.person, asked.group or "")
    wanted = {f"can_{name.removeprefix('can_')}" for name in (asked.rights or "").replace(" ", "+").split("+")}
    rights = wanted & set(RIGHTS)
    by = hand.person(asked.person)
    group.adds_bot(by=by, rights=rights | {"can_manage_chat"} if rights else (), payload=asked.payload)
    return at(group.chat)


class ByLink(Deed):
    link: str


@action(ByLink)
async def look_at_link(hand: Hand, asked: ByLink) -> Wire:
    chat = hand.invitation(asked.link)
    link = hand.world.links[asked.link][1]
    is_member = chat.member(hand.world.user(asked.person)).is_present
    told: Wire = {"title": chat.title, "members": len(chat.present_members()), "member": is_member}
    return told | at(chat) | face(chat.id, chat.title) | {"asks": link.creates_join_request}


@action(ByLink)
async def join(hand: Hand, asked: ByLink) -> Wire:
    is_in = await hand.person(asked.person).joins(asked.link)
    return at(hand.invitation(asked.link)) | {"requested": not is_in}


@action(InChat)
async def leave(hand: Hand, asked: InChat) -> None:
    await hand.person(asked.person).leaves(hand.own_group(asked))


class OnMember(InChat):
    member: int


@action(OnMember)
async def add_member(hand: Hand, asked: OnMember) -> None:
    group, by = hand.administered(asked), hand.person(asked.person)
    if asked.member == hand.world.bot.id:
        group.adds_bot(by=by)
    else:
        group.adds(hand.person(asked.member), by=by)


@action(OnMember)
async def remove(hand: Hand, asked: OnMember) -> None:
    hand.administered(asked).removes(hand.person(asked.member), by=hand.person(asked.person))


@action(OnMember)
async def promote(hand: Hand, asked: OnMember) -> None:
    hand.administered(asked).promotes(hand.person(asked.member), ALL_RIGHTS, by=hand.person(asked.person))


@action(OnMember)
async def dismiss(hand: Hand, asked: OnMember) -> None:
    hand.administered(asked).promotes(hand.person(asked.member), (), by=hand.person(asked.person))


class AnswerRequest(OnMember):
    approve: bool


@action(AnswerRequest)
async def answer_request(hand: Hand, asked: AnswerRequest) -> None:
    group, newcomer = hand.administered(asked), hand.person(asked.member)
    await hand.person(asked.person).lets_in(newcomer, group, approved=asked.approve)


@action(InChat)
async def upgrade(hand: Hand, asked: InChat) -> Wire:
    group = hand.administered(asked)
    group.migrates(by=hand.person(asked.person))
    return at(group.chat)


class Topics(InChat):
    on: bool


@action(Topics)
async def topics(hand: Hand, asked: Topics) -> Wire:
    """Switching topics on makes a basic group a supergroup."""
    group = hand.administered(asked)
    if group.chat.type == "group":
        group.migrates(by=hand.person(asked.person))
    group.chat.is_forum = asked.on
    hand.world.changed(Change(kind="chat", chat_id=group.chat.id))
    return at(group.chat)


class NewTopic(InChat):
    name: str


@action(NewTopic)
async def new_topic(hand: Hand, asked: NewTopic) -> None:
    hand.administered(asked).opens_topic(asked.name, by=hand.person(asked.person))


@action(InChat)
async def invite_link(hand: Hand, asked: InChat) -> Wire:
    return {"link": hand.administered(asked).invites()}
