"""Says on what a table was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version


def machine() -> str:
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{cores} cores, {memory:.0f} GB, load {load:.1f} before, Python {platform.python_version()}, "
        f"python-telegram-bot {version('python-telegram-bot')}, {datetime.now(UTC):%d.%m.%Y}\n"  # noqa: TID251
    )
