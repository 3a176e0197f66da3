"""Files under the hash of their content: never under a name from outside, never half there, never twice."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import uuid4

from storage.durable import create_private, sync, sync_folder
from storage.errors import BlobTooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from typing import BinaryIO

BlobPoint: TypeAlias = Literal["blob_written", "blob_renamed"]

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Blob:
    """`size` in bytes."""

    sha256: str
    size: int


class Incoming:
    """A file on its way into the store; `file` may be looked at before it is kept."""

    def __init__(self, file: Path, opened: BinaryIO, *, limit: int, store: BlobStore) -> None:
        self.file = file
        self._opened = opened
        self._limit = limit
        self._store = store
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, chunk: bytes) -> None:
        """Raises BlobTooLarge."""
        self._size += len(chunk)
        if self._size > self._limit:
            raise BlobTooLarge
        self._hash.update(chunk)
        self._opened.write(chunk)

    def keep(self) -> Blob:
        """Return when it would survive a power cut; this waits for the disk, so an event loop calls it in a thread."""
        sync(self._opened)
        blob = Blob(sha256=self._hash.hexdigest(), size=self._size)
        self._store.take_in(self.file, blob)
        return blob


class BlobStore:
    """`blobs/ab/<sha256>` below `root`, and `tmp/` for what is not complete."""

    def __init__(self, root: Path, *, reached: Callable[[BlobPoint], None] = lambda _point: None) -> None:
        self.root = root
        self._blobs = root / "blobs"
        self._tmp = root / "tmp"
        self._reached = reached
        self._sweeping = threading.Lock()
        for folder in (self._blobs, self._tmp):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @contextmanager
    def receive(self, *, limit: int) -> Iterator[Incoming]:
        """`limit` in bytes. What is not kept by the end of the block is gone."""
        file = self._tmp / uuid4().hex
        with create_private(file) as opened:
            try:
                yield Incoming(file, opened, limit=limit, store=self)
            finally:
                file.unlink(missing_ok=True)

    def take_in(self, file: Path, blob: Blob) -> None:
        """Give a complete, synced file its name. A blob that is there already is replaced by the same content."""
        self._reached("blob_written")
        target = self.path(blob.sha256)
        with self._sweeping:
            if not target.parent.exists():
                target.parent.mkdir(mode=0o700)
                sync_folder(self._blobs)
            file.replace(target)
        self._reached("blob_renamed")
        sync_folder(target.parent)

    def path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError("A blob is named by its SHA-256 in small hexadecimal digits.")
        return self._blobs / sha256[:2] / sha256

    def open(self, sha256: str) -> BinaryIO:
        """Raises FileNotFoundError."""
        return self.path(sha256).open("rb")

    def hashes(self) -> Iterator[str]:
        return (file.name for file in self._blobs.glob("??/*"))

    def stamp(self, sha256: str) -> int | None:
        """When it was last received, as the disk counts; None where it is not there."""
        with suppress(FileNotFoundError):
            return self.path(sha256).stat().st_mtime_ns
        return None

    def remove(self, sha256: str, *, stamp: int) -> bool:
        """Unless it has been received again since `stamp`: the row of that one may be coming."""
        with self._sweeping:
            if self.stamp(sha256) != stamp:
                return False
            self.path(sha256).unlink()
        return True

    def scratch(self) -> BinaryIO:
        """A file without a name, which is gone when it is closed."""
        return tempfile.TemporaryFile(dir=self._tmp)

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """A folder for what is being made, gone by the end of the block, or after a crash with what else was left."""
        with tempfile.TemporaryDirectory(dir=self._tmp, ignore_cleanup_errors=True) as folder:
            yield Path(folder)

    def sweep(self, known: Collection[str], *, older_than: datetime) -> int:
        """Delete blobs that no row knows and what was left in `tmp/`, but nothing younger: its row may be coming."""
        orphans = (self.path(name) for name in list(self.hashes()) if name not in known)
        return sum(self._swept(file, older_than.timestamp()) for file in (*orphans, *self._tmp.iterdir()))

    def _swept(self, file: Path, older_than: float) -> bool:
        with self._sweeping, suppress(FileNotFoundError):
            if file.stat().st_mtime < older_than:
                shutil.rmtree(file) if file.is_dir() else file.unlink()
                return True
        return False
