"""How an account or a group is drawn where nobody has a picture: initials on a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.people import User
    from simulator.wire import Wire

COLOURS = 8


def face(identifier: int, name: str) -> Wire:
    return {"initials": initials(name), "colour": abs(identifier) % COLOURS}


def initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    return "".join(word[0] for word in words[:2]).upper() or "?"


def account(user: User) -> Wire:
    return {"id": user.id, "name": user.full_name} | face(user.id, user.full_name)
