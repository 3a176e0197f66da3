"""The line of figures below the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_SUMMARY = "year"


@pytest.fixture
def summary(request: pytest.FixtureRequest) -> Callable[[str], None]:
    return lambda line: request.node.user_properties.append((_SUMMARY, line))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for kind in terminalreporter.stats.values() for report in kind]
    lines = [line for report in reports for name, line in getattr(report, "user_properties", ()) if name == _SUMMARY]
    for line in dict.fromkeys(lines):
        terminalreporter.write_line(line)
