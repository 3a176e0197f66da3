"""One document of the kit: what it is for, and which form of it its reader may have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import Group, Programme
from mentoring.handouts import OF_PEOPLE, OF_SESSIONS, in_language, is_read_only, languages_of
from mentoring.ids import GroupId, PersonId, SessionId, SlotId
from mentoring.kit import Code, Document, Kit
from mentoring.notices.forms import Aim, Asked, Choice, ChooseAim, FormCard
from mentoring.papers import PaperLanguage
from mentoring.people import Membership, MembershipState, Role
from mentoring.permissions import LEADING, READERS, Actor, authorise
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Session, SessionState
from mentoring.slots import OWED, Slot, SlotKey, SlotState
from mentoring.use_cases import slot_cards
from mentoring.use_cases.kits import kit_for, kit_of_group
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.templates import A_PAGE, programmes_of, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ports import Record

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_HERE = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenForm:
    by: Acting
    aim: Aim


@dataclass(frozen=True, kw_only=True, slots=True)
class Aimed:
    """An aim as the record has it. `actor` as they stand to the group, or to the bot where no group is meant."""

    actor: Actor
    document: Document
    programme: Programme
    language: PaperLanguage
    group: Group | None = None
    person: Membership | None = None
    session: Session | None = None

    @property
    def own(self) -> bool:
        return self.person is not None and self.person.person_id == self.actor.known().id

    @property
    def leads(self) -> bool:
        return bool(self.actor.standings & LEADING)

    @property
    def is_complete(self) -> bool:
        """Nothing more needs to be chosen."""
        of_person, of_session = self.document.per in OF_PEOPLE, self.document.per in OF_SESSIONS
        return (
            self.group is not None
            and (self.person is not None or not of_person)
            and (self.session is not None or not of_session)
        )

    @property
    def may_have_filled(self) -> bool:
        """Their own; a leader also everybody's, where the document is for their eyes."""
        if self.group is None or is_read_only(self.document):
            return False
        reads = bool(self.actor.standings & READERS[self.document.visibility])
        return self.own or (self.leads and reads)

    @property
    def aim(self) -> Aim:
        return Aim(
            code=self.document.code,
            language=self.language,
            group_id=0 if self.group is None else self.group.id,
            person_id=0 if self.person is None or self.person.person_id is None else self.person.person_id,
            session_id=0 if self.session is None else self.session.id,
        )

    def slot(self, record: Record) -> Slot | None:
        if self.group is None:
            return None
        key = SlotKey(
            group_id=self.group.id,
            code=self.document.code,
            person_id=None if self.person is None else self.person.person_id,
            session_id=None if self.session is None else self.session.id,
        )
        return record.slots.by_key(key)


def open_form(record: Record, command: OpenForm, now: datetime) -> None:
    aimed = aimed_at(record, command.by, command.aim, Act.OPEN_TEMPLATES, now)
    show(record, command.by, aimed, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSlotForm:
    by: Acting
    slot_id: SlotId


def open_slot_form(record: Record, command: OpenSlotForm, now: datetime) -> None:
    reading = slot_cards.reading_of(record, command.by, command.slot_id, Act.OPEN_TEMPLATES, now)
    key, reader = reading.slot.key, reading.actor.known()
    aim = Aim(
        code=key.code,
        language=in_language(key.code, PaperLanguage(reader.language.value), reader.language),
        group_id=key.group_id,
        person_id=key.person_id or 0,
        session_id=key.session_id or 0,
    )
    show(record, command.by, aimed_at(record, command.by, aim, Act.OPEN_TEMPLATES, now), now)


def show(record: Record, by: Acting, aimed: Aimed, now: datetime) -> None:
    notices.answer(record, beside_cards(record, by), aimed.actor.known(), card_of(record, aimed, now))


def card_of(record: Record, aimed: Aimed, now: datetime) -> FormCard:
    document, group, slot = aimed.document, aimed.group, aimed.slot(record)
    today = zones.wall(now, aimed.programme.zone).date()
    whom = people_for(record, aimed) if group is not None and aimed.leads else ()
    return FormCard(
        aim=aimed.aim,
        title=titled(document),
        phase=document.phase,
        per=document.per,
        mandatory=document.mandatory,
        filled_by=_roles(document.filled_by),
        signed_by=_roles(document.signed_by),
        toolbar=document.toolbar,
        visibility=document.visibility,
        anchor=None if document.due is None else document.due.anchor,
        after=timedelta() if document.due is None else document.due.after,
        day=None if slot is None else slot.day,
        overdue=slot is not None and slot.is_overdue(today),
        languages=languages_of(document.code),
        filled=aimed.is_complete and aimed.may_have_filled,
        for_print=record.rules.makes_pdfs,
        group=None if group is None or aimed.own else group.name,
        about=None if aimed.person is None or aimed.own else aimed.person.name,
        session=None if aimed.session is None else aimed.session.number,
        several_people=len(whom) > 1,
        several_sessions=group is not None and len(sessions_for(record, aimed)) > 1,
        slot_id=slot.id if slot is not None and aimed.leads and document.is_signed else None,
        signing=slot is not None and slot.state is SlotState.SIGNING,
        can_issue=slot is not None and slot.state in OWED,
        several_groups=not is_read_only(document) and len(groups_for(record, aimed.actor, document)) > 1,
    )


def _roles(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in (Role.MENTEE, Role.MENTOR, Role.MANAGER) if role in roles)


def aimed_at(record: Record, by: Acting, aim: Aim, act: Act, now: datetime) -> Aimed:
    """What can be told without asking is filled in. Raises Refusal for what is not this reader's."""
    actor = authorise(record, by, act)
    groups = groups_for(record, actor, None)
    if aim.group_id and aim.group_id not in groups:
        raise Refusal(Why.NOT_ALLOWED)
    group_id = GroupId(aim.group_id) if aim.group_id else (groups[0] if len(groups) == 1 else None)
    if group_id is None:
        return _of_no_group(record, actor, aim)
    actor = authorise(record, by, act, group_id=group_id)
    group = record.groups.by_id(group_id)
    document = _found(kit_of_group(record, group), aim.code)
    language = in_language(document.code, aim.language, actor.known().language)
    programme = record.programmes.by_id(group.programme_id)
    aimed = Aimed(actor=actor, document=document, programme=programme, language=language, group=group)
    aimed = replace(aimed, person=_person(record, aimed, aim.person_id))
    return replace(aimed, session=_session(record, aimed, aim.session_id))


def _of_no_group(record: Record, actor: Actor, aim: Aim) -> Aimed:
    """Whatever it is, only a blank of it."""
    for programme in programmes_of(record, actor):
        kit = kit_for(record, programme)
        if Code(aim.code) in kit:
            document = _found(kit, aim.code)
            language = in_language(document.code, aim.language, actor.known().language)
            return Aimed(actor=actor, document=document, programme=programme, language=language)
    raise Refusal(Why.GONE)


def _found(kit: Kit, code: str) -> Document:
    document = kit.find(Code(code)) if Code(code) in kit else None
    if document is None:
        raise Refusal(Why.GONE)
    return document


def groups_for(record: Record, actor: Actor, document: Document | None) -> Sequence[GroupId]:
    """Where they take part or manage; only groups whose kit has the document."""
    mine = slot_cards.groups_of(record, actor)
    if document is None:
        return mine
    return [one for one in mine if document.code in kit_of_group(record, record.groups.by_id(one))]


def _person(record: Record, aimed: Aimed, person_id: int) -> Membership | None:
    """Whose form it is. Raises Refusal for somebody whose form is not this reader's to take."""
    people = people_for(record, aimed)
    if person_id:
        chosen = next((one for one in people if one.person_id == PersonId(person_id)), None)
        if chosen is None:
            raise Refusal(Why.NOT_ALLOWED)
        return chosen
    reader = aimed.actor.known().id
    own = next((one for one in people if one.person_id == reader), None)
    return own or (people[0] if len(people) == 1 else None)


def people_for(record: Record, aimed: Aimed) -> Sequence[Membership]:
    """Of whom a document of this kind can be; for whoever does not lead, only themselves."""
    if aimed.group is None or aimed.document.per not in OF_PEOPLE:
        return ()
    roles, reader = OF_PEOPLE[aimed.document.per], aimed.actor.known().id
    there = [one for one in record.memberships.of_group(aimed.group.id) if one.person_id is not None]
    fitting = [one for one in there if one.role in roles and one.state in _HERE]
    return fitting if aimed.leads else [one for one in fitting if one.person_id == reader]


def _session(record: Record, aimed: Aimed, session_id: int) -> Session | None:
    sessions = sessions_for(record, aimed)
    if session_id:
        chosen = next((one for one in sessions if one.id == SessionId(session_id)), None)
        if chosen is None:
            raise Refusal(Why.GONE)
        return chosen
    return sessions[0] if len(sessions) == 1 else None


def sessions_for(record: Record, aimed: Aimed) -> Sequence[Session]:
    """The latest first."""
    if aimed.group is None or aimed.document.per not in OF_SESSIONS:
        return ()
    wanted, counts = aimed.document.sessions, {SessionState.PLANNED, SessionState.HELD}
    found = record.sessions.of_groups([aimed.group.id], since=_EVER)
    return [one for one in reversed(found) if one.state in counts and (not wanted or one.kind in wanted)]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhich:
    by: Acting
    aim: Aim
    asked: Asked
    page: int = 0


def ask_which(record: Record, command: AskWhich, now: datetime) -> None:
    aimed = aimed_at(record, command.by, command.aim, Act.OPEN_TEMPLATES, now)
    choices = _choices(record, aimed, command.asked)
    pages = max(-(-len(choices) // A_PAGE), 1)
    page = min(max(command.page, 0), pages - 1)
    card = ChooseAim(
        aim=aimed.aim,
        title=titled(aimed.document),
        asked=command.asked,
        choices=tuple(choices[page * A_PAGE : (page + 1) * A_PAGE]),
        page=page,
        pages=pages,
    )
    notices.answer(record, beside_cards(record, command.by), aimed.actor.known(), card)


def _choices(record: Record, aimed: Aimed, asked: Asked) -> Sequence[Choice]:
    match asked:
        case Asked.GROUP:
            found = [record.groups.by_id(one) for one in groups_for(record, aimed.actor, aimed.document)]
            return [Choice(id=one.id, name=one.name) for one in found]
        case Asked.PERSON:
            return [Choice(id=one.person_id or 0, name=one.name) for one in people_for(record, aimed)]
        case Asked.SESSION:
            zone = aimed.programme.zone
            return [
                Choice(id=one.id, number=one.number, on=zones.wall(one.starts_at, zone).date())
                for one in sessions_for(record, aimed)
            ]
