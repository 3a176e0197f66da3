"""The command line. Each command reads the settings and calls one function, imported only when it is wanted."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.redaction import Redaction
    from config.settings import Settings

app = typer.Typer(
    help="A Telegram bot that runs a mentoring programme and never loses a mentee's document.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they show local variables, and the token is one
    rich_markup_mode=None,  # importing what draws the boxes takes longer than all the rest
)

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, one file.")]


@app.command()
def demo(
    keep: Annotated[
        Path | None,
        typer.Option(help="Leave record and files in this empty folder; otherwise they are forgotten."),
    ] = None,
    port: Annotated[int, typer.Option(help="Where the page with the phones is served.")] = 8080,
) -> None:
    """See it work, with Telegram on this machine. A sample programme; needs no token and no settings."""
    with plain_errors():
        from bot.demo import demo as play

        play(keep, port)


@app.command()
def run() -> None:
    """Run the bot. By long polling, or by webhook when EMENTOR_WEBHOOK_URL is set."""
    with plain_errors():
        from bot.redaction import Redaction
        from bot.unloaded import without

        redaction = Redaction()
        gc.disable()  # what is loaded stays: looking through it again and again is a tenth of the start
        # httpx loads them for its command line, structlog for tracebacks that would show what people wrote.
        with without("rich", "pygments"):
            settings = _settings(redaction)
            from bot.garbage import look_seldom
            from bot.run import run as run_bot

        look_seldom()
        run_bot(settings, redaction)


@app.command()
def manager_code() -> None:
    """Make a link that makes a manager. It works once, for 15 minutes, for whoever opens it first."""
    with plain_errors():
        settings = _settings()
        from bot.manager_code import create

        created = create(settings)
        typer.echo(f"{created.link}\n\nOr send the bot:  /start {created.code}\nOnce only, within 15 minutes.")


@app.command()
def doctor() -> None:
    """Check this installation. Settings, token, Telegram, clock, database, disk; exit code 1 if anything is wrong."""
    with plain_errors():
        settings = _settings()
        from bot.doctor import examine

        raise typer.Exit(code=examine(settings))


@app.command()
def backup(file: BackupFile) -> None:
    """Write database and files into FILE. It is consistent, also while the bot runs."""
    with plain_errors():
        settings = _settings()
        from bot.upkeep import backup as write_backup

        typer.echo(write_backup(settings, file))


@app.command()
def restore(file: BackupFile) -> None:
    """Put back what FILE holds and verify it. Refused while the bot runs."""
    with plain_errors():
        settings = _settings()
        from bot.upkeep import restore as read_backup

        typer.echo(read_backup(settings, file))


@app.command()
def migrate() -> None:
    """Bring the database up to date. `run` does it too."""
    with plain_errors():
        settings = _settings()
        from bot.upkeep import migrate as bring_up_to_date

        typer.echo(bring_up_to_date(settings))


@app.command()
def requeue(
    update_id: Annotated[int | None, typer.Argument(help="One update; all that failed if left out.")] = None,
) -> None:
    """Try quarantined updates again. They failed three times; an upgrade may know better."""
    with plain_errors():
        settings = _settings()
        from bot.upkeep import requeue as hand_back

        typer.echo(hand_back(settings, update_id))


@app.command()
def simulator(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port of the Bot API and of the page with the phones.")] = 8080,
) -> None:
    """Run only the simulator. A strict Bot API server with a page of phones, for any bot."""
    with plain_errors():
        from bot.simulating import simulate

        simulate(host, port, typer.echo)


def _settings(redaction: Redaction | None = None) -> Settings:
    from bot.logs import install
    from bot.redaction import Redaction
    from config.settings import load_settings

    settings = load_settings()
    os.umask(0o077)  # what people send is nobody else's on this machine
    install(level=settings.log_level, redaction=redaction or Redaction())
    return settings


@contextmanager
def plain_errors() -> Iterator[None]:
    """What an operator can put right is said in a sentence; everything else is our mistake and keeps its traceback."""
    try:
        yield
    except Exception as error:
        if not _is_expected(error):
            raise
        typer.echo(str(error).partition("\n(Background on this error")[0], err=True)
        raise typer.Exit(code=1) from None


def _is_expected(error: Exception) -> bool:
    from sqlalchemy.exc import OperationalError

    from bot.failures import Failure
    from config.checks import ConfigurationError
    from storage.errors import StorageError

    return isinstance(error, (ConfigurationError, Failure, OperationalError, OSError, StorageError))
