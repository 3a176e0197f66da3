"""Who is what where, told a second time in plain dictionaries: what the record says has to agree with it.

Nothing here asks mentoring/permissions.py, the storage or a use case; ids are learned from the record as names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tests.stateful.meeting_model import Meetings

if TYPE_CHECKING:
    from collections.abc import Iterator


HERE = frozenset({"active", "paused"})
READING_ON = frozenset({"paused", "completed", "completed_early"})
GONE = frozenset({"left", "removed", "completed", "completed_early"})
TAKES_PART = {"paused": 1, "active": 2}
UNDECIDED = frozenset({"waiting", "asked"})
#: Not at its end, with whomever it is just now.
OPEN = UNDECIDED | {"returned", "unreadable"}
#: From which states each deed leads where.
DEEDS = {
    "pause": (HERE, "paused"),
    "leave": (HERE, "left"),
    "remove": (HERE | {"expected"}, "removed"),
    "complete": (HERE, "completed"),
    "early": (HERE, "completed_early"),
    "return": (GONE | {"paused"}, "active"),
}


@dataclass
class Place:
    group: int
    role: str
    person: int | None
    state: str
    until: datetime | None = None
    finished_with_group: bool = False


@dataclass
class Group:
    programme: int
    name: str = ""
    state: str = "running"
    chat: int | None = None


@dataclass
class Away:
    role: str
    programme: int
    group: int | None
    absent: int
    deputy: int | None
    begins: datetime
    ends: datetime
    ended: datetime | None = None


@dataclass
class Paper:
    """`taken` is raw: whoever has lost their place has lost what they took."""

    group: int | None
    mentee: int
    state: str
    version: int
    taken: int | None = None


@dataclass
class Concern:
    """`seen` is who has taken care of it; whoever it is `about` is no manager of it."""

    programme: int
    person: int
    about: int | None
    seen: int | None = None


@dataclass
class Question:
    group: int
    person: int
    words: str
    openly: bool
    answered: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """As the record says: in which group, about whom, for whose eyes, and whether it still stands there."""

    group: int
    person: int | None
    visibility: str
    stands: bool


@dataclass
class Model:
    now: datetime
    #: Learned from the record.
    meetings: Meetings
    #: The privacy notice's version, and to which one everybody has agreed.
    notice: int = 1
    agreed: dict[int, int | None] = field(default_factory=dict)
    concerns: dict[int, Concern] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
    on_paper: set[int] = field(default_factory=set)
    accounts: dict[int, int] = field(default_factory=dict)
    managers: set[tuple[int, int]] = field(default_factory=set)
    groups: dict[int, Group] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    away: dict[int, Away] = field(default_factory=dict)
    papers: dict[int, Paper] = field(default_factory=dict)
    #: Of which group each session is.
    sessions: dict[int, int] = field(default_factory=dict)
    #: Learned from the record: of which group and person a slot is, who sent an upload, what is filed.
    slots: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    uploads: dict[int, int] = field(default_factory=dict)
    filings: dict[int, Filed] = field(default_factory=dict)
    #: Who wishes to be erased, and every name of those who were.
    wishes: set[int] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    #: Places that have just come into being, until their numbers are known.
    coming: list[Place] = field(default_factory=list)

    def of_group(self, group: int, role: str | None = None) -> list[Place]:
        return [one for one in self._all() if one.group == group and role in (None, one.role)]

    def _all(self) -> Iterator[Place]:
        yield from self.places.values()
        yield from self.coming

    def places_of(self, person: int | None) -> list[Place]:
        return [one for one in self._all() if one.person == person and person is not None]

    def programmes(self) -> set[int]:
        return {one.programme for one in self.groups.values()}

    def has(self, person: int | None, group: int, role: str, state: str = "active") -> bool:
        here = (one for one in self.of_group(group, role) if one.state == state)
        return person is not None and any(one.person == person for one in here)

    def lasts(self, away: Away) -> bool:
        return away.ended is None and away.begins <= self.now < away.ends

    def appointed(self, person: int | None, programme: int) -> bool:
        return (programme, person) in self.managers

    def manages_programme(self, person: int | None, programme: int) -> bool:
        """Appointed, or in the place of a manager who is away."""
        lent = (one for one in self.away.values() if one.role == "manager" and one.programme == programme)
        stands_in = any(
            one.deputy == person and self.lasts(one) and self.appointed(one.absent, programme) for one in lent
        )
        return person is not None and (self.appointed(person, programme) or stands_in)

    def manages(self, person: int | None, group: int) -> bool:
        return self.manages_programme(person, self.groups[group].programme)

    def manages_any(self, person: int | None) -> bool:
        return any(self.manages_programme(person, one.programme) for one in self.groups.values())

    def deputy_of(self, mentor: int, group: int) -> int | None:
        """Who reviews in their place now: a leader of the same programme, while the absent one is still a mentor."""
        for one in self.away.values():
            is_away = (one.role, one.group, one.absent) == ("mentor", group, mentor) and self.lasts(one)
            if is_away and one.deputy is not None and self.leads_in(one.deputy, one.programme):
                return one.deputy if self.has(mentor, group, "mentor") else None
        return None

    def leads(self, person: int | None, group: int) -> bool:
        return person is not None and (self.reviews(person, group) or self.manages(person, group))

    def leads_any(self, person: int | None) -> bool:
        return any(self.leads(person, group) for group in self.groups)

    def leads_in(self, person: int, programme: int) -> bool:
        """By a place of their own."""
        near = [number for number, one in self.groups.items() if one.programme == programme]
        return self.appointed(person, programme) or any(self.has(person, one, "mentor") for one in near)

    def mentors_of(self, group: int) -> set[int]:
        found = (one.person for one in self.of_group(group, "mentor") if one.state == "active")
        return {one for one in found if one is not None}

    def in_charge(self, group: int) -> set[int]:
        """Whom new work goes to: deputies in the place of those who are away."""
        return {self.deputy_of(one, group) or one for one in self.mentors_of(group)}

    def reviews(self, person: int | None, group: int | None) -> bool:
        return group is not None and person in self.mentors_of(group) | self.in_charge(group)

    def taker(self, paper: Paper) -> int | None:
        """Who has taken it, if they may still review it."""
        if paper.group is None or paper.taken is None:
            return None
        deputy = self.deputy_of(paper.taken, paper.group)
        return deputy or (paper.taken if paper.taken in self.in_charge(paper.group) else None)

    def decides(self, person: int | None, paper: Paper) -> bool:
        """Not what another has taken; whoever is away still may, if they like."""
        mine = paper.taken == person or self.taker(paper) in {None, person}
        return mine and paper.state in UNDECIDED and self.reviews(person, paper.group)

    def responsible(self, paper: Paper) -> set[int]:
        """Whom a waiting paper waits for."""
        if paper.group is None:
            return set()
        taker = self.taker(paper)
        return self.in_charge(paper.group) if taker is None else {taker}

    def names_of(self, person: int) -> set[str]:
        """As people were named when the programme began."""
        return {f"N{account}" for account, one in self.accounts.items() if one == person} | {f"N{person}"}

    def owes_consent(self, person: int | None) -> bool:
        return person is not None and self.agreed.get(person) not in {None, self.notice}

    def was_in(self, person: int | None, group: int, role: str) -> bool:
        return person is not None and any(one.person == person for one in self.of_group(group, role))

    def mentored_by(self, person: int, programme: int) -> set[int]:
        """Everybody who mentors somebody in that programme now, and whoever stands in for them."""
        theirs = [one.group for one in self._all() if one.person == person and one.role == "mentee"]
        near = [group for group in theirs if self.groups[group].programme == programme]
        return {one for group in near for one in self.mentors_of(group) | self.in_charge(group)}

    def on_duty(self, programme: int) -> set[int]:
        """Its managers, with deputies in the place of those who are away."""
        found = {one for of, one in self.managers if of == programme}
        for one in self.away.values():
            is_away = one.role == "manager" and one.programme == programme and self.lasts(one)
            if is_away and one.absent in found and one.deputy is not None:
                found = found - {one.absent} | {one.deputy}
        return found

    def reads_concern(self, person: int | None, concern: Concern) -> bool:
        """A manager, neither mentor of whoever raised it nor whom it is about, unless only a mentor is left."""
        managers = {one for of, one in self.managers if of == concern.programme} | self.on_duty(concern.programme)
        allowed = managers - {concern.person, concern.about}
        past = allowed - self.mentored_by(concern.person, concern.programme)
        return person in (past or allowed)

    def is_past_everybody(self, concern: Concern) -> bool:
        """The only managers left are whoever raised it and whom it is about."""
        managers = {one for of, one in self.managers if of == concern.programme} | self.on_duty(concern.programme)
        return managers <= {concern.person, concern.about}

    def takes_part(self, person: int | None, group: int) -> bool:
        here = (one for one in self.of_group(group) if one.person == person and one.person is not None)
        return any(one.state == "active" or one.state in READING_ON for one in here)

    def reads_filing(self, person: int | None, number: int) -> bool:
        """By its visibility; about themselves also what leaders read; what no longer stands there, whoever files."""
        filed = self.filings[number]
        if person is None:
            return False
        if filed.visibility == "managers":
            return self.manages(person, filed.group)
        if self.leads(person, filed.group):
            return True
        mine = filed.person == person or filed.visibility == "group"
        return filed.stands and mine and self.takes_part(person, filed.group)

    def programmes_of(self, person: int) -> set[int]:
        """Where they are or were, and what they manage."""
        theirs = {self.groups[one.group].programme for one in self.places_of(person)}
        return theirs | {programme for programme in self.programmes() if self.manages_programme(person, programme)}

    def only_manages(self, person: int) -> bool:
        managed = {of for of, one in self.managers if one == person}
        return any({one for of, one in self.managers if of == programme} == {person} for programme in managed)

    def reads(self, person: int | None, paper: Paper) -> bool:
        if person is None:
            return False
        if paper.group is None:
            return person == paper.mentee
        if self.reviews(person, paper.group) or self.manages(person, paper.group):
            return True
        return person == paper.mentee and self.takes_part(person, paper.group)

    def may_do(self, actor: int | None, place: Place, deed: str) -> bool:
        """A manager all of it; anybody pauses, comes back from a pause, or leaves, but not as the last mentor."""
        if actor is None:
            return False
        if self.manages(actor, place.group) and (actor != place.person or deed not in {"pause", "leave"}):
            return True
        if actor != place.person or not (self.takes_part(actor, place.group) or self.manages(actor, place.group)):
            return False
        if deed in {"pause", "leave"}:
            return not (self.mentors_of(place.group) == {actor} and place.role == "mentor" and place.state == "active")
        return deed == "return" and place.state == "paused"

    def become(self, place: Place, state: str) -> None:
        place.state, place.until, place.finished_with_group = state, None, False

    def erase(self, person: int, account: int) -> None:
        """They go from everywhere; what they asked is nobody's to answer."""
        self.wishes.discard(person)
        self.accounts.pop(account, None)
        self.agreed.pop(person, None)
        self.on_paper.discard(person)
        self.managers = {(programme, one) for programme, one in self.managers if one != person}
        for place in self.places_of(person):
            if place.state in HERE:
                self.become(place, "left")
        for question in self.questions.values():
            question.answered = question.answered or question.person == person

    def merge_people(self, duplicate: int, into: int) -> None:
        """One place for each role in a group; whichever takes part says so."""
        kept = {(one.group, one.role): one for one in self.places.values() if one.person == into}
        for number, one in [(number, one) for number, one in self.places.items() if one.person == duplicate]:
            same = kept.get((one.group, one.role))
            if same is None:
                one.person = into
                continue
            del self.places[number]
            if TAKES_PART.get(one.state, 0) > TAKES_PART.get(same.state, 0):
                self.become(same, one.state)
                same.until = one.until
        self.managers = {(programme, into if one == duplicate else one) for programme, one in self.managers}
        for away in self.away.values():
            away.absent = into if away.absent == duplicate else away.absent
            away.deputy = into if away.deputy == duplicate else away.deputy
        for concern in self.concerns.values():
            concern.person = into if concern.person == duplicate else concern.person
            concern.about = into if concern.about == duplicate else concern.about
            concern.seen = into if concern.seen == duplicate else concern.seen
        for question in self.questions.values():
            question.person = into if question.person == duplicate else question.person
        self.wishes = {into if one == duplicate else one for one in self.wishes}
        theirs = self.agreed.pop(duplicate, None)
        self.agreed[into] = self.agreed.get(into) or theirs
        for paper in self.papers.values():
            paper.mentee = into if paper.mentee == duplicate else paper.mentee
            paper.taken = into if paper.taken == duplicate else paper.taken
