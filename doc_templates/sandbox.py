"""Where the fields of a Word file are evaluated: names, loops and conditions work there, and nothing else."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: To be written on by hand.
LINE = "_" * 14


def or_line(value: object) -> object:
    """A line to write on, where nothing is known."""
    return value or LINE


def sandbox() -> ImmutableSandboxedEnvironment:
    """No functions, no tests, and one filter: an unknown name or filter is an error."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters["or_line"] = or_line
    return made
