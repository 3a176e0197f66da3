"""Accepted minutes are filed after a restart, and where their file cannot be made, nothing of them is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.attendance import Presence
from mentoring.ids import PersonId, ProgrammeId, SessionId
from mentoring.minutes import MINUTES, Minutes
from mentoring.own_templates import OwnTemplate
from mentoring.papers import PaperLanguage
from mentoring.rules import Rules
from mentoring.sessions import SessionState
from simulator.clock import Clock
from simulator.server import Simulator
from storage.record import SqlRecord
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.test_a_session_is_held import planned, words_on

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

ANTON, FIRST = PersonId(1), SessionId(1)


def held(record: SqlRecord, chat_id: int, now: datetime) -> None:
    planned(record, chat_id, now)
    session = record.sessions.by_id(FIRST)
    assert session is not None
    record.sessions.change(session, replace(session, state=SessionState.HELD))


def accepted(connection: Connection, now: datetime) -> None:
    """By Anton, in the last moment before the bot stops: nobody was told of it."""
    record = SqlRecord(connection, now, Rules())
    new = Minutes(session_id=FIRST, decisions="Go on", changed_by=ANTON, changed_at=now)
    record.minutes.save(None, new.accepted(by=ANTON, now=now))


async def test_what_was_accepted_before_the_bot_stopped_is_filed_when_it_is_back(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path))
            await bot.changes.make(lambda record, now: held(record, nova.chat.id, now))
            await bot.writer.change(lambda connection: accepted(connection, sim.clock.now()))

        async with bot_on(sim, tmp_path):
            await nova.anton.sees("Filed under “Managing” by Anton", timeout=60)
            await nova.anton.presses("Look at it in Word")
            assert "Go on" in words_on(await nova.anton.sees("X02_Nova_2026-11-23_v1.docx"))


async def test_whoever_accepted_them_is_told_when_their_file_cannot_be_made(house: House) -> None:
    nova = await a_nova(house)

    def with_a_form_that_is_lost(record: SqlRecord, now: datetime) -> None:
        held(record, nova.chat.id, now)
        for person in record.sessions.attendants([FIRST]):
            record.attendances.note(FIRST, person.person.id, Presence.PRESENT, by=ANTON, now=now)
        lost = OwnTemplate(
            programme_id=ProgrammeId(1),
            code=MINUTES,
            language=PaperLanguage.EN,
            sha256="f" * 64,
            size=1,
            name="ours.docx",
            sent_by=ANTON,
            sent_at=now,
        )
        record.own_templates.save(lost)

    await house.bot.changes.make(with_a_form_that_is_lost)
    said = await nova.anton.says("/sessions")
    await nova.anton.presses("Employability", on=await nova.anton.sees("My sessions", after=said))
    await nova.anton.presses("Minutes")
    await nova.anton.presses("Accept and file")

    await nova.anton.sees("Their Word file could not be made, so they are not accepted yet.", timeout=60)
    await all_is_handled(house)
