"""Every file has an answer, soon and within the memory of its process, and the next file has one too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.jobs import job_of
from bot.workshop import Broken, TooLong, TooMuchMemory, WorkFailed, Workshop
from doc_templates.opening import inspect
from doc_templates.photographs.previews import preview
from mentoring.scans import Verdict
from tests.doc_templates import hostile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

#: Shown, refused, or ended; PDFium ends itself where it is given no more memory.
ANSWERS = {"", "Unreadable", "TooMuch", "Locked", "TooLong", "TooMuchMemory", "ended with -6"}


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    workshop = Workshop()
    yield workshop
    await workshop.stop()


async def test_each_file_is_told_what_it_is(workshop: Workshop, tmp_path: Path) -> None:
    surprising = {}
    for name, content, verdicts in hostile.files():
        verdict = await _inspected(workshop, _kept(tmp_path / name, content))
        if verdict not in verdicts:
            surprising[name] = verdict

    assert surprising == {}


async def test_no_file_does_harm_where_it_is_shown(workshop: Workshop, tmp_path: Path) -> None:
    """A failure that has no name is one of ours; a process that ended is not, for that is what it is there for."""
    faults = {}
    for name, content, _ in hostile.files():
        fault = await _fault(workshop, _kept(tmp_path / name, content), tmp_path / "shown.jpg")
        if fault not in ANSWERS:
            faults[name] = fault

    assert faults == {}


def test_there_are_enough_of_them() -> None:
    assert len(hostile.names()) >= 60


async def _inspected(workshop: Workshop, file: Path) -> Verdict:
    try:
        return (await workshop.run(job_of(inspect), file)).verdict
    except (TooLong, TooMuchMemory):
        return Verdict.TOO_MUCH


async def _fault(workshop: Workshop, file: Path, into: Path) -> str:
    try:
        await workshop.run(job_of(preview), file, into)
    except Broken as broken:
        return broken.fault
    except WorkFailed as failed:
        return type(failed).__name__
    return ""


def _kept(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file
