"""A document is switched on when part of the programme is over: its manager says whether the past is asked for too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.deadlines import extended, waived
from mentoring.groups import GroupState, OptionalTool
from mentoring.ids import ProgrammeId
from mentoring.kit import Code
from mentoring.notices.deadlines import AskAboutPast, PastSettled
from mentoring.notices.kit import Titled
from mentoring.people import Language
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.slots import SlotState
from mentoring.use_cases import document_reminders, slot_planning
from mentoring.use_cases.kits import kit_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot

#: What people get for what would have been due before.
_GRACE = timedelta(days=7)
#: Kept as the reason; managers alone read it, in whatever language their card is.
BEFORE_IT_WAS_USED = "—"


@dataclass(frozen=True, kw_only=True, slots=True)
class SettlePast:
    by: Acting
    programme_id: ProgrammeId
    tool: OptionalTool
    yes: bool


def ask_about_past(record: Record, manager: Person, programme: Programme, tool: OptionalTool, now: datetime) -> None:
    """Says nothing where nothing would have been due yet."""
    slot_planning.follow(record, (), now, programmes=[programme.id])
    today = zones.wall(now, programme.zone).date()
    past = _past(record, programme, Code(tool), today)
    if past:
        question = AskAboutPast(
            programme_id=programme.id,
            tool=tool,
            title=_titled(record, programme, Code(tool)),
            count=len(past),
            until=today + _GRACE,
        )
        notices.tell(record, manager, question)


def settle_past(record: Record, command: SettlePast, now: datetime) -> None:
    manager = authorise(record, command.by, Act.WAIVE).known()
    programme = next((one for one in record.programmes.managed_by(manager.id) if one.id == command.programme_id), None)
    if programme is None:
        raise Refusal(Why.NOT_ALLOWED)
    today = zones.wall(now, programme.zone).date()
    past, until = _past(record, programme, Code(command.tool), today), today + _GRACE
    for slot in past:
        after = (
            extended(slot, until, manager.id)
            if command.yes
            else waived(slot, by=manager.id, reason=BEFORE_IT_WAS_USED, now=now)
        )
        record.slots.change(slot, after)
    if command.yes:
        document_reminders.plan_days(record, programme, [replace(one, extended_to=until) for one in past], now)
    settled = PastSettled(
        programme_id=programme.id,
        tool=command.tool,
        title=_titled(record, programme, Code(command.tool)),
        count=len(past),
        until=until if command.yes else None,
    )
    notices.answer(record, command.by, manager, settled)


def _past(record: Record, programme: Programme, code: Code, today: date) -> Sequence[Slot]:
    groups = (one for one in record.groups.of_programme(programme.id) if one.state is GroupState.RUNNING)
    slots = (slot for group in groups for slot in record.slots.of_group(group.id) if slot.key.code == code)
    return [slot for slot in slots if slot.state is SlotState.OPEN and slot.is_overdue(today)]


def _titled(record: Record, programme: Programme, code: Code) -> Titled:
    document = kit_for(record, programme).find(code)
    if document is None:
        raise Refusal(Why.GONE)
    return Titled(code=code, en=document.title(Language.EN), bg=document.title(Language.BG))
