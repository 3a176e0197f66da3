"""Buttons of questions that are asked in private."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.concerns import Way


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPrivatelyButton(Button):
    prefix: ClassVar[str] = "iq"
    act: ClassVar[Act] = Act.ASK_PRIVATELY


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWayButton(Button):
    prefix: ClassVar[str] = "iw"
    act: ClassVar[Act] = Act.ASK_PRIVATELY

    group_id: int
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class SendQuestionButton(Button):
    prefix: ClassVar[str] = "is"
    act: ClassVar[Act] = Act.ASK_PRIVATELY


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerQuestionButton(Button):
    prefix: ClassVar[str] = "ia"
    act: ClassVar[Act] = Act.ANSWER_PRIVATELY

    question_id: int
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class SendAnswerButton(Button):
    prefix: ClassVar[str] = "it"
    act: ClassVar[Act] = Act.ANSWER_PRIVATELY
