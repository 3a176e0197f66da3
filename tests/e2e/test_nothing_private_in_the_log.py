"""Fifty people with names of their own, everything logged that can be logged, and not one name or token in the log."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.server import Simulator
from tests.e2e.setting_up import a_group, a_manager, joins

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.persons import Person

CANARIES = [f"Canary{secrets.token_hex(4)} Kanar{secrets.token_hex(4)}" for _ in range(50)]
HOW_MANY_JOIN = 5
PRIVATE_WORDS = "A sentence that is meant for nobody else"


@dataclass(frozen=True)
class Street:
    """People with phones, and a bot that runs as a process of its own."""

    sim: Simulator

    def person(self, name: str, *, speaks: str = "en") -> Person:
        return self.sim.person(name, language_code=speaks)


@asynccontextmanager
async def a_process(sim: Simulator, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    settings = {
        "EMENTOR_TOKEN": sim.token,
        "EMENTOR_API_URL": sim.url,
        "EMENTOR_DATA_DIR": str(folder),
        "EMENTOR_HTTP_ADDRESS": "127.0.0.1:0",
        "EMENTOR_LOG_LEVEL": "DEBUG",
    }
    ementor = Path(sys.executable).with_name("ementor")
    process = await asyncio.create_subprocess_exec(
        ementor, "run", env=os.environ | settings, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def answers(street: Street) -> None:
    """A process takes longer to start than a person waits."""
    stranger = street.person("Stranger")
    await stranger.starts()
    await stranger.sees("I don't know you yet")


async def test_neither_the_token_nor_any_of_fifty_names_is_written(tmp_path: Path) -> None:
    manager_name, mentor_name, *mentee_names = CANARIES
    async with Simulator.start() as sim, a_process(sim, tmp_path) as process:
        street = Street(sim)
        await answers(street)
        manager = await a_manager(street, manager_name)
        links = await a_group(manager, mentor=mentor_name, mentees=mentee_names)
        await joins(street.person(mentor_name), links.mentor)
        mentees = [street.person(name) for name in mentee_names[:HOW_MANY_JOIN]]
        await asyncio.gather(*(joins(mentee, links.mentees) for mentee in mentees))
        sim.faults.order(method="sendMessage", kind="500", times=3)
        sim.faults.order(method="getUpdates", kind="html", times=2)
        for mentee in mentees:
            await mentee.sends_document(f"{mentee.name}.pdf", caption=PRIVATE_WORDS)
        for mentee in mentees:
            await mentee.sees("has arrived")
        process.terminate()
        _, written = await process.communicate()

    logged = written.decode()
    assert '"event": "stopping"' in logged
    assert sim.token not in logged
    assert PRIVATE_WORDS not in logged
    assert [name for name in CANARIES for part in name.split() if part in logged] == []
