"""Whoever leads fills in the plan of one session, field by field; cards follow in silence where nobody must hurry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring import names, notices, plan_fields, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.notices.plan_fields import AskPlanField, SessionPlan
from mentoring.notices.sessions import News
from mentoring.people import Person
from mentoring.plan_fields import BETWEEN, KINDS, LONGEST, NOTHING, ONLY_CHOSEN, SHORTEST, PlanField
from mentoring.ports import Record
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.said_lengths import length_said
from mentoring.sessions import Place, Session, is_worth_waking
from mentoring.use_cases import kit_titles, open_questions, plan_options, session_cards, session_changes
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.session_doors import of_session
from mentoring.use_cases.yes_no import understood


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """A session's plan in the hands of whoever leads it."""

    record: Record
    by: Acting
    person: Person
    session: Session
    now: datetime

    def show(self, *, changed: bool = False) -> None:
        self.record.prompts.close(self.by.telegram_id)
        session, group = self.session, self.record.groups.by_id(self.session.group_id)
        documents = kit_titles.of_codes(self.record, group, session.documents)
        card = SessionPlan(
            session=session_cards.seen(session, group.name, documents),
            fields=tuple(one for one in PlanField if plan_fields.can_fill(session, one, self.now)),
            aim=session.aim,
            goals=session.goals,
            responsible=session.responsible,
            changed=changed,
        )
        notices.answer(self.record, beside_cards(self.record, self.by), self.person, card)

    def ask(self, field: PlanField, *, page: int = 0, misread: bool = False) -> None:
        """Typed words answer it as long as nothing else is asked."""
        session, group = self.session, self.record.groups.by_id(self.session.group_id)
        found = plan_options.choices(self.record, group, session.kind, field, self.person.language)
        page = min(max(page, 0), plan_options.pages_of(found) - 1)
        open_questions.give_up(self.record, self.person, self.now)
        draft: dict[str, str | int] = {"session_id": session.id, "field": field.value, "page": page}
        asked = Prompt(
            telegram_id=self.by.telegram_id, asking=Asking.PLAN_FIELD, draft=draft, expires_at=self.now + VALID
        )
        self.record.prompts.ask(asked)
        question = AskPlanField(
            session=session_cards.seen(session, group.name, kit_titles.of_codes(self.record, group, session.documents)),
            field=field,
            said=plan_fields.words_of(session, field),
            options=plan_options.shown(plan_options.on_page(found, page), _chosen(session, field), field),
            page=page,
            pages=plan_options.pages_of(found),
            misread=misread,
        )
        notices.answer(self.record, self.by, self.person, question)

    def says(self, after: Session) -> Filling:
        """The same, once the record says so. Raises Refusal where somebody changed it first."""
        if not self.record.sessions.change(self.session, after):
            raise Refusal(Why.ALREADY_DONE)
        return replace(self, session=self.record.sessions.by_id(after.id) or after)


def _chosen(session: Session, field: PlanField) -> str:
    match field:
        case PlanField.LENGTH:
            return str((session.ends_at - session.starts_at) // timedelta(minutes=1))
        case PlanField.PLACE:
            return session.place.value
        case PlanField.KIND:
            return str(1 + KINDS.index((session.kind, session.stage))) if (session.kind, session.stage) in KINDS else ""
        case _:
            return plan_fields.words_of(session, field)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPlan:
    by: Acting
    session_id: SessionId


def open_plan(record: Record, command: OpenPlan, now: datetime) -> None:
    filling = _led(record, command.by, command.session_id, now)
    if not plan_fields.is_open(filling.session):
        raise Refusal(Why.GONE)
    open_questions.give_up(record, filling.person, now)
    filling.show()


@dataclass(frozen=True, kw_only=True, slots=True)
class AskField:
    by: Acting
    session_id: SessionId
    field: PlanField
    page: int


def ask_field(record: Record, command: AskField, now: datetime) -> None:
    filling = _fillable(record, command.by, command.session_id, command.field, now=now)
    filling.ask(command.field, page=command.page)


@dataclass(frozen=True, kw_only=True, slots=True)
class PickOption:
    """`key` is of a choice; NOTHING empties the field."""

    by: Acting
    session_id: SessionId
    field: PlanField
    key: int
    page: int


def pick_option(record: Record, command: PickOption, now: datetime) -> None:
    """Where several can be chosen the question stays."""
    filling, field = _fillable(record, command.by, command.session_id, command.field, now=now), command.field
    if command.key == NOTHING and field not in plan_fields.FIXED_AT_THE_START:
        return _fill(filling, field, plan_fields.with_words(filling.session, field, ""))
    group = record.groups.by_id(filling.session.group_id)
    found = plan_options.choices(record, group, filling.session.kind, field, filling.person.language)
    choice = next((one for one in found if one.key == command.key), None)
    if choice is None:
        raise Refusal(Why.GONE)
    if field in BETWEEN:
        said = plan_fields.toggled(plan_fields.words_of(filling.session, field), choice.value, field)
        changed = filling.says(plan_fields.with_words(filling.session, field, said))
        _follow(changed, field, filling.session)
        return changed.ask(field, page=command.page)
    return _fill(filling, field, _with(filling.session, field, choice.value))


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    field = PlanField(prompt.words("field"))
    filling = _fillable(record, by, SessionId(prompt.number("session_id")), field, now=now)
    after = _meant(filling.session, field, text)
    if after is None:
        return filling.ask(field, page=prompt.number("page"), misread=True)
    return _fill(filling, field, after)


def _meant(session: Session, field: PlanField, text: str) -> Session | None:
    """“No” empties a field of words."""
    if field is PlanField.LENGTH:
        length = length_said(text, zones.wall(session.starts_at, session.zone))
        return None if length is None else lasting(session, length)
    words = "" if understood(text) is False else names.cleaned_words(text)
    if field in ONLY_CHOSEN or not (words or understood(text) is False):
        return None
    return plan_fields.with_words(session, field, words)


def _with(session: Session, field: PlanField, value: str) -> Session:
    match field:
        case PlanField.LENGTH:
            return lasting(session, timedelta(minutes=int(value)))
        case PlanField.PLACE:
            place = Place(value)
            return replace(session, place=place, address="" if place is Place.CHAT else session.address)
        case PlanField.KIND:
            kind, stage = KINDS[int(value) - 1]
            return replace(session, kind=kind, stage=stage)
        case _:
            return plan_fields.with_words(session, field, value)


def lasting(session: Session, length: timedelta) -> Session:
    """What was to be told about its end is told anew: that goes by how often it has been moved."""
    if not SHORTEST <= length <= LONGEST:
        raise Refusal(Why.NOT_UNDERSTOOD)
    return replace(session, ends_at=session.starts_at + length, moves=session.moves + 1)


def _fill(filling: Filling, field: PlanField, after: Session) -> None:
    before = filling.session
    if _is_same(before, after):
        return filling.show()
    changed = filling.says(after)
    _follow(changed, field, before)
    return changed.show(changed=True)


def _is_same(before: Session, after: Session) -> bool:
    return replace(after, moves=before.moves) == before


def _follow(changed: Filling, field: PlanField, before: Session) -> None:
    """Whoever comes is rung for another place, and for another length when there is not much time left."""
    record, now = changed.record, changed.now
    if field is PlanField.LENGTH:
        session_cards.stop_clock(record, before)
    of = session_cards.gathering(record, changed.session)
    if field in {PlanField.LENGTH, PlanField.PLACE}:
        session_cards.set_clock(record, of, now)
    if field is PlanField.PLACE:
        return session_changes.tell_those_coming(record, of, now, News.PLACE)
    if field is PlanField.LENGTH and is_worth_waking(changed.session, now):
        return session_changes.tell_those_coming(record, of, now, News.LENGTH)
    return session_cards.refresh_quietly(record, of, now)


def _fillable(record: Record, by: Acting, session_id: SessionId, field: PlanField, *, now: datetime) -> Filling:
    filling = _led(record, by, session_id, now)
    if not plan_fields.can_fill(filling.session, field, now):
        raise Refusal(Why.GONE)
    return filling


def _led(record: Record, by: Acting, session_id: SessionId, now: datetime) -> Filling:
    actor, session = of_session(record, by, session_id, Act.PLAN_SESSION)
    return Filling(record=record, by=by, person=actor.known(), session=session, now=now)
