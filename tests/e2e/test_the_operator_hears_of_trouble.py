"""What could not be handled is kept and told: once a day, not once for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.operator import Operator
from mentoring.rules import Rules
from storage.inbox import Arrival
from tests.e2e.setting_up import a_manager

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.e2e.conftest import House


async def test_many_updates_set_aside_on_one_day_are_one_message(house: House) -> None:
    maria = await a_manager(house)
    operator = Operator(clock=house.sim.clock, rules=Rules())

    for number in (7001, 7002, 7003):
        await house.bot.writer.change(partial(_set_aside, operator, number))
        house.bot.delivery.wake()
        await maria.sees(str(number))

    told = [seen for seen in maria.messages() if "could not handle" in seen.text]
    assert len(told) == 1
    assert "7003" in told[0].text


def _set_aside(operator: Operator, number: int, connection: Connection) -> None:
    arrival = Arrival(update_id=number, lane=1, raw="{}", received_at=operator.clock.now())
    operator.quarantined(connection, arrival, "KeyError at x.py:1")
