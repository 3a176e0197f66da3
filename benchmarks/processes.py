"""What the operating system says about a bot's process."""

from __future__ import annotations

import os
from pathlib import Path

_USER_TIME, _SYSTEM_TIME = 11, 12


def cpu_seconds(pid: int) -> float:
    """Of all its threads, in its own code and in the kernel's."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[_USER_TIME]) + int(fields[_SYSTEM_TIME])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
