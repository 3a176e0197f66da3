"""The middle of the programme comes near: Maria hears of it, plans a session and files her plan; in Bulgarian."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from zipfile import ZipFile

from mentoring.filings import FilingState
from mentoring.kit import Toolbar
from mentoring.people import Language
from mentoring.use_cases import programme_people
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.filings import Filing
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

#: The middle is on Monday 14 December.
BEGINS, ENDS = date(2026, 10, 5), date(2027, 2, 22)


async def has_days(house: House) -> None:
    def days(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        lasting = replace(programme, name="Заедно", begins_on=BEGINS, ends_on=ENDS, work_from=time(9))
        record.programmes.save(lasting)
        programme_people.plan_end(record, lasting, now)

    await house.bot.changes.make(days)


async def filed(house: House) -> Sequence[Filing]:
    def look(record: SqlRecord, _: datetime) -> Sequence[Filing]:
        programme = record.programmes.first()
        assert programme is not None
        [group] = record.groups.of_programme(programme.id)
        return record.filings.of_group(group.id, [FilingState.FILED])

    return await house.bot.changes.make(look)


def words_of(view: View) -> str:
    """Also those that stand in controls."""
    assert view.file is not None
    with ZipFile(io.BytesIO(view.file.content or b"")) as word:
        return re.sub(r"<[^>]+>", "", word.read("word/document.xml").decode())


async def test_a_session_is_planned_in_time_and_the_plan_is_filed(house: House) -> None:
    nova = await a_managed_nova(house, speaks=Language.BG)
    maria = nova.maria
    await has_days(house)

    await house.passes(days=6, hours=22, minutes=5)
    near = await maria.sees("Наближава междинният мониторинг на „Заедно“")
    await maria.presses("Срещи за мониторинг", on=near)
    await maria.presses("Насрочване за Nova", on=await maria.sees("Nova: още няма"))
    asked = await maria.sees("В колко часа")
    assert "Междинен мониторинг" in asked.text
    assert "14 декември" in asked.text
    await maria.presses("17:00", on=asked)
    await maria.presses("чата на групата")
    await maria.presses("Потвърждавам", on=await maria.sees("Така ли е?"))
    assert "Междинен мониторинг" in (await nova.vera.sees("Нова среща на Nova")).text

    await maria.says("/home")
    for door in ("Още", "Програма", "Междинен мониторинг"):
        await maria.presses(door)
    plan = await maria.sees("Междинен мониторинг на „Заедно“")
    assert "Кой: Maria" in plan.text
    assert "Доклад до: пн, 28.12" in plan.text
    await maria.presses("Цел", on=plan)
    asked = await maria.sees("Какво искате да разберете?")
    await maria.says("Защо двама не идват")
    changed = await maria.sees("Променено", after=asked)
    assert "Цел: Защо двама не идват" in changed.text

    await maria.presses("Добавяне в „Мониторинг“", on=changed)
    sent = await maria.sees("Добавям го в „Мониторинг“ на всяка група")
    words = words_of(sent)
    assert "Защо двама не идват" in words
    assert "14.12.2026" in words
    await all_is_handled(house)
    [filing] = await filed(house)
    assert (filing.name, filing.toolbar) == ("T11_Nova_2026-11-30_v1.docx", Toolbar.MONITORING)
