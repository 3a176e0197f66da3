"""The clock: a session is set, everybody is reminded, diaries reach the mentor, the manager gets the week's digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import Keeping
from simulator.clock import Clock
from simulator.persons import Person
from simulator.server import Simulator
from simulator.watching import until
from tests.e2e.a_group import all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.kept_files import becomes, holds
from tests.e2e.setting_up import a_group, a_manager, joins

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.views import View


@dataclass(frozen=True, kw_only=True)
class Nova:
    maria: Person
    anton: Person
    vera: Person
    ilya: Person


async def a_nova(house: House, *, bulgarian: bool = False) -> Nova:
    """Maria's words are English in either; she manages, Anton mentors, Vera and Ilya are mentees."""
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova", "Ilya Kolev"])
    anton, vera, ilya = (house.person(name) for name in ("Anton Ivanov", "Vera Dimova", "Ilya Kolev"))
    await joins(anton, links.mentor, bulgarian=bulgarian)
    for mentee in (vera, ilya):
        await joins(mentee, links.mentees, bulgarian=bulgarian)
    await maria.sees("✅ Ilya Kolev")
    return Nova(maria=maria, anton=anton, vera=vera, ilya=ilya)


async def plans(mentor: Person, *, day: str = "27", hour: str = "18:00") -> None:
    """On a Friday, from the home card."""
    await mentor.presses("Plan the session")
    await mentor.presses("Employability")
    for key in day.split():
        await mentor.presses(key)
    await mentor.presses(hour)
    await mentor.presses("Video call")
    await mentor.sees("Where exactly")
    await mentor.says("https://meet.example/nova")
    await mentor.sees("Is it right?")
    await mentor.presses("Confirm")


async def plans_in_bulgarian(mentor: Person, *, day: str = "27") -> None:
    """The same, without an address; the hour is typed."""
    await mentor.presses("Насрочване на среща")
    await mentor.presses("Заетост")
    await mentor.sees("Кой ден?")
    for key in day.split():
        await mentor.presses(key)
    await mentor.sees("В колко часа?")
    await mentor.says("18 ч.")
    await mentor.presses("Присъствено")
    await mentor.presses("Без адрес")
    await mentor.presses("Потвърждавам")


def labels(seen: View) -> list[str]:
    return [label for row in seen.buttons for label in row]


async def test_a_session_is_planned_announced_and_answered(house: House) -> None:
    nova = await a_nova(house)

    await plans(nova.anton)
    card = await nova.vera.sees("A new session of Nova")
    toast = await nova.vera.presses("Coming", on=card)
    assert not toast.alert

    assert "Fri 27 Nov, 18:00" in card.text
    assert "https://meet.example/nova" in card.text
    assert "Your mentor sees that you are coming" in (toast.text or "")
    await nova.anton.sees("Vera Dimova: ✅ Coming")
    await nova.anton.sees("Ilya Kolev: no answer yet")


async def test_everybody_is_reminded_a_day_and_an_hour_before(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    await nova.vera.presses("Can't come", on=await nova.vera.sees("A new session"))
    await all_is_handled(house)

    await house.passes(days=3, hours=7)
    await nova.ilya.sees("Nova meets soon")
    await nova.anton.sees("Nova meets soon")
    await house.passes(hours=23)

    await nova.ilya.sees("Nova meets soon")
    await house.passes(minutes=5)
    await all_is_handled(house)
    assert len([seen for seen in nova.ilya.messages() if "Nova meets soon" in seen.text]) == 2
    await nova.vera.sees_no("Nova meets soon")


async def test_a_diary_is_asked_for_written_and_read_by_the_mentor(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    await house.passes(days=4, hours=8, minutes=20)

    await nova.vera.presses("Write the diary", on=await nova.vera.sees("How was it?"))
    await nova.vera.sees("Question 1 of 5")
    await nova.vera.says("We wrote my CV")
    await nova.vera.sees("Question 2 of 5")
    await nova.vera.sends_voice(b"OggS spoken")
    await nova.vera.sees("Question 3 of 5")
    await becomes(house.bot, Keeping.STORED)
    assert holds(house.folder, b"OggS spoken")
    await nova.vera.presses("Skip")
    await nova.vera.sees("Question 4 of 5")
    await nova.vera.says("All was easy")
    await nova.vera.sees("Question 5 of 5")
    await nova.vera.presses("4")
    await nova.vera.sees("anything that only your mentor should know?")
    await nova.vera.says("I am afraid of interviews")
    await nova.vera.sees("Your diary of")
    await nova.vera.presses("Send to mentor")

    received = await nova.anton.sees("Diary of Vera Dimova")
    assert "🔒 Only for the mentor\nI am afraid of interviews" in received.text
    assert "We wrote my CV" in received.text
    assert "4 of 5" in received.text
    await nova.anton.sees("🎤 Vera Dimova")
    await nova.vera.sees("is with Anton Ivanov")


DIARY_WORDS = {
    "en": {
        "first": "How was it?",
        "write": "Write the diary",
        "1": "Question 1 of 5",
        "2": "Question 2 of 5",
        "send": "Send it as it is",
        "received": "Diary of Vera Dimova",
        "out": "is sent already",
        "mentor": "Write to Anton Ivanov (mentor)",
        "what": "What shall I pass on",
    },
    "bg": {
        "first": "Как мина?",
        "write": "Към дневника",
        "1": "Въпрос 1 от 5",
        "2": "Въпрос 2 от 5",
        "send": "Изпращане както е",
        "received": "Дневник на Vera Dimova",
        "out": "вече е изпратен",
        "mentor": "До Anton Ivanov (ментор)",
        "what": "Какво да предам",
    },
}


@pytest.mark.parametrize("speaks", ["en", "bg"])
async def test_an_edited_answer_changes_until_the_diary_is_sent_and_then_leads_to_the_mentor(
    house: House, speaks: str
) -> None:
    nova, words = await a_nova(house, bulgarian=speaks == "bg"), DIARY_WORDS[speaks]
    await (plans_in_bulgarian if speaks == "bg" else plans)(nova.anton)
    await house.passes(days=4, hours=8, minutes=20)
    await nova.vera.presses(words["write"], on=await nova.vera.sees(words["first"]))
    await nova.vera.sees(words["1"])
    said = await nova.vera.says("We tolked")
    await nova.vera.sees(words["2"])

    await nova.vera.edits(said, "We talked")
    await nova.vera.presses(words["send"])
    received = await nova.anton.sees(words["received"])
    assert "We talked" in received.text

    await nova.vera.edits(said, "We talked a lot")
    out = await nova.vera.sees(words["out"])
    await nova.vera.presses(words["mentor"], on=out)
    await nova.vera.sees(words["what"])
    await nova.anton.sees_no("We talked a lot")


@pytest.mark.parametrize("speaks", ["en", "bg"])
async def test_on_public_holidays_nobody_is_asked_for_a_diary_again(house: House, speaks: str) -> None:
    """Of a session on 22 December: 24 and 25 December are public holidays in Bulgaria."""
    nova, first = await a_nova(house, bulgarian=speaks == "bg"), DIARY_WORDS[speaks]["first"]
    await (plans_in_bulgarian if speaks == "bg" else plans)(nova.anton, day=">> 22")
    await house.passes(days=29, hours=8, minutes=20)
    asked = await nova.vera.sees(first)
    await house.passes(days=1)
    again = await nova.vera.sees(first, after=asked)

    for _ in range(2):
        await house.passes(days=1)
    await all_is_handled(house)

    later = [one for one in nova.vera.messages() if first in one.text and one.message_id > again.message_id]
    assert later == []


async def test_a_diary_that_is_there_is_not_asked_for_again(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    await house.passes(days=4, hours=8, minutes=20)
    await nova.vera.presses("Write the diary", on=await nova.vera.sees("How was it?"))
    await nova.vera.sees("Question 1 of 5")
    await nova.vera.says("A lot")
    await nova.vera.sees("Question 2 of 5")
    await nova.vera.presses("Send it as it is")
    await nova.anton.sees("Diary of Vera Dimova")
    before = await nova.ilya.sees("How was it?")

    await house.passes(days=1)

    await nova.ilya.sees("How was it?", after=before)
    await nova.vera.sees_no("How was it?")


async def test_the_manager_gets_the_weeks_digest_and_nudges(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    await nova.vera.sees("A new session")
    await house.passes(days=6, hours=22)

    digest = await nova.maria.sees("Your week")

    assert "Sessions: 1 held, 0 planned" in digest.text
    assert "Diary missing: Vera Dimova, Ilya Kolev" in digest.text
    toast = await nova.maria.presses("Ask for diaries: Nova", on=digest)
    assert toast.text == "2 people are asked today."
    await nova.vera.sees("Maria Petrova asks for your diary")


async def test_status_pressed_on_the_digest_brings_it_up_to_date_where_it_stands(house: House) -> None:
    nova = await a_nova(house)
    await house.passes(days=6, hours=22)
    digest = await nova.maria.sees("0 held, 0 planned")
    await plans(nova.anton, day="30")
    await nova.vera.sees("A new session")

    await nova.maria.presses("Status", on=digest)

    refreshed = await nova.maria.sees("0 held, 1 planned")
    assert refreshed.message_id == digest.message_id
    assert len([seen for seen in nova.maria.messages() if "Your week" in seen.text]) == 1


async def test_status_shows_the_digest_at_any_time(house: House) -> None:
    nova = await a_nova(house)

    await nova.maria.presses("Status")

    await nova.maria.sees("No session yet, and none planned.")


async def test_the_mentor_says_next_morning_whether_it_took_place(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    await house.passes(days=4, hours=22, minutes=5)

    await nova.anton.presses("It did not", on=await nova.anton.sees("Did it take place?"))

    await nova.anton.sees("did not take place")
    await house.passes(days=1)
    await all_is_handled(house)
    asked = [seen for seen in nova.vera.messages() if "your diary" in seen.text]
    assert len(asked) == 1


async def test_a_session_that_is_over_takes_its_buttons_away_in_silence(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    mine, leaders = [await person.sees("A new session") for person in (nova.vera, nova.anton)]
    await all_is_handled(house)

    await house.passes(days=4, hours=8)

    over = await nova.vera.sees("🗓 Session of Nova")
    assert (over.message_id, labels(over)) == (mine.message_id, ["✍️ Write the diary", "🗓 My sessions", "🏠 Home"])
    over = await nova.anton.sees("Did it take place?")
    assert over.message_id == leaders.message_id
    assert labels(over)[:2] == ["✅ It took place", "➖ It did not"]


async def test_an_answer_after_the_start_says_so_and_brings_the_card_up_to_date(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    card = await nova.vera.sees("A new session of Nova")
    house.sim.clock.advance(timedelta(days=4, hours=7, minutes=5))

    toast = await nova.vera.presses("Coming", on=card)

    assert (toast.alert, toast.text) == (True, "The session has begun already. Your card shows how it stands.")
    left = ["🗓 My sessions", "🏠 Home"]
    assert await until(house.sim.world, lambda: labels(nova.vera.messages()[-1]) == left)


async def test_an_answer_after_the_start_is_told_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, bulgarian=True)
    await plans_in_bulgarian(nova.anton)
    card = await nova.vera.sees("Нова среща на Nova")
    house.sim.clock.advance(timedelta(days=4, hours=7, minutes=5))

    toast = await nova.vera.presses("Ще дойда", on=card)

    assert "Срещата вече е започнала" in (toast.text or "")
    left = ["🗓 Моите срещи", "🏠 Начало"]
    assert await until(house.sim.world, lambda: labels(nova.vera.messages()[-1]) == left)


async def test_a_moved_session_forgets_answers_and_old_reminders(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton)
    old = await nova.vera.sees("A new session of Nova")
    await nova.vera.presses("Coming", on=old)
    await nova.anton.presses("Another time", on=await nova.anton.sees("Vera Dimova: ✅ Coming"))
    await nova.anton.presses("30")
    await nova.anton.sees("At what time?")
    await nova.anton.says("6:30 pm")
    await nova.anton.sees("Is it right?")
    await nova.anton.presses("Confirm")

    moved = await nova.vera.sees("has a new time")
    assert "Mon 30 Nov, 18:30" in moved.text
    await nova.anton.sees("Vera Dimova: no answer yet")
    await house.passes(days=4, hours=7)
    await all_is_handled(house)
    await nova.vera.sees_no("meets soon")
    await house.passes(days=2, hours=1)
    await nova.vera.sees("meets soon")


async def test_a_cancelled_session_is_told_with_its_reason_and_never_reminded_of(house: House) -> None:
    nova = await a_nova(house)
    await plans(nova.anton, day="24", hour="10:00")
    await nova.anton.presses("Cancel the session", on=await nova.anton.sees("A new session"))
    await nova.anton.sees("You can type a short reason")
    await nova.anton.says("I am ill")
    await nova.anton.sees("💬 I am ill")
    await nova.anton.presses("Yes, cancel it")

    told = await nova.vera.sees("is cancelled")
    assert "I am ill" in told.text
    await house.passes(days=2)
    await all_is_handled(house)
    await nova.vera.sees_no("meets soon")
    await nova.vera.sees_no("your diary")


async def test_the_whole_way_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, bulgarian=True)
    await plans_in_bulgarian(nova.anton)
    await nova.vera.presses("Ще дойда", on=await nova.vera.sees("Нова среща на Nova"))
    await nova.anton.sees("Vera Dimova: ✅ Ще дойда")
    await house.passes(days=3, hours=7)
    await nova.vera.sees("Наближава срещата на Nova")
    await house.passes(days=1, hours=1, minutes=20)
    await nova.vera.presses("Към дневника", on=await nova.vera.sees("Как мина?"))
    await nova.vera.sees("Въпрос 1 от 5")
    await nova.vera.says("Писахме автобиография")
    for number in range(2, 6):
        await nova.vera.presses("Пропускане", on=await nova.vera.sees(f"Въпрос {number} от 5"))
    await nova.vera.sees("Има ли нещо, което да знае само менторът Ви?")
    await nova.vera.says("Притеснявам се от интервюта")
    await nova.vera.presses("Изпращане до ментора")

    received = await nova.anton.sees("Дневник на Vera Dimova")
    assert "Писахме автобиография" in received.text
    assert "🔒 Само за ментора\nПритеснявам се от интервюта" in received.text
    await nova.vera.sees("Благодаря!")
    await nova.maria.sees_no("Притеснявам се")


@pytest.mark.parametrize("hour", ["25:00", "6", "утре", "02:30"])
async def test_a_time_that_says_nothing_is_asked_for_again(house: House, hour: str) -> None:
    nova = await a_nova(house)
    await nova.anton.presses("Plan the session")
    await nova.anton.presses("Employability")
    await nova.anton.presses("27")
    asked = await nova.anton.sees("At what time?")

    await nova.anton.says(hour)

    await nova.anton.sees("At what time?", after=asked)


async def test_a_calendar_that_is_given_up_says_so(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.presses("Plan the session")
    await nova.anton.presses("Employability")
    calendar = await nova.anton.sees("On which day?")
    await nova.anton.says("/home")
    await nova.anton.sees("plan the next session of Nova", after=calendar)

    toast = await nova.anton.presses_raw(calendar, "md:20261127")

    assert "no longer there" in (toast.text or "")


async def test_a_mentee_cannot_plan_with_a_forged_button(house: House) -> None:
    nova = await a_nova(house)
    home = await nova.vera.sees("Welcome")

    toast = await nova.vera.presses_raw(home, "mp")

    assert "isn't open to you" in (toast.text or "")


async def test_after_a_pause_people_get_what_is_still_useful_once(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path))
            await plans(nova.anton)
            await nova.vera.sees("A new session of Nova")
        sim.clock.advance(timedelta(days=4, hours=6, minutes=10))  # past both reminders, before the start
        for _ in range(2):
            async with bot_on(sim, tmp_path) as bot:
                await House(sim=sim, bot=bot, folder=tmp_path).passes(minutes=1)
                await nova.vera.sees("Nova meets soon")

        assert len([seen for seen in nova.vera.messages() if "Nova meets soon" in seen.text]) == 1
