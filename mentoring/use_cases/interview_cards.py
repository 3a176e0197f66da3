"""What whoever leads a talk sees at each place of it, and where their typed words go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.interviews import AGREED, OVERALL, QUESTIONS, WHO, InterviewKind, InterviewState, reached, step_at, steps
from mentoring.notices.interviews import (
    Agreement,
    Helper,
    Misread,
    Noted,
    TalkAgreed,
    TalkOverall,
    TalkQuestion,
    TalkSeen,
    TalkStopped,
    TalkSummary,
    TalkToCorrect,
)
from mentoring.people import Role
from mentoring.places import STAYING
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.use_cases import interview_sheets, open_questions
from mentoring.use_cases.interview_doors import Talk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mentoring.interviews import Interview
    from mentoring.notices.interviews import AboutTalk
    from mentoring.ports import Record
    from mentoring.said_days import Said


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """Whoever leads the talk, and the place of it at which they are."""

    by: Acting
    talk: Talk
    place: int
    now: datetime

    @property
    def step(self) -> str | None:
        return step_at(self.talk.interview.kind, self.place)

    @property
    def noted(self) -> str:
        """The words of the answer at this place, or what was agreed."""
        if self.step == AGREED:
            return self.talk.interview.action
        answer = self.talk.interview.answer(self.step or "")
        return "" if answer is None else answer.text

    def to(self, place: int) -> Here:
        return replace(self, place=place)


def show(record: Record, here: Here, *, misread: Misread | None = None, said: Said | None = None) -> None:
    """The card of that place, which may be answered by typing; of what is done only by pressing."""
    if here.step is None and here.talk.interview.state is InterviewState.DONE:
        record.prompts.close(here.by.telegram_id)
    else:
        _listen(record, here)
    notices.answer(record, here.by, here.talk.manager, _card(record, here, misread, said))


def _listen(record: Record, here: Here) -> None:
    """The prompt remembers which messages answered what, because they may be edited, and how the answer read."""
    before = _open(record, here)
    open_questions.give_up(record, here.talk.manager, here.now)
    _ask(record, here, {**({} if before is None else before.draft), "place": here.place, "seen": here.noted})


def remember(record: Record, here: Here, question: str) -> None:
    """That the message which was just typed answers it."""
    before = _open(record, here)
    if before is not None and here.by.pressed is None and here.by.message_id is not None:
        _ask(record, here, {**before.draft, said_in(question): here.by.message_id})


def said_in(question: str) -> str:
    """The key of the message whose words answer it."""
    return f"said_{question}"


def _open(record: Record, here: Here) -> Prompt | None:
    prompt = record.prompts.of(here.by.telegram_id, here.now)
    is_same = prompt is not None and prompt.asking is Asking.INTERVIEW
    return prompt if is_same and prompt and prompt.number("interview") == here.talk.interview.id else None


def _ask(record: Record, here: Here, draft: Mapping[str, str | int]) -> None:
    asked, expires_at = {**draft, "interview": here.talk.interview.id}, here.now + VALID
    record.prompts.ask(
        Prompt(telegram_id=here.by.telegram_id, asking=Asking.INTERVIEW, draft=asked, expires_at=expires_at)
    )


def stop(record: Record, here: Here) -> None:
    record.prompts.close(here.by.telegram_id)
    interview = here.talk.interview
    stopped = TalkStopped(talk=seen(here.talk), place=reached(interview), count=len(QUESTIONS[interview.kind]))
    notices.answer(record, here.by, here.talk.manager, stopped)


def to_correct(record: Record, by: Acting, talk: Talk) -> None:
    record.prompts.close(by.telegram_id)
    card = TalkToCorrect(talk=seen(talk), questions=steps(talk.interview.kind))
    notices.answer(record, by, talk.manager, card)


def seen(talk: Talk) -> TalkSeen:
    return TalkSeen(
        interview_id=talk.interview.id,
        group_id=talk.group.id,
        group=talk.group.name,
        kind=talk.interview.kind,
        name="" if talk.place is None else talk.place.name,
        left=talk.left,
        own_group=talk.own_group and talk.interview.kind is not InterviewKind.FINAL,
    )


def _card(record: Record, here: Here, misread: Misread | None, said: Said | None) -> AboutTalk:
    talk, place, today = here.talk, here.place, zones.wall(here.now, here.talk.manager.zone).date()
    if here.step is None:
        return _summary(record, talk, today)
    if here.step in QUESTIONS[talk.interview.kind]:
        return _question(talk, here.step, place, misread)
    agreed = agreement(talk.interview)
    if here.step == OVERALL:
        return TalkOverall(talk=seen(talk), place=place, agreed=agreed, today=today, misread=misread)
    return TalkAgreed(
        talk=seen(talk),
        step=here.step,
        place=place,
        agreed=agreed,
        today=today,
        helpers=helpers(record, talk) if here.step == WHO else (),
        offered=() if said is None else tuple(one.day for one in said.readings if one.day is not None),
        doubt=None if said is None else said.doubt,
        misread=misread,
    )


def _question(talk: Talk, step: str, place: int, misread: Misread | None) -> TalkQuestion:
    before = talk.interview.answer(step)
    return TalkQuestion(
        talk=seen(talk),
        question=step,
        place=place,
        count=len(QUESTIONS[talk.interview.kind]),
        said="" if before is None else before.text,
        rating=None if before is None else before.rating,
        answered=before is not None,
        misread=misread,
    )


def _summary(record: Record, talk: Talk, today: date) -> TalkSummary:
    interview = talk.interview
    is_done = interview.state is InterviewState.DONE
    document = interview_sheets.document_for(record, talk.group, interview.kind)
    return TalkSummary(
        talk=seen(talk),
        answers=tuple(Noted(question=one.question, text=one.text, rating=one.rating) for one in _in_order(interview)),
        agreed=agreement(interview),
        today=today,
        rating=interview.rating,
        done_at=interview.ended_at,
        membership_id=None if talk.place is None or talk.left else talk.place.id,
        has_form=is_done and document is not None,
        can_file=is_done and interview_sheets.can_file(record, talk),
    )


def _in_order(interview: Interview) -> list[Noted]:
    """What was neither said nor rated is left out."""
    found = (interview.answer(one) for one in QUESTIONS[interview.kind])
    return [
        Noted(question=one.question, text=one.text, rating=one.rating)
        for one in found
        if one is not None and (one.text or one.rating)
    ]


def agreement(interview: Interview) -> Agreement:
    return Agreement(action=interview.action, who=interview.who, until=interview.until)


def helpers(record: Record, talk: Talk) -> tuple[Helper, ...]:
    """Whoever is asked, who asks, and the mentors of the group."""
    asked = [] if talk.place is None or talk.place.person_id is None else [(talk.place.person_id, talk.place.name)]
    mentors = [
        (one.person_id, one.name)
        for one in record.memberships.of_group(talk.group.id, Role.MENTOR)
        if one.person_id is not None and one.state in STAYING
    ]
    named = dict([*mentors, (talk.manager.id, talk.manager.name), *asked])
    in_order = dict.fromkeys([*(one for one, _ in asked), talk.manager.id, *(one for one, _ in mentors)])
    return tuple(Helper(person_id=one, name=named[one]) for one in in_order)
