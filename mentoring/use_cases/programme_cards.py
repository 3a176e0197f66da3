"""A programme's card: whole with all its lines, or as a preview before it has its first group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices, reminders
from mentoring.acts import Act
from mentoring.notices.programmes import ProgrammeCard, ProgrammePreview, ProgrammeSeen
from mentoring.permissions import authorise
from mentoring.programmes import calendar
from mentoring.prompts import Asking
from mentoring.quiet import QuietHours
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.asking import ask
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime, time

    from mentoring.acting import Acting
    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record


def managed(record: Record, by: Acting, programme_id: int) -> tuple[Person, Programme]:
    """Whoever acts and their programme; raises Refusal for anybody else's."""
    manager = authorise(record, by, Act.MANAGE_PROGRAMME).known()
    for programme in record.programmes.managed_by(manager.id):
        if programme.id == programme_id:
            return manager, programme
    raise Refusal(Why.NOT_ALLOWED)


def is_beginning(record: Record, programme: Programme) -> bool:
    """Nobody is touched by a change yet."""
    return not record.groups.of_programme(programme.id)


def show(record: Record, by: Acting, manager: Person, programme: Programme, now: datetime, *, changed: bool) -> None:
    """Until there is a group, the preview comes back and goes on asking for it."""
    if is_beginning(record, programme):
        return preview(record, by, programme, now)
    record.prompts.close(by.telegram_id)
    several = len(record.programmes.managed_by(manager.id)) > 1
    card = ProgrammeCard(programme=seen(record, programme), changed=changed, several=several)
    return notices.answer(record, beside_cards(record, by), manager, card)


def preview(record: Record, by: Acting, programme: Programme, now: datetime, *, welcome: str | None = None) -> None:
    card = ProgrammePreview(programme=seen(record, programme), welcome=welcome)
    ask(record, by, Asking.GROUP_NAME, card, now, programme_id=programme.id)


def seen(record: Record, programme: Programme) -> ProgrammeSeen:
    days = calendar(programme)
    return ProgrammeSeen(
        programme_id=programme.id,
        name=programme.name,
        organisation=programme.organisation,
        languages=programme.languages,
        zone=programme.zone,
        begins_on=programme.begins_on,
        ends_on=programme.ends_on,
        weeks=days.weeks if days else 0,
        first=days.first if days else None,
        middle=days.middle if days else None,
        last=days.last if days else None,
        sessions=programme.sessions_planned,
        quiet="" if QuietHours.of(programme).is_none else between(programme.quiet_from, programme.quiet_until),
        work=between(programme.work_from, programme.work_until),
        adult_age=programme.adult_age,
        tools=programme.optional_tools,
        contacts=programme.contacts,
        reminders=tuple(one // reminders.HOUR for one in reminders.of_programme(programme, record.rules)),
        groups=len(record.groups.of_programme(programme.id)),
    )


def between(begins: time, ends: time) -> str:
    return f"{begins:%H:%M}–{ends:%H:%M}"
