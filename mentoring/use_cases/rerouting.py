"""A filing is another document, or somebody else's: it goes on under its new name, and the slots follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.file_names import ending_of, filed_name
from mentoring.filings import Filing, FilingDeed
from mentoring.ids import FilingId, GroupId, PersonId, SessionId
from mentoring.kit import Code, Document
from mentoring.notices import PLAIN
from mentoring.notices.files import Choice
from mentoring.notices.toolbars import DocumentRerouted, RelabelQuestion, RerouteQuestion
from mentoring.people import MembershipState, Role
from mentoring.permissions import Actor, authorise, standings_of
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import filing_cards
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases.filing_deeds import cards_follow, change, changeable
from mentoring.use_cases.interview_doors import may_read_filed
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.paging import paged
from mentoring.use_cases.shelving import empty_slot, fill, name_in_group
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

#: Where a document is of nobody in particular.
NOBODY = PersonId(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAnother:
    """Which document, or which group, is it really?"""

    by: Acting
    filing_id: FilingId
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Relabel:
    """The answers so far: 0 where there is none."""

    by: Acting
    filing_id: FilingId
    code: Code
    person_id: PersonId
    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class Reroute:
    """`person_id` None until it was asked for."""

    by: Acting
    filing_id: FilingId
    group_id: GroupId
    person_id: PersonId | None = None


def ask_document(record: Record, command: AskAnother, now: datetime) -> None:
    actor, filing = changeable(record, command.by, command.filing_id)
    others = [
        Choice(document=questions.titled(one))
        for one in questions.fileable(record, filing.group_id, actor.known())
        if one.code != filing.code
    ]
    shown, more = paged(others, command.page)
    question = RelabelQuestion(filing_id=filing.id, name=filing.name, choices=shown, page=command.page, more=more)
    notices.answer(record, command.by, actor.person, question)


def relabel(record: Record, command: Relabel, now: datetime) -> None:
    actor, filing = changeable(record, command.by, command.filing_id)
    person = actor.known()
    document = _offered(record, filing, person, command.code)
    whom = _whom(record, filing, document, command.person_id)
    if whom is None:
        return _ask_further(record, command, person, filing, questions.people(record, filing.group_id, document))
    session_id = _which(filing, document, command.session_id)
    if session_id is None and document.per in questions.OF_SESSION:
        asked = replace(command, person_id=whom)
        return _ask_further(record, asked, person, filing, questions.sessions(record, filing.group_id))
    if session_id is not None:
        session = record.sessions.by_id(session_id)
        if session is None or session.group_id != filing.group_id:
            raise Refusal(Why.NOT_ALLOWED)
    about = whom if whom != NOBODY else None if document.per in questions.OF_PERSON else filing.person_id
    after = replace(
        filing,
        code=document.code,
        toolbar=document.toolbar or filing.toolbar,
        visibility=document.visibility,
        person_id=about,
        session_id=session_id,
        reason=f"{filing.code or '–'} → {document.code}",
    )
    _settle(record, command.by, actor, filing, after, document=document, deed=FilingDeed.RELABEL, now=now)
    return None


def ask_group(record: Record, command: AskAnother, now: datetime) -> None:
    actor, filing = changeable(record, command.by, command.filing_id, Act.REROUTE)
    groups = [Choice(number=one, name=record.groups.by_id(one).name) for one in _managed(record, actor.known())]
    shown, more = paged(groups, command.page)
    question = RerouteQuestion(filing_id=filing.id, name=filing.name, choices=shown, page=command.page, more=more)
    notices.answer(record, command.by, actor.person, question)


def reroute(record: Record, command: Reroute, now: datetime) -> None:
    actor, filing = changeable(record, command.by, command.filing_id, Act.REROUTE)
    if command.group_id not in _managed(record, actor.known()):
        authorise(record, command.by, Act.REROUTE)
        raise Refusal(Why.NOT_ALLOWED)
    group = record.groups.by_id(command.group_id)
    document = kit_of_group(record, group).find(filing.code) if filing.code is not None else None
    members = [
        one
        for one in record.memberships.of_group(group.id)
        if one.person_id is not None and one.state is not MembershipState.REMOVED
    ]
    of_person = document is not None and document.per in questions.OF_PERSON
    if command.person_id is None:
        choices = tuple(Choice(number=one.person_id or 0, name=one.name) for one in members)
        question = RerouteQuestion(
            filing_id=filing.id,
            name=filing.name,
            choices=choices,
            group_id=group.id,
            group=group.name,
            may_be_all=not of_person,
        )
        return notices.answer(record, command.by, actor.person, question)
    about = command.person_id if command.person_id != NOBODY else None
    if (about is None and of_person) or (about is not None and all(one.person_id != about for one in members)):
        raise Refusal(Why.NOT_ALLOWED)
    same_group = group.id == filing.group_id
    after = replace(
        filing,
        group_id=group.id,
        person_id=about,
        session_id=filing.session_id if same_group else None,
        reason=_way(record, filing, group.id, about),
    )
    if (after.group_id, after.person_id) == (filing.group_id, filing.person_id):
        raise Refusal(Why.ALREADY_DONE)
    return _settle(record, command.by, actor, filing, after, document=document, deed=FilingDeed.REROUTE, now=now)


def _settle(
    record: Record,
    by: Acting,
    actor: Actor,
    before: Filing,
    after: Filing,
    *,
    document: Document | None,
    deed: FilingDeed,
    now: datetime,
) -> None:
    slot = (
        questions.slot_for(record, after.group_id, document, after.person_id, after.session_id)
        if document is not None
        else None
    )
    group = record.groups.by_id(after.group_id)
    day = wall(before.filed_at, record.programmes.by_id(group.programme_id).zone).date()
    called = document.code if document is not None else before.name.partition("_")[0]
    whose = name_in_group(record, after.group_id, after.person_id)
    ending = ending_of(before.name)
    named = filed_name(called, group.name, whose, day, version=before.version, ending=ending)
    renamed = replace(after, name=named, slot_id=slot.id if slot is not None else None)
    changed = change(record, before, renamed, deed, by=actor.known(), now=now)
    empty_slot(record, before, now)
    if slot is not None:
        fill(record, record.slots.by_id(slot.id) or slot, changed.id, by=actor.known(), now=now)
    cards_follow(record, changed, actor.known(), now)
    if deed is FilingDeed.REROUTE:
        _tell_receivers(record, before, changed, by=actor.known())
    filing_cards.show(
        record, by, replace(actor, standings=standings_of(record, actor.known(), group_id=changed.group_id)), changed
    )


def _tell_receivers(record: Record, before: Filing, after: Filing, *, by: Person) -> None:
    """The mentors of both groups, and whom it was taken to be about and is about; each only if they may read it."""
    mentors = [
        one.person_id
        for group_id in dict.fromkeys([before.group_id, after.group_id])
        for one in record.memberships.of_group(group_id, Role.MENTOR)
        if one.state is MembershipState.ACTIVE
    ]
    group, person = record.groups.by_id(after.group_id).name, name_in_group(record, after.group_id, after.person_id)
    for one in dict.fromkeys([*mentors, before.person_id, after.person_id]):
        if one is None or one == by.id:
            continue
        reader = record.people.by_id(one)
        could, can = _reads(record, reader, before), _reads(record, reader, after)
        if could or can:
            told = DocumentRerouted(name=after.name if can else before.name, group=group, person=person, is_yours=can)
            notices.tell(record, reader, told, PLAIN)


def _reads(record: Record, reader: Person, filing: Filing) -> bool:
    actor = Actor(person=reader, standings=standings_of(record, reader, group_id=filing.group_id))
    return may_read_filed(record, actor, filing)


def _offered(record: Record, filing: Filing, person: Person, code: Code) -> Document:
    for one in questions.fileable(record, filing.group_id, person):
        if one.code == code and code != filing.code:
            return one
    raise Refusal(Why.ALREADY_DONE if code == filing.code else Why.NOT_ALLOWED)


def _whom(record: Record, filing: Filing, document: Document, said: PersonId) -> PersonId | None:
    """NOBODY where it is of nobody, None where it has to be asked."""
    if document.per not in questions.OF_PERSON:
        return NOBODY
    offered = {PersonId(one.number) for one in questions.people(record, filing.group_id, document)}
    if said != NOBODY and said not in offered:
        raise Refusal(Why.NOT_ALLOWED)
    known = said if said != NOBODY else filing.person_id
    return known if known in offered else None


def _which(filing: Filing, document: Document, said: SessionId) -> SessionId | None:
    return (said or filing.session_id) if document.per in questions.OF_SESSION else None


def _ask_further(record: Record, command: Relabel, person: Person, filing: Filing, choices: Sequence[Choice]) -> None:
    question = RelabelQuestion(
        filing_id=filing.id,
        name=filing.name,
        choices=tuple(choices),
        code=command.code,
        person_id=command.person_id or None,
    )
    notices.answer(record, command.by, person, question)


def _way(record: Record, filing: Filing, group_id: GroupId, about: PersonId | None) -> str:
    """From where to where, in names."""
    before = (record.groups.by_id(filing.group_id).name, name_in_group(record, filing.group_id, filing.person_id))
    after = (record.groups.by_id(group_id).name, name_in_group(record, group_id, about))
    return " → ".join(", ".join(part for part in place if part) for place in (before, after))


def _managed(record: Record, person: Person) -> Sequence[GroupId]:
    programmes = record.programmes.managed_by(person.id)
    return [group.id for programme in programmes for group in record.groups.of_programme(programme.id)]
