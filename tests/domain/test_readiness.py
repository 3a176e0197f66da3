"""Names in two letters on the readiness wall."""

from __future__ import annotations

from mentoring.readiness import initials


def test_people_go_by_their_initials() -> None:
    assert initials(["Мария Петрова", "Иван Стоянов Колев", "Vera"]) == ("МП", "ИК", "Ve")


def test_whoever_letters_do_not_tell_apart_goes_by_a_number() -> None:
    assert initials(["Vera", "Vesela", "Anna Bo", "🎉", "A"]) == ("01", "02", "AB", "04", "05")
