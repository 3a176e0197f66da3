"""The methods of the Bot API, a module for each family."""

from __future__ import annotations

from simulator.methods import (
    albums,
    chats,
    copying,
    editing,
    members,
    polls,
    profile,
    receiving,
    sending,
    topics,
    webhook,
)

__all__ = [
    "albums",
    "chats",
    "copying",
    "editing",
    "members",
    "polls",
    "profile",
    "receiving",
    "sending",
    "topics",
    "webhook",
]
