"""What the bot orders by name is there, takes what it is given, and answers what is promised."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from bot import jobs
from bot.jobs import Job, job_of
from doc_templates import orders
from mentoring import packs

#: In the annotations of functions these stand for type checkers only.
_KNOWN = {**vars(orders), **vars(jobs), **vars(packs), "Path": Path, "Sequence": Sequence}
NAMED = {name: job for name, job in vars(jobs).items() if isinstance(job, Job)}


def test_there_are_jobs() -> None:
    assert {"RECOGNISE", "JOIN", "MAKE_FORM", "CHECK_FORM", "ADD_FILES", "WRITE_INDEX"} <= set(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_a_job_is_the_function_that_it_names(name: str) -> None:
    job = NAMED[name]
    function = getattr(import_module(job.module), job.name)
    answer, *arguments = get_args(get_type_hints(jobs, localns=_KNOWN)[name])
    hints = get_type_hints(function, localns=_KNOWN)

    assert job.answer == answer == hints.pop("return")
    assert [*map(_plain, hints.values())] == [*map(_plain, arguments)]


def _plain(kind: object) -> str:
    return str(kind).replace("collections.abc.Sequence", "list")


def test_a_function_that_is_here_anyway_is_named_with_its_answer() -> None:
    assert job_of(test_there_are_jobs) == Job(__name__, "test_there_are_jobs", type(None))
