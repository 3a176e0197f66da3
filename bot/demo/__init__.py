"""`ementor demo`: Telegram simulated on this machine, the real bot in it, and a programme in the middle of its life."""

from __future__ import annotations

import asyncio
import errno
import socket
from contextlib import AsyncExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from bot.demo.hints import hints_for
from bot.demo.stage import ZONE, Stage, staging
from bot.demo.story import photos_arrive, play
from bot.logs import install
from bot.redaction import Redaction
from bot.run import end_on_signal
from simulator.phones import Guide, Phones
from simulator.server import Simulator

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
_PORTS_TRIED = 20


def demo(keep: Path | None, port: int) -> None:
    """Until SIGTERM or Ctrl-C. Raises OSError, with a sentence, for a folder or ports that are in use."""
    install(level="WARNING", redaction=Redaction())
    free = _free_port(port)
    if free != port:
        typer.echo(f"Port {port} is in use by another program; the demo takes {free}.")
    with _folder(keep) as folder, suppress(asyncio.CancelledError, KeyboardInterrupt):
        asyncio.run(_show(folder, free))


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with TemporaryDirectory(prefix="ementor-demo-") as folder:
            yield Path(folder)
        return
    keep.mkdir(parents=True, exist_ok=True)
    if any(keep.iterdir()):
        raise FileExistsError(
            f"{keep} is not empty. A demo begins anew each time, because its Telegram ends with it: "
            "choose an empty folder, or none."
        )
    yield keep


def _free_port(wanted: int) -> int:
    """This one or the next that nobody listens on; 0 stays 0 and takes any."""
    for port in range(wanted, min(wanted + _PORTS_TRIED, 65536)):
        if wanted == 0 or _is_free(port):
            return port
    raise OSError(f"Ports {wanted} to {wanted + _PORTS_TRIED - 1} are in use. Choose another with --port.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return False
        return True


async def _show(folder: Path, port: int) -> None:
    end_on_signal(in_peace=True)
    phones = Phones(Guide(zone=ZONE))
    async with AsyncExitStack() as stack:
        sim = await stack.enter_async_context(Simulator.start(host=HOST, port=port, extend=phones.extend))
        typer.echo("Three weeks of a mentoring programme are being played, one moment …")
        stage = await stack.enter_async_context(staging(sim, folder))
        await put_on(stage, phones)
        typer.echo(_ANNOUNCEMENT.format(url=sim.url))
        await asyncio.Event().wait()


async def put_on(stage: Stage, phones: Phones) -> None:
    """Play the story up to now and tell the visitor what to try."""
    phones.guide.roles.update(stage.cast.roles())
    plot = await play(stage)
    phones.read_everything()
    await photos_arrive(stage)
    await stage.reaches_today()
    phones.guide.hints = hints_for(stage.cast, plot)


_ANNOUNCEMENT = """
  {url}/

Open this page: everybody's phone is on it. Anton, the mentor, has a contract to review: press Accept on his phone
and watch Vera's. Then send a photo as Vera. The buttons at the top move the clock. Ctrl-C ends the demo.
"""
