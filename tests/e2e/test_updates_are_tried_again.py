"""What was put aside is tried again when the operator says so, without a stop of the bot."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

from bot.upkeep import requeue
from config.settings import Settings
from storage import inbox
from storage.engine import open_database
from storage.lock import hold
from tests.e2e.a_group import a_nova
from tests.e2e.conftest import bot_on

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from simulator.persons import Person
    from tests.e2e.conftest import House

NUMBER = 7001


def _put_aside(connection: Connection, vera: Person, now: datetime) -> None:
    """As if a mistake of an older version had failed three times at her `/home`."""
    raw = (
        f'{{"update_id":{NUMBER},"message":{{"message_id":900,"date":1,"text":"/home","chat":{{"id":{vera.id},'
        f'"type":"private"}},"from":{{"id":{vera.id},"is_bot":false,"first_name":"Vera"}},'
        '"entities":[{"type":"bot_command","offset":0,"length":5}]}}'
    )
    inbox.store(connection, [inbox.Arrival(update_id=NUMBER, lane=vera.id, raw=raw, received_at=now)])
    inbox.record_failure(connection, NUMBER, error="KeyError")
    inbox.quarantine(connection, NUMBER, now)


async def test_a_running_bot_takes_up_what_the_command_hands_back(house: House) -> None:
    nova = await a_nova(house)
    home = await nova.vera.sees("Vera")
    await house.bot.writer.change(lambda connection: _put_aside(connection, nova.vera, house.sim.clock.now()))
    url = f"sqlite:///{house.folder}/ementor.db"
    settings = Settings(data_dir=house.folder, database_url=url)

    with closing(open_database(url)) as database, hold(database):
        assert await asyncio.to_thread(requeue, settings, 1) == "No such update is set aside."
        told = await asyncio.to_thread(requeue, settings, NUMBER)
    assert told == "Updates that the running bot tries again in a moment: 1."
    await house.bot.requeueing.look()

    await nova.vera.sees("Vera", after=home)
    assert (await house.bot.writer.change(inbox.counts)).dead == 0
    assert list((house.folder / "requeue").iterdir()) == []


async def test_what_is_handed_back_while_no_bot_runs_is_done_at_its_start(house: House, tmp_path: Path) -> None:
    nova = await a_nova(house)
    home = await nova.vera.sees("Vera")
    await house.bot.writer.change(lambda connection: _put_aside(connection, nova.vera, house.sim.clock.now()))
    await house.bot.supervisor.stop()
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite:///{house.folder}/ementor.db")

    told = await asyncio.to_thread(requeue, settings, None)

    assert told == "Updates that will be tried again when the bot runs: 1."
    async with bot_on(house.sim, house.folder):
        await nova.vera.sees("Vera", after=home)
