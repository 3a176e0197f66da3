"""Questions that are asked in private, by buttons; their words are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import questions as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId, QuestionId
from mentoring.use_cases import private_answers, private_questions

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class QuestionHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.AskPrivatelyButton, self.open),
            ButtonHandler(buttons.AskWayButton, self.way),
            ButtonHandler(buttons.SendQuestionButton, self.send),
            ButtonHandler(buttons.AnswerQuestionButton, self.answer),
            ButtonHandler(buttons.SendAnswerButton, self.send_answer),
        ]

    async def open(self, update: Update, _: buttons.AskPrivatelyButton) -> None:
        await self._desk.carry_out(private_questions.open_asking, private_questions.OpenAsking(by=acting(update)))

    async def way(self, update: Update, press: buttons.AskWayButton) -> None:
        command = private_questions.ChooseWay(by=acting(update), group_id=GroupId(press.group_id), way=press.way)
        await self._desk.carry_out(private_questions.choose_way, command)

    async def send(self, update: Update, _: buttons.SendQuestionButton) -> None:
        await self._desk.carry_out(private_questions.send_question, private_questions.SendQuestion(by=acting(update)))

    async def answer(self, update: Update, press: buttons.AnswerQuestionButton) -> None:
        question_id = QuestionId(press.question_id)
        command = private_answers.AnswerQuestion(by=acting(update), question_id=question_id, way=press.way)
        await self._desk.carry_out(private_answers.answer_question, command)

    async def send_answer(self, update: Update, _: buttons.SendAnswerButton) -> None:
        await self._desk.carry_out(private_answers.send_answer, private_answers.SendAnswer(by=acting(update)))
