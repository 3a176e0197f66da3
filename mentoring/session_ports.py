"""What the use cases of sessions, diaries, digests and the clock need of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mentoring.diaries import Diary, DiaryAnswer
    from mentoring.digests import Facts
    from mentoring.ids import GroupId, PersonId, SessionId
    from mentoring.people import Person
    from mentoring.schedule import Appointment, Claim, DueKind
    from mentoring.sessions import Attendant, Coming, Guest, Place, Session, SessionKind, Stage


class Schedule(Protocol):
    """What is due when; a row is planned once and claimed once."""

    def plan(self, wanted: Sequence[Appointment]) -> None:
        """What was planned before under the same occurrence is left as it is."""

    def cancel(self, kind: DueKind, subject_id: int) -> None: ...

    def claim(self, now: datetime, *, at_most: int, kinds: frozenset[DueKind] = ...) -> Claim:
        """What is due and still worth doing, of these kinds or of any, oldest first; nobody else gets it."""

    def claim_together(self, now: datetime, *, people: int) -> Claim:
        """The same, all that people are to be told of whom several things are due; of so many people at most."""

    def reopen(self, occurrences: Sequence[str]) -> None:
        """These were claimed, and are due again."""


class OwnAppointments(Protocol):
    def replan(
        self,
        person_id: PersonId,
        kinds: Sequence[DueKind],
        wanted: Sequence[Appointment],
        now: datetime,
        *,
        subjects: Sequence[int],
    ) -> None:
        """What this person will be told moves to its new times; what should have been told by now is due at once.

        What was planned for them about these `subjects` and is not wanted any more goes.
        """


class Sessions(Protocol):
    def add(
        self,
        *,
        group_id: GroupId,
        kind: SessionKind,
        starts_at: datetime,
        ends_at: datetime,
        wall_time: str,
        zone: str,
        place: Place,
        address: str,
        planned_by: PersonId,
        now: datetime,
        stage: Stage | None = None,
    ) -> Session: ...

    def by_id(self, session_id: SessionId) -> Session | None: ...

    def last_planned(self, person_id: PersonId, group_ids: Sequence[GroupId]) -> GroupId | None:
        """For which of these groups this person has planned a session last."""

    def hand_over(self, group_id: GroupId, old: PersonId, new: PersonId, now: datetime) -> None:
        """What the one has planned and is still ahead is the other's."""

    def by_ids(self, session_ids: Sequence[SessionId]) -> Sequence[Session]: ...

    def change(self, before: Session, after: Session) -> bool:
        """One guarded UPDATE: False when somebody changed it first. The row's revision grows by one."""

    def of_groups(self, group_ids: Sequence[GroupId], *, since: datetime) -> Sequence[Session]:
        """Those that end after `since`, in the order of time."""

    def attendants(self, session_ids: Sequence[SessionId]) -> Sequence[Attendant]:
        """Everybody who is in those sessions' groups now."""

    def guests(self, session_ids: Sequence[SessionId]) -> Sequence[Guest]:
        """The same people, as briefly as many can be read at once, in no order."""

    def answer(self, session_id: SessionId, person_id: PersonId, coming: Coming, now: datetime) -> None: ...

    def give_reason(self, session_id: SessionId, person_id: PersonId, reason: str) -> None:
        """To an answer that is there."""

    def forget_answers(self, session_id: SessionId) -> None: ...


class Diaries(Protocol):
    def of(self, session_id: SessionId, person_id: PersonId) -> Diary | None: ...

    def begin(self, session_id: SessionId, person_id: PersonId, now: datetime) -> Diary: ...

    def note(self, diary: Diary, answer: DiaryAnswer) -> None:
        """Takes the place of an earlier answer to the same question."""

    def clear(self, diary: Diary) -> None:
        """Its answers are forgotten."""

    def send(self, diary: Diary, now: datetime) -> bool:
        """One guarded UPDATE: False when it was sent before."""

    def written_at(self, person_id: PersonId, at: datetime) -> Session | None:
        """The session whose diary they were writing at that second, and have sent since."""

    def owed(self, person_id: PersonId, *, since: datetime, now: datetime) -> Sequence[Session]:
        """Sessions that ended after `since` and whose diary this mentee still owes, oldest first."""


class Digests(Protocol):
    def facts(self, manager_id: PersonId, now: datetime) -> Facts: ...

    def mentors_of(self, group_ids: Sequence[GroupId]) -> Mapping[GroupId, Sequence[str]]:
        """Deputies in the place of those who are away."""

    def without_appointment(self, now: datetime) -> Sequence[Person]:
        """Managers for whom no digest is planned."""
