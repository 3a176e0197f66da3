from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.blobs import Blob, BlobStore
from storage.errors import BlobTooLarge

ESSAY = b"What I learned this week"
SHA256 = hashlib.sha256(ESSAY).hexdigest()
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LATER = datetime.fromtimestamp(2**33, tz=UTC)


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path)


def keep(store: BlobStore, content: bytes = ESSAY) -> Blob:
    with store.receive(limit=1_000) as incoming:
        incoming.write(content[:5])
        incoming.write(content[5:])
        return incoming.keep()


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_a_file_is_kept_under_its_hash_and_read_back(store: BlobStore, tmp_path: Path) -> None:
    assert keep(store) == Blob(sha256=SHA256, size=len(ESSAY))
    assert files(tmp_path) == [f"blobs/{SHA256[:2]}/{SHA256}"]
    with store.open(SHA256) as content:
        assert content.read() == ESSAY


def test_nobody_else_on_the_machine_may_read_it(store: BlobStore, tmp_path: Path) -> None:
    keep(store)
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "blobs").rglob("*")} == {0}


def test_the_same_content_is_kept_once(store: BlobStore) -> None:
    assert keep(store) == keep(store)
    assert list(store.hashes()) == [SHA256]


def test_a_damaged_blob_is_healed_when_its_content_comes_again(store: BlobStore) -> None:
    keep(store)
    store.path(SHA256).write_bytes(b"damaged")
    keep(store)
    assert store.path(SHA256).read_bytes() == ESSAY


def test_what_is_too_large_leaves_nothing(store: BlobStore, tmp_path: Path) -> None:
    with pytest.raises(BlobTooLarge), store.receive(limit=10) as incoming:
        incoming.write(ESSAY)
    assert files(tmp_path) == []


def test_what_is_not_kept_leaves_nothing(store: BlobStore, tmp_path: Path) -> None:
    with store.receive(limit=100) as incoming:
        incoming.write(ESSAY)
        assert files(tmp_path) == [f"tmp/{incoming.file.name}"]
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", SHA256.upper(), f"{SHA256}\n", SHA256[:-1]])
def test_only_a_hash_names_a_blob(store: BlobStore, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.open(name)


def test_sweeping_deletes_what_no_row_knows(store: BlobStore) -> None:
    other = keep(store, b"another essay").sha256
    keep(store)
    assert store.sweep({SHA256}, older_than=LATER) == 1
    assert list(store.hashes()) == [SHA256]
    assert not store.path(other).exists()


def test_sweeping_leaves_what_is_young(store: BlobStore) -> None:
    keep(store)
    assert store.sweep(set(), older_than=LONG_AGO) == 0
    assert list(store.hashes()) == [SHA256]


DYING = """
import os, signal, sys
from pathlib import Path
from storage.blobs import BlobStore

def reached(point):
    if point == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

with BlobStore(Path(sys.argv[1]), reached=reached).receive(limit=100) as incoming:
    incoming.write(b"What I learned this week")
    incoming.keep()
"""


@pytest.mark.parametrize(("point", "left_over"), [("blob_written", 1), ("blob_renamed", 0)])
def test_a_crash_leaves_a_whole_blob_or_none(tmp_path: Path, point: str, left_over: int) -> None:
    subprocess.run([sys.executable, "-c", DYING, str(tmp_path), point], check=False, cwd=Path(__file__).parents[2])
    assert len(files(tmp_path / "tmp")) == left_over
    assert files(tmp_path / "blobs") == ([] if left_over else [f"{SHA256[:2]}/{SHA256}"])
    store = BlobStore(tmp_path)
    assert store.sweep({SHA256}, older_than=LATER) == left_over
    assert files(tmp_path / "tmp") == []
    assert keep(store).sha256 == SHA256
