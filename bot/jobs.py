"""What the workshop does, by name: to import a job here would load libraries that only the workshop needs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Generic, TypeVar, TypeVarTuple, get_type_hints

from doc_templates.orders import Check, FormToMake, Found, PageToJoin, PlacedFile
from mentoring.plan_rows import WrittenPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentoring.packs import Index
    from mentoring.papers import PaperLanguage

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True, slots=True)
class Job(Generic[Answer, *Arguments]):
    """A function of a module with what it answers; a worker process imports it."""

    module: str
    name: str
    answer: type[Answer]


def job_of(function: Callable[[*Arguments], Answer]) -> Job[Answer, *Arguments]:
    """Of what is imported here anyway. Its answer's type must be importable at run time."""
    said = SimpleNamespace(__annotations__={"return": function.__annotations__["return"]})
    answer = get_type_hints(said, sys.modules[function.__module__].__dict__)["return"]
    return Job(function.__module__, function.__name__, answer)


RECOGNISE: Job[Found, Path] = Job("doc_templates.recognising", "recognise", Found)
READ_PLAN: Job[WrittenPlan, Path] = Job("doc_templates.plans.filled", "read_plan", WrittenPlan)
JOIN: Job[int, list[PageToJoin], Path, Path] = Job("doc_templates.photographs.drafts", "join_draft", int)
MAKE_FORM: Job[bytes, FormToMake] = Job("doc_templates.making", "made", bytes)
CHECK_FORM: Job[Check, Path, str, PaperLanguage] = Job("doc_templates.making", "checked", Check)
ADD_FILES: Job[tuple[str, ...], Path, tuple[PlacedFile, ...]] = Job(
    "doc_templates.evidence", "add_files", tuple[str, ...]
)
MAKE_FORMS: Job[int, tuple[FormToMake, ...], tuple[Path, ...], Path | None] = Job(
    "doc_templates.printing", "make_forms", int
)
BIND: Job[int, tuple[Path, ...], Path] = Job("doc_templates.printing", "bind", int)
WRITE_INDEX: Job[int, Index, Path, Path] = Job("doc_templates.evidence", "write_index", int)
