"""What everybody sets for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.acting import acting
from handlers.buttons import settings as buttons
from handlers.files import sent
from handlers.routing import IN_PRIVATE, ButtonHandler
from handlers.time_zones import zone_at
from mentoring.use_cases import settings

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class SettingsHandlers:
    """Comes before the files: a location is nothing that could be handed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler(["settings", "language", "timezone"], self.settings, IN_PRIVATE),
            MessageHandler(IN_PRIVATE & filters.LOCATION, self.location),
            ButtonHandler(buttons.MoreButton, self.more),
            ButtonHandler(buttons.SettingsButton, self.press_settings),
            ButtonHandler(buttons.ZonesButton, self.zones),
            ButtonHandler(buttons.RegionButton, self.region),
            ButtonHandler(buttons.ZoneButton, self.zone),
            ButtonHandler(buttons.LocationButton, self.ask_where),
            ButtonHandler(buttons.QuietButton, self.quiet),
            ButtonHandler(buttons.HoursButton, self.hours),
            ButtonHandler(buttons.BundlingButton, self.bundling),
        ]

    async def more(self, update: Update, _: buttons.MoreButton) -> None:
        await self._desk.carry_out(settings.open_more, settings.OpenMore(by=acting(update)))

    async def settings(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(settings.open_settings, settings.OpenSettings(by=acting(update)))

    async def press_settings(self, update: Update, _: buttons.SettingsButton) -> None:
        await self._desk.carry_out(settings.open_settings, settings.OpenSettings(by=acting(update)))

    async def zones(self, update: Update, _: buttons.ZonesButton) -> None:
        await self._desk.carry_out(settings.ask_zone, settings.AskZone(by=acting(update)))

    async def region(self, update: Update, press: buttons.RegionButton) -> None:
        await self._desk.carry_out(settings.ask_zone, settings.AskZone(by=acting(update), region=press.region))

    async def zone(self, update: Update, press: buttons.ZoneButton) -> None:
        await self._desk.carry_out(settings.choose_zone, settings.ChooseZone(by=acting(update), zone=press.zone))

    async def ask_where(self, update: Update, _: buttons.LocationButton) -> None:
        await self._desk.carry_out(settings.ask_where, settings.AskWhere(by=acting(update)))

    async def location(self, update: Update, _: Context) -> None:
        location = update.effective_message.location if update.effective_message else None
        if location is not None:
            zone = await zone_at(location.latitude, location.longitude)
            command = settings.ShareWhere(by=acting(update), zone=zone, sent=sent(update))
            await self._desk.carry_out(settings.share_where, command)

    async def quiet(self, update: Update, _: buttons.QuietButton) -> None:
        await self._desk.carry_out(settings.ask_hours, settings.AskHours(by=acting(update)))

    async def hours(self, update: Update, press: buttons.HoursButton) -> None:
        command = settings.ChooseHours(by=acting(update), begins=press.begins, ends=press.ends, own=press.own)
        await self._desk.carry_out(settings.choose_hours, command)

    async def bundling(self, update: Update, press: buttons.BundlingButton) -> None:
        command = settings.ChooseBundling(by=acting(update), bundling=press.bundling)
        await self._desk.carry_out(settings.choose_bundling, command)
