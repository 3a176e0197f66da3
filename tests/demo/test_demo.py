"""The demo plays its story through the real bot and leaves the visitor something to press."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import aiohttp
import pytest
import pytest_asyncio

from bot.demo import put_on
from bot.demo.stage import ZONE, Stage, staging
from simulator.clock import Clock
from simulator.phones import Guide, Phones
from simulator.phones.chat_view import find_chat
from simulator.server import Simulator

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass(frozen=True, kw_only=True)
class Shown:
    stage: Stage
    guide: Guide


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shown(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shown]:
    phones = Phones(Guide())
    async with (
        Simulator.start(extend=phones.extend) as sim,
        staging(sim, tmp_path_factory.mktemp("demo")) as stage,
    ):
        await put_on(stage, phones)
        yield Shown(stage=stage, guide=phones.guide)


async def test_the_story_ends_now_and_telegram_had_nothing_to_object(shown: Shown) -> None:
    sim = shown.stage.sim
    assert sim.clock.offset == timedelta()
    assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []


async def test_every_hint_leads_to_a_chat_on_somebodys_phone(shown: Shown) -> None:
    world = shown.stage.sim.world
    assert len(shown.guide.hints) >= 3
    for hint in shown.guide.hints:
        assert find_chat(world, world.users[hint.person_id], hint.chat) is not None
        assert set(hint.title) == set(hint.text) == {"en", "bg"}


async def test_everybody_has_a_role_in_both_languages(shown: Shown) -> None:
    people = [user.id for user in shown.stage.sim.world.users.values() if not user.is_bot]
    assert [set(shown.guide.roles[person]) for person in people] == [{"en", "bg"}] * len(people)


async def test_one_document_waits_at_each_station(shown: Shown) -> None:
    cast = shown.stage.cast
    await cast.vera.sees("S-1001 е прието")
    await cast.ilya.sees("Please correct S-1002")
    await cast.petya.sees("Има въпрос за S-1003")
    await cast.anton.sees("S-1004 from Вера Димова")


async def test_the_clock_has_brought_diaries_and_the_digest(shown: Shown) -> None:
    cast = shown.stage.cast
    await cast.anton.sees("Diary of Вера Димова")
    digest = await cast.maria.sees("Вашата седмица")
    assert "Липсва дневник: Ilya Kolev" in digest.text


async def test_what_the_first_hint_says_works(shown: Shown) -> None:
    cast = shown.stage.cast
    await cast.anton.presses("Accept", on=await cast.anton.sees("S-1004 from"))
    await cast.vera.sees("S-1004 е прието")


async def test_the_newcomer_joins_by_the_link_that_was_passed_on(shown: Shown) -> None:
    ivan, world = shown.stage.cast.ivan, shown.stage.sim.world
    doorstep = next(hint.chat for hint in shown.guide.hints if hint.person_id == ivan.id)
    chat = find_chat(world, ivan.user, doorstep)
    assert chat is not None
    poster = next(message.text for message in chat.messages.values() if "?start=" in message.text)

    await ivan.starts(poster.split("?start=")[1].split()[0])
    await ivan.presses("Български")
    await ivan.presses("Иван Стоянов")
    await ivan.presses("Да, включвам се")

    await ivan.sees("Добре дошли, Иван Стоянов")


async def test_a_day_later_everybody_is_reminded_of_the_next_session(shown: Shown) -> None:
    ilya = shown.stage.cast.ilya
    last = ilya.messages()[-1]

    shown.stage.sim.clock.advance(timedelta(days=1))

    reminder = await ilya.sees("Nova meets soon", after=last)

    assert "2. Employability" in reminder.text


async def test_the_story_also_plays_over_the_ends_of_a_month_and_of_summer_time(tmp_path: Path) -> None:
    phones, today = Phones(), datetime(2027, 11, 10, 17, 45, tzinfo=ZoneInfo(ZONE))
    async with (
        Simulator.start(clock=Clock(stands_at=today), extend=phones.extend) as sim,
        staging(sim, tmp_path) as stage,
    ):
        await put_on(stage, phones)

        assert sim.clock.now() == today
        await stage.cast.ilya.sees("Mon 1 Nov, 18:00")
        await stage.cast.ilya.sees("Thu 11 Nov, 18:00")


@asynccontextmanager
async def ementor(*arguments: str, folder: Path) -> AsyncIterator[Process]:
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "TMPDIR": str(folder)}
    start = [sys.executable, "-c", "from bot.cli import app; app()", *arguments]
    running = await asyncio.create_subprocess_exec(*start, cwd=folder, env=os.environ | paths, stdout=PIPE, stderr=PIPE)
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


async def _until_address(output: asyncio.StreamReader) -> AsyncIterator[bytes]:
    async for line in output:
        yield line
        if b"http://" in line:
            return


async def test_the_command_finds_a_free_port_answers_on_its_page_and_stops_when_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with ementor("demo", "--port", str(port), folder=tmp_path) as running:
            assert running.stdout is not None
            said = [line.decode() async for line in _until_address(running.stdout)]
            async with aiohttp.ClientSession() as browser, browser.get(said[-1].strip()) as page:
                assert page.status == 200
            assert [name[:13] for name in left_in(tmp_path)] == ["ementor-demo-"]
            complaints = await asyncio.wait_for(_told_to_end_again_and_again(running), timeout=5)

    assert f"Port {port} is in use" in said[0]
    assert (running.returncode, complaints.decode()) == (0, "")
    assert left_in(tmp_path) == []


def left_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


async def _told_to_end_again_and_again(running: Process) -> bytes:
    """What it complained of."""
    for number in cycle([signal.SIGTERM, signal.SIGINT]):
        with suppress(ProcessLookupError):
            running.send_signal(number)
        with suppress(TimeoutError):
            async with asyncio.timeout(0.02):
                await running.wait()
                break
    _, complaints = await running.communicate()
    return complaints


async def test_a_folder_that_holds_something_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ementor.db").touch()
    async with ementor("demo", "--keep", str(tmp_path), folder=tmp_path) as running:
        _, complaint = await running.communicate()

    assert running.returncode == 1
    assert complaint.decode().startswith(f"{tmp_path} is not empty. A demo begins anew each time")
