"""What the bot does not need is not loaded when it starts."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.unloaded import without
from tests.e2e.paper_forms import blank_word
from tests.e2e.photographed import a_page, jpeg

if TYPE_CHECKING:
    from pathlib import Path

#: Only the worker process needs these.
FOR_DOCUMENTS = frozenset(
    {"PIL", "cv2", "docx", "docxtpl", "img2pdf", "jinja2", "lxml", "numpy", "pikepdf", "pypdf", "pypdfium2", "zxingcpp"}
)
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
    assert loaded & {"rich", "pygments", "alembic", "pydantic_settings", "simulator", *FOR_DOCUMENTS} == set()
    assert of_doc_templates(modules) == {"doc_templates", "doc_templates.orders"}


def test_the_first_files_are_opened_by_the_worker_process_and_load_nothing_into_the_bot(tmp_path: Path) -> None:
    photograph, word_file = tmp_path / "page.jpg", tmp_path / "sheet.docx"
    photograph.write_bytes(jpeg(a_page(1)))
    word_file.write_bytes(blank_word("T02"))
    folder = tmp_path / "record"
    folder.mkdir()

    worked = subprocess.run(
        [sys.executable, "-m", "tests.runtime.a_first_file", folder, photograph, word_file],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    modules = set(worked.stdout.split())
    assert "bot.bootstrap" in modules
    assert {name.partition(".")[0] for name in modules} & FOR_DOCUMENTS == set()
    assert of_doc_templates(modules) == {"doc_templates", "doc_templates.orders"}


def of_doc_templates(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "doc_templates"}


def test_what_was_kept_out_can_be_loaded_afterwards() -> None:
    """By a module that nothing here ever loads."""
    with without("tabnanny"), pytest.raises(ImportError):
        importlib.import_module("tabnanny")

    assert importlib.import_module("tabnanny").errprint
