"""Concerns: read by managers only, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, or_, select, union_all, update

from mentoring.concerns import Concern, ConcernFile
from storage.rows import added, all_of, one_of
from storage.stand_ins import OF_A_MANAGER
from storage.statements import Statement
from storage.tables.life import absences, concerns
from storage.tables.people import managers
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import ConcernId, GroupId, PersonId, ProgrammeId

_BY_ID = select(concerns).where(concerns.c.id == bindparam("id"))
_OF_PERSON = select(concerns).where(concerns.c.person_id == bindparam("person_id")).order_by(concerns.c.id)
_FILES = (
    select(attachments.c.kind, attachments.c.file_id, attachments.c.name, attachments.c.sha256)
    .where(attachments.c.concern_id == bindparam("concern_id"))
    .order_by(attachments.c.id)
)
_CAME_IN = Statement(
    select(attachments.c.id).where(
        attachments.c.chat_id == bindparam("chat_id"),
        attachments.c.message_id == bindparam("message_id"),
        attachments.c.concern_id.is_not(None),
    )
)
_TAKE = Statement(
    update(concerns)
    .where(concerns.c.id == bindparam("of_id"), concerns.c.seen_by.is_(None))
    .values(seen_by=bindparam("by"), seen_at=bindparam("now"))
)
_READER: BindParameter[int] = bindparam("now_reading")
_READ = union_all(
    select(managers.c.programme_id).where(managers.c.person_id == _READER),
    select(absences.c.programme_id).where(absences.c.deputy_id == _READER, OF_A_MANAGER),
)
_OPEN_FOR = (
    select(concerns)
    .where(
        and_(concerns.c.seen_by.is_(None), concerns.c.programme_id.in_(_READ), concerns.c.person_id != _READER),
        or_(concerns.c.about_id.is_(None), concerns.c.about_id != _READER),
    )
    .order_by(concerns.c.id)
)
_UNTAKEN = (
    select(concerns)
    .where(concerns.c.programme_id == bindparam("programme_id"), concerns.c.seen_by.is_(None))
    .order_by(concerns.c.id)
)


class SqlConcerns:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        *,
        programme_id: ProgrammeId,
        group_id: GroupId | None,
        person_id: PersonId,
        text: str,
        about_id: PersonId | None,
        now: datetime,
    ) -> Concern:
        return added(
            Concern,
            self._connection,
            concerns,
            programme_id=programme_id,
            group_id=group_id,
            person_id=person_id,
            text=text,
            raised_at=now,
            seen_by=None,
            seen_at=None,
            about_id=about_id,
        )

    def by_id(self, concern_id: ConcernId) -> Concern | None:
        return one_of(Concern, self._connection, _BY_ID, id=concern_id)

    def files_of(self, concern_id: ConcernId) -> Sequence[ConcernFile]:
        return all_of(ConcernFile, self._connection, _FILES, concern_id=concern_id)

    def came_in(self, chat_id: int, message_id: int) -> bool:
        return bool(_CAME_IN.rows(self._connection, {"chat_id": chat_id, "message_id": message_id}))

    def take(self, concern_id: ConcernId, by: PersonId, now: datetime) -> bool:
        return _TAKE.run(self._connection, {"of_id": concern_id, "by": by, "now": now}) == 1

    def open_for(self, manager_id: PersonId) -> Sequence[Concern]:
        return all_of(Concern, self._connection, _OPEN_FOR, now_reading=manager_id, now=self._now)

    def untaken(self, programme_id: ProgrammeId) -> Sequence[Concern]:
        return all_of(Concern, self._connection, _UNTAKEN, programme_id=programme_id)

    def of_person(self, person_id: PersonId) -> Sequence[Concern]:
        return all_of(Concern, self._connection, _OF_PERSON, person_id=person_id)
