"""A poster on paper says the same as the one on the screen, in letters that every printer has."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from handlers.message import Content
from handlers.screens import SCREENS
from mentoring.notices.posters import Poster, PosterSheets
from mentoring.people import Language, Role
from texts.say import Say

MANAGER = Say(Language.EN, "Europe/Sofia", "ementor_bot")
A4 = (595, 842)


def poster(role: Role = Role.MENTEE, *, name: str = "Нова", also: tuple[Language, ...] = ()) -> Poster:
    return Poster(
        group_name=name,
        organisation="Отворени врати",
        programme="Менторство 2026",
        language=Language.BG,
        also=also,
        role=role,
        token="t" * 32,
        code="NOVA-7K2",
        places=4,
        expires_at=datetime(2026, 12, 7, tzinfo=UTC),
    )


def printed(*posters: Poster) -> dict[str, bytes]:
    shown = SCREENS[PosterSheets](PosterSheets(posters=posters), MANAGER)
    assert isinstance(shown, Content)
    made = [(file.file_name or "", file.made()) for file in shown.attachments if file.made is not None]
    return {name: content for name, content in made if isinstance(content, bytes)}


def words_on(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == 1
    assert tuple(round(side) for side in pages[0].get_size()) == A4
    return " ".join(str(pages[0].get_textpage().get_text_range()).split())


def test_each_role_gets_a_sheet_named_by_the_groups_code() -> None:
    sheets = printed(poster(Role.MENTOR), poster(Role.MENTEE))

    assert [*sheets] == ["NOVA-7K2-mentor.pdf", "NOVA-7K2-mentees.pdf"]
    assert ["За ментора" in words_on(pdf) for pdf in sheets.values()] == [True, False]


def test_a_sheet_says_in_plain_words_what_to_do_and_until_when() -> None:
    [pdf] = printed(poster()).values()

    words = words_on(pdf)
    assert "Отворени врати · Менторство 2026" in words
    assert all(part in words for part in ("Нова", "За участниците", "t.me/ementor_bot", "NOVA-7K2", "до пн, 7.12"))
    assert [words.index(f"{number} {step}") > 0 for number, step in ((1, "Насочете"), (2, "Отваря"), (3, "Докоснете"))]
    assert "Point your phone" not in words


def test_where_both_languages_are_read_a_sheet_has_both() -> None:
    [pdf] = printed(poster(also=(Language.EN,))).values()

    words = words_on(pdf)
    assert "Насочете камерата" in words
    assert "Point your phone's camera" in words
    assert "You can join until Mon 7 Dec." in words


def test_the_letters_travel_with_the_sheet() -> None:
    [pdf] = printed(poster()).values()

    assert pdf.count(b"/FontFile2") == 2


@pytest.mark.parametrize("name", ["🚀🚀", "<b>&amp;</b>", "Ж" * 300, "a\u0301\u202e\x00b", "{name} %s", "\ud83d"])
def test_no_name_can_break_a_sheet(name: str) -> None:
    [pdf] = printed(poster(name=name, also=(Language.EN,))).values()

    assert "NOVA-7K2" in words_on(pdf)
