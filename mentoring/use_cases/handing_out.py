"""Hands forms out: a numbered paper with names on it, or a blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.file_names import filed_name
from mentoring.handouts import SAME_PAPER, Way, is_read_only
from mentoring.notices import PLAIN
from mentoring.notices.forms import Aim, FormFailed, FormSent, FormsNotMade
from mentoring.papers import PaperKind
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import form_facts, templates
from mentoring.use_cases.form_cards import Aimed, aimed_at
from mentoring.use_cases.operating import tell_operator

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.own_templates import OwnTemplate
    from mentoring.papers import Paper
    from mentoring.ports import Record

#: As it is counted.
FORM_NOT_MADE = "form_not_made"


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeForm:
    by: Acting
    aim: Aim
    way: Way


def take(record: Record, command: TakeForm, now: datetime) -> None:
    """It comes as a message of its own; the card stays where it is."""
    aimed = aimed_at(record, command.by, command.aim, Act.TAKE_FORM, now)
    if command.way is Way.FOR_PRINT and not record.rules.makes_pdfs:
        raise Refusal(Why.GONE)
    is_filled = aimed.is_complete and aimed.may_have_filled
    if command.way is Way.FILLED and not is_filled:
        raise Refusal(Why.NOT_ALLOWED)
    sent = filled(record, aimed, command.way, now) if is_filled and command.way is not Way.BLANK else None
    notices.tell(record, aimed.actor.known(), sent or _blank(record, aimed, command.way, now), PLAIN)


def filled(record: Record, aimed: Aimed, way: Way, now: datetime) -> FormSent:
    own = _own_template(record, aimed)
    paper = issued(record, aimed, own, now)
    known = form_facts.of_paper(record, paper, now)
    whose = known.subject.name if known.subject is not None else ""
    return FormSent(
        title=templates.titled(aimed.document),
        way=way,
        language=aimed.language,
        known=known,
        file_name=_file_name(aimed, known.group, whose, way, paper.issued_at),
        record_id=paper.record_id,
        form_version=paper.form_version,
        template=None if own is None else own.sha256,
        about=None if aimed.own or aimed.person is None else aimed.person.name,
        session=None if aimed.session is None else aimed.session.number,
        group=known.group,
        signed=aimed.document.is_signed,
    )


def _blank(record: Record, aimed: Aimed, way: Way, now: datetime) -> FormSent:
    own = _own_template(record, aimed)
    return FormSent(
        title=templates.titled(aimed.document),
        way=way,
        language=aimed.language,
        known=form_facts.of_blank(aimed.programme, now),
        file_name=_file_name(aimed, aimed.language, "", way, now),
        form_version="" if own is None else own.version,
        template=None if own is None else own.sha256,
        signed=aimed.document.is_signed,
        read_only=is_read_only(aimed.document),
    )


def _own_template(record: Record, aimed: Aimed) -> OwnTemplate | None:
    return record.own_templates.find(aimed.programme.id, aimed.document.code, aimed.language)


def _file_name(aimed: Aimed, group: str, person: str, way: Way, at: datetime) -> str:
    day = zones.wall(at, aimed.programme.zone).date()
    ending = "pdf" if way is Way.FOR_PRINT else "docx"
    return filed_name(aimed.document.code, group, person, day, version=1, ending=ending)


def issued(record: Record, aimed: Aimed, own: OwnTemplate | None, now: datetime) -> Paper:
    """The one of today once more, or a new one. An empty version is our own form of that day."""
    if aimed.group is None:
        raise Refusal(Why.NOT_ALLOWED)
    version = "" if own is None else own.version
    person_id = None if aimed.person is None else aimed.person.person_id
    session_id = None if aimed.session is None else aimed.session.id
    wanted = (person_id, session_id, PaperKind.WHOLE, aimed.language, version)
    for paper in record.papers.lately(aimed.document.code, aimed.group.id, since=now - SAME_PAPER):
        if (paper.person_id, paper.session_id, paper.kind, paper.language, paper.form_version) == wanted:
            return paper
    slot = aimed.slot(record)
    return record.papers.issue(
        code=aimed.document.code,
        group_id=aimed.group.id,
        slot_id=None if slot is None else slot.id,
        person_id=person_id,
        session_id=session_id,
        kind=PaperKind.WHOLE,
        language=aimed.language,
        form_version=version,
        by=aimed.actor.known().id,
        now=now,
    )


def say_not_made(record: Record, chat_id: int, sent: FormSent, now: datetime) -> None:
    """Its reader hears so, and whoever looks after the bot how many there were today."""
    person = record.people.by_telegram_id(chat_id)
    if person is not None:
        notices.tell(record, person, FormFailed(title=sent.title), PLAIN)
    record.tallies.count(FORM_NOT_MADE, now)
    count = record.tallies.on(FORM_NOT_MADE, now)
    tell_operator(record, FormsNotMade(on=now.date(), count=count, code=sent.title.code))
