"""Several managers of one programme: another comes in by a link, one leaves, and the last one stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import invitations, names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import InvitationKind
from mentoring.happenings import HappeningKind
from mentoring.ids import InvitationId, ProgrammeId
from mentoring.notices.absences import AwayPlanned
from mentoring.notices.colleagues import (
    ChooseProgramme,
    Colleague,
    ManagerLink,
    ManagerNews,
    Managers,
    ProgrammeLine,
)
from mentoring.notices.joining import AskLanguage, AskManagerName
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import absences, digesting, ended_absences, home, standing_in, unread_concerns, wishes
from mentoring.use_cases.asking import ask, spoken_to
from mentoring.use_cases.deputies import seen
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Invitation, Programme
    from mentoring.people import Language, Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

LINK_VALID = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfProgramme:
    """`programme_id` 0 lets a manager of several choose."""

    by: Acting
    programme_id: ProgrammeId


def open_managers(record: Record, command: OfProgramme, now: datetime) -> None:
    by = beside_cards(record, command.by)
    if command.programme_id:
        person, programme = appointed(record, command.by, command.programme_id)
        return _show(record, by, person, programme)
    person = authorise(record, command.by, Act.KEEP_MANAGERS).known()
    own = [one for one in record.programmes.managed_by(person.id) if _is_appointed(record, person, one.id)]
    if not own:
        raise Refusal(Why.NOT_ALLOWED)
    if len(own) == 1:
        return _show(record, by, person, own[0])
    lines = tuple(ProgrammeLine(programme_id=one.id, name=one.name) for one in own)
    return notices.answer(record, by, person, ChooseProgramme(programmes=lines))


@dataclass(frozen=True, kw_only=True, slots=True)
class InviteManager:
    by: Acting
    programme_id: ProgrammeId
    token: str


def invite_manager(record: Record, command: InviteManager, now: datetime) -> None:
    person, programme = appointed(record, command.by, command.programme_id)
    made = record.invitations.add(
        kind=InvitationKind.MANAGER,
        token_hash=invitations.hashed(command.token),
        group_id=None,
        created_by=person.id,
        max_uses=1,
        expires_at=now + LINK_VALID,
        now=now,
        programme_id=programme.id,
    )
    link = ManagerLink(programme=programme.name, token=command.token, expires_at=made.expires_at)
    notices.tell(record, person, link)
    _show(record, command.by, person, programme)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveProgramme:
    by: Acting
    programme_id: ProgrammeId
    sure: bool


def leave_programme(record: Record, command: LeaveProgramme, now: datetime) -> None:
    person, programme = appointed(record, command.by, command.programme_id)
    if not command.sure or len(record.managers.appointed(programme.id)) == 1:
        return _show(record, command.by, person, programme, leaving=True)
    part(record, person, programme, now)
    return home.show(record, command.by, person, now)


def part(record: Record, person: Person, programme: Programme, now: datetime) -> None:
    """Raises Refusal for the only manager; the others hear of it."""
    unread = unread_concerns.unread(record, programme)
    if not record.managers.leave(person.id, programme.id):
        raise Refusal(Why.LAST_MANAGER)
    record.happenings.add(HappeningKind.MANAGER_LEFT, now=now, person_id=person.id, text=programme.name)
    ended_absences.part(record, person, programme, now)
    news = ManagerNews(programme=programme.name, name=person.name, came=False)
    for other in record.managers.of_programme(programme.id):
        notices.tell(record, other, news)
    unread_concerns.call_for_another(record, programme, before=unread)


def come_in(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    """Whoever opens the link first has it, even if they answer the questions later."""
    person, programme = record.people.by_telegram_id(by.telegram_id), _programme(record, invitation)
    if person is not None and _is_in_already(record, person, invitation, programme):
        return home.show(record, by, person, now)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    if person is not None:
        return _settle(record, by, person, invitation, now)
    question = AskLanguage(guess=by.language, programme=programme.organisation)
    return ask(record, by, Asking.COLLEAGUE_LANGUAGE, question, now, invitation_id=invitation.id)


def language_chosen(record: Record, by: Acting, language: Language, prompt: Prompt, now: datetime) -> None:
    question = AskManagerName(telegram_name=names.cleaned(by.name))
    ask(record, by, Asking.COLLEAGUE_NAME, question, now, **{**prompt.draft, "language": language.value})


def name_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    name, speaking = names.cleaned(text), spoken_to(by, prompt.words("language"))
    if not names.has_letters(name):
        question = AskManagerName(telegram_name=names.cleaned(by.name))
        return ask(record, by, Asking.COLLEAGUE_NAME, question, now, **prompt.draft)
    invitation = record.invitations.by_id(InvitationId(prompt.number("invitation_id")))
    if invitation is None:
        raise Refusal(Why.GONE)
    zone = _programme(record, invitation).zone
    person = record.people.by_telegram_id(by.telegram_id) or record.people.add(
        telegram_id=by.telegram_id, name=name, language=speaking.language, zone=zone, now=now
    )
    return _settle(record, speaking, person, invitation, now)


def _settle(record: Record, by: Acting, person: Person, invitation: Invitation, now: datetime) -> None:
    record.prompts.close(by.telegram_id)
    if invitation.person_id is not None:
        return _stand_in(record, by, person, invitation, now)
    programme = _programme(record, invitation)
    news = ManagerNews(programme=programme.name, name=person.name, came=True)
    for other in record.managers.of_programme(programme.id):
        notices.tell(record, other, news)
    unread = unread_concerns.unread(record, programme)
    record.managers.add(person.id, programme.id, now)
    record.happenings.add(
        HappeningKind.MANAGER_ADDED, now=now, person_id=person.id, by_id=invitation.created_by, text=programme.name
    )
    digesting.plan_next(record, person, now)
    wishes.tell_open(record, person, programme)
    unread_concerns.show(record, person, unread)
    return home.show(record, by, person, now)


def _stand_in(record: Record, by: Acting, deputy: Person, invitation: Invitation, now: datetime) -> None:
    """Only while that absence still waits for somebody."""
    lasting = record.absences.of_absent(invitation.person_id) if invitation.person_id is not None else ()
    wanted = (one for one in lasting if one.programme_id == invitation.programme_id and one.role is Role.MANAGER)
    absence = next((one for one in wanted if one.deputy_id is None), None)
    if absence is None:
        return home.show(record, by, deputy, now)
    covered = replace(absence, deputy_id=deputy.id)
    record.absences.save(covered)
    home.show(record, by, deputy, now)
    absent = record.people.by_id(absence.absent_id)
    notices.tell(record, absent, AwayPlanned(away=seen(record, covered, now)))
    if covered.covers(now):
        return standing_in.begin(record, covered, deputy, now)
    notices.tell(record, deputy, absences.asked(record, covered))
    return None


def appointed(record: Record, by: Acting, programme_id: ProgrammeId) -> tuple[Person, Programme]:
    """Raises Refusal unless `by` is a manager of that programme, and not only their deputy."""
    person = authorise(record, by, Act.KEEP_MANAGERS).known()
    if not _is_appointed(record, person, programme_id):
        raise Refusal(Why.NOT_ALLOWED)
    return person, record.programmes.by_id(programme_id)


def _is_appointed(record: Record, person: Person, programme_id: ProgrammeId) -> bool:
    return any(one.id == person.id for one in record.managers.appointed(programme_id))


def _is_in_already(record: Record, person: Person, invitation: Invitation, programme: Programme) -> bool:
    if invitation.person_id is not None:
        return person.id == invitation.person_id
    return _is_appointed(record, person, programme.id)


def _programme(record: Record, invitation: Invitation) -> Programme:
    if invitation.programme_id is None:
        raise Refusal(Why.INVITATION_UNKNOWN)
    return record.programmes.by_id(invitation.programme_id)


def _show(record: Record, by: Acting, person: Person, programme: Programme, *, leaving: bool = False) -> None:
    managers = record.managers.appointed(programme.id)
    card = Managers(
        programme_id=programme.id,
        programme=programme.name,
        managers=tuple(Colleague(person_id=one.id, name=one.name, own=one.id == person.id) for one in managers),
        leaving=leaving,
        alone=leaving and len(managers) == 1,
    )
    notices.answer(record, by, person, card)
