"""What is posted during a session is kept byte for byte, found again, handed in or held back; in Bulgarian."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.ids import SessionId
from mentoring.people import Language
from mentoring.session_things import Copy
from simulator.watching import PATIENCE_SECONDS
from storage.blobs import BlobStore
from tests.e2e.a_group import Nova, a_nova, all_is_handled
from tests.e2e.kept_files import holds
from tests.e2e.test_a_document_is_filed import opens_files
from tests.e2e.test_a_session_is_held import planned

if TYPE_CHECKING:
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

PLAN, PICTURE, VOICE = b"%PDF-1.7 what we shall do", b"\xff\xd8\xff a whiteboard", b"OggS I agree"
TOO_LARGE = 30 * 1024 * 1024


def copies(record: SqlRecord) -> list[Copy]:
    return [one.copy for one in record.session_things.of_session(SessionId(1))]


async def are_copied(house: House, *expected: Copy) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await house.bot.changes.make(lambda record, _: copies(record)) != [*expected]:
            pass


async def posting(house: House, nova: Nova) -> None:
    """While the session goes on; only what stands between its posts is kept."""
    await nova.anton.sends_document("преди.pdf", b"%PDF-1.7 before", in_=nova.chat)
    await house.passes(minutes=30)
    await nova.anton.presses("Начало на срещата")
    await nova.vera.sees("Срещата на Nova започна", in_=nova.chat)
    house.sim.clock.advance(timedelta(seconds=5))

    plan = await nova.vera.sends_document("план.pdf", PLAN, caption="Нашия план", in_=nova.chat)
    await nova.vera.edits(plan, "Нашият план")
    await nova.ilya.sends_photo(PICTURE, in_=nova.chat)
    await nova.vera.sends_voice(VOICE, duration=42, in_=nova.chat)
    await nova.ilya.sends_document("филм.pdf", size=TOO_LARGE, in_=nova.chat)
    await all_is_handled(house)

    await nova.anton.presses("Край на срещата", in_=nova.chat)
    await nova.vera.sees("Отсега нататък написаното тук не се пази.", in_=nova.chat)
    await nova.anton.sends_document("след.pdf", b"%PDF-1.7 after", in_=nova.chat)


async def test_what_is_posted_in_a_session_is_kept_found_and_given_back(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await all_is_handled(house)
    await posting(house, nova)
    await are_copied(house, Copy.KEPT, Copy.KEPT, Copy.KEPT, Copy.TOO_LARGE)
    assert [content for content in (PLAN, PICTURE, VOICE) if not holds(house.folder, content)] == []
    assert {*BlobStore(house.folder).hashes()} == {hashlib.sha256(one).hexdigest() for one in (PLAN, PICTURE, VOICE)}

    # The mentor's card counts them, and has all of them behind a button.
    await nova.anton.presses("Така беше")
    await nova.anton.sees("Към протокола се пазят 3 файла и гласови съобщения.")
    await nova.anton.presses("Файлове от срещата (3)")
    listed = await nova.anton.sees("От нашите срещи · Nova")
    assert "филм.pdf (твърде голям файл, не се пази)" in listed.text
    await nova.anton.presses("0:42")
    voice = await nova.anton.sees("0:42 от Vera")
    assert voice.file is not None
    assert voice.file.content == VOICE

    # Ilya finds the plan behind Files, but nobody's voice, and has the same bytes.
    await opens_files(nova.ilya, bg=True)
    await nova.ilya.presses("От нашите срещи (3)")
    found = await nova.ilya.sees("Среща 1")
    assert ("план.pdf" in found.text, "гласово" in found.text) == (True, False)
    await nova.ilya.presses("план.pdf")
    plan = await nova.ilya.sees("план.pdf от Vera", after=found)
    assert plan.file is not None
    assert plan.file.content == PLAN

    # The plan was Vera's homework, too: she was asked in private.
    await nova.vera.sees("изпратихте 1 файл")
    await nova.vera.presses("Към ментора: план.pdf")
    await nova.anton.sees("план.pdf", after=voice)
    await nova.vera.sees("предадено")

    # Held back, it is given to nobody any more; a button that still stands says so.
    await opens_files(nova.vera, bg=True)
    await nova.vera.presses("От нашите срещи (4)")
    await nova.vera.presses("план.pdf")
    await nova.vera.presses("Да не се раздава")
    await nova.vera.presses("Да, без раздаване")
    await nova.vera.sees("Вече не се раздава: план.pdf")
    assert (await nova.ilya.presses("план.pdf", on=found)).text == (
        "Вече не се раздава. Моля, попитайте изпратилия го човек."
    )
