"""What the bot does not need is not loaded when it starts."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.unloaded import without

if TYPE_CHECKING:
    from pathlib import Path

#: Without a token the run ends when everything is loaded.
LOADED_BY_RUN = """
import sys
import typer
from bot.cli import run
try:
    run()
except typer.Exit:
    print(*sys.modules)
"""


def test_what_a_start_does_without_stays_out(tmp_path: Path) -> None:
    """In a process of its own: this one has loaded everything."""
    began = subprocess.run(
        [sys.executable, "-c", LOADED_BY_RUN],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )

    modules = set(began.stdout.split())
    loaded = {name.partition(".")[0] for name in modules}
    assert "telegram" in loaded
    assert "sqlalchemy.dialects.postgresql" not in modules
    assert loaded & {"rich", "pygments", "alembic", "pydantic_settings", "doc_templates", "simulator"} == set()


def test_what_was_kept_out_can_be_loaded_afterwards() -> None:
    """By a module that nothing here ever loads."""
    with without("tabnanny"), pytest.raises(ImportError):
        importlib.import_module("tabnanny")

    assert importlib.import_module("tabnanny").errprint
