"""Whatever is logged or crashes in the running program leaves through the redacting handler."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "1234567890:AAF3x_YkR-8dQ0pL2mN5vB7cZ9aS1wE4rTy"
CANARIES = [f"Канарка{letter}{other}" for letter in "абвгдежзик" for other in "абвгд"]

START = f"""
import asyncio, logging, sys, threading, warnings
import httpx, structlog
from bot import logs
from bot.redaction import Redaction

TOKEN = {TOKEN!r}
CANARIES = {CANARIES!r}
redaction = Redaction()
redaction.know(CANARIES)
logs.install(level="DEBUG", redaction=redaction)
"""

WAYS_OUT = {
    "our own logger": "logs.log.debug('hello', person=CANARIES, url=f'/bot{TOKEN}/getMe')",
    "a library's logger": "logging.getLogger('some.library.deep').debug('%s %r', TOKEN, CANARIES)",
    "a bound context": "structlog.contextvars.bind_contextvars(who=CANARIES, key=TOKEN); logs.log.info('hello')",
    "an exception that is logged": """
try:
    raise KeyError(CANARIES) from ConnectionError(TOKEN)
except KeyError:
    logs.log.exception('failed')
""",
    "an exception group": "raise ExceptionGroup(TOKEN, [ValueError(name) for name in CANARIES])",
    "an exception with notes": """
error = ValueError(TOKEN)
for name in CANARIES:
    error.add_note(name)
raise error
""",
    "an exception that nobody caught": "raise ValueError(CANARIES, TOKEN)",
    "a thread that dies": """
def die():
    raise ValueError(CANARIES, TOKEN)
thread = threading.Thread(target=die, name=TOKEN)
thread.start()
thread.join()
""",
    "a task that nobody waited for": """
async def die():
    raise ValueError(CANARIES, TOKEN)
async def main():
    asyncio.get_running_loop().create_task(die())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
asyncio.run(main())
""",
    "a finaliser that fails": """
class Careless:
    def __del__(self):
        raise ValueError(CANARIES, TOKEN)
Careless()
""",
    "a warning": "warnings.warn(f'{TOKEN} {CANARIES}', UserWarning, stacklevel=1)",
    "a line that cannot be formatted": "logging.getLogger('x').error('%d', TOKEN + ''.join(CANARIES))",
}


def said_by(program: str, folder: Path) -> str:
    script = folder / "program.py"
    script.write_text(START + program, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": ":".join(sys.path)})
    assert "canaries" not in done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_neither_the_token_nor_any_name_gets_out_through(way_out: str, tmp_path: Path) -> None:
    said = said_by(WAYS_OUT[way_out], tmp_path)
    assert said != ""
    assert [canary for canary in [TOKEN, TOKEN.partition(":")[2], *CANARIES] if canary in said] == []


def test_libraries_that_log_whole_requests_are_quiet_even_at_debug(tmp_path: Path) -> None:
    said = said_by(
        """
for name in ("httpx", "httpcore.http11", "telegram.ext.Application", "aiohttp.access"):
    logging.getLogger(name).info("POST https://example.org %s", "body")
logs.log.debug("still here")
""",
        tmp_path,
    )
    assert said.count("\n") == 1
    assert "still here" in said
