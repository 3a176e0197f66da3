"""Packs an archive out of words and of files of ours, never holding more than a piece of it in memory."""

from __future__ import annotations

from shutil import copyfileobj
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from typing import BinaryIO

    from mentoring.archives import Archive, Entry
    from storage.blobs import BlobStore


def pack(archive: Archive, blobs: BlobStore) -> BinaryIO:
    """Ready to be read; it is gone from the disk when it is closed. This takes long: not for an event loop."""
    file = blobs.scratch()
    try:
        with ZipFile(file, "w", ZIP_DEFLATED) as made:
            for entry in archive.entries:
                _add(made, entry, blobs)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _add(made: ZipFile, entry: Entry, blobs: BlobStore) -> None:
    if entry.sha256 is None:
        made.writestr(entry.name, entry.text)
        return
    try:
        with blobs.open(entry.sha256) as content, made.open(entry.name, "w") as out:
            copyfileobj(content, out)
    except FileNotFoundError:
        made.writestr(f"{entry.name}.missing", "")
