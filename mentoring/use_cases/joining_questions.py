"""What somebody is asked on the way in, and what a manager is asked about them; nothing is decided here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import namesakes, notices, ways_in
from mentoring.consents import ConsentKind
from mentoring.notices.joining import (
    AskAge,
    AskConsent,
    AskGuardian,
    AskLanguage,
    AskOwnName,
    AskToLetBackIn,
    AskToLetIn,
    AskWhichName,
    AwaitManager,
    NameChoice,
    Question,
)
from mentoring.people import MembershipState, Role
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.use_cases.asking import spoken_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.ways_in import Way

#: As many names as a manager is offered for somebody who typed one that is not listed.
_MOST_CHOICES = 8


def language(record: Record, by: Acting, way: Way, now: datetime, *, at_door: bool = False) -> None:
    """At the door of the chat they are asked to start the bot first: once they are in, it could not write to them."""
    programme = record.programmes.by_id(record.groups.by_id(way.group_id).programme_id)
    offered = programme.languages
    question = AskLanguage(guess=by.language, programme=programme.organisation, at_door=at_door, offered=offered)
    _ask(record, by, way, question, now, asking=Asking.JOINER_LANGUAGE)


def which_name(record: Record, by: Acting, way: Way, now: datetime, *, taken: str | None = None) -> None:
    """Without a live link nobody sees who is listed: they type their own name, and the manager decides."""
    way = replace(way, membership_id=None, name="")
    if way.invitation_id is None:
        return own_name(record, by, way, now)
    question = AskWhichName(
        group_name=record.groups.by_id(way.group_id).name,
        role=way.role,
        names=tuple(_choice(one) for one in unclaimed(record, way) if one.role is way.role),
        taken=taken,
    )
    return _ask(record, by, way, question, now, asking=Asking.WHICH_NAME)


def own_name(record: Record, by: Acting, way: Way, now: datetime) -> None:
    group = record.groups.by_id(way.group_id)
    question = AskOwnName(group_name=group.name, listed=way.invitation_id is not None)
    _ask(record, by, way, question, now, asking=Asking.OWN_NAME)


def age(record: Record, by: Acting, way: Way, now: datetime) -> None:
    group = record.groups.by_id(way.group_id)
    years = record.programmes.by_id(group.programme_id).adult_age
    _ask(record, by, way, AskAge(years=years, group_name=group.name), now, asking=Asking.AGE)


def guardian(record: Record, by: Acting, way: Way, now: datetime) -> None:
    group = record.groups.by_id(way.group_id)
    years = record.programmes.by_id(group.programme_id).adult_age
    _ask(record, by, way, AskGuardian(years=years, group_name=group.name), now, asking=Asking.GUARDIAN)


def consent(record: Record, by: Acting, way: Way, now: datetime, *, whole: bool = False) -> None:
    group = record.groups.by_id(way.group_id)
    programme = record.programmes.by_id(group.programme_id)
    question = AskConsent(
        name=name_on(record, way),
        group_name=group.name,
        organisation=programme.organisation,
        managers=tuple(one.name for one in record.managers.of_programme(programme.id)),
        role=way.role,
        guardian=way.guardian,
        quotes=way.quotes,
        whole=whole,
    )
    _ask(record, by, way, question, now, asking=Asking.CONSENT)


def await_manager(record: Record, by: Acting, way: Way, now: datetime) -> None:
    group = record.groups.by_id(way.group_id)
    question = AwaitManager(
        name=name_on(record, way), group_name=group.name, listed=way.invitation_id is not None, back=bool(way.back_id)
    )
    _ask(record, by, way, question, now, asking=Asking.LET_IN)


def manager(record: Record, by: Acting, way: Way, now: datetime) -> None:
    """Whether this is one of the listed, somebody new, or nobody of ours."""
    await_manager(record, by, way, now)
    group, name = record.groups.by_id(way.group_id), name_on(record, way)
    question = AskToLetIn(
        telegram_id=by.telegram_id,
        name=name,
        role=way.role,
        group_name=group.name,
        handle=way.handle,
        choices=tuple(_choice(one) for one in namesakes.likeliest(unclaimed(record, way), name)[:_MOST_CHOICES]),
        namesake=_namesake(record, way, name),
    )
    for one in record.managers.of_programme(group.programme_id):
        notices.tell(record, one, question)


def manager_about_return(record: Record, by: Acting, way: Way, gone: Membership, now: datetime) -> None:
    """Whoever left or was removed comes in again only by the manager's word, whatever link they hold."""
    await_manager(record, by, replace(way, name=gone.name, back_id=gone.id), now)
    group = record.groups.by_id(gone.group_id)
    question = AskToLetBackIn(
        telegram_id=by.telegram_id,
        name=gone.name,
        role=gone.role,
        group_name=group.name,
        into=record.groups.by_id(way.group_id).name,
        state=gone.state,
        since=gone.changed_at,
    )
    for one in record.managers.of_programme(group.programme_id):
        notices.tell(record, one, question)


def unclaimed(record: Record, way: Way) -> Sequence[Membership]:
    listed = record.memberships.of_group(way.group_id)
    return [one for one in listed if one.state is MembershipState.EXPECTED and one.role is not Role.MANAGER]


def name_on(record: Record, way: Way) -> str:
    chosen = None if way.membership_id is None else record.memberships.by_id(way.membership_id)
    return way.name if chosen is None else chosen.name


def quotes_allowed(record: Record, by: Acting) -> bool:
    person = record.people.by_telegram_id(by.telegram_id)
    return person is not None and record.consents.in_force(person.id, ConsentKind.QUOTES) is not None


def _namesake(record: Record, way: Way, name: str) -> str | None:
    """How whoever has taken this name is told apart, where somebody has."""
    for one in record.memberships.of_group(way.group_id):
        if one.person_id is not None and namesakes.same(one.name, name):
            telegram_id = record.people.by_id(one.person_id).telegram_id
            return "" if telegram_id is None else namesakes.tail(telegram_id)
    return None


def _choice(one: Membership) -> NameChoice:
    return NameChoice(membership_id=one.id, name=one.name, role=one.role)


def _ask(record: Record, by: Acting, way: Way, question: Question, now: datetime, *, asking: Asking) -> None:
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=asking, draft=ways_in.as_draft(way), expires_at=now + VALID)
    )
    known = record.people.by_telegram_id(by.telegram_id)
    notices.answer(record, spoken_to(by, way.language), known, question)
