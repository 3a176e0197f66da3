"""Filling a form beside docxtpl alone, and reading a plan of 30 sessions beside python-docx. Of row 13 of the bar.

uv run python -m benchmarks.templates              a few seconds
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import docx
from docxtpl import DocxTemplate

from benchmarks.machine import machine
from doc_templates.facts import merged
from doc_templates.fields import fields_of
from doc_templates.filling import fill
from doc_templates.kit import form_of, template
from doc_templates.orders import Identity
from doc_templates.reading import read_back
from doc_templates.sandbox import or_line
from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from collections.abc import Callable

    from doc_templates.facts import Fact

_CODE, _LANGUAGE, _RECORD_ID = "T08", PaperLanguage.BG, "K7Q2MXK"
_FORM = form_of(_CODE)
_PLANNED = 30
_FACTS: dict[str, Fact] = {
    **dict.fromkeys(fields_of(_FORM).texts, "Мария Петрова, „Стъпка напред“"),
    "goals": [{"goal": "Да намеря работа", "reached": "75", "why": "Две интервюта"}] * 3,
    "results": ("interview", "training"),
    "where_i_stand": {"knows_what_work": 4, "cv_ready": 5},
}


def ours() -> bytes:
    identity = Identity(code=_CODE, language=_LANGUAGE, record_id=_RECORD_ID)
    return fill(template(_CODE, _LANGUAGE), _FACTS, identity)


def plain() -> bytes:
    """Without the sandbox, without ticks, identity and code, and with other bytes each time."""
    from jinja2 import Environment

    environment = Environment(autoescape=True)
    environment.filters["or_line"] = or_line
    file, saved = DocxTemplate(io.BytesIO(template(_CODE, _LANGUAGE))), io.BytesIO()
    context = merged(_FACTS, fields_of(_FORM), _LANGUAGE)
    file.render({**context, "record_id": _RECORD_ID, "form_version": "1", "counterpart": False}, environment)
    file.save(saved)
    return saved.getvalue()


WAYS: dict[str, Callable[[], bytes]] = {"ours": ours, "docxtpl alone": plain}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--memory-of", choices=WAYS)
    wanted = parser.parse_args()
    if wanted.memory_of:
        print(_peak_mb(WAYS[wanted.memory_of], wanted.rounds))
        return
    print(machine())
    times = _times(wanted.rounds)
    print("| filling T08, two pages | median | slowest | peak memory of the process |\n|---|---|---|---|")
    for name, spent in times.items():
        memory = _memory_of(name, wanted.rounds)
        print(f"| {name} | {statistics.median(spent):.1f} ms | {max(spent):.1f} ms | {memory} MB |")
    ratio = statistics.median(times["ours"]) / statistics.median(times["docxtpl alone"])
    print(f"\nours takes {ratio:.2f} × the time of docxtpl alone\n")
    _compare_reading()


def _compare_reading() -> None:
    plan = _plan()
    began = time.perf_counter()
    read = read_back(plan).tables["sessions"]
    ours_took = time.perf_counter() - began
    table = max(docx.Document(io.BytesIO(plan)).tables, key=lambda one: len(one.rows))
    began = time.perf_counter()
    cells = [[table.cell(row, column).text for column in range(len(table.columns))] for row in range(len(table.rows))]
    cells_took = time.perf_counter() - began
    print("| reading a plan | rows | time |\n|---|---|---|")
    print(f"| the whole file, ours | {len(read)} | {ours_took * 1000:.0f} ms |")
    print(f"| one table with python-docx's table.cell | {len(cells) - 1} | {cells_took * 1000:.0f} ms |")
    print(f"\nours is {cells_took / ours_took:.0f} × as fast")


def _plan() -> bytes:
    columns = fields_of(form_of("T05")).tables["sessions"].columns
    rows = [dict.fromkeys(columns, f"Среща {number}") for number in range(_PLANNED)]
    identity = Identity(code="T05", language=_LANGUAGE, record_id=_RECORD_ID)
    return fill(template("T05", _LANGUAGE), {"sessions": rows}, identity)


def _times(rounds: int) -> dict[str, list[float]]:
    """Milliseconds. By turns, so that whatever else the machine does falls on both."""
    times: dict[str, list[float]] = {name: [] for name in WAYS}
    for way in WAYS.values():
        way()
    for _ in range(rounds):
        for name, way in WAYS.items():
            began = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def _memory_of(name: str, rounds: int) -> str:
    """In a process of its own, with what it takes to import the libraries."""
    command = [sys.executable, "-m", "benchmarks.templates", "--memory-of", name, "--rounds", str(rounds)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _peak_mb(way: Callable[[], bytes], rounds: int) -> int:
    for _ in range(rounds):
        way()
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
