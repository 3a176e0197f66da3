"""What the use cases need to know of open questions; storage/ provides it inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.prompts import Prompt


class Prompts(Protocol):
    """The open questions, one for each Telegram id."""

    def of(self, telegram_id: int, now: datetime) -> Prompt | None:
        """None also when the question has expired."""

    def ask(self, prompt: Prompt) -> None:
        """Takes the place of whatever was asked before."""

    def close(self, telegram_id: int) -> None: ...

    def prune(self, now: datetime) -> int:
        """Forget what has expired: it holds what people told us before they consented."""


class WrongTries(Protocol):
    """How often somebody came with a token that nobody gave out."""

    def count(self, telegram_id: int, *, since: datetime) -> int: ...

    def add(self, telegram_id: int, *, since: datetime, now: datetime) -> None: ...
