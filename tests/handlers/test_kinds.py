"""What waits in the outbox is found again by the name of its kind."""

from __future__ import annotations

from bot.rendering import KINDS
from handlers.screens import SCREENS


def test_no_two_kinds_of_notice_have_one_name() -> None:
    assert len(KINDS) == len(SCREENS)
