"""A session with all that its plan says, and one that was held by telephone and logged afterwards. In English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from simulator.persons import Person
    from tests.e2e.conftest import House


async def plans_a_session(person: Person) -> None:
    """With a topic, besides what is always asked."""
    await person.says("/sessions")
    await person.presses("Plan a session")
    await person.presses("Employability")
    await person.says("tomorrow at 18:00")
    await person.presses("In the group's chat")
    await person.presses("＋ Topic")
    await person.presses("Job interview")
    await person.sees("💡 Job interview")
    await person.presses("Confirm")


async def test_a_plan_is_filled_in_and_everybody_reads_it_where_they_have_it(house: House) -> None:
    nova = await a_nova(house)
    await plans_a_session(nova.anton)
    await nova.vera.sees("A new session of Nova")
    await all_is_handled(house)
    before = len(nova.vera.messages())

    await nova.anton.presses("Change the plan")
    await nova.anton.sees("Plan of session 1 of Nova")
    await nova.anton.presses("Length")
    await nova.anton.says("until 19:30")
    await nova.anton.sees("⏱ Length: 1½ h")
    await nova.anton.presses("To prepare")
    await nova.anton.says("Bring your CV")
    await nova.anton.sees("🎒 To prepare: Bring your CV")
    await nova.anton.presses("Responsible")
    await nova.anton.presses("Ilya")
    await nova.anton.sees("Now: Ilya")

    card = await nova.vera.sees("🎒 To prepare: Bring your CV")
    assert "💡 Job interview\n⏱ 1½ h" in card.text
    assert len(nova.vera.messages()) == before
    post = await nova.ilya.sees("🎒 To prepare: Bring your CV", in_=nova.chat)
    assert "Employability" in post.text


async def test_what_was_held_on_the_telephone_is_logged_and_diaries_follow(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.says("/sessions")
    await nova.anton.presses("Log a past session")
    await nova.anton.presses("Employability")
    await nova.anton.says("tomorrow at 18:00")
    await nova.anton.sees("That is still ahead.")
    await nova.anton.says("yesterday 6pm")
    await nova.anton.presses("By phone or video")
    await nova.anton.sees("It goes into the plan as held.")
    await nova.anton.presses("Yes, log it")

    await nova.anton.sees("Who was at session 1 of Nova?")
    await nova.anton.presses("Vera")
    await nova.anton.presses("So it was")
    await nova.anton.sees("were there.")
    await all_is_handled(house)
    await nova.vera.sees_no("session of Nova")
    await house.passes(minutes=20)
    await nova.vera.presses("Write the diary")
    await nova.ilya.sees_no("diary")
