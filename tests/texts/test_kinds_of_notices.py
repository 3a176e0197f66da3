"""The outbox keeps what is told under the name of its kind, so no two kinds may have the same one."""

from __future__ import annotations

from bot.rendering import KINDS
from handlers.screens import SCREENS


def test_no_two_kinds_of_notices_have_one_name() -> None:
    assert len(KINDS) == len(SCREENS) > 200
