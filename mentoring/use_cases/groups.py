"""Groups and the names on their lists, as the manager sets them up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.notices import PLAIN
from mentoring.notices.groups import AskGroupName, AskNames, ChoosePerson, GroupLine, GroupList
from mentoring.people import MembershipState, Role
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards, group_cards, home, programmes
from mentoring.use_cases.asking import ask
from mentoring.use_cases.digest_programmes import names_of_programmes
from mentoring.use_cases.places import reseat
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group, Programme
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

ASKING_NAMES = {Role.MENTOR: Asking.MENTOR_NAMES, Role.MENTEE: Asking.MENTEE_NAMES}


@dataclass(frozen=True, kw_only=True, slots=True)
class NewGroup:
    by: Acting


def new_group(record: Record, command: NewGroup, now: datetime) -> None:
    """In which programme is asked only where there are several."""
    manager = authorise(record, command.by, Act.CREATE_GROUP).known()
    if len(record.programmes.managed_by(manager.id)) > 1:
        record.prompts.close(command.by.telegram_id)
        return notices.answer(record, command.by, manager, programmes.listed(record, manager, for_group=True))
    return ask(record, command.by, Asking.GROUP_NAME, AskGroupName(), now)


def group_named(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    manager = authorise(record, by, Act.CREATE_GROUP).known()
    programme, name = _programme(record, manager, prompt.number("programme_id")), names.cleaned(text)
    # Yes is said to the plan above the question; no group is called so.
    if understood(text) is not None or not any(char.isalnum() for char in name):
        return ask(record, by, Asking.GROUP_NAME, AskGroupName(), now, programme_id=programme.id)
    group = record.groups.add(programme_id=programme.id, name=name, language=programme.language, now=now)
    return _ask_names(record, by, group, Role.MENTOR, now)


def _programme(record: Record, manager: Person, programme_id: int) -> Programme:
    """The one that was chosen, if it is still theirs; their first where nothing had to be chosen."""
    own = record.programmes.managed_by(manager.id)
    return next((one for one in own if one.id == programme_id), own[0])


@dataclass(frozen=True, kw_only=True, slots=True)
class AddNames:
    by: Acting
    group_id: GroupId
    role: Role


def add_names(record: Record, command: AddNames, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    if command.role not in ASKING_NAMES:
        raise Refusal(Why.NOT_ALLOWED)
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    _ask_names(record, command.by, group, command.role, now)


def mentors_named(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    group = managed(record, by, GroupId(prompt.number("group_id")), Act.MANAGE_GROUP)
    repeated = _expect(record, group, Role.MENTOR, text, now)
    if repeated is None:
        return _ask_names(record, by, group, Role.MENTOR, now)
    if not _listed(record, group, Role.MENTEE):
        return _ask_names(record, by, group, Role.MENTEE, now)
    return _back_to_card(record, by, group, now, repeated=repeated)


def mentees_named(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    group = managed(record, by, GroupId(prompt.number("group_id")), Act.MANAGE_GROUP)
    repeated = _expect(record, group, Role.MENTEE, text, now)
    if repeated is None:
        return _ask_names(record, by, group, Role.MENTEE, now)
    return _back_to_card(record, by, group, now, repeated=repeated)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenGroup:
    """`more` with what is done less often."""

    by: Acting
    group_id: GroupId
    more: bool = False


def open_group(record: Record, command: OpenGroup, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    _back_to_card(record, command.by, group, now, more=command.more)


@dataclass(frozen=True, kw_only=True, slots=True)
class ListGroups:
    by: Acting


def list_groups(record: Record, command: ListGroups, now: datetime) -> None:
    manager = authorise(record, command.by, Act.CREATE_GROUP).known()
    of = names_of_programmes(record, manager)
    lines = tuple(
        replace(group_line(record, group), programme=of.get(group.id, "")) for group in managed_groups(record, manager)
    )
    notices.answer(record, command.by, manager, GroupList(groups=lines))


@dataclass(frozen=True, kw_only=True, slots=True)
class ListPeople:
    by: Acting
    group_id: GroupId


def list_people(record: Record, command: ListPeople, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    people = group_cards.listed(record, group, also_removed=True)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    notices.answer(record, command.by, manager, ChoosePerson(group_id=group.id, name=group.name, people=people))


def managed(record: Record, by: Acting, group_id: GroupId, act: Act) -> Group:
    """The group, once it is certain that whoever acts manages it. An id that is no group's is nobody's to manage."""
    authorise(record, by, act, group_id=group_id)
    return record.groups.by_id(group_id)


def managed_groups(record: Record, manager: Person) -> Sequence[Group]:
    programmes = record.programmes.managed_by(manager.id)
    return [group for programme in programmes for group in record.groups.of_programme(programme.id)]


def group_line(record: Record, group: Group) -> GroupLine:
    states = [one.state for one in record.memberships.of_group(group.id)]
    joined = states.count(MembershipState.ACTIVE)
    return GroupLine(
        group_id=group.id,
        name=group.name,
        joined=joined,
        expected=joined + states.count(MembershipState.EXPECTED),
        running=group.state is GroupState.RUNNING,
    )


def _ask_names(record: Record, by: Acting, group: Group, role: Role, now: datetime) -> None:
    question = AskNames(group_id=group.id, group_name=group.name, role=role, first=not _listed(record, group, role))
    ask(record, by, ASKING_NAMES[role], question, now, group_id=group.id)


def _expect(record: Record, group: Group, role: Role, text: str, now: datetime) -> int | None:
    """How many of the names were listed already; None when there was no name at all."""
    given = names.listed(text)
    if not given:
        return None
    new = names.new_among(given, [one.name for one in _listed(record, group, role)])
    for name in new:
        record.memberships.expect(group_id=group.id, role=role, name=name, now=now)
    reseat(record, group, role)
    boards.show(record, group, now)
    return len(given) - len(new)


def _listed(record: Record, group: Group, role: Role) -> Sequence[Membership]:
    return [one for one in record.memberships.of_group(group.id, role) if one.state in group_cards.THERE]


def _back_to_card(
    record: Record, by: Acting, group: Group, now: datetime, *, repeated: int = 0, more: bool = False
) -> None:
    record.prompts.close(by.telegram_id)
    group_cards.show(record, by, group, now, repeated=repeated, more=more)
    manager = record.people.by_telegram_id(by.telegram_id)
    if manager is not None and by.pressed is None:
        # Where the question stood, the home card stands again.
        notices.tell(record, manager, home.card(record, manager, now), PLAIN)
