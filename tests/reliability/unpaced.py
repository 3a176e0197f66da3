"""`ementor run` without Telegram's pace: what is counted in thousands must not take an hour at 30 messages a second."""

from __future__ import annotations

from bot.logs import install
from bot.redaction import Redaction
from bot.run import run
from config.settings import load_settings

if __name__ == "__main__":
    redaction = Redaction()
    settings = load_settings()
    install(level=settings.log_level, redaction=redaction)
    run(settings, redaction, rates=None)
