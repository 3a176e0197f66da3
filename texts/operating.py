"""Words for whoever looks after the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from texts.say import Html, Say


def update_set_aside(say: Say, *, update_id: int, fault: str) -> Html:
    return say(
        "⚠️ Today there was something that I could not handle, so I put it aside. It is kept, and nothing else waits "
        "for it.\n\nPlease pass this on to whoever looks after the bot: latest number <code>{update_id}</code>, "
        "<code>{fault}</code>.",
        update_id=update_id,
        fault=fault,
    )


def updates_lost(say: Say, *, lost: int, since: datetime, until: datetime) -> Html:
    return say.n(
        "⚠️ I was offline from {since} to {until}, and Telegram dropped {count} message or button press in that "
        "time.\n\nIf somebody is waiting for an answer, please ask them to send it again.",
        "⚠️ I was offline from {since} to {until}, and Telegram dropped {count} messages or button presses in that "
        "time.\n\nIf somebody is waiting for an answer, please ask them to send it again.",
        lost,
        since=say.moment(since),
        until=say.moment(until),
    )


def copies_missing(say: Say, *, latest: int) -> Html:
    return say(
        "⚠️ For a whole day I could not get a file out of Telegram, and gave up. Whoever has it can still open it "
        "there, and knows not to delete it.\n\nPlease pass this on to whoever looks after the bot: latest number "
        "<code>{latest}</code>.",
        latest=latest,
    )


def disk_filling(say: Say, *, free_megabytes: int) -> Html:
    return say(
        "⚠️ The disk of my computer is filling up: {free} MB are free. Everything still works.\n\nPlease ask whoever "
        "looks after the bot to make room soon.",
        free=free_megabytes,
    )


def disk_full(say: Say, *, free_megabytes: int) -> Html:
    return say(
        "⚠️ The disk of my computer is full: only {free} MB are free. Documents still reach the mentors, but I cannot "
        "keep copies of them now. I will make them when there is room.\n\nPlease ask whoever looks after the bot to "
        "make room today.",
        free=free_megabytes,
    )


def another_manager_needed(say: Say, programme: str) -> Html:
    return say(
        "⚠️ <b>{programme}</b> has only one manager, and something waits there that needs a second one.\n\nPlease see "
        "to it that another manager is appointed this week. They find it on their home card.",
        programme=programme,
    )


def no_manager_in_reach(say: Say, programme: str) -> Html:
    return say(
        "⚠️ I can't reach any manager of <b>{programme}</b> on Telegram any more.\n\nPlease call them and ask them to "
        "open the bot, or see to it that another manager is appointed.",
        programme=programme,
    )


def clock_was_set(say: Say, *, minutes: int) -> Html:
    if minutes > 0:
        return say(
            "⚠️ The clock of my computer jumped forward by {minutes} minutes. I wait for a minute before I send "
            "reminders, and none goes out twice.\n\nPlease ask whoever looks after the bot whether its time is right.",
            minutes=minutes,
        )
    return say(
        "⚠️ The clock of my computer jumped back by {minutes} minutes. I wait for a minute before I send reminders, and "
        "none goes out twice.\n\nPlease ask whoever looks after the bot whether its time is right.",
        minutes=-minutes,
    )


def reminders_stale(say: Say, count: int) -> Html:
    return say.n(
        "⏳ While I was away, {count} reminder became useless, and I did not send it. What is still useful goes out "
        "now, to each person in one message.\n\nIf a session was missed because of it, please tell the people.",
        "⏳ While I was away, {count} reminders became useless, and I did not send them. What is still useful goes out "
        "now, to each person in one message.\n\nIf a session was missed because of it, please tell the people.",
        count,
    )
