"""Commands typed in a group: what they ask for is answered in private, and in a foreign group not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.notices.groups import ComeToPrivate
from mentoring.permissions import NOBODY
from mentoring.use_cases import boards, home

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class CommandInGroup:
    by: Acting


def command_in_group(record: Record, command: CommandInGroup, now: datetime) -> None:
    """One short line in the group, in its language, for whoever can't be written to."""
    group = record.groups.by_chat(command.by.chat_id)
    if group is None:
        return
    person = None if command.by.telegram_id in NOBODY else record.people.by_telegram_id(command.by.telegram_id)
    if person is None or not notices.tell(record, person, home.card(record, person, now)):
        spoken = ComeToPrivate(languages=boards.languages(record, group))
        notices.answer(record, replace(command.by, language=group.language), None, spoken)
