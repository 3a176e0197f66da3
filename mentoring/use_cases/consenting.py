"""The privacy notice before somebody is in: to agree, to allow quotes or not, or to decline and leave no trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, ways_in
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices import PLAIN
from mentoring.notices.joining import Declined, SomebodyDeclined
from mentoring.permissions import authorise
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import joining
from mentoring.use_cases import joining_questions as questions
from mentoring.use_cases.asking import open_question, spoken_to
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.ways_in import Way

#: How long somebody who declined can still say who they are, or think again; then what they told is forgotten.
SECOND_THOUGHTS = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPrivacy:
    """The six lines or the whole text; also by whoever has just declined and thinks again."""

    by: Acting
    whole: bool


def read_privacy(record: Record, command: ReadPrivacy, now: datetime) -> None:
    way = _way(record, command.by, now, Asking.CONSENT, Asking.DECLINED)
    questions.consent(record, command.by, way, now, whole=command.whole)


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowQuotes:
    by: Acting
    yes: bool


def allow_quotes(record: Record, command: AllowQuotes, now: datetime) -> None:
    way = _way(record, command.by, now, Asking.CONSENT)
    questions.consent(record, command.by, replace(way, quotes=command.yes), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Agree:
    by: Acting


def agree(record: Record, command: Agree, now: datetime) -> None:
    way = _way(record, command.by, now, Asking.CONSENT)
    joining.go_on(record, command.by, replace(way, agreed=True), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagree:
    by: Acting


def disagree(record: Record, command: Disagree, now: datetime) -> None:
    """Nothing was kept but the open question, and that goes; the managers hear that it was somebody."""
    way = _way(record, command.by, now, Asking.CONSENT)
    draft = {**ways_in.as_draft(way), "at": int(now.timestamp())}
    asked = Prompt(
        telegram_id=command.by.telegram_id, asking=Asking.DECLINED, draft=draft, expires_at=now + SECOND_THOUGHTS
    )
    record.prompts.ask(asked)
    known = record.people.by_telegram_id(command.by.telegram_id)
    notices.answer(record, spoken_to(command.by, way.language), known, Declined(told=False))
    _tell_managers(record, way, SomebodyDeclined(at=asked.number("at"), group_name=_group_name(record, way)))


@dataclass(frozen=True, kw_only=True, slots=True)
class TellManager:
    by: Acting


def tell_manager(record: Record, command: TellManager, now: datetime) -> None:
    """Whoever declined wants the manager to know that it was them."""
    authorise(record, command.by, Act.CONSENT)
    prompt = open_question(record, command.by, now, Asking.DECLINED)
    if prompt is None:
        raise Refusal(Why.GONE)
    way = ways_in.of_draft(prompt.draft)
    record.prompts.close(command.by.telegram_id)
    known = record.people.by_telegram_id(command.by.telegram_id)
    notices.answer(record, spoken_to(command.by, way.language), known, Declined(told=True))
    named = SomebodyDeclined(
        at=prompt.number("at"), group_name=_group_name(record, way), name=questions.name_on(record, way)
    )
    _tell_managers(record, way, named)


def consent_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    match understood(text):
        case True:
            agree(record, Agree(by=by), now)
        case False:
            disagree(record, Disagree(by=by), now)
        case None:
            read_privacy(record, ReadPrivacy(by=by, whole=False), now)


def declined_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Whatever they say after declining: the way back stands there once more."""
    way = ways_in.of_draft(prompt.draft)
    notices.answer(
        record, spoken_to(by, way.language), record.people.by_telegram_id(by.telegram_id), Declined(told=False)
    )


def _way(record: Record, by: Acting, now: datetime, *asking: Asking) -> Way:
    authorise(record, by, Act.CONSENT)
    prompt = open_question(record, by, now, *asking)
    if prompt is None:
        raise Refusal(Why.GONE)
    return ways_in.of_draft(prompt.draft)


def _tell_managers(record: Record, way: Way, notice: SomebodyDeclined) -> None:
    for manager in record.managers.of_programme(record.groups.by_id(way.group_id).programme_id):
        notices.tell(record, manager, notice, PLAIN)


def _group_name(record: Record, way: Way) -> str:
    return record.groups.by_id(way.group_id).name
