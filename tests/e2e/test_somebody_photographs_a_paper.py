"""Pages by phone: from photographs to one PDF with the mentor, with one tap for whoever needs no more."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from mentoring.people import Language
from simulator.attachments import document, photo
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.photographed import a_page, blurred, dark, gets_a_pdf, heic, jpeg, marks

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.views import View

MEGABYTE = 1_000_000


def labels(card: View) -> list[str]:
    return [label for row in card.buttons for label in row]


async def test_one_photograph_is_looked_at_and_sent_with_one_tap(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page(1)))
    card = await nova.vera.sees("Is everything readable")
    assert labels(card) == ["📨 Send", "➕ Add pages", "↻ Turn", "📷 Take again", "✖ Cancel"]
    assert card.file is not None
    assert 0 < len(card.file.content or b"") <= 100_000
    await nova.anton.sees_no("S-1001")

    await nova.vera.presses("📨 Send", on=card)

    await nova.vera.sees("S-1001 has arrived")
    review = await nova.anton.sees("S-1001 from Vera")
    assert review.file is not None
    assert review.file.name == "Scan_Nova_Vera_2026-11-23_v1.pdf"


async def test_six_pages_are_put_in_order_and_arrive_as_one_pdf_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_album([photo(jpeg(a_page(number))) for number in range(1, 7)])
    await all_is_handled(house)
    await house.passes(minutes=1)
    card = await nova.vera.sees("6 страници")

    await nova.vera.presses("Подредба и завъртане", on=card)
    await nova.vera.sees("Страница 1")
    await nova.vera.presses("▶")
    await nova.vera.sees("Страница 2")
    await nova.vera.presses("6")
    await nova.vera.sees("Страница 6")
    await nova.vera.presses("✖")
    await nova.vera.sees("1 снимка няма да бъде включена")
    await nova.vera.presses("↻")
    await nova.vera.presses("Готово")
    await nova.vera.presses("Изпращане", on=await nova.vera.sees("5 страници"))

    review = await gets_a_pdf(nova.anton, "S-1001 от Vera", pages=5)
    assert review.file is not None
    pdf = review.file.content or b""
    assert marks(pdf)[1:] == [1, 3, 4, 5]
    with pikepdf.open(BytesIO(pdf)) as opened:
        lying = [page.mediabox[2] > page.mediabox[3] for page in opened.pages]
    assert lying == [True, False, False, False, False]
    assert len(pdf) <= 5 * MEGABYTE
    assert len([message for message in nova.vera.messages() if message.file is not None]) == 7


@pytest.mark.parametrize(
    ("language", "spoilt", "advice"),
    [
        (Language.EN, jpeg(blurred(a_page(1))), "This looks blurred"),
        (Language.BG, jpeg(dark(a_page(1))), "Снимката е тъмна"),
        (Language.EN, jpeg(a_page(1).resize((480, 640))), "Sent as a file, it keeps all its sharpness"),
    ],
)
async def test_a_bad_photograph_gets_advice_and_can_be_sent_all_the_same(
    house: House, language: Language, spoilt: bytes, advice: str
) -> None:
    nova = await a_nova(house, speaks=language)
    await nova.vera.sends_photo(spoilt)
    card = await nova.vera.sees(advice)
    again, send = ("Take again", "📨 Send") if language is Language.EN else ("Нова снимка", "Изпращане")
    assert any(again in label for label in labels(card))

    await nova.vera.presses(send, on=card)

    await gets_a_pdf(nova.anton, "S-1001", pages=1)


async def test_a_photograph_that_is_taken_again_stands_in_the_place_of_the_first(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(blurred(a_page(2))))
    await nova.vera.presses("Take again", on=await nova.vera.sees("This looks blurred"))
    await nova.vera.sees("all four corners in the picture")

    await nova.vera.sends_photo(jpeg(a_page(5)))

    await nova.vera.presses("📨 Send", on=await nova.vera.sees("Is everything readable"))
    review = await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1)
    assert review.file is not None
    assert marks(review.file.content or b"") == [5]


async def test_a_photograph_that_was_taken_upside_down_arrives_upright(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("page.jpg", jpeg(a_page(3).rotate(90, expand=True), orientation=6))
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("Is everything readable"))
    review = await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1)
    assert review.file is not None
    assert marks(review.file.content or b"") == [3]


async def test_a_page_that_lies_on_its_side_is_turned_with_a_button(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page(3).rotate(90, expand=True)))
    await nova.vera.presses("↻ Turn", on=await nova.vera.sees("Is everything readable"))
    await nova.vera.presses("📨 Send")
    review = await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1)
    assert review.file is not None
    assert marks(review.file.content or b"") == [3]


async def test_pictures_sent_as_files_of_an_iphone_are_pages_too(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_album([document("IMG_1.HEIC", heic(a_page(1))), document("IMG_2.PNG", jpeg(a_page(3)))])
    await all_is_handled(house)
    await house.passes(minutes=1)
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("Is everything readable"))
    await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=2)


async def test_pages_of_different_days_become_one_document(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page(1)))
    await nova.vera.presses("Add pages", on=await nova.vera.sees("1 page, not sent yet"))
    await nova.vera.sees("I wait until Mon 30 Nov")
    await house.passes(days=3)
    await nova.anton.sees_no("S-1001")

    await nova.vera.sends_photo(jpeg(a_page(3)))
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("2 pages, not sent yet"))

    await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=2)


async def test_left_alone_it_is_sent_by_itself_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_photo(jpeg(a_page(1)))
    await nova.vera.sees("Ако не натиснете нищо, ще го изпратя в 11:30")

    await house.passes(minutes=31)

    await nova.vera.sees("S-1001 пристигна")
    await nova.vera.sees("затова го изпратих като S-1001")
    await gets_a_pdf(nova.anton, "S-1001 от Vera", pages=1)


async def test_typed_words_send_as_a_press_does_before_there_is_a_picture(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_photo(jpeg(a_page(1)))
    await nova.vera.sees("още не е изпратена")

    await nova.vera.says("да")

    await nova.vera.sees("S-1001 пристигна")
    await gets_a_pdf(nova.anton, "S-1001 от Vera", pages=1)


async def test_photographs_in_the_group_are_offered_first_and_looked_at_in_private(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page(1)), in_=nova.chat)
    await nova.vera.presses("Yes", on=await nova.vera.sees("Shall I hand it to your mentor?"))

    card = await nova.vera.sees("Is everything readable")
    await nova.vera.presses("📨 Send", on=card)

    await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1)


async def test_what_is_no_picture_at_all_goes_on_as_it_came(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("page.jpg", b"\xff\xd8\xff\xe0 and then nothing")
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("your mentor will get the photos as they are"))

    review = await nova.anton.sees("S-1001 from Vera")
    assert review.file is not None
    assert review.file.name == "page.jpg"


async def test_what_is_not_readable_comes_back_with_tips_and_its_new_photo_is_the_next_version(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(blurred(a_page(1))))
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("1 page, not sent yet"))
    await nova.anton.presses("Not readable", on=await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1))
    back = await nova.vera.sees("S-1001 can't be read")
    assert "near a window" in back.text

    sent = await nova.vera.sends_photo(jpeg(a_page(3)), reply_to=back)
    await nova.vera.presses("📨 Send", on=await nova.vera.sees("1 page, not sent yet", after=sent))

    await nova.vera.sees("version 2")
    review = await gets_a_pdf(nova.anton, "version 2", pages=1)
    assert review.file is not None
    assert review.file.name.endswith("_v2.pdf")


async def test_a_restart_changes_nothing_about_photographs_that_wait(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path))
            await nova.vera.sends_photo(jpeg(a_page(1)))
            await nova.ilya.sends_photo(jpeg(a_page(3)))
            await nova.vera.sees("1 page, not sent yet")
            await nova.ilya.sees("1 page, not sent yet")

        sim.clock.advance(timedelta(minutes=20))
        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            await nova.vera.presses("📨 Send", on=await nova.vera.sees("Is everything readable"))
            await gets_a_pdf(nova.anton, "S-1001 from Vera", pages=1)
            await house.passes(minutes=11)
            await nova.ilya.sees("S-1002 has arrived")
            await gets_a_pdf(nova.anton, "S-1002 from Ilya", pages=1)


async def test_whoever_writes_forged_buttons_gets_no_further_than_their_own_pages(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page(1)))
    card = await nova.vera.sees("1 page, not sent yet")
    rows = card.message.inline_keyboard
    send = str(rows[0][0]["callback_data"])
    home = await nova.ilya.sees("Hello")

    toast = await nova.ilya.presses_raw(home, send)
    await nova.ilya.presses_raw(home, "oa:zzzzzz:s")
    await nova.ilya.presses_raw(home, f"ob:{send.split(':')[1]}:1:t")

    assert toast.text
    await nova.anton.sees_no("S-1001")
    await nova.vera.sees("1 page, not sent yet")
