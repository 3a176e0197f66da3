"""Questions asked in private, and their answers: what the group is told carries no name of whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.concerns import Way
from mentoring.ids import GroupId, PersonId, QuestionId
from mentoring.notices import Notice
from mentoring.people import Language
from mentoring.working_hours import AnsweringHours


@dataclass(frozen=True, kw_only=True, slots=True)
class AskableGroup:
    """`has_chat` when something can be posted there."""

    group_id: GroupId
    name: str
    mentors: tuple[str, ...]
    has_chat: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToAsk(Notice):
    """To the mentor, or into the group without the name?"""

    groups: tuple[AskableGroup, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionWriting(Notice):
    """Nothing is sent yet; empty `words`: what shall be asked?"""

    group: AskableGroup
    way: Way
    words: str = ""

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionSent(Notice):
    """`reached` when a mentor could be told."""

    way: Way
    group: str
    mentors: tuple[str, ...]
    reached: bool
    hours: AnsweringHours | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionAsked(Notice):
    """To a mentor, who sees who asks."""

    must_arrive: ClassVar[bool] = True

    question_id: QuestionId
    way: Way
    group: str
    name: str
    words: str

    def card(self) -> str:
        return f"question:{self.question_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerWriting(Notice):
    """To a mentor; empty `words`: what is the answer? `way` TO_GROUP: everybody will read it."""

    question_id: QuestionId
    way: Way
    group: str
    name: str
    question: str
    words: str = ""

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerSent(Notice):
    """`reached` is False when whoever asked can't be told."""

    way: Way
    group: str
    name: str
    reached: bool

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionAnswered(Notice):
    """To whoever asked, who can write back to the mentor."""

    must_arrive: ClassVar[bool] = True

    person_id: PersonId
    mentor: str
    question: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivateQuestionPosted(Notice):
    """Posted into the group for somebody whose name is not among these facts."""

    languages: tuple[Language, ...]
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivateAnswerPosted(Notice):
    languages: tuple[Language, ...]
    mentor: str
    question: str
    words: str
