"""Somebody takes back that they take part: they leave everywhere, and what was kept stays until it is erased."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.consents import NO_VERSION, ConsentKind
from mentoring.happenings import HappeningKind
from mentoring.notices.consents import AskWithdrawal, ConsentWithdrawn
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import leaving

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdraw:
    """`sure` False only asks."""

    by: Acting
    sure: bool


def withdraw(record: Record, command: Withdraw, now: datetime) -> None:
    person = authorise(record, command.by, Act.OWN_DATA).known()
    if record.consents.in_force(person.id, ConsentKind.TAKE_PART) is None:
        raise Refusal(Why.ALREADY_DONE)
    if leaving.only_manages(record, person):
        raise Refusal(Why.LAST_MANAGER)
    if not command.sure:
        return notices.answer(record, command.by, person, AskWithdrawal())
    leaving.leave_everywhere(record, person, now)
    for kind in ConsentKind:
        if record.consents.withdraw(person.id, kind, now):
            record.happenings.add(
                HappeningKind.CONSENT_WITHDRAWN, now=now, person_id=person.id, by_id=person.id, text=kind.value
            )
    record.prompts.close(command.by.telegram_id)
    withdrawn = replace(record.people.by_id(person.id), consent_version=NO_VERSION)
    record.people.save(withdrawn)
    return notices.answer(record, command.by, withdrawn, ConsentWithdrawn())
