"""Accounts: the people, the bot, and the stand-ins Telegram puts in place of a person."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.wire import Wire, present

ANONYMOUS_ADMIN_ID = 1087968824


@dataclass(slots=True, eq=False)
class User:
    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    phone: str = ""
    met: bool = False
    """The bot has seen this account, so it is told `can't initiate conversation` instead of `chat not found`."""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def wire(self) -> Wire:
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | present(
            {
                "last_name": self.last_name,
                "username": self.username,
                "language_code": self.language_code,
            }
        )


def anonymous_admin() -> User:
    return User(id=ANONYMOUS_ADMIN_ID, first_name="Group", username="GroupAnonymousBot", is_bot=True)
