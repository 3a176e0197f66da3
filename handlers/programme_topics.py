"""What a programme's sessions can be about, ticked by its manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import programme_topics as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import programme_topics

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ProgrammeTopicHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.TopicsButton, self.open),
            ButtonHandler(buttons.ToggleTopicButton, self.toggle),
        ]

    async def open(self, update: Update, press: buttons.TopicsButton) -> None:
        command = programme_topics.OpenTopics(by=acting(update), programme_id=press.programme_id, page=press.page)
        await self._desk.carry_out(programme_topics.open_topics, command)

    async def toggle(self, update: Update, press: buttons.ToggleTopicButton) -> None:
        command = programme_topics.ToggleTopic(
            by=acting(update), programme_id=press.programme_id, key=press.key, page=press.page
        )
        await self._desk.carry_out(programme_topics.toggle_topic, command)
