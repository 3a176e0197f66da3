"""What is expected until when: reminders, more time, documents that are not needed, and plans that change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting, ChatKind
from mentoring.groups import OptionalTool
from mentoring.people import Language, MembershipState
from mentoring.slots import SlotState
from mentoring.use_cases.programme_changes import ToggleTool, toggle_tool
from tests.e2e import paper_forms
from tests.e2e.a_group import a_nova
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.slots_of import slot_of, slots_of

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.a_group import Nova
    from tests.e2e.a_managed_group import Managed
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    language: Language
    due: str
    profile: str
    groups: str
    readiness: str
    week: str
    asked: str
    give: str
    given: str
    stays: str
    denied: str
    keep: str
    more: str
    group: str
    later: str
    not_needed: str
    why: str
    sure: str
    waived: str
    past: str
    past_too: str
    only_now: str
    settled: str


ENGLISH = Words(
    language=Language.EN,
    due="A reminder of what is expected of you",
    profile="Mentee's profile",
    groups="Groups",
    readiness="Readiness",
    week="7 more days",
    asked="asks for more time",
    give="Give the time",
    given="You have more time",
    stays="the day stays",
    denied="stays as it is",
    keep="Keep the day",
    more="More time",
    group="Group",
    later="One person has a later day",
    not_needed="Not needed",
    why="Write in a few words why",
    sure="Note it",
    waived="is not needed from you any more",
    past="would have been due before today",
    past_too="Ask for them too",
    only_now="Only from now on",
    settled="only from now on",
)
BULGARIAN = Words(
    language=Language.BG,
    due="Напомняне какво се очаква от Вас",
    profile="Профил на участника",
    groups="Групи",
    readiness="Готовност",
    week="Още 7 дни",
    asked="моли за повече време",
    give="Дайте срока",
    given="Имате повече време",
    stays="срокът остава",
    denied="остава същият",
    keep="Срокът остава",
    more="Повече време",
    group="Групата",
    later="Един човек има свой по-късен срок",
    not_needed="Не е нужен",
    why="Напишете накратко защо",
    sure="Отбележи",
    waived="вече не е нужен от Вас",
    past="срокът щеше да е минал",
    past_too="Поискайте и тях",
    only_now="Само занапред",
    settled="само занапред",
)
in_both = pytest.mark.parametrize("words", [ENGLISH, BULGARIAN], ids=["en", "bg"])


async def the_morning_of(house: House, day: date) -> None:
    """Ten o'clock in Sofia."""
    now = house.sim.clock.now()
    there = now.replace(year=day.year, month=day.month, day=day.day, hour=8, minute=0)
    await house.passes(minutes=(there - now) / timedelta(minutes=1))


async def day_of(house: House, person: Person, code: str = "T01") -> date:
    day = (await slot_of(house, person, code)).day
    assert day is not None
    return day


async def reminded(house: House, nova: Nova, words: Words) -> None:
    await the_morning_of(house, await day_of(house, nova.vera) - timedelta(days=1))
    card = await nova.vera.sees(words.due)
    await nova.vera.presses(words.profile, on=card)


async def opens_profile_of_vera(nova: Managed, words: Words) -> None:
    """By way of the wall that shows who has brought what."""
    await nova.maria.says("/home")
    await nova.maria.presses(words.groups)
    await nova.maria.presses("Nova")
    await nova.maria.presses(words.readiness)
    await nova.maria.presses("T01")
    await nova.maria.presses("Vera")


async def switches_on(house: House, nova: Managed, tool: OptionalTool) -> None:
    """As the button in the programme's settings does."""

    def toggle(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        by = Acting(telegram_id=nova.maria.id, chat_id=nova.maria.id, chat_kind=ChatKind.PRIVATE)
        toggle_tool(record, ToggleTool(by=by, programme_id=programme.id, tool=tool), now)

    await house.bot.changes.make(toggle)


@in_both
async def test_a_mentee_asks_for_more_time_and_the_mentor_gives_it_by_one_tap(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    before = await day_of(house, nova.vera)
    await reminded(house, nova, words)

    await nova.vera.presses(words.week)
    await nova.anton.presses(words.give, on=await nova.anton.sees(words.asked))

    await nova.vera.sees(words.given)
    assert await day_of(house, nova.vera) == before + timedelta(days=7)


@in_both
async def test_a_day_that_stays_is_answered_kindly(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await reminded(house, nova, words)
    await nova.vera.presses(words.week)

    await nova.anton.presses(words.keep, on=await nova.anton.sees(words.asked))

    await nova.vera.sees(words.denied)
    await nova.anton.sees(words.stays)


@in_both
async def test_a_group_gets_a_new_day_and_whoever_has_a_later_one_keeps_it(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    of_ilya = await slot_of(house, nova.ilya, "T01")
    own = date(2027, 1, 15)

    def later(record: SqlRecord, _: datetime) -> None:
        record.slots.change(of_ilya, replace(of_ilya, extended_to=own))

    await house.bot.changes.make(later)
    await opens_profile_of_vera(nova, words)
    await nova.maria.presses(words.more)
    await nova.maria.presses(words.group)
    await nova.maria.sees(words.later)
    await nova.maria.presses(words.give)

    await nova.vera.sees(words.given)
    assert await day_of(house, nova.ilya) == own


@in_both
async def test_a_manager_waives_a_document_with_a_reason_that_stays_private(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    await opens_profile_of_vera(nova, words)

    await nova.maria.presses(words.not_needed)
    await nova.maria.sees(words.why)
    await nova.maria.says("Hospital")
    await nova.maria.presses(words.sure)

    told = await nova.vera.sees(words.waived)
    assert "Hospital" not in told.text
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.WAIVED


@in_both
async def test_a_document_switched_on_midway_asks_about_the_past(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    await house.passes(days=40)

    await switches_on(house, nova, OptionalTool.T09)
    await nova.maria.presses(words.only_now, on=await nova.maria.sees(words.past))

    await nova.maria.sees(words.settled)
    assert (await slot_of(house, nova.anton, "T09")).state is SlotState.WAIVED


async def test_a_longer_programme_moves_what_counts_from_its_end(house: House) -> None:
    nova = await a_nova(house)
    await has_days(house, date(2026, 11, 1), date(2027, 4, 30))
    before = await day_of(house, nova.vera, "T08")

    await has_days(house, date(2026, 11, 1), date(2027, 6, 30))

    assert await day_of(house, nova.vera, "T08") == before + timedelta(days=61)


async def test_whoever_completes_early_owes_the_final_documents_from_that_day_and_is_not_cancelled(
    house: House,
) -> None:
    nova = await a_nova(house)
    await has_days(house, date(2026, 11, 1), date(2027, 4, 30))

    def completes(record: SqlRecord, now: datetime) -> None:
        known = record.people.by_telegram_id(nova.vera.id)
        assert known is not None
        [place] = record.memberships.of_person(known.id)
        record.memberships.save(replace(place, state=MembershipState.COMPLETED_EARLY, changed_at=now))

    await house.bot.changes.make(completes)

    final = await slot_of(house, nova.vera, "T08")
    assert (final.state, final.day) == (SlotState.OPEN, date(2026, 11, 30))
    assert (await slot_of(house, nova.ilya, "T08")).day == date(2027, 5, 7)


async def test_a_late_document_is_taken_whatever_the_day(house: House) -> None:
    nova = await a_nova(house)
    await house.passes(days=60)

    await nova.vera.sends_document("T01.pdf", paper_forms.a_pdf())

    assert "sent after its day" in (await nova.anton.sees("S-1001 from Vera")).text
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.SUBMITTED
    assert all(one.state is not SlotState.NOT_NEEDED for one in await slots_of(house, nova.vera))


async def has_days(house: House, begins: date, ends: date) -> None:
    def plan(record: SqlRecord, _: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        record.programmes.save(replace(programme, begins_on=begins, ends_on=ends))

    await house.bot.changes.make(plan)
