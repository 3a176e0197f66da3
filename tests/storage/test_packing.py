"""An archive is packed from the disk to the disk, and leaves nothing behind."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING
from zipfile import ZipFile

from mentoring.archives import Archive, Entry
from storage.blobs import BlobStore
from storage.packing import pack

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024


def stored(blobs: BlobStore, megabytes: int) -> str:
    with blobs.receive(limit=megabytes * MEGABYTE) as incoming:
        for number in range(megabytes):
            incoming.write(bytes([number]) * MEGABYTE)
        return incoming.keep().sha256


def test_words_and_files_are_in_it_and_a_lost_file_is_named(tmp_path: Path) -> None:
    blobs = BlobStore(tmp_path)
    entries = (
        Entry(name="words.json", text="Вера"),
        Entry(name="file.pdf", sha256=stored(blobs, 1)),
        Entry(name="lost.pdf", sha256="0" * 64),
    )

    with pack(Archive(entries=entries), blobs) as packed, ZipFile(packed) as archive:
        assert archive.namelist() == ["words.json", "file.pdf", "lost.pdf.missing"]
        assert archive.read("words.json").decode() == "Вера"
        assert len(archive.read("file.pdf")) == MEGABYTE
    assert [*(tmp_path / "tmp").iterdir()] == []


def test_however_large_the_files_are_little_memory_is_needed(tmp_path: Path) -> None:
    blobs = BlobStore(tmp_path)
    archive = Archive(entries=(Entry(name="large.pdf", sha256=stored(blobs, 20)),))
    tracemalloc.start()

    pack(archive, blobs).close()

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2 * MEGABYTE
