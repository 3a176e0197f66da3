"""Answers to what is asked before a plan is proposed: pressed, or typed and read back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING

from mentoring import names, topics
from mentoring.acting import Acting
from mentoring.drafted_plans import MOST_CHOSEN, DraftStep
from mentoring.groups import GroupState
from mentoring.plan_readings import PlanReadingId, ReadingState
from mentoring.refusals import Refusal, Why
from mentoring.rhythm import Often
from mentoring.said_rhythms import rhythm_said
from mentoring.sessions import Place
from mentoring.topics import LONGEST_TOPIC
from mentoring.use_cases import draft_cards, draft_rows, home
from mentoring.use_cases.draft_cards import draft_of, ground_of, show
from mentoring.use_cases.plan_drafts import OfDraft, on_to, own_running, with_draft
from mentoring.use_cases.planning import LONGEST_ADDRESS
from mentoring.wall_times import is_night

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.drafted_plans import DraftedPlan
    from mentoring.people import Person
    from mentoring.plan_readings import PlanReading
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

LONGEST_GOAL, MOST_GOALS = 200, 20
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Choose:
    """One answer: exactly one of these; `on` is for what is ticked."""

    by: Acting
    reading_id: PlanReadingId
    weekday: int | None = None
    at: time | None = None
    often: Often | None = None
    place: Place | None = None
    as_last: bool = False
    topic: int | None = None
    on: bool = True
    page: int = 0


def choose(record: Record, command: Choose, now: datetime) -> None:
    person, reading = own_running(record, command.by, command.reading_id)
    draft = draft_of(reading)
    match command:
        case Choose(weekday=int() as weekday):
            _expect(draft, DraftStep.WHEN)
            after = with_draft(record, reading, replace(draft, weekdays=_ticked(draft, weekday, on=command.on)))
        case Choose(at=time() as at):
            _expect(draft, DraftStep.WHEN)
            after = with_draft(record, reading, replace(draft, at=_possible(at)))
        case Choose(often=Often() as often):
            _expect(draft, DraftStep.OFTEN)
            after = _rhythm_chosen(record, reading, replace(draft, often=often), now)
        case Choose(place=Place() as place):
            _expect(draft, DraftStep.PLACE)
            after = on_to(record, reading, replace(draft, place=place, address=""), _after_place(place), now)
        case Choose(topic=int() as key):
            _expect(draft, DraftStep.TOPICS)
            after = with_draft(record, reading, replace(draft, topics=_topics(record, reading, key, on=command.on)))
        case Choose(as_last=True):
            _expect(draft, DraftStep.PLACE)
            after = _as_last(record, reading, draft, now)
        case _:
            raise Refusal(Why.NOT_UNDERSTOOD)
    show(record, command.by, person, after, now, page=command.page)


def _expect(draft: DraftedPlan, step: DraftStep) -> None:
    if draft.step is not step:
        raise Refusal(Why.ALREADY_DONE)


def _ticked(draft: DraftedPlan, weekday: int, *, on: bool) -> tuple[int, ...]:
    if not 0 <= weekday < _DAYS_OF_A_WEEK:
        raise Refusal(Why.NOT_UNDERSTOOD)
    others = [one for one in draft.weekdays if one != weekday]
    return tuple(sorted([*others, weekday] if on else others))


def _possible(at: time) -> time:
    if is_night(at):
        raise Refusal(Why.NOT_UNDERSTOOD)
    return at


def _rhythm_chosen(record: Record, reading: PlanReading, draft: DraftedPlan, now: datetime) -> PlanReading:
    """Whoever has seen a plan already only wanted another rhythm."""
    return on_to(record, reading, draft, DraftStep.WHOLE if draft.rows else DraftStep.PLACE, now)


def _after_place(place: Place) -> DraftStep:
    return DraftStep.TOPICS if place is Place.CHAT else DraftStep.ADDRESS


def _as_last(record: Record, reading: PlanReading, draft: DraftedPlan, now: datetime) -> PlanReading:
    standing = ground_of(record, reading).standing
    if not standing:
        raise Refusal(Why.GONE)
    same = replace(draft, place=standing[-1].place, address=standing[-1].address)
    return on_to(record, reading, same, DraftStep.TOPICS, now)


def _topics(record: Record, reading: PlanReading, key: int, *, on: bool) -> tuple[str, ...]:
    of, draft = ground_of(record, reading), draft_of(reading)
    found = next((one for one in of.catalogue if one.key == key), None)
    if found is None:
        raise Refusal(Why.GONE)
    words = found.said(of.group.language)
    others = tuple(one for one in draft.topics if one != words)
    return (*others, words)[:MOST_CHOSEN] if on else others


def clear_goals(record: Record, command: OfDraft, now: datetime) -> None:
    person, reading = own_running(record, command.by, command.reading_id)
    _expect(draft_of(reading), DraftStep.GOALS)
    record.groups.save(replace(ground_of(record, reading).group, goals=""))
    show(record, command.by, person, reading, now)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Of a draft that is over nobody waits for words."""
    reading_id = PlanReadingId(prompt.number("reading"))
    if _is_open(record, reading_id):
        _read(record, by, text, reading_id, now)
    else:
        home.open_home(record, home.OpenHome(by=by), now)


def _read(record: Record, by: Acting, text: str, reading_id: PlanReadingId, now: datetime) -> None:
    """What answers nothing shows the card once more."""
    person, reading = own_running(record, by, reading_id)
    draft, words = draft_of(reading), names.cleaned_words(text)
    match draft.step:
        case _ if not words:
            show(record, by, person, reading, now)
        case DraftStep.WHEN | DraftStep.OFTEN:
            _rhythm_typed(record, by, person, reading, words, now=now)
        case DraftStep.ADDRESS:
            after = replace(draft, address=words[:LONGEST_ADDRESS])
            show(record, by, person, on_to(record, reading, after, DraftStep.TOPICS, now), now)
        case DraftStep.TOPICS:
            show(record, by, person, _topic_typed(record, reading, draft, words), now)
        case DraftStep.GOALS:
            _add_goals(record, reading, text)
            show(record, by, person, reading, now)
        case DraftStep.ROW | DraftStep.ROW_DAY | DraftStep.ROW_TIME | DraftStep.ROW_TOPIC:
            draft_rows.typed(record, by, person, reading, words, now=now)
        case _:
            show(record, by, person, reading, now)


def _is_open(record: Record, reading_id: PlanReadingId) -> bool:
    reading = record.plan_readings.by_id(reading_id)
    if reading is None or reading.group_id is None or reading.state is not ReadingState.OPEN:
        return False
    return record.groups.by_id(reading.group_id).state is GroupState.RUNNING


def _rhythm_typed(
    record: Record, by: Acting, person: Person, reading: PlanReading, words: str, *, now: datetime
) -> None:
    """What was understood of it is kept; the rest is asked."""
    said, draft = rhythm_said(words), draft_of(reading)
    known = replace(
        draft,
        weekdays=said.weekdays or draft.weekdays,
        at=said.at or draft.at,
        often=said.often or draft.often,
    )
    if said.doubt is not None:
        after = with_draft(record, reading, replace(known, step=DraftStep.WHEN))
        return draft_cards.ask(record, by, person, after, draft_cards.question(record, after, now, said=said), now=now)
    if said.often is not None and known.rhythm is not None:
        return show(record, by, person, _rhythm_chosen(record, reading, known, now), now)
    return show(record, by, person, with_draft(record, reading, known), now)


def _topic_typed(record: Record, reading: PlanReading, draft: DraftedPlan, words: str) -> PlanReading:
    of = ground_of(record, reading)
    said = topics.known(words[:LONGEST_TOPIC], of.catalogue).said(of.group.language)
    others = tuple(one for one in draft.topics if one != said)
    return with_draft(record, reading, replace(draft, topics=(*others, said)[-MOST_CHOSEN:]))


def _add_goals(record: Record, reading: PlanReading, text: str) -> None:
    """One from each line, each once."""
    of = ground_of(record, reading)
    said = (names.cleaned_words(line).lstrip("-–—•*· ")[:LONGEST_GOAL] for line in text.splitlines())
    goals = [*dict.fromkeys([*of.goals, *(one for one in said if one)])]
    record.groups.save(replace(of.group, goals="\n".join(goals[:MOST_GOALS])))
