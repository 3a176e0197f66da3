"""A mentee's diary of one session: five short questions, to be answered by words or voice, in any sitting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.ids import DiaryId, PersonId, SessionId

#: The last question is answered by a mark.
MARKS = range(1, 6)
#: How long after a session its diary is asked for and may be written.
OPEN_FOR = timedelta(days=30)
#: In UTF-16 units, as Telegram counts. A longer answer is shortened in the diary as a whole, and reaches the mentor in
#: messages of its own.
LONGEST_TOGETHER = 600


class DiaryState(StrEnum):
    WRITING = "writing"
    SENT = "sent"


class Question(StrEnum):
    """In the order in which they are asked. The private note is for the mentors' eyes, wherever a diary is shown."""

    DONE = "1"
    LEARNED = "2"
    NEXT = "3"
    EASY_HARD = "4"
    PROGRESS = "5"
    PRIVATE_NOTE = "6"


#: Those of the diary itself.
QUESTIONS = tuple(question for question in Question if question is not Question.PRIVATE_NOTE)


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryAnswer:
    """`voice` is Telegram's file_id of a spoken answer. Neither text nor voice: skipped."""

    question: Question
    text: str
    voice: str | None = None

    @property
    def travels_alone(self) -> bool:
        return self.voice is not None or len(self.text.encode("utf-16-le")) > 2 * LONGEST_TOGETHER


@dataclass(frozen=True, kw_only=True, slots=True)
class Diary:
    id: DiaryId
    session_id: SessionId
    person_id: PersonId
    state: DiaryState
    begun_at: datetime
    sent_at: datetime | None
    answers: tuple[DiaryAnswer, ...] = ()

    @property
    def says_something(self) -> bool:
        return any(answer.text or answer.voice for answer in self.answers)


def next_question(diary: Diary) -> Question | None:
    """None when all have been asked."""
    asked = {answer.question for answer in diary.answers}
    return next((question for question in Question if question not in asked), None)
