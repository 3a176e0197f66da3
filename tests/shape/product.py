"""Finds and parses the product's own modules, for the tests that look at the code's shape."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "config", "doc_templates", "handlers", "mentoring", "simulator", "storage", "texts")


@cache
def modules() -> dict[str, ast.Module]:
    """By their path from the root, such as ``bot/cli.py``. Migrations are left out: they are history, not design."""
    files = (file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py")))
    return {
        name: ast.parse(file.read_text(encoding="utf-8"), filename=name)
        for file in files
        if "/versions/" not in (name := file.relative_to(ROOT).as_posix())
    }
