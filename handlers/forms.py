"""The templates section, by buttons. Files that come while it is open are handled like any others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import forms as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import SlotId
from mentoring.notices.forms import Aim
from mentoring.use_cases import form_cards, handing_out, templates

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class FormHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.TemplatesButton, self.open),
            ButtonHandler(buttons.ReadGuideButton, self.read_guide),
            ButtonHandler(buttons.SlotFormButton, self.of_slot),
            ButtonHandler(buttons.FormButton, self.form),
            ButtonHandler(buttons.AskAimButton, self.ask),
            ButtonHandler(buttons.TakeFormButton, self.take),
            ButtonHandler(buttons.HowToSendBackButton, self.how_back),
        ]

    async def open(self, update: Update, press: buttons.TemplatesButton) -> None:
        command = templates.OpenTemplates(by=acting(update), page=press.page)
        await self._desk.carry_out(templates.open_templates, command)

    async def read_guide(self, update: Update, _: buttons.ReadGuideButton) -> None:
        await self._desk.carry_out(templates.read_guide, templates.ReadGuide(by=acting(update)))

    async def of_slot(self, update: Update, press: buttons.SlotFormButton) -> None:
        command = form_cards.OpenSlotForm(by=acting(update), slot_id=SlotId(press.slot_id))
        await self._desk.carry_out(form_cards.open_slot_form, command)

    async def form(self, update: Update, press: buttons.FormButton) -> None:
        await self._desk.carry_out(form_cards.open_form, form_cards.OpenForm(by=acting(update), aim=_aim(press)))

    async def ask(self, update: Update, press: buttons.AskAimButton) -> None:
        command = form_cards.AskWhich(by=acting(update), aim=_aim(press), asked=press.asked, page=press.page)
        await self._desk.carry_out(form_cards.ask_which, command)

    async def take(self, update: Update, press: buttons.TakeFormButton) -> None:
        command = handing_out.TakeForm(by=acting(update), aim=_aim(press), way=press.way)
        await self._desk.carry_out(handing_out.take, command)

    async def how_back(self, update: Update, _: buttons.HowToSendBackButton) -> None:
        await self._desk.carry_out(templates.how_to_send_back, templates.AskHowToSendBack(by=acting(update)))


def _aim(press: buttons.FormButton | buttons.AskAimButton | buttons.TakeFormButton) -> Aim:
    return Aim(
        code=press.code,
        language=press.language,
        group_id=press.group_id,
        person_id=press.person_id,
        session_id=press.session_id,
    )
