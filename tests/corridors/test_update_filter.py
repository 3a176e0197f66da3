"""What people say to each other in a group is none of our business; what they say to us is."""

from __future__ import annotations

import pytest

from bot.update_filter import UpdateFilter

OURS, RECORDED, FOREIGN, BOT = -100, -200, -300, 42
MOVED: list[int] = []
wanted = UpdateFilter(
    bot_id=BOT,
    bot_username="Ementor_Bot",
    knows=lambda chat: chat in {OURS, RECORDED},
    listens=lambda chat: chat == RECORDED,
    moved=MOVED.append,
)


def message(chat_id: int = OURS, kind: str = "message", **content: object) -> dict[object, object]:
    return {kind: {"message_id": 1, "date": 1, "chat": {"id": chat_id, "type": "supergroup"}, **content}}


def reply_to(author: int, **content: object) -> dict[str, object]:
    return {"from": {"id": author}, **content}


TALK = {
    "text": message(text="See you at six"),
    "an edited text": message(kind="edited_message", text="See you at seven"),
    "a sticker": message(sticker={"emoji": "🙂"}),
    "a reply to a person": message(text="Yes", reply_to_message=reply_to(7)),
    "a message in a topic that the bot opened": message(
        text="Hello", reply_to_message=reply_to(BOT, forum_topic_created={"name": "Homework"})
    ),
    "a command to another bot": message(text="/start@other_bot"),
    "a channel's post": {"message": {"chat": {"id": -1, "type": "channel"}, "text": "News"}},
    "a file in a group that is not ours": message(FOREIGN, document={"file_id": "x"}),
    "a command in a group that is not ours": message(FOREIGN, text="/note Meet me at six"),
    "a greeting to the bot in a group that is not ours": message(FOREIGN, text="/start@ementor_bot"),
    "somebody joining a group that is not ours": message(FOREIGN, new_chat_members=[{"id": 7}]),
    "a reaction in a group that is not ours": {"message_reaction": {"chat": {"id": FOREIGN}}},
    "a member of a group that is not ours": {"chat_member": {"chat": {"id": FOREIGN}}},
}
OUR_BUSINESS = {
    "a command": message(text="/help"),
    "a command to us, in any case": message(text="/help@ementor_bot please"),
    "a command in a group that is not ours yet": message(FOREIGN, text="/bind 1234"),
    "a link that adds the bot to a group": message(FOREIGN, text="/start@ementor_bot c_1234"),
    "a mention": message(text="Hello @Ementor_bot"),
    "a reply to us": message(text="Yes", reply_to_message=reply_to(BOT)),
    "a document": message(document={"file_id": "x"}, caption="My plan"),
    "a photo": message(photo=[]),
    "somebody joining": message(new_chat_members=[{"id": 7}]),
    "a group's new title": message(new_chat_title="Nova"),
    "a group that is not ours becoming a supergroup": message(FOREIGN, migrate_to_chat_id=OURS),
    "anything while a session is recorded": message(RECORDED, text="See you at six"),
    "anything in private": {"message": {"chat": {"id": 7, "type": "private"}, "text": "Hello"}},
    "a press": {"callback_query": {"id": "1", "from": {"id": 7}}},
    "the bot being added anywhere": {"my_chat_member": {"chat": {"id": FOREIGN}}},
    "a member of ours": {"chat_member": {"chat": {"id": OURS}}},
    "a message of a strange shape": {"message": {"text": "?"}},
    "a kind that does not exist yet": {"hologram": {}},
    "nothing": {},
}


@pytest.mark.parametrize("update", TALK.values(), ids=TALK)
def test_talk_between_people_is_not_kept(update: dict[object, object]) -> None:
    assert not wanted(update)


@pytest.mark.parametrize("update", OUR_BUSINESS.values(), ids=OUR_BUSINESS)
def test_what_concerns_us_or_may_do_so_is_kept(update: dict[object, object]) -> None:
    assert wanted(update)


def test_a_move_of_our_group_is_known_before_anything_said_under_its_new_id() -> None:
    MOVED.clear()

    wanted({"update_id": 1, "message": {"chat": {"id": OURS, "type": "group"}, "migrate_to_chat_id": -9001}})
    wanted({"update_id": 2, "message": {"chat": {"id": -9002, "type": "supergroup"}, "migrate_from_chat_id": OURS}})
    wanted({"update_id": 3, "message": {"chat": {"id": -9003, "type": "supergroup"}, "migrate_from_chat_id": -4}})

    assert MOVED == [-9001, -9002]
