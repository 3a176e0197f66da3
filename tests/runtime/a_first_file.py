"""Run in a process of its own: the bot gets its first photograph and its first Word file, and says what it has loaded.

`python -m tests.runtime.a_first_file FOLDER PHOTOGRAPH WORD_FILE`
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on


async def main(folder: Path, photograph: bytes, word_file: bytes) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim, bot_on(sim, folder) as bot:
        nova = await a_nova(House(sim=sim, bot=bot, folder=folder))
        await nova.vera.sends_photo(photograph)
        card = await nova.vera.sees("Is everything readable", timeout=60)
        await nova.vera.presses("📨 Send", on=card)
        await nova.ilya.sends_document("sheet.docx", word_file)
        await nova.ilya.sees("📄 Personal goals and objectives", timeout=60)
    print(*sys.modules)  # noqa: T201


if __name__ == "__main__":
    own, *sent = map(Path, sys.argv[1:])
    asyncio.run(main(own, *(file.read_bytes() for file in sent)))
