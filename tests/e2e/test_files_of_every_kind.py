"""What people send by mistake or in odd ways: each gets its answer, and no work is lost or doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from simulator.attachments import document, pdf, photo
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.photographed import gets_a_pdf, sends_the_pages

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def test_an_empty_file_is_not_kept(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await nova.vera.sends(document("празно.pdf", b"", size=0))

    await nova.vera.sees("празно.pdf е празен")
    await nova.anton.sees_no("S-1001")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("снимки.zip", "Не приемам архиви"),
        ("игра.EXE", "Не приемам програми"),
        ("cv.pdf.exe", "Не приемам програми"),
        ("cv\u202efdp.exe", "Не приемам програми"),
        ("macro.docm", "Не приемам програми"),
        ("клип.mp4", "Приемам документи"),
        ("безкрай", "Приемам документи"),
    ],
)
async def test_what_is_refused_is_said_in_bulgarian_too(house: House, name: str, answer: str) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await nova.vera.sends_document(name, b"content")

    await nova.vera.sees(answer)
    await nova.anton.sees_no("S-1001")


async def test_a_huge_file_is_handed_on_by_reference_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await nova.vera.sends(document("албум.pdf", size=34 * 1024 * 1024))

    await nova.vera.sees("Файлът е над 20 MB")
    assert (await nova.anton.sees("S-1001 от Vera")).file is not None


async def test_a_forwarded_file_is_taken_like_any_other(house: House) -> None:
    nova = await a_nova(house)
    posted = await nova.ilya.sends_document("shared.pdf", PDF, in_=nova.chat)
    await nova.ilya.sees("You posted shared.pdf")

    await nova.vera.forwards(posted)

    await nova.vera.sees("S-1001 has arrived")
    assert (await nova.anton.sees("S-1001 from Vera")).file is not None


async def test_the_same_file_twice_is_asked_about_and_a_typed_no_leaves_it(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    sent = await nova.vera.sends_document("есе.pdf", PDF)
    await nova.vera.sees("S-1001 пристигна")

    again = await nova.vera.forwards(sent)
    await nova.vera.sees("Вече изпратихте есе.pdf", after=again)
    said = await nova.vera.says("не")

    await nova.vera.sees("не го изпратих", after=again)
    assert said.message_id
    await nova.anton.sees_no("S-1002")


async def test_an_album_whose_last_part_comes_late_stays_one_submission(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_album([photo(), photo()], album="77")
    await all_is_handled(house)
    await house.passes(minutes=1)
    await sends_the_pages(nova.vera)
    await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("S-1001 from Vera")

    await nova.vera.sends_album([photo()], album="77")
    await all_is_handled(house)
    await house.passes(minutes=1)

    await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=3)
    await nova.anton.sees_no("S-1002")


async def test_an_edited_caption_changes_the_note_on_both_cards(house: House) -> None:
    nova = await a_nova(house)
    sent = await nova.vera.sends_document("essay.pdf", PDF, caption="First thoughts")
    await nova.anton.sees("First thoughts")

    await nova.vera.edits(sent, "Final <b>thoughts</b>")

    await nova.anton.sees("Final <b>thoughts</b>")
    await nova.vera.sees("Final <b>thoughts</b>")
    await nova.anton.sees_no("First thoughts")


async def test_an_edited_caption_of_a_marked_up_file_is_refused_to_nobody(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")
    await nova.anton.presses("Return with comment")
    await nova.anton.sees("What should be corrected?")
    marked = await nova.anton.sends_document("marked.pdf", PDF, caption="See page 2")
    await nova.vera.sees("Please correct S-1001")

    await nova.anton.edits(marked, "See page 3")
    await all_is_handled(house)

    await nova.anton.sees_no("This isn't open to you")
    await nova.vera.sees("See page 3")


async def test_the_mentor_answers_by_replying_with_text_voice_and_file(house: House) -> None:
    nova = await a_nova(house)
    for number, name in enumerate(("one.pdf", "two.pdf", "three.pdf"), 1001):
        await nova.vera.sends_document(name, PDF + name.encode())
        await nova.anton.sees(f"S-{number} from Vera")
    first, second, third = [await nova.anton.sees(f"S-{number} from Vera") for number in (1001, 1002, 1003)]

    await nova.anton.says("Липсва датата", reply_to=first)
    await nova.anton.presses("For correction")
    await nova.vera.sees("Anton: Липсва датата")
    await nova.anton.sends_voice(reply_to=second)
    await nova.anton.presses("It is a question", on=await nova.anton.sees("I have your comment on S-1002"))
    await nova.vera.sees("There is a question about S-1002")
    await nova.anton.sends_document("marked.pdf", PDF, reply_to=third)
    await nova.anton.presses("For correction", on=await nova.anton.sees("I have your comment on S-1003"))

    await nova.vera.sees("Please correct S-1003")
    assert (await nova.vera.sees("Anton on S-1003")).file is not None
    assert (await nova.vera.sees("Anton on S-1002")).file is not None


@pytest.mark.parametrize("part", [0, 1, 2])
async def test_a_reply_to_any_file_of_an_album_is_a_comment_on_its_submission(house: House, part: int) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_album([document(f"{name}.pdf", PDF + name.encode()) for name in "abc"])
    await all_is_handled(house)
    await house.passes(minutes=1)
    await nova.anton.sees("S-1001 from Vera")
    photos = [message for message in nova.anton.messages() if message.file is not None]

    await nova.anton.says("This page is dark", reply_to=photos[part])
    await nova.anton.presses("For correction")

    card = await nova.vera.sees("Please correct S-1001")
    assert "Anton: This page is dark" in card.text


async def test_a_reply_to_a_file_of_an_earlier_version_comes_too_late_to_decide_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_album([document(f"{name}.pdf", PDF + name.encode()) for name in "ab"])
    await all_is_handled(house)
    await house.passes(minutes=1)
    await nova.anton.presses("Не се чете", on=await nova.anton.sees("S-1001 от Vera"))
    first = next(message for message in nova.anton.messages() if message.file is not None)
    await nova.vera.presses("Поправена версия", on=await nova.vera.sees("S-1001 не се чете"))
    await nova.vera.sees("Изпратете поправения файл сега")
    await nova.vera.sends_document("new.pdf", PDF)
    await nova.anton.sees("версия 2")

    await nova.anton.says("Втората страница беше тъмна", reply_to=first)

    card = await nova.vera.sees("Anton: Втората страница беше тъмна")
    assert "S-1001 пристигна" in card.text


async def test_a_sticker_is_no_word_to_anybody(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.says("/help")
    await nova.vera.presses("Talk to a person")
    await nova.vera.presses("Write to Anton")
    await nova.vera.sees("What shall I pass on to Anton")

    sent = await nova.vera.sends_sticker()

    await nova.vera.sees("I accept documents", after=sent)
    await nova.anton.sees_no("writes to you")


async def test_a_mentors_file_is_kept_and_they_are_asked_what_it_is(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)

    await nova.anton.sends_document("план.pdf", PDF)

    await nova.anton.sees("Запазих план.pdf")
    await nova.anton.presses("Без добавяне")
    await nova.anton.sees("Не е добавено: план.pdf")


async def test_whoever_sends_too_much_in_a_day_is_told_so_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    for _ in range(5):
        await nova.vera.sends_album([photo()] * 10)
    await all_is_handled(house)
    await nova.vera.sees_no("Станаха много")

    await nova.vera.sends_document("essay.pdf", PDF)

    told = await nova.vera.sees("Станаха много: приемам до 50 файла и 100 MB на ден")
    assert told.buttons
    await nova.anton.sees_no("essay.pdf")
