"""A mentor or a manager goes away for a while: for which place, from when until when, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentoring import away_drafts, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.away_drafts import AwayDraft, AwayStep, Cover
from mentoring.ids import PersonId
from mentoring.notices.absences import GoingAway
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.said_days import day_said
from mentoring.use_cases import absences, home, open_questions
from mentoring.use_cases.deputies import candidates, place_of, places_of
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.absences import PlaceOfWork
    from mentoring.people import Person
    from mentoring.ports import Record

#: Whoever is away for longer than this is replaced rather than stood in for.
LONGEST = timedelta(days=183)
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True, slots=True)
class GoAway:
    by: Acting


def go_away(record: Record, command: GoAway, now: datetime) -> None:
    """With one place and nothing planned yet, the days are asked for at once."""
    person = authorise(record, command.by, Act.GO_AWAY).known()
    by, places = beside_cards(record, command.by), places_of(record, person)
    lasting = record.absences.of_absent(person.id)
    if not places and not lasting:
        raise Refusal(Why.NOT_ALLOWED)
    open_questions.give_up(record, person, now)
    draft = AwayDraft(step=AwayStep.PLACE, zone=person.zone)
    if len(places) == 1 and not lasting:
        draft = _at(draft, places[0])
    _ask(record, by, person, draft, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseAway:
    """One answer: exactly one of these. `page` only turns the calendar; `number` is of a group or a programme."""

    by: Acting
    role: Role | None = None
    number: int = 0
    page: date | None = None
    day: date | None = None
    deputy_id: PersonId | None = None
    cover: Cover | None = None


def choose_away(record: Record, command: ChooseAway, now: datetime) -> None:
    person, draft = _answered(record, command.by, now)
    by = command.by
    match command:
        case ChooseAway(role=Role() as role, number=number):
            _ask(record, by, person, _at(draft, _offered_place(record, person, role, number)), now)
        case ChooseAway(page=date() as page):
            _expect(draft, AwayStep.FIRST_DAY, AwayStep.LAST_DAY)
            _ask(record, by, person, draft, now, page=page)
        case ChooseAway(day=date() as day):
            _expect(draft, AwayStep.FIRST_DAY, AwayStep.LAST_DAY)
            _ask(record, by, person, _with_day(draft, day, now), now)
        case ChooseAway(deputy_id=int() as deputy_id):
            _expect(draft, AwayStep.DEPUTY)
            _ask(record, by, person, _with_deputy(record, person, draft, deputy_id, now), now)
        case ChooseAway(cover=Cover() as cover):
            _expect(draft, AwayStep.DEPUTY)
            _ask(record, by, person, _covered(draft, cover), now)
        case _:
            raise Refusal(Why.NOT_UNDERSTOOD)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Typed instead of pressed: a place's or a person's name, a day, yes or no."""
    person, draft = _answered(record, by, now)
    match draft.step, understood(text):
        case AwayStep.CONFIRM, True if draft.cover is not Cover.LINK:
            return confirm_away(record, ConfirmAway(by=by, token=""), now)
        case AwayStep.CONFIRM, False:
            return home.open_home(record, home.OpenHome(by=by), now)
        case _:
            after = _typed(record, person, draft, text, now)
            return _ask(record, by, person, after or draft, now, misread=after is None)


def _typed(record: Record, person: Person, draft: AwayDraft, text: str, now: datetime) -> AwayDraft | None:
    said = text.strip().casefold()
    match draft.step:
        case AwayStep.PLACE:
            place = next((one for one in places_of(record, person) if one.name.casefold() == said), None)
            return None if place is None else _at(draft, place)
        case AwayStep.FIRST_DAY | AwayStep.LAST_DAY:
            day = day_said(text, today=_today(draft, now))
            return None if day is None or not _is_possible(draft, day, now) else _with_day(draft, day, now)
        case AwayStep.DEPUTY:
            known = (one for one in candidates(record, person, draft, now) if one.name.casefold() == said)
            chosen = next(known, None)
            return None if chosen is None else _with_deputy(record, person, draft, chosen.person_id, now)
        case AwayStep.CONFIRM:
            return None


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmAway:
    """`token` becomes the deputy's link, where one was asked for."""

    by: Acting
    token: str


def confirm_away(record: Record, command: ConfirmAway, now: datetime) -> None:
    person, draft = _answered(record, command.by, now)
    _expect(draft, AwayStep.CONFIRM)
    place = place_of(record, draft)
    if place not in places_of(record, person):
        raise Refusal(Why.ALREADY_DONE)
    if draft.ends_at is None or draft.ends_at <= now:
        raise Refusal(Why.TOO_LATE)
    if draft.deputy_id is not None:
        _with_deputy(record, person, draft, draft.deputy_id, now)
    record.prompts.close(command.by.telegram_id)
    absences.arrange(record, command.by, person, draft, now, token=command.token)


def _at(draft: AwayDraft, place: PlaceOfWork) -> AwayDraft:
    return replace(
        draft, role=place.role, programme_id=place.programme_id, group_id=place.group_id, step=AwayStep.FIRST_DAY
    )


def _offered_place(record: Record, person: Person, role: Role, number: int) -> PlaceOfWork:
    for place in places_of(record, person):
        if place.role is role and number == (place.group_id or place.programme_id):
            return place
    raise Refusal(Why.NOT_ALLOWED)


def _with_day(draft: AwayDraft, day: date, now: datetime) -> AwayDraft:
    if not _is_possible(draft, day, now):
        raise Refusal(Why.TOO_LATE)
    if draft.step is AwayStep.FIRST_DAY:
        return replace(draft, first=day, last=None, step=AwayStep.LAST_DAY)
    return replace(draft, last=day, cover=None, deputy_id=None, step=AwayStep.DEPUTY)


def _is_possible(draft: AwayDraft, day: date, now: datetime) -> bool:
    if draft.step is AwayStep.FIRST_DAY or draft.first is None:
        return _today(draft, now) <= day <= _today(draft, now) + FURTHEST
    return draft.first <= day <= draft.first + LONGEST


def _with_deputy(record: Record, person: Person, draft: AwayDraft, deputy_id: PersonId, now: datetime) -> AwayDraft:
    if not any(one.person_id == deputy_id for one in candidates(record, person, draft, now)):
        raise Refusal(Why.GONE)
    return replace(draft, cover=Cover.PERSON, deputy_id=deputy_id, step=AwayStep.CONFIRM)


def _covered(draft: AwayDraft, cover: Cover) -> AwayDraft:
    """A mentor's work always goes on with somebody."""
    if draft.role is not Role.MANAGER or cover is Cover.PERSON:
        raise Refusal(Why.NOT_ALLOWED)
    return replace(draft, cover=cover, deputy_id=None, step=AwayStep.CONFIRM)


def _answered(record: Record, by: Acting, now: datetime) -> tuple[Person, AwayDraft]:
    """Raises Refusal for a button of an absence that is arranged, or given up."""
    person = authorise(record, by, Act.GO_AWAY).known()
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.GOING_AWAY:
        raise Refusal(Why.GONE)
    return person, away_drafts.read(prompt)


def _expect(draft: AwayDraft, *steps: AwayStep) -> None:
    if draft.step not in steps:
        raise Refusal(Why.ALREADY_DONE)


def _today(draft: AwayDraft, now: datetime) -> date:
    return zones.wall(now, draft.zone).date()


def _ask(
    record: Record,
    by: Acting,
    person: Person,
    draft: AwayDraft,
    now: datetime,
    *,
    page: date | None = None,
    misread: bool = False,
) -> None:
    record.prompts.ask(
        Prompt(
            telegram_id=by.telegram_id,
            asking=Asking.GOING_AWAY,
            draft=away_drafts.stored(draft),
            expires_at=now + VALID,
        )
    )
    today = _today(draft, now)
    begins = draft.first if draft.step is AwayStep.LAST_DAY and draft.first is not None else today
    asks_place = draft.step is AwayStep.PLACE
    question = GoingAway(
        step=draft.step,
        today=begins,
        month=page or begins,
        places=tuple(places_of(record, person)) if asks_place else (),
        lasting=absences.own(record, person, now) if asks_place else (),
        place=None if asks_place else place_of(record, draft),
        first=draft.first,
        last=draft.last,
        candidates=tuple(candidates(record, person, draft, now)) if draft.step is AwayStep.DEPUTY else (),
        cover=draft.cover,
        deputy=record.people.by_id(draft.deputy_id).name if draft.deputy_id else "",
        others=absences.others_managing(record, person, draft),
        misread=misread,
    )
    notices.answer(record, by, person, question)
