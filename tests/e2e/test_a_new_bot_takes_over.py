"""The token was revoked: a new bot on the same record finds its people, its group and every document again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.files import Keeping
from simulator.attachments import pdf
from simulator.clock import Clock
from simulator.server import Simulator
from simulator.watching import until
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.kept_files import becomes

if TYPE_CHECKING:
    from pathlib import Path

PDF = pdf("essay")
NEW_TOKEN = "654321:TEST-simulated-token-of-another-bot---"


def the_same_people(sim: Simulator, old: Managed) -> Managed:
    """On the phones of a world in which they have never met this bot; Telegram's numbers of them are the same."""
    anton, vera, ilya = (sim.person(name) for name in ("Anton", "Vera", "Ilya"))
    chat = sim.group("Nova", owner=anton, members=[vera, ilya], supergroup=True)
    maria = sim.person("Maria")
    new = Managed(anton=anton, vera=vera, ilya=ilya, chat=chat, maria=maria)
    assert [one.id for one in (anton, vera, maria, chat)] == [
        one.id for one in (old.anton, old.vera, old.maria, old.chat)
    ]
    return new


async def test_documents_come_from_our_own_disk_and_the_group_is_taken_up_again(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim, bot_on(sim, tmp_path) as bot:
        old = await a_managed_nova(House(sim=sim, bot=bot, folder=tmp_path))
        await old.vera.sends_document("essay.pdf", PDF)
        await old.anton.sees("S-1001 from Vera")
        await becomes(bot, Keeping.STORED)
        await sim.all_confirmed()

    async with Simulator.start(clock=Clock(stands_at=A_MONDAY), token=NEW_TOKEN, bot_username="new_bot") as sim:
        sim.world.updates._next_id += 10**8
        new = the_same_people(sim, old)
        async with bot_on(sim, tmp_path):
            await new.anton.starts()
            await new.anton.presses("To review")
            await new.anton.presses("S-1001")
            card = await new.anton.sees("S-1001 from Vera")
            assert card.file is not None
            assert card.file.content == PDF
            assert card.file.name == "essay.pdf"

            await new.maria.starts()
            new.chat.adds_bot(by=new.anton)
            new.chat.promotes_bot(by=new.anton)
            new.chat.adds(new.maria)
            await new.maria.says("/bind", in_=new.chat)
            board = await new.vera.sees("I remind of meetings and take documents", in_=new.chat)
            assert await until(sim.world, lambda: new.chat.chat.pinned == [board.message_id])
