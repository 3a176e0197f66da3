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
_SUMMARY = pytest.StashKey[list[str]]()


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
    """Printed below the results."""
    return request.config.stash[_SUMMARY].append


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_SUMMARY] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("reliability")
    for line in config.stash[_SUMMARY]:
        terminalreporter.write_line(line)
