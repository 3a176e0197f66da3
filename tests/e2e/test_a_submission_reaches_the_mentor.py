"""A mentee hands in work from a phone, and it goes back and forth until it is accepted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mentoring.people import Language
from simulator.attachments import pdf, photo
from tests.e2e.a_group import a_nova, a_second_mentor, all_is_handled, joins_without_opening_the_bot
from tests.e2e.photographed import gets_a_pdf, sends_the_pages

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def test_a_document_is_receipted_reviewed_and_accepted(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_document("essay.pdf", PDF, caption="My first one")

    receipt = await nova.vera.sees("S-1001 has arrived")
    assert "Waiting for Anton since Mon 23 Nov" in receipt.text
    review = await nova.anton.sees("S-1001 from Vera")
    assert review.file is not None
    assert "My first one" in review.text
    await nova.anton.presses("Accept", on=review)
    await nova.vera.sees("S-1001 is accepted")
    assert "S-1001 from Vera is accepted" in (await nova.anton.sees("is accepted")).text


async def test_a_new_mentee_is_led_to_the_first_document(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await nova.vera.presses("Как се изпраща", on=await nova.vera.sees("изпратете първия си документ"))

    await nova.vera.sees("Натиснете 📎")
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 пристигна")
    await nova.vera.says("/home")
    await nova.vera.sees("Всичко е готово; нищо не Ви чака")


async def test_work_comes_back_with_a_comment_and_returns_as_version_2_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_photo()
    await sends_the_pages(nova.vera, bulgarian=True)
    await nova.anton.sees("S-1001 от Vera")

    await nova.anton.presses("Връщане с коментар")
    await nova.anton.sees("Какво трябва да се поправи?")
    await nova.anton.says("Липсва датата")
    card = await nova.vera.sees("Поправете, моля, S-1001")
    assert "Anton: Липсва датата" in card.text

    await nova.vera.presses("Поправена версия")
    await nova.vera.sees("Изпратете поправения файл сега")
    await nova.vera.sends_document("ново.pdf", PDF)
    await nova.vera.sees("версия 2")
    second = await nova.anton.sees("версия 2")
    assert "ново.pdf" in second.text
    await nova.anton.presses("Приемам", on=second)
    await nova.vera.sees("S-1001 е прието")


async def test_a_question_is_asked_and_answered_by_voice(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")

    await nova.anton.presses("Ask a question")
    await nova.anton.sees("What do you want to ask?")
    await nova.anton.sends_voice()
    await nova.vera.sees("There is a question about S-1001")
    assert (await nova.vera.sees("Anton on S-1001")).file is not None

    await nova.vera.presses("Answer")
    await nova.vera.sees("Answer now")
    await nova.vera.sends_voice()
    assert (await nova.anton.sees("Vera on S-1001")).file is not None
    await nova.anton.sees("Waiting for you since")


async def test_a_page_that_was_sent_by_itself_joins_the_page_before(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(caption="Page 1")
    await sends_the_pages(nova.vera)
    await nova.anton.sees("S-1001 from Vera")
    await house.passes(minutes=3)
    second = await nova.vera.sends_photo(caption="Page 2")
    await sends_the_pages(nova.vera, after=second)
    await nova.anton.sees("S-1002 from Vera")

    await nova.vera.presses("Join with S-1001", on=await nova.vera.sees("S-1002 has arrived"))

    assert (await nova.vera.sees("S-1002 is now part of S-1001")).buttons
    whole = await nova.vera.sees("Page 1\nPage 2")
    assert "S-1001 has arrived" in whole.text
    await nova.anton.sees("S-1002 is now part of S-1001")
    review = await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=2)
    await nova.anton.presses("Accept", on=review)
    await nova.vera.sees("S-1001 is accepted")


async def test_pages_join_in_bulgarian_too(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("1.pdf", PDF)
    await nova.vera.sees("S-1001 пристигна")
    await nova.vera.sends_document("2.pdf", PDF + b"2")

    await nova.vera.presses("Добавяне към S-1001", on=await nova.vera.sees("S-1002 пристигна"))

    await nova.vera.sees("S-1002 вече е част от S-1001")
    assert "1.pdf, 2.pdf" in (await nova.anton.sees("1.pdf, 2.pdf")).text


async def test_an_album_arrives_as_one_submission(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_album([photo(), photo(), photo()])
    await all_is_handled(house)
    await house.passes(minutes=1)

    await sends_the_pages(nova.vera)
    await nova.vera.sees("S-1001 has arrived")
    review = await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=3)
    assert any("Not readable" in label for row in review.buttons for label in row)
    assert sum(message.file is not None for message in nova.anton.messages()) == 1
    await nova.anton.sees_no("S-1002")


async def test_what_was_sent_can_be_taken_back(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("wrong.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")

    await nova.vera.presses("Take it back")

    await nova.vera.sees("S-1001 is taken back")
    await nova.anton.sees("Vera has taken it back")


async def test_a_corrected_version_is_taken_back_alone_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.presses("Връщане с коментар", on=await nova.anton.sees("S-1001 от Vera"))
    await nova.anton.sees("Какво трябва да се поправи?")
    await nova.anton.says("Липсва датата")
    await nova.vera.presses("Поправена версия", on=await nova.vera.sees("Поправете, моля, S-1001"))
    await nova.vera.sees("Изпратете поправения файл сега")
    await nova.vera.sends_document("друго.pdf", PDF + b"2")
    await nova.anton.sees("версия 2")

    toast = await nova.vera.presses("Отмяна", on=await nova.vera.sees("версия 2"))

    assert toast.text == "Версия 2 е оттеглена. Отново важи предишната."
    card = await nova.vera.sees("Поправете, моля, S-1001")
    assert "версия 1" in card.text
    assert "Anton: Липсва датата" in card.text
    await nova.anton.sees("Vera оттегли версия 2")
    assert "версия 1" in (await nova.anton.sees("е върнато за поправка")).text


async def test_a_reply_to_the_card_is_a_comment(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    review = await nova.anton.sees("S-1001 from Vera")
    await all_is_handled(house)

    await nova.anton.says("Page 2 is missing", reply_to=review)
    await nova.anton.presses("For correction")

    card = await nova.vera.sees("Please correct S-1001")
    assert "Anton: Page 2 is missing" in card.text


async def test_an_edited_comment_changes_on_the_mentees_card_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 от Vera")
    await nova.anton.presses("Връщане с коментар")
    await nova.anton.sees("Какво трябва да се поправи?")
    comment = await nova.anton.says("Липсва дтата")
    await nova.vera.sees("Липсва дтата")

    await nova.anton.edits(comment, "Липсва датата")

    card = await nova.vera.sees("Липсва датата")
    assert "Поправете, моля, S-1001" in card.text
    await nova.anton.sees("Липсва датата")
    await nova.vera.sees_no("Липсва дтата")


async def test_an_edited_answer_and_note_change_on_the_mentors_card(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await nova.vera.presses("Add a note")
    await nova.vera.sees("Write your note now")
    note = await nova.vera.says("It is form A")
    await nova.anton.sees("It is form A")
    await nova.anton.presses("Ask a question")
    await nova.anton.sees("What do you want to ask?")
    await nova.anton.says("Which year?")
    await nova.vera.presses("Answer", on=await nova.vera.sees("There is a question about S-1001"))
    await nova.vera.sees("Answer now")
    answer = await nova.vera.says("2062")
    await nova.anton.sees("Vera: 2062")

    await nova.vera.edits(answer, "2026")
    await nova.vera.edits(note, "It is form B")

    await nova.anton.sees("Vera: 2026")
    card = await nova.anton.sees("It is form B")
    assert "Vera: 2026" in card.text


async def test_a_file_in_the_group_is_asked_about_in_private_only(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_document("essay.pdf", PDF, in_=nova.chat)
    await nova.vera.sees("You posted essay.pdf in Nova")
    await nova.anton.sees_no("S-1001")
    await nova.vera.presses("Yes, send it")

    await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("S-1001 from Vera")
    await nova.ilya.sees_no("S-1001", in_=nova.chat)


async def test_what_is_no_work_is_refused_kindly(house: House) -> None:
    nova = await a_nova(house)

    for send in (nova.vera.sends_sticker, nova.vera.sends_location, nova.vera.sends_contact, nova.vera.sends_video):
        sent = await send()
        await nova.vera.sees("I accept documents", after=sent)
    sent = await nova.vera.sends_document("setup.exe", b"MZ")
    await nova.vera.sees("I don't take programs", after=sent)
    sent = await nova.vera.sends_document("all.zip", b"PK")
    await nova.vera.sees("I don't take archives", after=sent)
    await nova.anton.sees_no("S-1001")


async def test_the_lists_lead_back_to_every_submission(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")

    await nova.anton.says("/inbox")
    await nova.anton.presses("S-1001 · Vera")
    await nova.anton.presses("Not readable")
    await nova.vera.says("/documents")
    await nova.vera.presses("S-1001 · essay.pdf")

    await nova.vera.sees("S-1001 can't be read")


async def test_who_never_opened_the_bot_is_asked_in_the_group_and_nobody_else_can_answer(house: House) -> None:
    nova = await a_nova(house)
    rosa = await joins_without_opening_the_bot(house, nova, "Rosa")

    await rosa.sends_document("essay.pdf", PDF, in_=nova.chat)
    question = await nova.ilya.sees("Rosa, shall I hand essay.pdf", in_=nova.chat)
    toast = await nova.ilya.presses("Yes, send it", on=question)
    assert "for somebody else" in (toast.text or "")
    await nova.anton.sees_no("S-1001")

    await rosa.presses("Yes, send it", on=question)
    await rosa.sees("it is with your mentor as S-1001", in_=nova.chat)
    await nova.anton.sees("S-1001 from Rosa")


async def test_two_mentors_press_at_once_and_one_decides(house: House) -> None:
    nova = await a_nova(house)
    boris = await a_second_mentor(house, nova, "Boris")
    await nova.vera.sends_document("essay.pdf", PDF)
    first, second = await nova.anton.sees("S-1001 from Vera"), await boris.sees("S-1001 from Vera")

    toasts = await asyncio.gather(nova.anton.presses("Accept", on=first), boris.presses("Not readable", on=second))

    assert sorted(bool(toast.text) for toast in toasts) == [False, True]
    await all_is_handled(house)
    decided = "accepted" if not toasts[0].text else "can't be read"
    assert decided in (await nova.vera.sees(decided)).text


async def test_a_hostile_name_is_shown_without_its_tricks(house: House) -> None:
    nova = await a_nova(house)

    await nova.vera.sends_document("../<b>\u202ecod.exe.pdf", PDF)

    receipt = await nova.vera.sees("S-1001 has arrived")
    assert "_b_cod.exe.pdf" in receipt.text
    assert "\u202e" not in receipt.text
