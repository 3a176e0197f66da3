"""All that a filled plan says besides its days, and what it says that is no session."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doc_templates.drawing.elements import paragraph, run
from doc_templates.errors import Locked, Unreadable
from doc_templates.packages import MAIN, packed, unpacked
from doc_templates.plans.filled import is_plan, read_plan
from doc_templates.plans.headings import column_of
from mentoring.papers import PaperLanguage
from mentoring.plan_reading.rows import is_asked, understood
from mentoring.plan_rows import Column, Doubt, RowStatus, Written
from mentoring.record_ids import parse
from mentoring.sessions import Place, SessionKind
from tests.doc_templates.plan_cases import CORPUS
from tests.doc_templates.plans import GOOGLE, LIBRE, RECORD_ID, WORD, Box, document, grid, ours, photo, plan, session
from tests.doc_templates.test_filled_plans import NOW, read, rows

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = {
    "number": "1",
    "date": "5.12.2026\u202fг.",
    "hours": "18:00–19:30",
    "mode": "видео",
    "place": "https://zoom.us/j/1",
    "kind": "предприемачество",
    "topic": "Бизнес план",
    "result": "Чернова",
    "preparation": "Прочетете примера",
    "documents": "T06",
    "responsible": "Антон",
    "status": "предстои",
}


def test_every_column_of_our_form_is_understood(tmp_path: Path) -> None:
    (row,) = rows(ours(PaperLanguage.BG, WHOLE), tmp_path)

    assert (row.number.value, row.mode.value, row.kind.value) == (1, Place.VIDEO, SessionKind.ENTREPRENEURSHIP)
    assert row.status.value is RowStatus.PLANNED
    assert row.words == {
        Column.PLACE: "https://zoom.us/j/1",
        Column.TOPIC: "Бизнес план",
        Column.RESULT: "Чернова",
        Column.PREPARATION: "Прочетете примера",
        Column.DOCUMENTS: "T06",
        Column.RESPONSIBLE: "Антон",
    }
    assert is_asked(row) == ()


def test_the_number_of_the_paper_comes_with_it(tmp_path: Path) -> None:
    found = read(ours(PaperLanguage.EN, WHOLE), tmp_path)
    assert [parse(one) for one in found.record_ids] == [parse(RECORD_ID)]


def test_what_is_no_session_is_told(tmp_path: Path) -> None:
    remark: list[str | Box] = [Box(runs=[run("Holidays until 7.1.")], span=4)]
    sent = plan(LIBRE, ("Date", "Time", "Topic", "Weather"), ["5.12.2026", "18:00", "CV", "rain"], remark)

    found = read(sent, tmp_path)

    assert (found.left_out, found.unread_columns) == (("Holidays until 7.1.",), ("Weather",))
    assert len(found.rows) == 1


def test_more_lines_about_one_session_are_kept_together(tmp_path: Path) -> None:
    begun = [Box(runs=[run(words)], merge="restart") for words in ("5.12.2026", "18:00–19:30")]
    sent = plan(
        WORD, ("Date", "Time", "Topic"), [*begun, "CV"], [Box(merge="continue"), Box(merge="continue"), "Letter"]
    )

    (row,) = rows(sent, tmp_path)

    assert row.words == {Column.TOPIC: "CV\nLetter"}


def test_a_photograph_is_no_plan_and_counted(tmp_path: Path) -> None:
    found = read(document(paragraph(photo())), tmp_path)
    assert (found.found, found.pictures) == (False, 1)


def test_a_blank_form_is_a_plan_without_sessions(tmp_path: Path) -> None:
    found = read(ours(PaperLanguage.BG), tmp_path)
    assert (found.found, found.rows) == (True, ())


def test_what_is_crossed_out_is_told_apart(tmp_path: Path) -> None:
    (sent,) = [one for one in CORPUS if one.about == "an old day crossed out by hand"]
    (row,) = read(sent.data, tmp_path).rows
    assert row.cells[Column.DATE] == Written(text="5.12.2026", struck="3.12.2026")


def test_what_they_were_asked_and_said_again_holds(tmp_path: Path) -> None:
    sent = plan(WORD, ("Date", "Time", "Topic"), ["5.12.2026", "23:00–23:45", "CV"])
    (row,) = read(sent, tmp_path).rows
    said_again = type(row)(cells={**row.cells, Column.HOURS: Written(text="23:00–23:45", sure=True)})

    assert [understood([one], NOW)[0].hours.doubt for one in (row, said_again)] == [Doubt.NIGHT, None]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_what_is_no_word_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(content)
    with pytest.raises((Unreadable, Locked)):
        read_plan(file)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("№", Column.NUMBER),
        ("Date of the session", Column.DATE),
        ("Дата\nDate", Column.DATE),
        ("Date (dd.mm.yyyy)", Column.DATE),
        ("Actual date", Column.HELD_ON),
        ("Дата на провеждане", Column.HELD_ON),
        ("Due date", None),
        ("От – до", Column.HOURS),
        ("Начален час", Column.BEGINS),
        ("How (face to face / video / chat)", Column.MODE),
        ("Status (planned / held / moved)", Column.STATUS),
        ("Place / mode", Column.PLACE),
        ("Expected result, linked goal", Column.RESULT),
        ("Подготовка / домашно", Column.PREPARATION),
        ("Session no., date", None),
        ("Бележки", None),
        ("", None),
    ],
)
def test_headings_are_known_by_their_words(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


def test_a_heading_that_our_controls_tell_may_bear_any_words(tmp_path: Path) -> None:
    """Somebody wrote over the heading; the cells below still know what they are for."""
    parts = unpacked(ours(PaperLanguage.EN, WHOLE))
    parts[MAIN] = parts[MAIN].replace(b">Date<", b">Rendez-vous<")
    (row,) = rows(packed(parts), tmp_path)
    assert row.day.value == date(2026, 12, 5)


def test_a_mentor_is_asked_how_and_what_kind_where_the_plan_is_silent(tmp_path: Path) -> None:
    sent = document(grid(GOOGLE, ("Date", "Time", "Topic"), [["5.12.2026", "18:00", "A CV for a job"]]))
    (row,) = rows(sent, tmp_path)

    assert is_asked(row) == (Column.MODE, Column.KIND)
    assert row.kind.choices[0] is SessionKind.EMPLOYABILITY


def test_the_ordinary_row_leaves_nothing_to_ask(tmp_path: Path) -> None:
    (row,) = rows(
        plan(GOOGLE, ("No.", "Date", "Time", "How", "Place", "Kind", "Topic"), session("5.12.2026")), tmp_path
    )
    assert is_asked(row) == ()


def test_a_plan_is_known_as_one_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(document(grid(LIBRE, ("Кога", "Час", "Тема"), [["5.12.2026", "18:00", "CV"]])))
    assert is_plan(file.read_bytes())

    file.write_bytes(document(grid(LIBRE, ("Какво", "Кой", "Докога"), [["CV", "Вера", "5.12.2026"]])))
    assert not is_plan(file.read_bytes())


def test_what_is_more_than_anybody_plans_is_told_and_not_planned(tmp_path: Path) -> None:
    heads = ("Date", "Time", "Topic")
    many = [[f"{no % 28 + 1}.12.2026", "18:00", "CV " * (1000 if no == 0 else 1)] for no in range(200)]

    found = read(plan(LIBRE, heads, *many), tmp_path)

    assert (len(found.rows), len(found.left_out)) == (60, 40)
    assert max(len(cell.text) for row in found.rows for cell in row.cells.values()) == 2000
