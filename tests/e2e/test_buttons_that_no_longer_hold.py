"""Buttons pressed too late, by somebody else, or never made by anybody: a word over them, and nothing changes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from handlers.buttons import submissions as buttons
from handlers.codec import pack
from mentoring.ids import SubmissionId
from mentoring.notices.submissions import Wanted
from mentoring.people import Language
from simulator.attachments import pdf
from simulator.watching import until
from storage import inbox
from tests.e2e.a_group import a_nova, all_is_handled, joins_without_opening_the_bot

if TYPE_CHECKING:
    from handlers.codec import Button
    from simulator.persons import Person
    from tests.e2e.conftest import House

PDF = pdf("essay")
FIRST = SubmissionId(1)


async def test_after_ten_minutes_taking_back_is_too_late_and_the_card_says_so(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    card = await nova.vera.sees("S-1001 has arrived")
    assert any("Take it back" in label for row in card.buttons for label in row)
    await house.passes(minutes=11)

    toast = await nova.vera.presses("Take it back")

    assert toast.text == "It is too late for this now."
    assert toast.alert
    await all_is_handled(house)
    await _no_button(house, nova.vera, "Take it back")
    await nova.anton.presses("Accept")
    await nova.vera.sees("S-1001 is accepted")


async def test_after_five_minutes_a_decision_stands_and_the_card_says_so_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("есе.pdf", PDF)
    await nova.anton.sees("S-1001 от Vera")
    await nova.anton.presses("Приемам")
    await nova.anton.sees("е прието")
    await house.passes(minutes=6)

    toast = await nova.anton.presses("Отмяна")

    assert toast.text == "Вече е късно за това."
    await _no_button(house, nova.anton, "Отмяна")
    await nova.vera.sees("S-1001 е прието")


async def test_a_decision_can_be_undone_in_time(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Not readable")
    await nova.vera.sees("can't be read")

    await nova.anton.presses("Undo")

    await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("Waiting for you since")


async def test_taking_back_after_a_decision_says_that_it_is_done(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    card = await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Accept")
    await nova.vera.sees("S-1001 is accepted")

    toast = await nova.vera.presses_raw(card, pack(buttons.Withdraw(submission_id=FIRST, version=1)))

    assert toast.text == "This is done already."


MENTORS_BUTTONS: list[Button] = [
    buttons.Accept(submission_id=FIRST, version=1),
    buttons.NotReadable(submission_id=FIRST, version=1),
    buttons.AskMentor(submission_id=FIRST, version=1, wanted=Wanted.RETURN),
    buttons.CommentIs(submission_id=FIRST, version=1, wanted=Wanted.RETURN),
    buttons.UndoReview(submission_id=FIRST, version=1),
]


async def test_no_mentee_can_press_what_their_mentor_can(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    cards = {nova.vera: await nova.vera.sees("S-1001 has arrived"), nova.ilya: await nova.ilya.sees("Hello, Ilya")}

    for person, card in cards.items():
        for button in MENTORS_BUTTONS:
            toast = await person.presses_raw(card, pack(button))
            assert toast.text == "This isn't open to you. Nothing was changed.", button

    await nova.anton.sees("Waiting for you since")
    await nova.vera.sees("Waiting for Anton since")


async def test_one_mentee_can_not_press_what_belongs_to_another(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")
    card = await nova.ilya.sees("Hello, Ilya")
    forged: list[Button] = [
        buttons.Withdraw(submission_id=FIRST, version=1),
        buttons.AskMentee(submission_id=FIRST, wanted=Wanted.CORRECTION),
        buttons.OpenSubmission(submission_id=FIRST),
        buttons.ReadAll(submission_id=FIRST),
        buttons.StopAsking(submission_id=FIRST),
    ]

    for button in forged:
        toast = await nova.ilya.presses_raw(card, pack(button))
        assert toast.text == "This isn't open to you. Nothing was changed.", button

    await nova.ilya.sees_no("essay.pdf")


@pytest.mark.parametrize(
    "data", ["", ":", "so", "so:", "so:-1", "so:zzzzzzzzzzzz", f"so:{'z' * 58}", f"go:{'9' * 60}", "so:\x00", "так:1"]
)
async def test_what_nobody_ever_made_is_answered_and_put_aside_nowhere(house: House, data: str) -> None:
    nova = await a_nova(house)
    card = await nova.anton.sees("Hello, Anton")

    toast = await nova.anton.presses_raw(card, data)

    assert toast.text
    await all_is_handled(house)
    assert (await house.bot.writer.change(inbox.counts)).dead == 0


async def test_in_the_group_only_whoever_was_asked_can_answer(house: House) -> None:
    nova = await a_nova(house)
    rosa = await joins_without_opening_the_bot(house, nova, "Rosa")
    oleg = house.person("Oleg")
    nova.chat.adds(oleg)
    await rosa.sends_document("essay.pdf", PDF, in_=nova.chat)
    question = await nova.ilya.sees("Rosa, shall I hand essay.pdf", in_=nova.chat)

    toasts = [await person.presses("Yes, send it", on=question) for person in (nova.ilya, nova.anton, oleg)]

    assert [toast.text for toast in toasts] == [
        "This question is for somebody else.",
        "This question is for somebody else.",
        "This isn't open to you. Nothing was changed.",
    ]
    await nova.anton.sees_no("S-1001")


async def test_a_private_button_forged_onto_a_message_in_the_group_shows_nothing_there(house: House) -> None:
    nova = await a_nova(house)
    rosa = await joins_without_opening_the_bot(house, nova, "Rosa")
    await nova.vera.sends_document("secret.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await rosa.sends_document("essay.pdf", PDF, in_=nova.chat)
    question = await nova.anton.sees("Rosa, shall I hand essay.pdf", in_=nova.chat)

    private: list[Button] = [buttons.OpenInbox(), buttons.OpenSubmission(submission_id=FIRST), *MENTORS_BUTTONS]
    toasts = [await nova.anton.presses_raw(question, pack(button)) for button in private]

    assert {toast.text for toast in toasts} == {"Please do this in our private chat. Nothing was changed."}
    assert not any("secret.pdf" in seen.text for seen in nova.ilya.messages(nova.chat))


async def test_a_double_tap_decides_once(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    review = await nova.anton.sees("S-1001 from Vera")
    data = pack(MENTORS_BUTTONS[0])

    toasts = await asyncio.gather(*(nova.anton.presses_raw(review, data) for _ in range(2)))

    assert sorted(toast.text or "" for toast in toasts) == ["", "This is done already."]
    await nova.vera.sees("S-1001 is accepted")


async def _no_button(house: House, person: Person, label: str) -> None:
    def is_gone() -> bool:
        return not any(label in key for seen in person.messages() for row in seen.buttons for key in row)

    assert await until(house.sim.world, is_gone)
