"""The only place that knows what each role may do, and in which kind of chat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.deputies import Absence
from mentoring.filings import FilingState
from mentoring.kit import Visibility
from mentoring.people import Membership, MembershipState, Person, Role
from mentoring.places import READING_ON
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.filings import Filing
    from mentoring.ids import GroupId
    from mentoring.ports import Record

#: Telegram's own ids that stand for no person: anonymous admin, post as channel, service. tdlib/telegram-bot-api#667
NOBODY = frozenset({1087968824, 136817688, 777000})


class Standing(StrEnum):
    """What someone is to a group, or to the bot where no group is meant.

    RESTING is whoever paused or has finished: they go on reading what is theirs.
    """

    STRANGER = "stranger"
    KNOWN = "known"
    RESTING = "resting"
    MENTEE = "mentee"
    MENTOR = "mentor"
    MANAGER = "manager"


@dataclass(frozen=True, kw_only=True, slots=True)
class Right:
    who: frozenset[Standing]
    where: frozenset[ChatKind]


EVERYBODY = frozenset(Standing)
PARTICIPANTS = frozenset({Standing.MENTEE, Standing.MENTOR, Standing.MANAGER})
LEADING = frozenset({Standing.MENTOR, Standing.MANAGER})
PRIVATE = frozenset({ChatKind.PRIVATE})
GROUPS = frozenset({ChatKind.GROUP, ChatKind.SUPERGROUP})
#: Open also to somebody who has not yet agreed to the privacy notice as it reads now.
BEFORE_CONSENT = frozenset(
    {Act.CONSENT, Act.CHOOSE_LANGUAGE, Act.OPEN_HELP, Act.POST_FILE, Act.REST, Act.RAISE_CONCERN, Act.OWN_DATA}
)

RIGHTS: Mapping[Act, Right] = {
    Act.START: Right(who=EVERYBODY, where=PRIVATE),
    Act.OPEN_HOME: Right(who=EVERYBODY, where=PRIVATE),
    Act.OPEN_HELP: Right(who=EVERYBODY, where=PRIVATE),
    Act.ANSWER: Right(who=EVERYBODY, where=PRIVATE),
    Act.CONSENT: Right(who=EVERYBODY, where=PRIVATE),
    Act.CHOOSE_LANGUAGE: Right(who=EVERYBODY, where=PRIVATE),
    Act.TALK: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.OWN_DATA: Right(who=EVERYBODY - {Standing.STRANGER}, where=PRIVATE),
    Act.ASK_PRIVATELY: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.ANSWER_PRIVATELY: Right(who=frozenset({Standing.MENTOR}), where=PRIVATE),
    Act.RAISE_CONCERN: Right(who=EVERYBODY - {Standing.STRANGER}, where=PRIVATE),
    Act.READ_CONCERNS: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.OPEN_MY_GROUPS: Right(who=frozenset({Standing.MENTEE, Standing.MENTOR}), where=PRIVATE),
    Act.CREATE_GROUP: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.MANAGE_PROGRAMME: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.MANAGE_GROUP: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.INVITE: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.LET_IN: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.BIND_CHAT: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE | GROUPS),
    Act.SEND_FILE: Right(who=EVERYBODY, where=PRIVATE),
    Act.POST_FILE: Right(who=EVERYBODY, where=GROUPS),
    Act.OPEN_SUBMISSION: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.OPEN_INBOX: Right(who=LEADING, where=PRIVATE),
    Act.OPEN_MY_DOCUMENTS: Right(who=frozenset({Standing.MENTEE, Standing.RESTING}), where=PRIVATE),
    Act.READ_HOW_TO_SEND: Right(who=PARTICIPANTS, where=PRIVATE),
    Act.SETTLE_SUBMISSION: Right(who=PARTICIPANTS, where=PRIVATE | GROUPS),
    Act.CHANGE_SUBMISSION: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.REVIEW: Right(who=frozenset({Standing.MENTOR}), where=PRIVATE),
    Act.REMARK: Right(who=frozenset({Standing.MENTEE, Standing.MENTOR}), where=PRIVATE),
    Act.PLAN_SESSION: Right(who=LEADING, where=PRIVATE),
    Act.OPEN_SESSIONS: Right(who=PARTICIPANTS, where=PRIVATE),
    Act.SAY_COMING: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.MARK_SESSION: Right(who=LEADING, where=PRIVATE),
    Act.HOLD_SESSION: Right(who=LEADING, where=PRIVATE | GROUPS),
    Act.SAY_HERE: Right(who=frozenset({Standing.MENTEE, Standing.MENTOR}), where=PRIVATE | GROUPS),
    Act.SAY_WAITING: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.SPEAK: Right(who=PARTICIPANTS, where=GROUPS),
    Act.WRITE_DIARY: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.READ_STATUS: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.NUDGE: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.OPEN_SETTINGS: Right(who=EVERYBODY, where=PRIVATE),
    Act.CHANGE_SETTINGS: Right(who=EVERYBODY - {Standing.STRANGER}, where=PRIVATE),
    Act.REST: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.COME_BACK: Right(who=frozenset({Standing.KNOWN}), where=PRIVATE),
    Act.SNOOZE: Right(who=PARTICIPANTS, where=PRIVATE),
    Act.ADD_ON_PAPER: Right(who=LEADING, where=PRIVATE),
    Act.FILE_FOR: Right(who=LEADING, where=PRIVATE),
    Act.FILE: Right(who=LEADING, where=PRIVATE),
    Act.REROUTE: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.OPEN_FILES: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.HOLD_THING_BACK: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.HAND_THING_IN: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.GO_AWAY: Right(who=LEADING, where=PRIVATE),
    Act.STAND_IN: Right(who=frozenset({Standing.KNOWN}), where=PRIVATE),
    Act.KEEP_MANAGERS: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.HAND_OVER: Right(who=frozenset({Standing.KNOWN}), where=PRIVATE),
    Act.DECIDE_ERASURE: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.OPEN_EXPECTED: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.ASK_MORE_TIME: Right(who=frozenset({Standing.MENTEE}), where=PRIVATE),
    Act.EXTEND: Right(who=LEADING, where=PRIVATE),
    Act.WAIVE: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
    Act.LABEL: Right(who=frozenset({Standing.MENTEE, Standing.MENTOR}), where=PRIVATE),
    Act.OPEN_TEMPLATES: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.TAKE_FORM: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.OPEN_WALL: Right(who=LEADING, where=PRIVATE),
    Act.MAKE_PACK: Right(who=LEADING, where=PRIVATE),
    Act.SIGN: Right(who=PARTICIPANTS | {Standing.RESTING}, where=PRIVATE),
    Act.COLLECT_SIGNATURES: Right(who=LEADING, where=PRIVATE),
    Act.INTERVIEW: Right(who=frozenset({Standing.MANAGER}), where=PRIVATE),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Somebody whose right to the act has just been checked; `person` is None for a stranger."""

    person: Person | None
    standings: frozenset[Standing]
    memberships: tuple[Membership, ...] = ()
    stood_in: tuple[Absence, ...] = ()

    def groups_as(self, role: Role) -> tuple[GroupId, ...]:
        """Also those in which they stand in for somebody now."""
        active = [one.group_id for one in self.memberships if one.state is MembershipState.ACTIVE and one.role is role]
        lent = (one.group_id for one in self.stood_in if one.role is role and one.group_id is not None)
        return tuple(dict.fromkeys([*active, *lent]))

    def known(self) -> Person:
        """Raises Refusal for a stranger."""
        if self.person is None:
            raise Refusal(Why.NOT_ALLOWED)
        return self.person


def authorise(record: Record, by: Acting, act: Act, *, group_id: GroupId | None = None) -> Actor:
    """Raises Refusal unless `by` may do `act`: in that group, or in any where none is meant.

    `group_id` must come from the record (a submission's own group), never from a button.
    """
    right = RIGHTS[act]
    if by.chat_kind not in right.where:
        raise Refusal(Why.ONLY_IN_PRIVATE if ChatKind.PRIVATE in right.where else Why.NOT_ALLOWED)
    actor = identify(record, by, group_id=group_id)
    if not actor.standings & right.who:
        raise Refusal(Why.NOT_ALLOWED)
    if act not in BEFORE_CONSENT and owes_consent(record, actor.person):
        raise Refusal(Why.CONSENT_FIRST)
    return actor


def owes_consent(record: Record, person: Person | None) -> bool:
    """They agreed to the privacy notice once, and its meaning has changed since."""
    return person is not None and person.consent_version not in (None, record.rules.notice_version)


def identify(record: Record, by: Acting, *, group_id: GroupId | None = None) -> Actor:
    person = None if by.telegram_id in NOBODY else record.people.by_telegram_id(by.telegram_id)
    if person is None:
        return Actor(person=None, standings=frozenset({Standing.STRANGER}))
    memberships = tuple(record.memberships.of_person(person.id))
    stood_in = tuple(record.absences.stood_in_by(person.id))
    return Actor(
        person=person,
        standings=_standings(record, person, memberships, stood_in, group_id),
        memberships=memberships,
        stood_in=stood_in,
    )


def standings_of(record: Record, person: Person, *, group_id: GroupId | None = None) -> frozenset[Standing]:
    memberships, stood_in = record.memberships.of_person(person.id), record.absences.stood_in_by(person.id)
    return _standings(record, person, memberships, stood_in, group_id)


def _standings(
    record: Record,
    person: Person,
    memberships: Sequence[Membership],
    stood_in: Sequence[Absence],
    group_id: GroupId | None,
) -> frozenset[Standing]:
    here = [one for one in memberships if group_id in (None, one.group_id)]
    held = {_STANDING[one.role] for one in here if one.state is MembershipState.ACTIVE}
    if any(one.state in READING_ON for one in here):
        held.add(Standing.RESTING)
    if any(one.role is Role.MENTOR and group_id in (None, one.group_id) for one in stood_in):
        held.add(Standing.MENTOR)
    if record.managers.manages(person.id, group_id=group_id):
        held.add(Standing.MANAGER)
    return frozenset(held) | {Standing.KNOWN}


def may_read(actor: Actor, filing: Filing) -> bool:
    """`actor` as they stand to the filing's own group. What is no longer filed is for those who file."""
    if filing.state is not FilingState.FILED:
        return bool(actor.standings & READERS[filing.visibility] & READERS[Visibility.LEADERS])
    is_about_them = actor.person is not None and actor.person.id == filing.person_id
    if is_about_them and filing.visibility is not Visibility.MANAGERS:
        return bool(actor.standings & RIGHTS[Act.OPEN_FILES].who)
    return bool(actor.standings & READERS[filing.visibility])


#: Of what stands in a toolbar.
READERS: Mapping[Visibility, frozenset[Standing]] = {
    Visibility.GROUP: PARTICIPANTS,
    Visibility.LEADERS: LEADING,
    Visibility.MANAGERS: frozenset({Standing.MANAGER}),
}
_STANDING: Mapping[Role, Standing] = {
    Role.MENTEE: Standing.MENTEE,
    Role.MENTOR: Standing.MENTOR,
    Role.MANAGER: Standing.MANAGER,
}
