"""Groups: who hears what, who may come in, and how a group changes its number."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from simulator.chats import GENERAL_TOPIC
from simulator.people import ANONYMOUS_ADMIN_ID
from simulator.rights import ALL_RIGHTS

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.groups import Group
    from simulator.persons import Person
    from simulator.server import Simulator
    from tests.simulator.api import Api


@pytest.fixture
def maria(sim: Simulator) -> Person:
    return sim.person("Мария")


@pytest.fixture
def vera(sim: Simulator) -> Person:
    return sim.person("Вера")


@pytest.fixture
def nova(sim: Simulator, maria: Person, vera: Person) -> Group:
    return sim.group("Nova", owner=maria, members=[vera], supergroup=True)


async def heard(api: Api) -> list[str]:
    return [message.get("text", "(service)") for message in await api.fresh()]


async def test_a_bot_in_privacy_mode_hears_commands_replies_and_service_messages(
    api: Api, nova: Group, vera: Person
) -> None:
    nova.adds_bot()
    sent = await api("sendMessage", chat_id=nova.id, text="Hello")
    card = await vera.sees("Hello", in_=nova)
    for text in ("chat", "/help", "/help@ementor_bot", "/help@other_bot", "@ementor_bot hi"):
        await vera.says(text, in_=nova)
    await vera.says("reply", in_=nova, reply_to=card)
    await vera.leaves(nova)

    assert card.message_id == sent["message_id"]
    assert await heard(api) == ["(service)", "/help", "/help@ementor_bot", "reply", "(service)"]


async def test_a_stranger_sees_nothing_of_a_group_and_finds_no_button_there(
    sim: Simulator, api: Api, nova: Group
) -> None:
    nova.adds_bot()
    await api("sendMessage", chat_id=nova.id, text="Hello")
    stranger = sim.person("Никой")

    for look in (stranger.sees("Hello", in_=nova), stranger.presses("Hello", in_=nova), stranger.says("x", in_=nova)):
        with pytest.raises(ValueError, match="Nova"):
            await look


async def test_an_admin_bot_hears_everything(api: Api, nova: Group, vera: Person) -> None:
    nova.adds_bot(rights=["can_pin_messages"])
    await vera.says("chat", in_=nova)

    assert await heard(api) == ["(service)", "chat"]


async def test_an_anonymous_admin_speaks_as_the_group_but_taps_as_themselves(
    api: Api, nova: Group, maria: Person
) -> None:
    nova.adds_bot(rights=ALL_RIGHTS)
    nova.hides(maria)
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}
    await api("sendMessage", chat_id=nova.id, text="Card", reply_markup=keyboard)
    await maria.says("secret", in_=nova)
    await maria.presses("Go", in_=nova, timeout=0)

    *_, said, pressed = await api.updates()
    assert said["message"]["from"]["id"] == ANONYMOUS_ADMIN_ID
    assert said["message"]["sender_chat"]["id"] == nova.id
    assert pressed["callback_query"]["from"]["id"] == maria.id


async def test_a_topic_is_told_with_its_messages_and_general_is_not_named(
    sim: Simulator, api: Api, maria: Person
) -> None:
    forum = sim.group("Forum", owner=maria, forum=True)
    forum.adds_bot(rights=ALL_RIGHTS)
    topic = forum.opens_topic("Homework")
    await maria.says("in the topic", in_=forum, topic=topic)
    await maria.says("in General", in_=forum)

    *_, inside, general = await api.fresh()
    assert (inside["message_thread_id"], inside["is_topic_message"]) == (topic, True)
    assert "message_thread_id" not in general
    missing = (400, "Bad Request: message thread not found")
    assert await api.refusal("sendMessage", chat_id=forum.id, text="x", message_thread_id=1) == missing
    assert await api.refusal("sendMessage", chat_id=forum.id, text="x", message_thread_id=99) == missing


async def test_a_group_that_becomes_a_supergroup_says_so_on_both_sides_and_in_errors(
    sim: Simulator, api: Api, maria: Person
) -> None:
    group = sim.group("Nova", owner=maria)
    group.adds_bot()
    old = group.id
    group.migrates()

    *_, away, arrived = await api.fresh()
    code, reason = await api.refusal("sendMessage", chat_id=old, text="x")
    assert (away["chat"]["id"], away["migrate_to_chat_id"]) == (old, group.id)
    assert (arrived["chat"]["id"], arrived["migrate_from_chat_id"]) == (group.id, old)
    assert (code, reason) == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert sim.rejected[-1].code == 400
    assert (await api("sendMessage", chat_id=group.id, text="x"))["message_id"] == 2


async def test_no_topic_has_the_number_of_general(sim: Simulator, api: Api, maria: Person) -> None:
    by_its_owner = sim.group("Forum", owner=maria, forum=True)
    by_the_bot = sim.group("Forum", owner=maria, forum=True)
    by_the_bot.adds_bot(rights=ALL_RIGHTS)
    grown = sim.group("Group", owner=maria)
    grown.migrates()

    assert by_its_owner.opens_topic("Homework") > GENERAL_TOPIC
    topic = await api("createForumTopic", chat_id=by_the_bot.id, name="Homework")
    assert topic["message_thread_id"] > GENERAL_TOPIC
    assert [*grown.chat.messages] == [1]
    assert grown.opens_topic("Homework") > GENERAL_TOPIC


async def test_the_migration_error_carries_the_new_number(sim: Simulator, api: Api, maria: Person) -> None:
    group = sim.group("Nova", owner=maria)
    group.adds_bot()
    old = group.id
    group.migrates()

    async with api.session.post(api.address("getChat"), json={"chat_id": old}) as response:
        assert (await response.json())["parameters"] == {"migrate_to_chat_id": group.id}


async def test_a_link_for_one_lets_one_in_and_tells_which_link_it_was(api: Api, nova: Group, sim: Simulator) -> None:
    nova.adds_bot(rights=["can_invite_users"])
    link = await api("createChatInviteLink", chat_id=nova.id, name="for Boris", member_limit=1)
    await api.updates(allowed_updates=["chat_member"])
    boris, ivan = sim.person("Борис"), sim.person("Иван")

    assert await boris.joins(link["invite_link"])
    with pytest.raises(Exception, match="INVITE_HASH_EXPIRED"):
        await ivan.joins(link["invite_link"])
    (joined,) = await api.fresh("chat_member")
    assert joined["invite_link"]["name"] == "for Boris"
    assert (joined["old_chat_member"]["status"], joined["new_chat_member"]["status"]) == ("left", "member")


async def test_a_link_expires_with_the_clock(api: Api, nova: Group, sim: Simulator, clock: Clock) -> None:
    nova.adds_bot(rights=["can_invite_users"])
    until = int((clock.now() + timedelta(hours=1)).timestamp())
    link = await api("createChatInviteLink", chat_id=nova.id, expire_date=until)
    clock.advance(timedelta(hours=1))

    with pytest.raises(Exception, match="INVITE_HASH_EXPIRED"):
        await sim.person("Борис").joins(link["invite_link"])


async def test_who_asks_to_join_may_be_written_to_for_five_minutes(
    api: Api, nova: Group, sim: Simulator, clock: Clock
) -> None:
    nova.adds_bot(rights=["can_invite_users"])
    link = await api("createChatInviteLink", chat_id=nova.id, creates_join_request=True)
    boris = sim.person("Борис")
    await boris.joins(link["invite_link"])
    (request,) = await api.fresh("chat_join_request")

    assert await api("sendMessage", chat_id=request["user_chat_id"], text="Who are you?")
    clock.advance(timedelta(minutes=5, seconds=1))
    assert await api.refusal("sendMessage", chat_id=boris.id, text="Still there?") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


async def test_without_the_right_to_invite_no_request_is_told(api: Api, nova: Group, sim: Simulator) -> None:
    nova.adds_bot()
    await sim.person("Борис").joins(nova.invites(creates_join_request=True))

    assert await api.fresh("chat_join_request") == []


async def test_a_removed_bot_is_told_and_may_not_write(api: Api, nova: Group) -> None:
    nova.adds_bot()
    nova.removes_bot()

    *_, last = await api.fresh("my_chat_member")
    assert (last["old_chat_member"]["status"], last["new_chat_member"]["status"]) == ("member", "kicked")
    assert await api.refusal("sendMessage", chat_id=nova.id, text="x") == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_a_change_of_the_bots_rights_is_told(api: Api, nova: Group) -> None:
    nova.adds_bot()
    nova.promotes_bot(["can_invite_users"])
    nova.promotes_bot([])

    _, promoted, demoted = await api.fresh("my_chat_member")
    assert (promoted["new_chat_member"]["status"], promoted["new_chat_member"]["can_invite_users"]) == (
        "administrator",
        True,
    )
    assert demoted["new_chat_member"]["status"] == "member"


async def test_a_start_in_the_group_carries_the_links_payload(api: Api, nova: Group) -> None:
    nova.adds_bot(rights=["can_pin_messages"], payload="abc")

    *_, start = await api.fresh()
    assert start["text"] == "/start@ementor_bot abc"
    assert start["entities"] == [{"type": "bot_command", "offset": 0, "length": 18}]


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("pinChatMessage", {"message_id": 2}, "not enough rights to manage pinned messages in the chat"),
        ("banChatMember", {"user_id": 1}, "not enough rights to restrict/unrestrict chat member"),
        ("setChatTitle", {"title": "x"}, "not enough rights to change chat title"),
        ("createForumTopic", {"name": "x"}, "the chat is not a forum"),
    ],
)
async def test_what_needs_a_right_is_refused_without_it(
    api: Api, nova: Group, method: str, params: dict[str, object], reason: str
) -> None:
    nova.adds_bot()

    assert await api.refusal(method, chat_id=nova.id, **params) == (400, f"Bad Request: {reason}")


async def test_reactions_are_told_to_an_admin_bot_that_asked_for_them(api: Api, nova: Group, vera: Person) -> None:
    nova.adds_bot(rights=ALL_RIGHTS)
    await api.updates(allowed_updates=["message_reaction"])
    said = await vera.says("done", in_=nova)
    await vera.reacts(said, "👍")

    (reaction,) = await api.fresh("message_reaction")
    assert reaction["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
