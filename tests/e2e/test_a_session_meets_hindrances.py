"""Two sessions at one time, one that is cancelled, one moved by night, and people who do not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.attendance import Presence
from mentoring.people import Language
from mentoring.sessions import SessionState
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.test_a_session_is_held import planned

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

CLASH = "По това време един от менторите има друга среща."
EMPLOYABILITY, ENTREPRENEURSHIP = "Заетост", "Предприемачество"


async def plans(mentor: Person, kind: str, *, hour: str = "18:00") -> None:
    """On Friday, in the chat; up to the question whether it is right."""
    await mentor.says("/sessions")
    for key in ("Насрочване на среща", kind, "27", hour, "В чата на групата"):
        await mentor.presses(key)
    await mentor.sees("Така ли е?")


async def test_two_sessions_at_one_time_are_warned_of_and_planned_all_the_same_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await plans(nova.anton, EMPLOYABILITY)
    await nova.anton.sees_no(CLASH)
    await nova.anton.presses("Потвърждавам")
    first = await nova.vera.sees("Нова среща на Nova")

    await plans(nova.anton, ENTREPRENEURSHIP)
    await nova.anton.sees(CLASH)
    await nova.anton.presses("Потвърждавам")

    second = await nova.vera.sees("Нова среща на Nova", after=first)
    assert "пт, 27.11, 18:00" in second.text


async def test_a_cancelled_session_keeps_its_reason_and_its_row_and_so_does_one_to_which_nobody_came(
    house: House,
) -> None:
    nova = await a_nova(house)
    for _ in range(2):
        await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await nova.anton.says("/sessions")
    await nova.anton.presses("Employability")
    await nova.anton.presses("Cancel the session")
    await nova.anton.sees("You can type a short reason")
    await nova.anton.says("I am ill")
    await nova.anton.sees("💬 I am ill")
    await nova.anton.presses("Yes, cancel it")
    await nova.vera.sees("is cancelled")
    await house.passes(days=1)
    await nova.anton.presses("It did not", on=await nova.anton.sees("Did it take place?"))
    await nova.anton.sees("did not take place")

    said = await nova.vera.says("/sessions")
    rows = await nova.vera.sees("My sessions", after=said)
    assert sorted(row[0][0] for row in rows.buttons[:2]) == ["➖", "🚫"]
    await nova.vera.presses("🚫")
    assert "💬 I am ill" in (await nova.vera.sees("is cancelled", after=said)).text


async def test_a_session_moved_by_night_wakes_only_for_what_begins_soon_in_bulgarian(house: House) -> None:
    """At half past eleven: to the next noon and a half it is thirteen hours; at one o'clock it is eleven and a half."""
    nova = await a_nova(house, speaks=Language.BG)
    await plans(nova.anton, EMPLOYABILITY)
    await nova.anton.presses("Потвърждавам")
    await nova.vera.sees("Нова среща на Nova")
    await house.passes(days=3, hours=12, minutes=30)

    seen = []
    for at in ("12:30", "12:31"):
        last = nova.vera.messages()[-1]
        await nova.anton.presses("Друга дата и час")
        await nova.anton.says(f"27.11 {at}")
        await nova.anton.sees("Остава по-малко от ден.")
        await nova.anton.says("Пътувам")
        await nova.anton.sees("💬 Пътувам")
        await nova.anton.presses("Потвърждавам")
        seen.append(await nova.vera.sees(f"27.11, {at}", after=last))
        await house.passes(hours=1, minutes=30)

    assert [one.message.is_silent for one in seen] == [True, False]
    assert ["💬 Пътувам" in one.text for one in seen] == [True, True]
    await all_is_handled(house)
    told = [one.text for one in nova.vera.messages(in_=nova.chat) if "Срещата на Nova е преместена" in one.text]
    assert ["27.11, 12:31" in one for one in told] == [True]


async def test_whoever_said_so_beforehand_is_excused_and_hears_what_there_is_to_do(house: House) -> None:
    nova = await a_nova(house)
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await nova.vera.says("/sessions")
    await nova.vera.presses("Employability")
    await nova.vera.presses("❌ Can't come")
    await house.passes(minutes=30)
    await nova.anton.presses("Begin the session")
    await nova.anton.sees("has begun", in_=nova.chat)
    house.sim.clock.advance(timedelta(seconds=5))
    await nova.ilya.presses("I'm here", in_=nova.chat)
    await nova.anton.says("homework: read page 5", in_=nova.chat)
    await nova.anton.sees("read page 5", in_=nova.chat)
    await nova.anton.presses("⏹", in_=nova.chat)

    asked = await nova.anton.sees("Who was at session 1 of Nova?")
    assert "🙋 Vera" in [row[0] for row in asked.buttons]
    await nova.anton.presses("So it was")

    told = await nova.vera.sees("and you could not come.")
    assert "• read page 5" in told.text
    await house.passes(hours=2)
    await nova.ilya.sees("How was it?")
    await nova.vera.sees_no("How was it?")
    await nova.vera.sees_no("You were missed")


def missed_before(record: SqlRecord, chat_id: int, person: Person, now: datetime) -> None:
    """A session a week ago, to which they did not come."""
    planned(record, chat_id, now - timedelta(days=7))
    group, known = record.groups.by_chat(chat_id), record.people.by_telegram_id(person.id)
    assert group is not None
    assert known is not None
    [session] = record.sessions.of_groups([group.id], since=now - timedelta(days=8))
    record.sessions.change(session, replace(session, state=SessionState.HELD))
    record.attendances.note(session.id, known.id, Presence.ABSENT, by=known.id, now=now)


async def test_the_manager_hears_of_whoever_missed_two_without_a_word_and_the_group_does_not(house: House) -> None:
    nova = await a_managed_nova(house)
    await house.bot.changes.make(lambda record, now: missed_before(record, nova.chat.id, nova.ilya, now))
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await house.passes(minutes=30)
    await nova.anton.presses("Begin the session")
    await nova.vera.presses("I'm here", in_=nova.chat)
    await nova.anton.presses("⏹", in_=nova.chat)
    await nova.anton.sees("Who was at session 2 of Nova?")

    await nova.anton.presses("So it was")

    await nova.ilya.sees("You were missed at the session of Nova")
    await nova.maria.sees("Ilya of Nova has missed 2 sessions without a word before.")
    await all_is_handled(house)
    await nova.vera.sees_no("missed", in_=nova.chat)
    await nova.vera.sees_no("missed")
