"""Each row of docs/edge-cases.md names a conversation that shows it, and that conversation exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "edge-cases.md").read_text(encoding="utf-8")
TABLE = re.compile(r"^## (?P<table>.+)$", re.MULTILINE)
ROW = re.compile(r"^\|(?!\s*-)(?P<happens>[^|]+)\|(?P<then>[^|]+)\|(?P<shown>[^|]*)\|$", re.MULTILINE)
TEST = re.compile(r"`(?P<file>tests/[\w/]+\.py)::(?P<name>test_\w+)`")
HEAD = "What happens"
#: The tables that are whole, and how many rows each has: none is taken out again.
WHOLE: Mapping[str, int] = {
    "People and roles": 16,
    "Telegram itself": 22,
    "Language, privacy, misuse": 10,
    "Sessions": 13,
    "Time and deadlines": 12,
    "Deadlines": 7,
    "Files": 24,
}


def tables() -> Mapping[str, Mapping[str, str]]:
    """Who shows each row, by the table's name."""
    _, *parts = TABLE.split(PAGE)
    return {
        name: {row["happens"].strip(): row["shown"] for row in ROW.finditer(rows) if row["happens"].strip() != HEAD}
        for name, rows in zip(parts[::2], parts[1::2], strict=True)
    }


TABLES = tables()


@cache
def named_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("table", WHOLE)
def test_a_table_that_was_whole_stays_so(table: str) -> None:
    assert len(TABLES[table]) >= WHOLE[table]


@pytest.mark.parametrize(("table", "happens"), [(table, happens) for table, rows in TABLES.items() for happens in rows])
def test_a_conversation_shows_it(table: str, happens: str) -> None:
    named = [(one["file"], one["name"]) for one in TEST.finditer(TABLES[table][happens])]
    assert named
    assert [name for file, name in named if name not in named_in(file)] == []
