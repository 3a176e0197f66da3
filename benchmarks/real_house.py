"""The whole bot as `ementor run` builds it, but without Telegram's rates, which would measure only themselves."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.bootstrap import Ground, build
from bot.bot_api import BotApi
from bot.clock import SystemClock
from bot.life import living
from bot.transport import Transport
from mentoring.people import Language, MembershipState, Role
from mentoring.rules import Rules
from storage.blobs import BlobStore
from storage.disk import free_bytes
from storage.engine import open_database
from storage.migrate import migrate
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from storage.engine import Database

ZONE = "Europe/Sofia"


async def run(url: str, token: str, folder: Path) -> None:
    """Until it is killed."""
    async with Transport(token=token) as transport:
        api = BotApi(transport=transport, token=token, api_url=url)
        me = await api.call("getMe", {})
        if not isinstance(me, dict):
            raise TypeError(me)
        ground = Ground(
            token=token,
            me=me,
            api=api,
            database=_database(folder),
            blobs=BlobStore(folder),
            clock=SystemClock(),
            rules=Rules(),
            rates=None,
            data_dir=folder,
            free_bytes=partial(free_bytes, folder),
        )
        async with living(build(ground)):
            await asyncio.Event().wait()


def _database(folder: Path) -> Database:
    database = open_database(f"sqlite:///{folder / 'ementor.db'}")
    migrate(database)
    return database


def furnish(folder: Path, groups: Mapping[int, Sequence[int]]) -> None:
    """A record with these groups in it: the mentor's Telegram id, and those of the mentees."""
    database = _database(folder)
    with database.writing.begin() as connection:
        record = SqlRecord(connection, SystemClock().now(), Rules())
        _fill(record, groups)
    database.close()


def _fill(record: SqlRecord, groups: Mapping[int, Sequence[int]]) -> None:
    now = SystemClock().now()
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone=ZONE, now=now)
    for mentor, mentees in groups.items():
        group = record.groups.add(programme_id=programme.id, name=f"Group {mentor}", language=Language.EN, now=now)
        for telegram_id in (mentor, *mentees):
            name, role = f"Person {telegram_id}", Role.MENTOR if telegram_id == mentor else Role.MENTEE
            person = record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone=ZONE, now=now)
            listed = record.memberships.expect(group_id=group.id, role=role, name=name, now=now)
            record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))
