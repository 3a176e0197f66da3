"""Screens for whoever looks after the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.message import Content
from mentoring.notices.operating import (
    AnotherManagerNeeded,
    ClockWasSet,
    CopiesMissing,
    DiskFilling,
    NoManagerInReach,
    RemindersStale,
    UpdateSetAside,
    UpdatesLost,
)
from texts import operating

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def update_set_aside(notice: UpdateSetAside, say: Say) -> Content:
    return Content(text=operating.update_set_aside(say, update_id=notice.update_id, fault=notice.fault))


def updates_lost(notice: UpdatesLost, say: Say) -> Content:
    return Content(text=operating.updates_lost(say, lost=notice.lost, since=notice.since, until=notice.until))


def copies_missing(notice: CopiesMissing, say: Say) -> Content:
    return Content(text=operating.copies_missing(say, latest=notice.latest))


def disk_filling(notice: DiskFilling, say: Say) -> Content:
    text = operating.disk_full if notice.full else operating.disk_filling
    return Content(text=text(say, free_megabytes=notice.free_megabytes))


def another_manager_needed(notice: AnotherManagerNeeded, say: Say) -> Content:
    return Content(text=operating.another_manager_needed(say, notice.programme))


def no_manager_in_reach(notice: NoManagerInReach, say: Say) -> Content:
    return Content(text=operating.no_manager_in_reach(say, notice.programme))


def clock_was_set(notice: ClockWasSet, say: Say) -> Content:
    return Content(text=operating.clock_was_set(say, minutes=notice.minutes))


def reminders_stale(notice: RemindersStale, say: Say) -> Content:
    return Content(text=operating.reminders_stale(say, notice.count))


SCREENS: Screens = {
    AnotherManagerNeeded: another_manager_needed,
    ClockWasSet: clock_was_set,
    RemindersStale: reminders_stale,
    NoManagerInReach: no_manager_in_reach,
    CopiesMissing: copies_missing,
    DiskFilling: disk_filling,
    UpdateSetAside: update_set_aside,
    UpdatesLost: updates_lost,
}
