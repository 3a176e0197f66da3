"""A group's mentor is replaced mid-way: everything open moves at once, and the history keeps the old name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.buttons.submissions import Accept
from handlers.codec import pack
from mentoring.ids import SubmissionId
from mentoring.people import Language
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova, a_second_mentor
from tests.e2e.leading_nova import a_manager, a_mentor_elsewhere
from tests.e2e.setting_up import payload_in

if TYPE_CHECKING:
    from simulator.persons import Person
    from tests.e2e.conftest import House

PDF = pdf("essay")
FIRST = SubmissionId(1)


async def opens_person(maria: Person, name: str, *doors: str) -> None:
    await maria.says("/home")
    for door in (*doors, name):
        await maria.presses(door)


REPLACES = {
    Language.EN: {
        "back": ("Return with comment", "What should be corrected?", "Please correct S-1001"),
        "doors": ("Groups", "Nova", "People"),
        "replace": ("Replace", "Boyana (mentor)"),
        "open": "2 open submissions",
        "yes": "Yes, replace",
        "done": "Boyana is mentor of Nova now",
        "list": "You are mentor of Nova now",
        "post": "Boyana is the mentor of Nova now",
        "old": "S-1002 (Nova) is with Boyana now",
        "refused": "This isn't open to you. Nothing was changed.",
        "accept": "✅ Accept",
        "accepted": "S-1002 is accepted",
    },
    Language.BG: {
        "back": ("Връщане с коментар", "Какво трябва да се поправи?", "Поправете, моля, S-1001"),
        "doors": ("Групи", "Nova", "Хора"),
        "replace": ("Смяна", "Boyana (ментор)"),
        "open": "2 отворени документа",
        "yes": "Да, смяна",
        "done": "Boyana вече е ментор на Nova",
        "list": "Вече сте ментор на Nova",
        "post": "Boyana вече е ментор на Nova",
        "old": "S-1002 (Nova) вече е при Boyana",
        "refused": "Нямате достъп до това. Нищо не е променено.",
        "accept": "✅ Приемам",
        "accepted": "S-1002 е прието",
    },
}


@pytest.mark.parametrize("language", Language)
async def test_a_known_mentor_takes_over_what_is_open_and_the_old_name_stays_in_the_history(
    house: House, language: Language
) -> None:
    nova, words = await a_nova(house, speaks=language), REPLACES[language]
    back, question, corrects = words["back"]
    maria = await a_manager(house, speaks=language)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start", speaks=language)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001")
    await nova.anton.presses(back)
    await nova.anton.sees(question)
    await nova.anton.says("The date is missing")
    await nova.vera.sees(corrects)
    await nova.ilya.sends_document("second.pdf", PDF)
    card = await nova.anton.sees("S-1002")

    await opens_person(maria, "Anton", *words["doors"])
    for label in words["replace"]:
        await maria.presses(label)
    await maria.says("Moves to another town")
    assert str(words["open"]) in (await maria.sees("Moves to another town")).text
    await maria.presses(str(words["yes"]))

    await maria.sees(str(words["done"]))
    assert "S-1002 · Ilya" in " ".join(
        label for row in (await boyana.sees(str(words["list"]))).buttons for label in row
    )
    post = await nova.vera.sees(str(words["post"]), in_=nova.chat)
    assert "another town" not in post.text
    await nova.anton.sees(str(words["old"]))
    toast = await nova.anton.presses_raw(card, pack(Accept(submission_id=SubmissionId(2), version=1)))
    assert toast.text == words["refused"]
    await nova.anton.sees_no("another town")

    await boyana.presses("S-1002 · Ilya")
    await boyana.presses(str(words["accept"]))
    await nova.ilya.sees(str(words["accepted"]))
    await nova.vera.says("/documents")
    await nova.vera.presses("S-1001")
    assert "Anton: The date is missing" in (await nova.vera.sees(corrects)).text


async def test_the_old_mentor_leaves_a_note_and_may_do_nothing_else_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    maria = await a_manager(house, speaks=Language.BG)
    boyana = await a_mentor_elsewhere(house, "Boyana", group="Start", speaks=Language.BG)
    await opens_person(maria, "Anton", "Групи", "Nova", "Хора")
    await maria.presses("Смяна")
    await maria.presses("Boyana (ментор)")
    await maria.sees("губи достъпа веднага")
    await maria.says("да")
    await boyana.sees("Вече сте ментор на Nova")

    await nova.anton.presses("Бележка за новия ментор")
    await nova.anton.sees("Какво е добре да знае Boyana")
    await nova.anton.says("Вера има нужда от повече време.")

    assert "Вера има нужда от повече време." in (await boyana.sees("бележка от Anton")).text
    await nova.anton.sees("Предадох бележката")
    said = await nova.anton.says("/inbox")
    await nova.anton.sees("Нямате достъп до това", after=said)
    await nova.vera.sees("Boyana вече е ментор на Nova", in_=nova.chat)


async def test_a_new_name_joins_by_a_link_and_gets_the_work_and_the_note(house: House) -> None:
    nova = await a_nova(house)
    maria, dora = await a_manager(house), house.person("Dora")
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await opens_person(maria, "Anton", "Groups", "Nova", "People")
    await maria.presses("Replace")
    await maria.presses("Somebody new")
    await maria.says("…")
    await maria.sees("What is the name of the new mentor")
    await maria.says("Dora")
    await maria.sees("Until Dora has joined")
    await maria.presses("Yes, replace")
    await maria.sees("Anton is no longer mentor of Nova")
    link = payload_in((await maria.sees("Nova: for the mentor")).text)
    await nova.vera.sees("Nova is getting a new mentor", in_=nova.chat)
    await nova.anton.presses("Write a note for them")
    await nova.anton.says("Vera is quick")
    await nova.anton.sees("I keep your note on Nova")
    await nova.vera.sends_document("more.pdf", PDF)

    await dora.starts(link)
    await dora.presses("English")
    await dora.presses("Dora")
    await dora.presses("I agree")

    await dora.sees("You are mentor of Nova now, following Anton")
    assert "Vera is quick" in (await dora.sees("a note from Anton")).text
    await nova.vera.sees("Dora is the mentor of Nova now", in_=nova.chat)
    await dora.presses("S-1001 · Vera")
    await dora.presses("Accept")
    await nova.vera.sees("S-1001 is accepted")


async def test_a_replacement_is_confirmed_once_and_an_old_card_changes_nothing(house: House) -> None:
    nova = await a_nova(house)
    maria, boyana = await a_manager(house), await a_mentor_elsewhere(house, "Boyana", group="Start")
    await opens_person(maria, "Anton", "Groups", "Nova", "People")
    await maria.presses("Replace")
    asked = await maria.sees("Who follows Anton")
    forged = next(key["callback_data"] for key in _keys(asked) if "Boyana" in key["text"])
    await maria.presses("Boyana (mentor)")
    await maria.presses("Yes, replace")
    await boyana.sees("You are mentor of Nova now")

    toast = await maria.presses_raw(asked, forged)

    assert toast.text == "This is done already."
    toast = await nova.vera.presses_raw(await nova.vera.sees("Hello, Vera"), forged)
    assert toast.text == "This isn't open to you. Nothing was changed."


def _keys(view: object) -> list[dict[str, str]]:
    markup = getattr(view, "reply_markup", None) or {}
    return [key for row in markup["inline_keyboard"] for key in row]


async def test_of_two_mentors_the_first_who_opens_has_it_and_the_other_can_take_over(house: House) -> None:
    nova = await a_nova(house)
    boyana = await a_second_mentor(house, nova, "Boyana")
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await boyana.sees("S-1001 from Vera")

    await nova.anton.presses("I take it")
    await nova.anton.sees("You have it")
    card = await boyana.sees("Anton has it")
    toast = await boyana.presses_raw(card, pack(Accept(submission_id=FIRST, version=1)))
    assert toast.text is not None
    assert "Another mentor of the group has this now" in toast.text
    await boyana.presses("Take over")

    await boyana.sees("You have it")
    await nova.anton.sees("Boyana has it")
    await boyana.presses("Accept")
    await nova.vera.sees("S-1001 is accepted")


async def test_whoever_opens_from_the_inbox_has_it_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    boyana = await a_second_mentor(house, nova, "Boyana")
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 от Vera")
    await boyana.sees("S-1001 от Vera")

    await boyana.says("/inbox")
    await boyana.presses("S-1001 · Vera")

    await boyana.sees("При Вас е.")
    await nova.anton.sees("При Boyana е.")
