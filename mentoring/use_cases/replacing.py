"""The manager replaces a group's mentor: by whom, why, and whether that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import MembershipId, PersonId
from mentoring.notices.absences import Candidate
from mentoring.notices.handing_over import AskSuccessor, AskSuccessorName, ConfirmReplacing, MentorReplaced
from mentoring.people import MembershipState, Reachability, Role
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.sessions import SessionState
from mentoring.use_cases import group_cards, handing_over
from mentoring.use_cases.deputies import MOST_OFFERED, mentors_around
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

LONGEST_REASON = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class OfMentor:
    """`membership_id` is the place of the mentor who goes."""

    by: Acting
    membership_id: MembershipId


def ask_successor(record: Record, command: OfMentor, now: datetime) -> None:
    manager, mentor, group = _managed(record, command.by, command.membership_id)
    record.prompts.close(command.by.telegram_id)
    question = AskSuccessor(
        membership_id=mentor.id,
        group_id=group.id,
        group_name=group.name,
        name=mentor.name,
        candidates=tuple(successors(record, mentor, group)),
    )
    notices.answer(record, command.by, manager, question)


def ask_name(record: Record, command: OfMentor, now: datetime) -> None:
    manager, mentor, group = _managed(record, command.by, command.membership_id)
    _remember(record, command.by, Asking.SUCCESSOR_NAME, now, membership_id=mentor.id)
    question = AskSuccessorName(membership_id=mentor.id, group_id=group.id, group_name=group.name, name=mentor.name)
    notices.answer(record, command.by, manager, question)


def name_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    of = OfMentor(by=by, membership_id=MembershipId(prompt.number("membership_id")))
    name = names.cleaned(text)
    if not names.has_letters(name):
        return ask_name(record, of, now)
    return _confirm(record, of, now, name=name)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseSuccessor:
    by: Acting
    membership_id: MembershipId
    person_id: PersonId


def choose_successor(record: Record, command: ChooseSuccessor, now: datetime) -> None:
    of = OfMentor(by=command.by, membership_id=command.membership_id)
    _, mentor, group = _managed(record, of.by, of.membership_id)
    chosen = next((one for one in successors(record, mentor, group) if one.person_id == command.person_id), None)
    if chosen is None:
        raise Refusal(Why.GONE)
    _confirm(record, of, now, name=chosen.name, person_id=chosen.person_id)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Before it is confirmed: yes, no, or the reason."""
    of = OfMentor(by=by, membership_id=MembershipId(prompt.number("membership_id")))
    match understood(text):
        case True:
            return confirm(record, Confirm(by=by, membership_id=of.membership_id, token=""), now)
        case False:
            return ask_successor(record, of, now)
        case None:
            reason = names.cleaned_words(text)[:LONGEST_REASON]
            person_id = PersonId(prompt.number("person_id")) or None
            return _confirm(record, of, now, name=prompt.words("name"), person_id=person_id, reason=reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirm:
    """`token` becomes the link of a successor who has still to join."""

    by: Acting
    membership_id: MembershipId
    token: str


def confirm(record: Record, command: Confirm, now: datetime) -> None:
    manager, mentor, group = _managed(record, command.by, command.membership_id)
    prompt = record.prompts.of(command.by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.REPLACING or prompt.number("membership_id") != mentor.id:
        raise Refusal(Why.GONE)
    person_id = PersonId(prompt.number("person_id"))
    if person_id and not any(one.person_id == person_id for one in successors(record, mentor, group)):
        raise Refusal(Why.GONE)
    record.prompts.close(command.by.telegram_id)
    change = handing_over.Change(manager=manager, mentor=mentor, group=group, reason=prompt.words("reason"))
    done = MentorReplaced(
        membership_id=mentor.id,
        group_id=group.id,
        group_name=group.name,
        name=mentor.name,
        successor=prompt.words("name"),
        invited=not person_id,
        in_chat=group.chat_id is not None and mentor.left_chat_at is None,
    )
    notices.answer(record, command.by, manager, done)
    if person_id:
        handing_over.hand_over(record, change, record.people.by_id(person_id), now)
    else:
        handing_over.expect(record, command.by, change, prompt.words("name"), now, token=command.token)
    _tell_other_managers(record, group, manager, now)


def _tell_other_managers(record: Record, group: Group, manager: Person, now: datetime) -> None:
    card = group_cards.card(record, group, now)
    for other in record.managers.of_programme(group.programme_id):
        if other.id != manager.id:
            notices.tell(record, other, card, notices.PLAIN)


def successors(record: Record, mentor: Membership, group: Group) -> Sequence[Candidate]:
    """Mentors and managers of the programme; nobody who is a mentee of the group."""
    mentees = {one.person_id for one in record.memberships.of_group(group.id, Role.MENTEE)}
    known = [(one, Role.MENTOR) for one in mentors_around(record, group.programme_id, group.id)]
    known += [(one, Role.MANAGER) for one in record.managers.appointed(group.programme_id) if one.id not in mentees]
    found: dict[PersonId, Candidate] = {}
    for person, role in known:
        if person.id != mentor.person_id and person.reachability is Reachability.OK:
            found.setdefault(person.id, Candidate(person_id=person.id, name=person.name, role=role))
    return [*found.values()][:MOST_OFFERED]


def _managed(record: Record, by: Acting, membership_id: MembershipId) -> tuple[Person, Membership, Group]:
    """Raises Refusal unless `by` manages the group of this mentor, who is still there."""
    mentor = record.memberships.by_id(membership_id)
    if mentor is None:
        authorise(record, by, Act.MANAGE_GROUP)
        raise Refusal(Why.GONE)
    manager = authorise(record, by, Act.MANAGE_GROUP, group_id=mentor.group_id).known()
    if mentor.role is not Role.MENTOR or mentor.person_id is None:
        raise Refusal(Why.GONE)
    if mentor.state not in {MembershipState.ACTIVE, MembershipState.PAUSED}:
        raise Refusal(Why.ALREADY_DONE)
    return manager, mentor, record.groups.by_id(mentor.group_id)


def _confirm(
    record: Record, of: OfMentor, now: datetime, *, name: str, person_id: PersonId | None = None, reason: str = ""
) -> None:
    manager, mentor, group = _managed(record, of.by, of.membership_id)
    _remember(
        record,
        of.by,
        Asking.REPLACING,
        now,
        membership_id=mentor.id,
        person_id=person_id or 0,
        name=name,
        reason=reason,
    )
    ahead = record.sessions.of_groups([group.id], since=now)
    question = ConfirmReplacing(
        membership_id=mentor.id,
        group_id=group.id,
        group_name=group.name,
        name=mentor.name,
        successor=name,
        invited=person_id is None,
        reason=reason,
        waiting=len(record.submissions.open_in(group.id)),
        sessions=sum(one.state is SessionState.PLANNED for one in ahead),
    )
    notices.answer(record, of.by, manager, question)


def _remember(record: Record, by: Acting, asking: Asking, now: datetime, **draft: str | int) -> None:
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=asking, draft=draft, expires_at=now + VALID))
