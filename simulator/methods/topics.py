"""Topics of a forum."""

from __future__ import annotations

from simulator.access import supergroup
from simulator.chats import GENERAL_TOPIC, Chat, Topic
from simulator.errors import bad_request
from simulator.methods.forms import InChat
from simulator.methods.table import Call, answers
from simulator.posting import Manner, delete_topic, post
from simulator.wire import Wire, units

COLOURS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


def _forum(call: Call, ask: InChat) -> Chat:
    chat = supergroup(call.world, ask.chat_id)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.member(call.world.bot).may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    return chat


def _check_name(name: str) -> None:
    if not 1 <= units(name) <= 128:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")


class CreateForumTopic(InChat):
    name: str
    icon_color: int | None = None
    icon_custom_emoji_id: str | None = None


@answers(CreateForumTopic)
def create_forum_topic(call: Call, ask: CreateForumTopic) -> Wire:
    """A topic's identifier is the number of the service message that opened it."""
    chat = _forum(call, ask)
    _check_name(ask.name)
    if ask.icon_color is not None and ask.icon_color not in COLOURS:
        raise bad_request("invalid icon color specified")
    thread_id = chat.last_message_id + 1
    topic = Topic(thread_id=thread_id, name=ask.name, icon_color=ask.icon_color or 7322096)
    chat.topics[thread_id] = topic
    body: Wire = {"forum_topic_created": {"name": ask.name, "icon_color": topic.icon_color}}
    post(call.world, chat, call.world.bot, body, Manner(thread_id=thread_id))
    return topic.wire()


class OneTopic(InChat):
    message_thread_id: int


def _topic(call: Call, ask: OneTopic) -> tuple[Chat, Topic]:
    chat = _forum(call, ask)
    topic = chat.topics.get(ask.message_thread_id)
    if topic is None or ask.message_thread_id == GENERAL_TOPIC:
        raise bad_request("message thread not found")
    return chat, topic


class EditForumTopic(OneTopic):
    name: str | None = None
    icon_custom_emoji_id: str | None = None


@answers(EditForumTopic)
def edit_forum_topic(call: Call, ask: EditForumTopic) -> bool:
    chat, topic = _topic(call, ask)
    if ask.name is None or ask.name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    _check_name(ask.name)
    topic.name = ask.name
    _announce(call, chat, topic, {"forum_topic_edited": {"name": ask.name}})
    return True


def _announce(call: Call, chat: Chat, topic: Topic, body: Wire) -> None:
    post(call.world, chat, call.world.bot, body, Manner(thread_id=topic.thread_id))


class CloseForumTopic(OneTopic):
    pass


@answers(CloseForumTopic)
def close_forum_topic(call: Call, ask: CloseForumTopic) -> bool:
    return _set_closed(call, ask, closed=True)


class ReopenForumTopic(OneTopic):
    pass


@answers(ReopenForumTopic)
def reopen_forum_topic(call: Call, ask: ReopenForumTopic) -> bool:
    return _set_closed(call, ask, closed=False)


def _set_closed(call: Call, ask: OneTopic, *, closed: bool) -> bool:
    chat, topic = _topic(call, ask)
    if topic.is_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.is_closed = closed
    _announce(call, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    return True


class DeleteForumTopic(OneTopic):
    pass


@answers(DeleteForumTopic)
def delete_forum_topic(call: Call, ask: DeleteForumTopic) -> bool:
    chat, topic = _topic(call, ask)
    delete_topic(call.world, chat, topic.thread_id)
    return True
