"""New files that nobody else on the machine may read, and that a power cut does not take away."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO


def create_private(file: Path) -> BinaryIO:
    """Raises FileExistsError."""
    return os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode=0o600), "wb")


def sync(opened: BinaryIO) -> None:
    opened.flush()
    os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """A new name is safe only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
