"""Whether the virus scanner answers, where one is set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clamd import ScannerAway, clamd_at
from bot.doctor.finding import good, wrong

if TYPE_CHECKING:
    from bot.doctor.finding import Finding
    from config.settings import Settings


async def look_at_scanner(settings: Settings) -> list[Finding]:
    if settings.clamd is None:
        return []
    try:
        version = await clamd_at(settings.clamd).version()
    except ScannerAway as away:
        return [
            wrong(
                "virus scanner",
                f"{settings.clamd} does not answer ({away}). Start clamd, or take EMENTOR_CLAMD away: until then every "
                "document is held.",
            )
        ]
    return [good("virus scanner", f"{version}.")]
