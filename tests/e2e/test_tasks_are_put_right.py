"""What came out of a session is put right, taken back, ticked, and stands on the board without anybody's name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.people import Language
from tests.e2e.a_group import all_is_handled
from tests.e2e.test_a_session_is_held import five

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_a_task_gets_other_words_another_owner_and_a_day_and_can_be_taken_back(house: House) -> None:
    nova = (await five(house, Language.EN)).nova
    anton, vera, chat = nova.anton, nova.vera, nova.chat
    await house.passes(minutes=30)
    await anton.presses("Begin the session")
    await vera.sees("The session of Nova has begun", in_=chat)
    house.sim.clock.advance(timedelta(seconds=5))

    await anton.presses("Add a task")
    await anton.sees("Which task comes out of the session")
    await anton.says("Vera: sned the CV")
    await anton.sees("Noted for Nova")
    await anton.presses("Text")
    await anton.sees("What shall it say?")
    await anton.says("Send the CV")
    await vera.sees("📌 Vera: Send the CV", in_=chat)
    await anton.presses("Until when")
    await anton.says("30 November")
    await anton.sees("Vera: Send the CV, until Mon 30 Nov")
    await anton.presses("Take it back")
    await anton.sees("Taken back.")
    await all_is_handled(house)
    await vera.sees_no("📌 Vera: Send the CV", in_=chat)
    await anton.presses("Put it back")
    await anton.presses("Whose")
    await anton.presses("All mentees")
    await vera.sees("📌 Homework for all: Send the CV", in_=chat)
    await anton.presses("End the session", in_=chat)
    await vera.sees("📚 Homework: Send the CV", in_=chat)

    home = await vera.says("/home")
    await vera.sees("You have 1 open task. The first is for Mon 30 Nov.", after=home)
    await vera.presses("My tasks")
    await vera.presses("Send the CV")
    await vera.sees("☑ Send the CV")
    home = await anton.says("/home")
    await anton.sees("1 task in your groups is open.", after=home)
    await anton.presses("My tasks")
    others = await anton.sees("What others have not done yet")
    assert "Ilya" in others.text
    assert "Vera" not in others.text
