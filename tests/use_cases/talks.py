"""A talk that Maria has, step by step, on the real record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.interviews import OVERALL, QUESTIONS, Interview, InterviewKind, Rating, steps
from mentoring.people import Person, Role
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.interviewing import (
    BeginFinal,
    BeginTalk,
    Go,
    OfTalk,
    Rate,
    Step,
    begin_final,
    begin_talk,
    finish,
    rate,
    step,
)
from tests.use_cases.a_group import Nova

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.people import Membership


@dataclass
class Talking:
    nova: Nova
    leader: Person

    @property
    def by(self) -> Acting:
        return self.nova.by(self.leader, pressed=7)

    def place(self, person: Person) -> Membership:
        found = self.nova.desk.record.memberships.of_group(self.nova.group.id)
        return next(one for one in found if one.person_id == person.id)

    def begins(self, person: Person, *, anew: bool = False) -> Interview:
        command = BeginTalk(by=self.by, membership_id=self.place(person).id, anew=anew)
        self.nova.desk.does(begin_talk, command)
        return self.of(person)

    def of(self, person: Person) -> Interview:
        held = self.nova.desk.record.interviews.of_group(self.nova.group.id)
        return [one for one in held if one.person_id == person.id][-1]

    def types(self, text: str, *, message_id: int = 50) -> None:
        by = replace(self.nova.by(self.leader), message_id=message_id)
        self.nova.desk.does(answer, Answer(by=by, text=text, message_id=message_id))

    def goes(self, talk: Interview, place: int, go: Go) -> None:
        self.nova.desk.does(step, Step(by=self.by, interview_id=talk.id, place=place, go=go))

    def rates(self, talk: Interview, place: int, rating: Rating) -> None:
        self.nova.desk.does(rate, Rate(by=self.by, interview_id=talk.id, place=place, rating=rating))

    def is_done_with(self, person: Person, rating: Rating = Rating.GREEN) -> Interview:
        """Every question answered by its own name, nothing agreed on."""
        talk = self.begins(person)
        for question in QUESTIONS[talk.kind]:
            self.types(f"About {question}")
        self.types("no")
        self.rates(talk, steps(talk.kind).index(OVERALL), rating)
        self.nova.desk.does(finish, OfTalk(by=self.by, interview_id=talk.id))
        return self.of(person)

    def discusses(self) -> Interview:
        self.nova.desk.does(begin_final, BeginFinal(by=self.by, group_id=self.nova.group.id))
        held = self.nova.desk.record.interviews.of_group(self.nova.group.id)
        return next(one for one in held if one.kind is InterviewKind.FINAL)

    def also_manages(self, person: Person) -> None:
        self.nova.desk.record.managers.add(person.id, self.nova.programme.id, self.nova.desk.now)

    def also_mentors(self, person: Person) -> None:
        self.nova.joins(self.nova.group, person, Role.MENTOR)
