"""A group that has become too small goes on in another one; a group that has reached its goals finishes early."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language, MembershipState, Role
from mentoring.use_cases import places
from tests.e2e.a_group import ZONE
from tests.e2e.a_managed_group import a_managed_nova, place_of

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

MERGING = {
    Language.EN: {
        "leave": ("Help", "More help", "Pause or leave", "🚪 Leave", "Yes, leave"),
        "alert": "only one mentee left",
        "merge": ("Merge into another group", "Orion", "Yes, merge"),
        "moved": "You are in the group Orion now",
        "news": "The people of Nova are in Orion now",
        "post": "Nova goes on together with Orion",
        "inbox": "To review",
    },
    Language.BG: {
        "leave": ("Помощ", "Още помощ", "Пауза или", "Напускам", "Да, напускам"),
        "alert": "остана само един човек",
        "merge": ("Сливане с друга група", "Orion", "Да, сливане"),
        "moved": "Вече сте в групата Orion",
        "news": "Хората от Nova вече са в Orion",
        "post": "Nova продължава заедно с Orion",
        "inbox": "За преглед",
    },
}


async def an_orion(house: House, language: Language) -> Person:
    """A second group of the same programme; its mentor."""
    boris = house.person("Boris", speaks=language)

    def added(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        group = record.groups.add(programme_id=programme.id, name="Orion", language=language, now=now)
        person = record.people.add(telegram_id=boris.id, name="Boris", language=language, zone=ZONE, now=now)
        seat = record.memberships.expect(group_id=group.id, role=Role.MENTOR, name="Boris", now=now)
        record.memberships.claim(seat.id, person.id)

    await house.bot.changes.make(added)
    await boris.starts()
    return boris


@pytest.mark.parametrize("language", Language)
async def test_a_group_that_became_too_small_goes_on_in_another_one(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), MERGING[language]
    boris = await an_orion(house, language)
    await nova.ilya.sends_document("essay.pdf")
    await nova.anton.sees("essay.pdf")
    for label in words["leave"]:
        await nova.vera.presses(label)

    await nova.maria.sees(str(words["alert"]))
    for label in words["merge"]:
        await nova.maria.presses(label)

    await nova.ilya.sees(str(words["moved"]))
    await nova.anton.sees(str(words["moved"]))
    await boris.sees(str(words["news"]))
    await nova.ilya.sees(str(words["post"]), in_=nova.chat)
    await boris.starts()
    await boris.presses(str(words["inbox"]))
    await boris.presses("S-1001")
    await boris.sees("essay.pdf")
    assert (await place_of(house, nova.vera)).state is MembershipState.LEFT


@pytest.mark.parametrize(
    ("language", "way", "told"),
    [
        (
            Language.EN,
            ("Groups", "Nova", "Change the", "Finish, merge", "goals reached", "Yes, completed"),
            ("You have completed the mentoring in Nova", "Nova has completed. Thank you"),
        ),
        (
            Language.BG,
            ("Групи", "Nova", "Промени по", "Край, сливане", "целите са постигнати", "Да, приключи"),
            ("Завършихте менторството в Nova", "Nova приключи. Благодарим"),
        ),
    ],
)
async def test_a_group_that_reached_its_goals_finishes_early_and_is_not_cancelled(
    house: House, language: Language, way: tuple[str, ...], told: tuple[str, str]
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await nova.vera.sends_document("essay.pdf")

    for label in way:
        await nova.maria.presses(label)

    await nova.vera.sees(told[0])
    await nova.vera.sees(told[1], in_=nova.chat)
    await nova.vera.starts()
    await nova.vera.presses({Language.EN: "My documents", Language.BG: "Моите документи"}[language])
    await nova.vera.sees("S-1001")
    assert (await place_of(house, nova.vera)).state is MembershipState.COMPLETED_EARLY


BOTH = {Language.EN: "both mentor and mentee of one group", Language.BG: "и ментор, и участник в една група"}


@pytest.mark.parametrize("language", Language)
async def test_groups_where_somebody_mentors_one_and_learns_in_the_other_do_not_merge(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await an_orion(house, language)

    def learns_too(record: SqlRecord, now: datetime) -> None:
        anton, programme = record.people.by_telegram_id(nova.anton.id), record.programmes.first()
        assert anton is not None
        assert programme is not None
        orion = record.groups.of_programme(programme.id)[-1]
        seat = record.memberships.expect(group_id=orion.id, role=Role.MENTEE, name="Anton", now=now)
        record.memberships.claim(seat.id, anton.id)

    await house.bot.changes.make(learns_too)
    for label in MERGES[language]:
        await nova.maria.presses(label)

    toast = await nova.maria.presses("Orion", on=await nova.maria.sees(WHICH[language]))

    assert BOTH[language] in (toast.text or "")


@pytest.mark.parametrize("language", Language)
async def test_a_digest_names_a_group_that_has_just_finished(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    for label in FINISHES[language]:
        await nova.maria.presses(label)

    said = await nova.maria.says("/status")

    assert LATELY[language] in (await nova.maria.sees("📊", after=said)).text


WHICH = {Language.EN: "Into which group", Language.BG: "В коя група"}
MERGES = {
    Language.EN: ("Groups", "Nova", "Change the", "Finish, merge", "Merge into another group"),
    Language.BG: ("Групи", "Nova", "Промени по", "Край, сливане", "Сливане с друга група"),
}
FINISHES = {
    Language.EN: ("Groups", "Nova", "Change the", "Finish, merge", "goals reached", "Yes, completed"),
    Language.BG: ("Групи", "Nova", "Промени по", "Край, сливане", "целите са постигнати", "Да, приключи"),
}
LATELY = {Language.EN: "Finished lately: Nova", Language.BG: "Наскоро приключили: Nova"}

REOPENS = {
    Language.EN: ("Finish, merge", "Open again", "Yes, open again"),
    Language.BG: ("Край, сливане", "Отваряне отново", "Да, отново"),
}
AGAIN = {Language.EN: "You take part in Nova again", Language.BG: "Отново участвате в Nova"}


@pytest.mark.parametrize("language", Language)
async def test_a_mentors_pause_that_ended_in_a_finished_group_ends_when_it_is_opened_again(
    house: House, language: Language
) -> None:
    nova = await a_managed_nova(house, speaks=language)
    place = await place_of(house, nova.anton)

    def paused(record: SqlRecord, now: datetime) -> None:
        until = now + timedelta(days=3)
        after = replace(place, state=MembershipState.PAUSED, paused_until=until, changed_at=now)
        record.memberships.save(after)
        places.set_clock(record, after)

    await house.bot.changes.make(paused)
    for label in FINISHES[language]:
        await nova.maria.presses(label)
    await house.passes(days=5)
    await nova.anton.sees_no(AGAIN[language])

    for label in REOPENS[language]:
        await nova.maria.presses(label)

    await nova.anton.sees(AGAIN[language])
    assert (await place_of(house, nova.anton)).state is MembershipState.ACTIVE
