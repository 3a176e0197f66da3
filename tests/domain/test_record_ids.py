from __future__ import annotations

import pytest

from mentoring import record_ids
from mentoring.record_ids import RecordId, found_in, new_record_id, parse, parse_qr, qr_text, shown

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_new_one_reads_back_from_paper() -> None:
    for _ in range(500):
        record_id = new_record_id()
        assert parse(shown(record_id)) == record_id
        assert parse_qr(qr_text("T04", record_id)) == ("T04", record_id)


def test_each_wrong_character_is_found() -> None:
    for _ in range(20):
        record_id = new_record_id()
        for place in range(len(record_id)):
            for other in set(ALPHABET) - {record_id[place]}:
                assert parse(record_id[:place] + other + record_id[place + 1 :]) is None


def test_two_neighbours_that_changed_places_are_found() -> None:
    for _ in range(200):
        record_id = new_record_id()
        for place in range(len(record_id) - 1):
            swapped = record_id[:place] + record_id[place + 1] + record_id[place] + record_id[place + 2 :]
            assert swapped == record_id or parse(swapped) is None


def test_it_is_read_as_people_copy_it() -> None:
    record_id = next(one for one in iter(new_record_id, None) if "A" in one and "1" in one)
    typed = shown(record_id).lower().replace("1", "l").replace("a", "а")

    assert parse(f" {typed} ") == record_id


@pytest.mark.parametrize("text", ["", "T04", "hello", "K7Q-2MX", "EMENTOR:T04:", "ЖЖЖЖЖЖЖ", "0" * 8])
def test_other_words_are_none(text: str) -> None:
    assert parse(text) is None
    assert parse_qr(text) is None


@pytest.mark.parametrize("written", ["https://example.org/{}", "EMENTOR:Q04:{}", "ementor:T04:{}", "EMENTOR:T04:{}:1"])
def test_a_qr_code_of_another_kind_is_none(written: str) -> None:
    assert parse_qr(written.format(new_record_id())) is None


def test_it_is_found_in_a_footer() -> None:
    one, other = RecordId("0000000"), new_record_id()
    text = f"Страница 1 от 2 · № {shown(one)} · see also {shown(other)}, not ABC-DEFG or 2026-1123"

    assert found_in(text) >= {one, other}
    assert all(record_ids.parse(found) == found for found in found_in(text))
