"""The virus scanner is asked in its own language, and whatever is no clear word means that the file waits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.clamd import Clamd, ScannerAway, clamd_at
from bot.doctor.finding import Verdict
from bot.doctor.scanner import look_at_scanner
from config.settings import Settings
from tests.fake_clamd import EICAR, FakeClamd, a_clamd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def clamd() -> AsyncIterator[FakeClamd]:
    async with a_clamd() as fake:
        yield fake


def a_file(folder: Path, content: bytes) -> Path:
    file = folder / "file"
    file.write_bytes(content)
    return file


async def test_a_clean_file_is_clean_and_a_virus_is_found(clamd: FakeClamd, tmp_path: Path) -> None:
    assert await clamd.client.is_clean(a_file(tmp_path, b"-" * 300_000))
    assert not await clamd.client.is_clean(a_file(tmp_path, b"-" * 200_000 + EICAR))
    assert clamd.looked_at == [300_000, 200_000 + len(EICAR)]


async def test_an_empty_file_is_clean(clamd: FakeClamd, tmp_path: Path) -> None:
    assert await clamd.client.is_clean(a_file(tmp_path, b""))


async def test_it_also_listens_on_a_socket_of_the_machine(tmp_path: Path) -> None:
    async with a_clamd(tmp_path / "clamd.ctl"):
        assert not await clamd_at(f"unix:{tmp_path}/clamd.ctl").is_clean(a_file(tmp_path, EICAR))


async def test_without_a_clear_word_the_file_waits(clamd: FakeClamd, tmp_path: Path) -> None:
    file = a_file(tmp_path, b"-" * 10_000)
    clamd.limit = 5_000
    with pytest.raises(ScannerAway):
        await clamd.client.is_clean(file)
    clamd.away = True
    with pytest.raises(ScannerAway):
        await clamd.client.is_clean(file)


async def test_a_scanner_that_is_not_there_is_away(tmp_path: Path) -> None:
    with pytest.raises(ScannerAway):
        await Clamd(socket=tmp_path / "nothing").is_clean(a_file(tmp_path, b"-"))


def test_an_address_is_a_socket_or_a_host_and_a_port() -> None:
    assert clamd_at("unix:/run/clamd.ctl") == Clamd(socket=Path("/run/clamd.ctl"))
    assert clamd_at("[::1]:3310") == Clamd(host="::1", port=3310)


async def test_the_doctor_says_whether_it_answers(clamd: FakeClamd) -> None:
    settings = Settings(clamd=f"127.0.0.1:{clamd.port}")

    [answers] = await look_at_scanner(settings)
    clamd.away = True
    [silent] = await look_at_scanner(settings)

    assert (answers.verdict, answers.sentence) == (Verdict.GOOD, "ClamAV 1.4.2/27000.")
    assert silent.verdict is Verdict.WRONG
    assert await look_at_scanner(Settings()) == []
