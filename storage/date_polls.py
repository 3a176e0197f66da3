"""Dates that were proposed, and who can come to which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from mentoring.date_polls import Can, DatePoll, PollState, ProposedDate
from storage.rows import inserted
from storage.tables.meetings import date_polls, date_votes, proposed_dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from mentoring.ids import DatePollId, GroupId, PersonId, ProposedDateId

_POLL = select(date_polls.c.id, date_polls.c.group_id, date_polls.c.state, date_polls.c.plan, date_polls.c.proposed_by)
_BY_ID = _POLL.where(date_polls.c.id == bindparam("of_poll"))
_OPEN_OF_GROUP = _POLL.where(
    date_polls.c.group_id == bindparam("of_group"), date_polls.c.state == PollState.OPEN
).order_by(date_polls.c.id)
_DATE = select(
    proposed_dates.c.id,
    proposed_dates.c.poll_id,
    proposed_dates.c.starts_at,
    proposed_dates.c.wall_time,
    proposed_dates.c.zone,
)
_DATES = _DATE.where(proposed_dates.c.poll_id == bindparam("of_poll")).order_by(proposed_dates.c.starts_at)
_ONE_DATE = _DATE.where(proposed_dates.c.id == bindparam("of_date"))
_VOTES = select(date_votes.c.proposed_date_id, date_votes.c.person_id, date_votes.c.can).where(
    date_votes.c.proposed_date_id.in_(bindparam("date_ids", expanding=True))
)
_ADD_DATE = insert(proposed_dates)
_CHANGE_VOTE = (
    update(date_votes)
    .where(
        date_votes.c.proposed_date_id == bindparam("of_date"),
        date_votes.c.person_id == bindparam("of_person"),
    )
    .values(can=bindparam("can"), at=bindparam("at"))
)
_ADD_VOTE = insert(date_votes)
_END = (
    update(date_polls)
    .where(date_polls.c.id == bindparam("of_poll"), date_polls.c.state == PollState.OPEN)
    .values(state=bindparam("new_state"), ended_at=bindparam("now"))
)


class SqlDatePolls:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        group_id: GroupId,
        *,
        plan: str,
        by: PersonId,
        dates: Sequence[tuple[datetime, str, str]],
        now: datetime,
    ) -> DatePoll:
        poll = {"group_id": group_id, "state": PollState.OPEN, "plan": plan, "proposed_by": by, "created_at": now}
        poll_id = inserted(self._connection, date_polls, {**poll, "session_id": None, "ended_at": None})
        rows = [
            {"poll_id": poll_id, "starts_at": starts_at, "wall_time": wall_time, "zone": zone}
            for starts_at, wall_time, zone in dates
        ]
        self._connection.execute(_ADD_DATE, rows)
        [made] = self._connection.execute(_BY_ID, {"of_poll": poll_id}).all()
        return _poll(made)

    def by_id(self, poll_id: DatePollId) -> DatePoll | None:
        row = self._connection.execute(_BY_ID, {"of_poll": poll_id}).one_or_none()
        return None if row is None else _poll(row)

    def open_of_group(self, group_id: GroupId) -> Sequence[DatePoll]:
        return [_poll(row) for row in self._connection.execute(_OPEN_OF_GROUP, {"of_group": group_id})]

    def dates(self, poll_id: DatePollId) -> Sequence[ProposedDate]:
        return self._with_votes(self._connection.execute(_DATES, {"of_poll": poll_id}).all())

    def date(self, date_id: ProposedDateId) -> ProposedDate | None:
        found = self._with_votes(self._connection.execute(_ONE_DATE, {"of_date": date_id}).all())
        return found[0] if found else None

    def vote(self, date_id: ProposedDateId, person_id: PersonId, can: Can, now: datetime) -> None:
        said = {"can": can, "at": now}
        changed = self._connection.execute(_CHANGE_VOTE, {"of_date": date_id, "of_person": person_id, **said})
        if changed.rowcount == 0:
            self._connection.execute(_ADD_VOTE, {"proposed_date_id": date_id, "person_id": person_id, **said})

    def end(self, poll: DatePoll, state: PollState, now: datetime) -> bool:
        return self._connection.execute(_END, {"of_poll": poll.id, "new_state": state, "now": now}).rowcount == 1

    def _with_votes(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> Sequence[ProposedDate]:
        votes: dict[int, dict[PersonId, Can]] = {}
        for vote in self._connection.execute(_VOTES, {"date_ids": [row.id for row in rows]}):
            votes.setdefault(vote.proposed_date_id, {})[vote.person_id] = vote.can
        return [
            ProposedDate(
                id=row.id,
                poll_id=row.poll_id,
                starts_at=row.starts_at,
                wall_time=row.wall_time,
                zone=row.zone,
                votes=votes.get(row.id, {}),
            )
            for row in rows
        ]


def _poll(row: Row[*tuple[Any, ...]]) -> DatePoll:
    return DatePoll(id=row.id, group_id=row.group_id, state=row.state, plan=row.plan, proposed_by=row.proposed_by)
