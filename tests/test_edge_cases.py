"""Each row of docs/edge-cases.md names a conversation that shows it, and that conversation exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "edge-cases.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\|(?!\s*-)(?P<happens>[^|]+)\|(?P<then>[^|]+)\|(?P<shown>[^|]*)\|$", re.MULTILINE)
TEST = re.compile(r"`(?P<file>tests/[\w/]+\.py)::(?P<name>test_\w+)`")
HEAD = "What happens"
ROWS = {row["happens"].strip(): row["shown"] for row in ROW.finditer(PAGE) if row["happens"].strip() != HEAD}


@cache
def named_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_page_has_its_three_tables() -> None:
    """People and roles; Telegram itself; language, privacy and misuse."""
    assert len(ROWS) >= 16 + 22 + 10


@pytest.mark.parametrize("happens", ROWS)
def test_a_conversation_shows_it(happens: str) -> None:
    named = [(one["file"], one["name"]) for one in TEST.finditer(ROWS[happens])]
    assert named
    assert [name for file, name in named if name not in named_in(file)] == []
