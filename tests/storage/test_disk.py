from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.disk import Room, free_bytes, room_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("free", "room"),
    [
        (99_999_999, Room.FULL),
        (100_000_000, Room.LOW),
        (499_999_999, Room.LOW),
        (500_000_000, Room.AMPLE),
    ],
)
def test_room_is_low_before_it_is_gone(free: int, room: Room) -> None:
    assert room_for(free) is room


def test_only_less_room_than_before_is_worse() -> None:
    assert [room.is_less_than(Room.LOW) for room in Room] == [False, False, True]


def test_a_folder_knows_how_much_room_it_has(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) > 0
