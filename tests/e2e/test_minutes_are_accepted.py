"""Two mentors write the minutes of a session in the chat, accept and file them, and correct them afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.e2e.a_group import a_nova, a_second_mentor, all_is_handled
from tests.e2e.test_a_session_is_held import planned, words_on

if TYPE_CHECKING:
    from simulator.persons import Person
    from tests.e2e.a_group import Nova
    from tests.e2e.conftest import House


async def a_session_is_held(house: House, nova: Nova) -> None:
    """In the chat, with one message of Vera, and attendance noted."""
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await all_is_handled(house)
    await house.passes(minutes=30)
    await nova.anton.presses("Begin the session")
    await nova.vera.sees("The session of Nova has begun", in_=nova.chat)
    house.sim.clock.advance(timedelta(seconds=5))
    await nova.vera.says("I send my CV", in_=nova.chat)
    await all_is_handled(house)
    await house.passes(minutes=45)
    await nova.anton.presses("End the session", in_=nova.chat)
    await nova.anton.sees("Who was at session 1 of Nova?")
    await nova.anton.presses("So it was")
    await nova.anton.sees("✅ Attendance of session 1 of Nova")
    await all_is_handled(house)


async def decides(anton: Person) -> None:
    """With the mistakes that people make."""
    await anton.presses("What we decided")
    question = await anton.sees("Type it as one message, at most 2000 characters.")
    await anton.sends_photo()
    again = await anton.sees("I need words here.", after=question)
    await anton.sends_voice()
    third = await anton.sees("I need words here.", after=again)
    await anton.says("x" * 2001)
    await anton.sees("That is 1 character too long.", after=third)
    await anton.says("Two bakeries get a letter.")
    await anton.sees("What we decided\nTwo bakeries get a letter.")


async def test_two_mentors_write_accept_and_correct_the_minutes_of_a_session(house: House) -> None:
    nova = await a_nova(house)
    anton, boyana = nova.anton, await a_second_mentor(house, nova, "Boyana")
    await a_session_is_held(house, nova)

    # What is on record is there already; the rest is typed, and each mistake is answered kindly.
    await anton.presses("Minutes")
    card = await anton.sees("Minutes of session 1 of Nova")
    assert "(45 min), chat" in card.text
    assert "1 message of the chat; it is put in as an annex." in card.text
    assert "Who can read it: everybody in the group, and the managers." in card.text
    await decides(anton)

    # Both write the same at once: the later one is told, and nothing is lost.
    said = await boyana.says("/home")
    await boyana.sees("The minutes of session 1 of Nova wait for you.", after=said)
    await boyana.presses("Minutes")
    await boyana.presses("Next steps")
    await boyana.sees("Next steps – minutes of session 1 of Nova")
    await anton.presses("Next steps")
    await anton.sees("Next steps – minutes of session 1 of Nova")
    await boyana.says("Vera calls them.")
    hers = await boyana.sees("Next steps\nVera calls them.")
    await anton.says("I read the letters.")
    await anton.sees("Boyana has changed “Next steps” while you were writing.")
    await anton.presses("Put mine after it")
    both = await anton.sees("Vera calls them.\nI read the letters.")

    # Boyana's card is older than that; what is accepted is accepted once.
    assert (await boyana.presses("Accept and file", on=hers)).text == (
        "Anton has changed the minutes meanwhile. Please look at them once more."
    )
    hers = await boyana.sees("Vera calls them.\nI read the letters.")
    await anton.presses("Accept and file", on=both)
    await anton.sees("Filed under “Managing” by Anton", timeout=60)
    await boyana.presses("Accept and file", on=hers)
    await boyana.sees("Filed under “Managing” by Anton")
    await anton.presses("Look at it in Word")
    filed = await anton.sees("X02_Nova_2026-11-23_v1.docx")
    parts = ("I send my CV", "Two bakeries get a letter.", "I read the letters.", "45 min")
    assert [one for one in parts if one not in words_on(filed)] == []

    # Corrected, without what was written in the chat.
    await anton.presses("Correct the minutes")
    await anton.sees("What is filed stays until you accept these.")
    await anton.presses("Leave the chat out")
    await anton.sees("it stays out of the minutes.")
    await anton.says("yes")
    await anton.sees("Filed under “Managing” by Anton", timeout=60)
    await anton.presses("Look at it in Word")
    corrected = await anton.sees("X02_Nova_2026-11-23_v2.docx")
    assert "I send my CV" not in words_on(corrected)
    await all_is_handled(house)
