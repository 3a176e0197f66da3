"""The bots that are compared, one to a process.

`python -m benchmarks.bots house|ementor|ptb|ptb-reader URL TOKEN FOLDER`
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.garbage import look_seldom


def main(which: str, url: str, token: str, folder: str) -> None:
    # Each process loads only what its own bot needs.
    if which == "house":
        from benchmarks import echo_house

        look_seldom()
        asyncio.run(echo_house.run(url, token, Path(folder)))
    elif which == "ementor":
        from benchmarks import real_house

        look_seldom()
        asyncio.run(real_house.run(url, token, Path(folder)))
    else:
        from benchmarks import ptb_echo

        ptb_echo.run(url, token, only_commands=which == "ptb-reader")


if __name__ == "__main__":
    main(*sys.argv[1:])
