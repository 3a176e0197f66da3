"""Where the fields of a Word file are evaluated: names, loops and conditions work there, and nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from jinja2 import Template, nodes

#: To be written on by hand.
LINE = "_" * 14
#: Parts of Word files that stay compiled: papers are often filled many at a time from the same form.
_KEPT = 64


def or_line(value: object) -> object:
    """A line to write on, where nothing is known."""
    return value or LINE


class _Sandbox(ImmutableSandboxedEnvironment):
    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja calls it so
        template_class: type[Template] | None = None,
    ) -> Template:
        if isinstance(source, str) and not globals and template_class is None:
            return _compiled(self, source)
        return super().from_string(source, globals, template_class)

    def compiled_anew(self, source: str) -> Template:
        return super().from_string(source)


def sandbox() -> ImmutableSandboxedEnvironment:
    """No functions, no tests, and one filter: an unknown name or filter is an error."""
    made = _Sandbox(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters["or_line"] = or_line
    return made


@lru_cache(maxsize=_KEPT)
def _compiled(environment: _Sandbox, source: str) -> Template:
    return environment.compiled_anew(source)
