"""Sizes, databases, and the line that each suite prints about what it counted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.storage.engines import engine_name, engines, migrated_url

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["engine_name", "engines", "migrated_url"]

LONG = os.environ.get("EMENTOR_RELIABILITY") == "long"
_SUMMARY = "reliability"


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """`updates` and `kills` in all four combinations together."""

    updates: int = 5_200
    kills: int = 96
    poisoned: int = 20_000
    faults: int = 110
    backlog: int = 10_000


@pytest.fixture(scope="session")
def size() -> Size:
    return Size(updates=50_800, kills=504, poisoned=100_000, faults=500) if LONG else Size()


@pytest.fixture
def summary(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Printed below the results, also where several processes share the tests."""
    return lambda line: request.node.user_properties.append((_SUMMARY, line))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("reliability")
    reports = [report for kind in terminalreporter.stats.values() for report in kind]
    properties = [one for report in reports for one in getattr(report, "user_properties", ())]
    for line in dict.fromkeys(line for name, line in properties if name == _SUMMARY):
        terminalreporter.write_line(line)
