"""Sessions come into people's own calendars as files, and follow there when they are moved or cancelled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ical.calendar_stream import IcsCalendarStream

from mentoring.people import Language
from tests.e2e.a_group import Nova, a_nova
from tests.e2e.test_settings_are_ones_own import plan_a_session

if TYPE_CHECKING:
    from ical.event import Event

    from simulator.views import View
    from tests.e2e.conftest import House


def events(sent: View) -> list[Event]:
    assert sent.file is not None
    assert sent.file.content is not None
    return IcsCalendarStream.calendar_from_ics(sent.file.content.decode()).events


async def moves_to(nova: Nova, said: str) -> None:
    await nova.anton.presses("Another time", on=await nova.anton.sees("A new session"))
    await nova.anton.sees("On which day?")
    await nova.anton.says(said)
    await nova.anton.sees("Is it right?")
    await nova.anton.presses("Confirm")


async def test_a_moved_session_is_offered_anew_and_takes_the_old_ones_place(house: House) -> None:
    nova = await a_nova(house)
    await plan_a_session(nova)
    pressed = await nova.vera.sees("A new session of Nova")
    await nova.vera.presses("To my calendar", on=pressed)
    first = await nova.vera.sees("puts it into your calendar", after=pressed)

    await moves_to(nova, "Tue 1.12 18:30")
    moved = await nova.vera.sees("has a new time")
    await nova.vera.presses("New time to my calendar", on=moved)
    second = await nova.vera.sees("your calendar shows the new time", after=moved)

    [before], [after] = events(first), events(second)
    assert first.file is not None
    assert first.file.name == "session-1.ics"
    assert (before.dtstart, after.dtstart) == (
        datetime(2026, 11, 27, 16, tzinfo=UTC),
        datetime(2026, 12, 1, 16, 30, tzinfo=UTC),
    )
    assert after.uid == before.uid
    assert (after.sequence or 0) > (before.sequence or 0)


async def test_all_that_are_ahead_come_as_one_file_and_what_is_cancelled_leaves_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    for said in ("петък в 18 ч.", "2 декември, 17:30"):
        asked = await nova.anton.says("/sessions")
        await nova.anton.presses("Насрочване на среща", on=await nova.anton.sees("Моите срещи", after=asked))
        await nova.anton.presses("Заетост", on=await nova.anton.sees("Каква е срещата?"))
        await nova.anton.sees("Кой ден?")
        await nova.anton.says(said)
        await nova.anton.presses("В чата на групата")
        await nova.anton.presses("Потвърждавам")
        await nova.vera.sees("Нова среща на Nova")
    asked = await nova.vera.says("/sessions")
    listed = await nova.vera.sees("Моите срещи", after=asked)

    await nova.vera.presses("Всички в моя календар", on=listed)
    sent = await nova.vera.sees("ще го запише в календара", after=listed)
    assert [event.summary for event in events(sent)] == ["Nova: Заетост", "Nova: Заетост"]

    await nova.anton.presses("Отмяна на срещата", on=await nova.anton.sees("ср, 2.12, 17:30"))
    await nova.anton.presses("Да, отменям я")
    cancelled = await nova.vera.sees("отменена")
    await nova.vera.presses("Махане от моя календар", on=cancelled)

    [out] = events(await nova.vera.sees("срещата отпада", after=cancelled))
    assert (out.status, out.summary) == ("CANCELLED", "Отменена среща: Nova: Заетост")
