"""Broken answers: none of them ends polling, and a message of unknown fate is sent again only where it must arrive."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from simulator.server import Simulator
from storage.parcels import ParcelStatus
from tests.reliability.bot_process import Place, running
from tests.reliability.chance_faults import ChanceFaults
from tests.reliability.ledger import Books, Phones, judge
from tests.reliability.mentoring_at_scale import a_programme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.faults import Kind
    from tests.reliability.conftest import Size

OF_POLLING: Final[tuple[Kind, ...]] = (
    "400",
    "401",
    "403",
    "404",
    "409",
    "429",
    "500",
    "502",
    "503",
    "html",
    "garbage",
    "reset_before",
    "reset_after",
    "500_after",
    "html_after",
    "garbage_after",
    "duplicate",
    "reorder",
)
AMBIGUOUS: Final[tuple[Kind, ...]] = ("reset_after", "500_after", "html_after", "garbage_after")
FIRST_ID = 727_000_001
DOCUMENTS = 300


@pytest.mark.reliability
@pytest.mark.timeout(1800)
async def test_no_answer_ends_polling(tmp_path: Path, size: Size, summary: Callable[[str], None]) -> None:
    url = f"sqlite:///{tmp_path}/ementor.db"
    kinds = [OF_POLLING[number % len(OF_POLLING)] for number in range(size.faults)]
    random.Random(7).shuffle(kinds)
    async with Simulator.start() as sim:
        programme = a_programme(sim, url, groups=10)
        phones = Phones(sim)
        async with running(Place(sim=sim, folder=tmp_path, database_url=url)) as bot:
            for number, kind in enumerate(kinds):
                order = sim.faults.order(method="getUpdates", kind=kind)
                mentee = programme.mentees[number % len(programme.mentees)]
                before = await mentee.sends_document(f"before-{number}.pdf", b"%%PDF before %d" % number)
                await mentee.sees("has arrived", after=before, timeout=30)
                after = await mentee.sends_document(f"after-{number}.pdf", b"%%PDF after %d" % number)
                await mentee.sees("has arrived", after=after, timeout=30)
                assert order.happened == 1, f"{kind}\n{bot.said}"
                programme.posted.update((sent.chat_id, sent.message_id) for sent in (before, after))
            with closing(Books(url)) as books:
                await bot.until(lambda: sim.confirmed == sim.queued, within=30)
                await bot.until(books.nothing_is_left_to_do, within=60)
                verdict = judge(sim, programme, books, phones, FIRST_ID)
            assert await bot.stopped() <= 5
    counted = ", ".join(f"{kind} x{times}" for kind, times in sorted(Counter(kinds).items()))
    summary(
        f"polling: {len(kinds)} broken answers ({counted}), all survived; "
        f"{verdict.updates} updates, {verdict.lost} lost, {verdict.twice} twice"
    )
    assert (verdict.lost, verdict.twice, verdict.not_told) == (0, 0, 0)


@pytest.mark.reliability
@pytest.mark.timeout(600)
async def test_of_messages_whose_fate_is_unknown_only_those_that_must_arrive_are_sent_again_and_marked(
    tmp_path: Path, summary: Callable[[str], None]
) -> None:
    """Every mentee sends documents, whose receipts must arrive, and one program, whose refusal is only nice to have."""
    url = f"sqlite:///{tmp_path}/ementor.db"
    async with Simulator.start() as sim:
        sim.faults = faults = ChanceFaults(AMBIGUOUS, share=0.3, chance=random.Random(30))
        programme = a_programme(sim, url, groups=100)
        phones = Phones(sim)
        async with running(Place(sim=sim, folder=tmp_path, database_url=url)) as bot:
            for number, mentee in enumerate(programme.mentees):
                await mentee.sends_document(f"setup-{number}.exe", b"MZ %d" % number)
            await programme.hand_in(DOCUMENTS)
            with closing(Books(url)) as books:
                await bot.until(lambda: sim.confirmed == sim.queued, within=60)
                await bot.until(books.nothing_is_left_to_do, within=300)
                verdict = judge(sim, programme, books, phones, FIRST_ID)
                uncertain = books.parcels(ParcelStatus.UNKNOWN)
            assert await bot.stopped() <= 5
    refusals = [phones.times(mentee.id, "I don't take programs") for mentee in programme.mentees]
    summary(
        f"ambiguous sends: {faults.happened} messages of unknown fate; must-arrive: {verdict.not_told} missing, "
        f"{phones.repeats} repeated, {verdict.unmarked_repeats} of them unmarked; "
        f"at most once: {sum(refusals) - len([*filter(None, refusals)])} twice, {uncertain} counted as uncertain"
    )
    assert max(refusals) == 1
    assert uncertain > 0
    assert phones.repeats > 0
    assert (verdict.unmarked_repeats, verdict.not_told, verdict.lost, verdict.twice) == (0, 0, 0, 0)
