"""Pages by phone: from photographs to one PDF with the mentor, one tap for whoever needs no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.attachments import photo
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.photographed import a_page, jpeg

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_one_photograph_is_looked_at_and_sent_with_one_tap(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_photo(jpeg(a_page("one")))
    await nova.vera.sees("1 page, not sent yet")
    card = await nova.vera.sees("Is everything readable", timeout=20)
    assert card.file is not None
    await nova.anton.sees_no("S-1001")

    await nova.vera.presses("📨 Send", on=card)

    await nova.vera.sees("S-1001 has arrived")
    review = await nova.anton.sees("S-1001 from Vera")
    assert review.file is not None
    assert review.file.name == "Scan_Nova_Vera_2026-11-23_v1.pdf"
