"""Labels of the buttons of the mid-term monitoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Say


def monitoring_button(say: Say) -> str:
    return say.label("🧭 Mid-term monitoring")


def sessions_button(say: Say) -> str:
    return say.label("🗓 Plan the monitoring sessions")


def document_button(say: Say, language: str) -> str:
    return say.label("📄 Word file, {language}", language=language)


def file_button(say: Say) -> str:
    return say.label("📥 File it under Monitoring")


def suggested_button(say: Say) -> str:
    return say.label("↩ As suggested")


def plan_button(say: Say, group: str) -> str:
    return say.label("➕ Plan for {group}", group=group)


def course_button(say: Say, group: str) -> str:
    return say.label("📊 How it goes: {group}", group=group)


def ticked(words: str, *, on: bool) -> str:
    return f"✅ {words}" if on else f"▫️ {words}"
