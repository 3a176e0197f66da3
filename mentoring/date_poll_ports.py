"""What agreeing on a date needs of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.date_polls import Can, DatePoll, PollState, ProposedDate
    from mentoring.ids import DatePollId, GroupId, PersonId, ProposedDateId


class DatePolls(Protocol):
    def add(
        self,
        group_id: GroupId,
        *,
        plan: str,
        by: PersonId,
        dates: Sequence[tuple[datetime, str, str]],
        now: datetime,
    ) -> DatePoll:
        """Each of `dates` is an instant with its wall time and zone."""

    def by_id(self, poll_id: DatePollId) -> DatePoll | None: ...

    def open_of_group(self, group_id: GroupId) -> Sequence[DatePoll]: ...

    def dates(self, poll_id: DatePollId) -> Sequence[ProposedDate]:
        """In the order of time."""

    def date(self, date_id: ProposedDateId) -> ProposedDate | None: ...

    def vote(self, date_id: ProposedDateId, person_id: PersonId, can: Can, now: datetime) -> None:
        """Takes the place of what they said before."""

    def end(self, poll: DatePoll, state: PollState, now: datetime) -> bool:
        """One guarded UPDATE: False when it was ended before."""
