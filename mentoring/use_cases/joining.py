"""A joiner comes in, by a link, a typed code or a request: one question after the other until they are in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from mentoring import names, namesakes, ways_in
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import MembershipId
from mentoring.invitations import KIND_OF_ROLE, ROLE_OF_KIND
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import authorise
from mentoring.places import READING_ON
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import entering, first_accounts, home
from mentoring.use_cases import joining_questions as questions
from mentoring.use_cases.asking import open_question

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group, Invitation
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.ways_in import Way

#: Before the choice of a name can be changed, and until consent is given.
_CHOOSING = (Asking.WHICH_NAME, Asking.OWN_NAME, Asking.LET_IN, Asking.AGE, Asking.GUARDIAN, Asking.CONSENT)
_ON_THE_WAY = (Asking.JOINER_LANGUAGE, *_CHOOSING)
_IN = READING_ON | {MembershipState.ACTIVE}
_GONE = frozenset({MembershipState.LEFT, MembershipState.REMOVED})


def come_in(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    if invitation.group_id is None:
        raise Refusal(Why.INVITATION_UNKNOWN)
    begin(record, by, record.groups.by_id(invitation.group_id), invitation, now)


def come_in_without_link(record: Record, by: Acting, group: Group, now: datetime, *, at_door: bool = False) -> None:
    """By the group's code or a request to join its chat: as good as the mentees' link, while there is a live one."""
    live = record.invitations.live_of(group.id, now)
    begin(record, by, group, next((one for one in live if _role(one) is Role.MENTEE), None), now, at_door=at_door)


def begin(
    record: Record, by: Acting, group: Group, invitation: Invitation | None, now: datetime, *, at_door: bool = False
) -> None:
    """Whoever is in already comes home, and whoever is known is not asked again what they have said before."""
    group, person = _running(record, group), record.people.by_telegram_id(by.telegram_id)
    if person is not None and any(one.group_id == group.id and one.state in _IN for one in _places(record, person)):
        return home.show(record, by, person, now)
    before = open_way(record, by, now)
    here = before is not None and before.group_id == group.id
    way = ways_in.Way(
        group_id=group.id,
        role=Role.MENTEE if invitation is None else _role(invitation),
        language=by.language if person is None else person.language,
        invitation_id=None if invitation is None else invitation.id,
        handle=namesakes.handle(by),
        quotes=questions.quotes_allowed(record, by),
        at_door=at_door or (here and before is not None and before.at_door),
    )
    if here and before is not None and open_question(record, by, now, Asking.LET_IN) is not None:
        return questions.await_manager(record, by, replace(before, at_door=way.at_door), now)
    if person is None:
        return questions.language(record, by, way, now, at_door=at_door)
    return go_on(record, by, way, now)


def go_on(record: Record, by: Acting, way: Way, now: datetime) -> None:
    """To the next question that is still open, or else into the group."""
    person = record.people.by_telegram_id(by.telegram_id)
    group = record.groups.by_id(way.group_id)
    gone = None if person is None or way.let_in_by is not None else _gone_from(record, person, group)
    if gone is not None:
        return questions.manager_about_return(record, by, way, gone, now)
    if way.back_id is None and way.relink_id is None and not _is_named(record, way):
        taken = questions.name_on(record, way) if way.membership_id is not None else None
        return questions.which_name(record, by, way, now, taken=taken)
    programme = record.programmes.by_id(group.programme_id)
    if programme.adult_age > 0 and way.adult is None and (person is None or person.adult is None):
        return questions.age(record, by, way, now)
    if way.adult is False and not way.guardian:
        return questions.guardian(record, by, way, now)
    if not way.agreed and not _has_agreed(record, person, programme.organisation):
        return questions.consent(record, by, way, now)
    if way.relink_id is not None:
        return first_accounts.come_in(record, by, way, now)
    if not entering.enter(record, by, way, now):
        return questions.manager(record, by, way, now)
    return None


def language_chosen(record: Record, by: Acting, language: Language, prompt: Prompt, now: datetime) -> None:
    go_on(record, by, replace(ways_in.of_draft(prompt.draft), language=language), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeName:
    by: Acting
    membership_id: MembershipId


def take_name(record: Record, command: TakeName, now: datetime) -> None:
    way = choosing(record, command.by, now)
    if way.invitation_id is None:
        raise Refusal(Why.GONE)
    go_on(record, command.by, replace(way, membership_id=command.membership_id, name=""), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotListed:
    by: Acting


def not_listed(record: Record, command: NotListed, now: datetime) -> None:
    way = choosing(record, command.by, now)
    if way.relink_id is not None:
        raise Refusal(Why.ALREADY_DONE)
    questions.own_name(record, command.by, way, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class BackToNames:
    by: Acting


def back_to_names(record: Record, command: BackToNames, now: datetime) -> None:
    """Also from the later questions: whoever took the wrong name takes another."""
    way = choosing(record, command.by, now)
    if way.let_in_by is not None or way.back_id is not None or way.relink_id is not None:
        raise Refusal(Why.ALREADY_DONE)
    questions.which_name(record, command.by, replace(way, adult=None, guardian=""), now)


def name_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Where a button was offered: a listed name counts as pressed, and a greeting is not passed off as a name."""
    way = ways_in.of_draft(prompt.draft)
    listed = _listed_as(record, way, text)
    if listed is None:
        return questions.which_name(record, by, way, now)
    return go_on(record, by, replace(way, membership_id=listed.id), now)


def own_name_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    way, name = ways_in.of_draft(prompt.draft), names.cleaned(text)
    if not names.has_letters(name):
        return questions.own_name(record, by, way, now)
    listed = _listed_as(record, way, name) if way.invitation_id is not None else None
    if listed is not None:
        return go_on(record, by, replace(way, membership_id=listed.id), now)
    return questions.manager(record, by, replace(way, membership_id=None, name=name), now)


def typed_while_waiting(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Thanks and questions are no names: the manager has been asked already."""
    questions.await_manager(record, by, ways_in.of_draft(prompt.draft), now)


def was_here(record: Record, by: Acting, group: Group) -> bool:
    """They left this group or were removed from its programme: about them the manager is asked in another way."""
    person = record.people.by_telegram_id(by.telegram_id)
    return person is not None and _gone_from(record, person, group) is not None


def resume(record: Record, by: Acting, now: datetime) -> bool:
    """The question that is open on the way in, once more; False where none is."""
    prompt = open_question(record, by, now, *_ON_THE_WAY)
    if prompt is None:
        return False
    way = ways_in.of_draft(prompt.draft)
    match prompt.asking:
        case Asking.JOINER_LANGUAGE:
            questions.language(record, by, way, now)
        case Asking.OWN_NAME:
            questions.own_name(record, by, way, now)
        case Asking.LET_IN:
            questions.await_manager(record, by, way, now)
        case _:
            go_on(record, by, way, now)
    return True


def choosing(record: Record, by: Acting, now: datetime, *asking: Asking) -> Way:
    """Raises Refusal unless this person stands at one of these questions."""
    authorise(record, by, Act.ANSWER)
    prompt = open_question(record, by, now, *(asking or _CHOOSING))
    if prompt is None:
        raise Refusal(Why.GONE)
    return ways_in.of_draft(prompt.draft)


def open_way(record: Record, by: Acting, now: datetime) -> Way | None:
    prompt = open_question(record, by, now, *_ON_THE_WAY)
    return None if prompt is None else ways_in.of_draft(prompt.draft)


def _running(record: Record, group: Group) -> Group:
    """A merged group's links lead to where it went on."""
    match group.state:
        case GroupState.RUNNING:
            return group
        case GroupState.MERGED:
            if group.merged_into is None:
                raise Refusal(Why.INVITATION_EXPIRED)
            return _running(record, record.groups.by_id(group.merged_into))
        case GroupState.COMPLETED | GroupState.COMPLETED_EARLY:
            raise Refusal(Why.INVITATION_EXPIRED)
        case _:
            assert_never(group.state)


def _gone_from(record: Record, person: Person, group: Group) -> Membership | None:
    """The place that they left in this group, or were removed from anywhere in its programme."""
    gone = [one for one in _places(record, person) if one.state in _GONE]
    here = [one for one in gone if one.group_id == group.id]
    removed = [one for one in gone if one.state is MembershipState.REMOVED]
    elsewhere = [one for one in removed if record.groups.by_id(one.group_id).programme_id == group.programme_id]
    return next(iter([*here, *elsewhere]), None)


def _is_named(record: Record, way: Way) -> bool:
    """They have a name of this group that nobody has taken, or one that the manager confirmed."""
    if way.membership_id is None:
        return bool(way.name) and way.let_in_by is not None
    listed = [one for one in questions.unclaimed(record, way) if one.role is way.role]
    return any(one.id == way.membership_id for one in listed)


def _has_agreed(record: Record, person: Person | None, organisation: str) -> bool:
    """To the notice as it stands, and to this organisation's having their data."""
    if person is None or person.consent_version != record.rules.notice_version:
        return False
    groups = (record.groups.by_id(one.group_id) for one in _places(record, person))
    programmes = {group.programme_id for group in groups}
    return any(record.programmes.by_id(one).organisation == organisation for one in programmes)


def _listed_as(record: Record, way: Way, name: str) -> Membership | None:
    listed = [one for one in questions.unclaimed(record, way) if one.role is way.role]
    return next((one for one in listed if namesakes.same(one.name, name)), None)


def _places(record: Record, person: Person) -> list[Membership]:
    return list(record.memberships.of_person(person.id))


def _role(invitation: Invitation) -> Role:
    if invitation.kind not in KIND_OF_ROLE.values() or invitation.kind not in ROLE_OF_KIND:
        raise Refusal(Why.INVITATION_UNKNOWN)
    return ROLE_OF_KIND[invitation.kind]
