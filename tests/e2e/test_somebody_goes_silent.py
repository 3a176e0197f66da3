"""Vera does not write her diary and answers nothing: three kind words, then Maria decides; Vera stays in the group."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, MembershipState, Role
from mentoring.sessions import Place, SessionKind
from tests.e2e.a_managed_group import Managed, a_managed_nova, place_of
from tests.e2e.leading_nova import a_mentor_elsewhere

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: ("have not heard from you", "Vera, mentee in Nova, has not been heard of", "Wait longer", "You wait"),
    Language.BG: ("нямаме вест от Вас", "няма вест от Vera", "Ще изчакам", "Изчаквате"),
}


async def a_session_is_over(house: House, nova: Managed) -> None:
    def held(record: SqlRecord, now: datetime) -> None:
        group, mentor = record.groups.by_chat(nova.chat.id), record.people.by_telegram_id(nova.anton.id)
        assert group is not None
        assert mentor is not None
        begins = now + timedelta(hours=1)
        record.sessions.add(
            group_id=group.id,
            kind=SessionKind.MONITORING,
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            wall_time=begins.replace(tzinfo=None).isoformat(),
            zone="Europe/Sofia",
            place=Place.CHAT,
            address="",
            planned_by=mentor.id,
            now=now,
        )

    await house.bot.changes.make(held)


@pytest.mark.parametrize("language", Language)
async def test_a_silent_mentee_is_nudged_and_the_manager_decides(house: House, language: Language) -> None:
    nova, (nudge, asked, wait, waits) = await a_managed_nova(house, speaks=language), WORDS[language]
    await a_session_is_over(house, nova)

    for _ in range(20):
        await house.passes(days=1)
    await nova.vera.sees(nudge)
    await nova.maria.sees_no(asked)
    assert sum(nudge in seen.text for seen in nova.vera.messages()) <= 3
    for _ in range(3):
        await house.passes(days=1)

    question = await nova.maria.sees(asked)
    await nova.maria.presses(wait, on=question)
    await nova.maria.sees(waits)
    assert (await place_of(house, nova.vera)).state is MembershipState.ACTIVE


WAITS = {Language.EN: "waiting for your answer since", Language.BG: "чакат отговор от Вас от"}


async def is_away(house: House, nova: Managed, deputy: Person) -> None:
    def arranged(record: SqlRecord, now: datetime) -> None:
        anton, standing_in = record.people.by_telegram_id(nova.anton.id), record.people.by_telegram_id(deputy.id)
        group = record.groups.by_chat(nova.chat.id)
        assert anton is not None
        assert standing_in is not None
        assert group is not None
        record.absences.add(
            role=Role.MENTOR,
            programme_id=group.programme_id,
            group_id=group.id,
            absent_id=anton.id,
            deputy_id=standing_in.id,
            begins_at=now,
            ends_at=now + timedelta(days=30),
        )

    await house.bot.changes.make(arranged)


@pytest.mark.parametrize("language", Language)
async def test_while_the_mentor_is_away_the_deputy_is_reminded_of_what_waits(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start", speaks=language)
    await is_away(house, nova, boyana)
    await nova.vera.sends_document("essay.pdf")
    await boyana.sees("essay.pdf")

    for _ in range(6):
        await house.passes(days=1)

    assert "Nova" in (await boyana.sees(WAITS[language])).text
    await nova.anton.sees_no(WAITS[language])
