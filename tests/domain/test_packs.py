"""How the files of an evidence pack are placed."""

from __future__ import annotations

from mentoring.packs import in_volumes, place_name


def test_a_new_volume_begins_where_the_last_is_full() -> None:
    assert [*in_volumes([40, 30, 30, 90, 200, 1], limit=100)] == [1, 1, 1, 2, 3, 4]
    assert [*in_volumes([100, 1], limit=100)] == [1, 2]
    assert [*in_volumes([])] == []


def test_names_hold_nothing_that_leads_out_of_the_folder() -> None:
    assert place_name("1_Managing", 7, "../..\\Мария=.pdf") == "1_Managing/007__.._______.pdf"
    assert place_name("1_Managing", 7, "T04_Nova_v1.pdf") == "1_Managing/007_T04_Nova_v1.pdf"
