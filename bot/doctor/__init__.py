"""`ementor doctor`: looks at an installation from outside and says in sentences what is wrong and what to do."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from bot.clock import SystemClock
from bot.doctor.finding import Finding, Verdict
from bot.doctor.machine import look_at_machine
from bot.doctor.record import look_at_record
from bot.doctor.scanner import look_at_scanner
from bot.doctor.telegram import look_at_telegram

if TYPE_CHECKING:
    from collections.abc import Iterable

    from config.settings import Settings

MARKS = {Verdict.GOOD: "[green]✓[/]", Verdict.MIND: "[yellow]![/]", Verdict.WRONG: "[red]✗[/]"}


def examine(settings: Settings) -> int:
    """Prints the findings; the exit code: 1 if anything is wrong."""
    findings = asyncio.run(look(settings))
    _print(findings)
    return int(any(finding.verdict is Verdict.WRONG for finding in findings))


async def look(settings: Settings) -> list[Finding]:
    return [
        *look_at_machine(settings, os.environ),
        *await look_at_record(settings),
        *await look_at_scanner(settings),
        *await look_at_telegram(settings, SystemClock()),
    ]


def _print(findings: Iterable[Finding]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    for finding in findings:
        table.add_row(MARKS[finding.verdict], finding.subject, escape(finding.sentence))
    Console().print(table)
