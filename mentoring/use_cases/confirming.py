"""What was typed cannot be taken back: its button is shown once more, to be pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices.common import PressToConfirm
from mentoring.permissions import authorise

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToPress:
    """`label` and `data` are of a button that this person was shown."""

    by: Acting
    label: str
    data: str


def ask_to_press(record: Record, command: AskToPress, now: datetime) -> None:
    person = authorise(record, command.by, Act.ANSWER).person
    notices.answer(record, command.by, person, PressToConfirm(label=command.label, data=command.data))
