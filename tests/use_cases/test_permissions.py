"""Every act × standing × membership × kind of chat, against the one table of rights; and rights that drift."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mentoring.acting import Acting, ChatKind
from mentoring.acts import Act
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import NOBODY, RIGHTS, Standing, authorise
from mentoring.places import READING_ON
from mentoring.refusals import Refusal, Why
from mentoring.rules import Rules
from storage.engine import open_database
from storage.record import SqlRecord
from storage.schema import metadata
from tests.use_cases.conftest import A_MONDAY

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database
    from tests.use_cases.conftest import Desk

CHAT_KINDS = [*ChatKind]
MENTEE, MENTOR, MANAGER = (frozenset({standing}) for standing in (Standing.MENTEE, Standing.MENTOR, Standing.MANAGER))
MEMBERS, LEADERS, PARTICIPANTS = MENTEE | MENTOR, MENTOR | MANAGER, MENTEE | MENTOR | MANAGER
EVERYBODY = frozenset(Standing)
RESTING, KNOWN = frozenset({Standing.RESTING}), frozenset({Standing.KNOWN})
PRIVATE = frozenset({ChatKind.PRIVATE})
GROUPS = frozenset({ChatKind.GROUP, ChatKind.SUPERGROUP})
#: Written a second time, by hand: a right that is changed by mistake differs from it.
MAY = {
    Act.START: (EVERYBODY, PRIVATE),
    Act.OPEN_HOME: (EVERYBODY, PRIVATE),
    Act.OPEN_HELP: (EVERYBODY, PRIVATE),
    Act.ANSWER: (EVERYBODY, PRIVATE),
    Act.CONSENT: (EVERYBODY, PRIVATE),
    Act.CHOOSE_LANGUAGE: (EVERYBODY, PRIVATE),
    Act.TALK: (PARTICIPANTS | RESTING, PRIVATE),
    Act.OWN_DATA: (EVERYBODY - {Standing.STRANGER}, PRIVATE),
    Act.ASK_PRIVATELY: (MENTEE, PRIVATE),
    Act.ANSWER_PRIVATELY: (MENTOR, PRIVATE),
    Act.RAISE_CONCERN: (EVERYBODY - {Standing.STRANGER}, PRIVATE),
    Act.READ_CONCERNS: (MANAGER, PRIVATE),
    Act.OPEN_MY_GROUPS: (MEMBERS, PRIVATE),
    Act.CREATE_GROUP: (MANAGER, PRIVATE),
    Act.MANAGE_PROGRAMME: (MANAGER, PRIVATE),
    Act.MANAGE_GROUP: (MANAGER, PRIVATE),
    Act.INVITE: (MANAGER, PRIVATE),
    Act.LET_IN: (MANAGER, PRIVATE),
    Act.BIND_CHAT: (MANAGER, PRIVATE | GROUPS),
    Act.SEND_FILE: (EVERYBODY, PRIVATE),
    Act.POST_FILE: (EVERYBODY, GROUPS),
    Act.OPEN_SUBMISSION: (PARTICIPANTS | RESTING, PRIVATE),
    Act.OPEN_INBOX: (LEADERS, PRIVATE),
    Act.OPEN_MY_DOCUMENTS: (MENTEE | RESTING, PRIVATE),
    Act.READ_HOW_TO_SEND: (PARTICIPANTS, PRIVATE),
    Act.SETTLE_SUBMISSION: (PARTICIPANTS, PRIVATE | GROUPS),
    Act.CHANGE_SUBMISSION: (MENTEE, PRIVATE),
    Act.REVIEW: (MENTOR, PRIVATE),
    Act.REMARK: (MEMBERS, PRIVATE),
    Act.PLAN_SESSION: (LEADERS, PRIVATE),
    Act.OPEN_SESSIONS: (PARTICIPANTS, PRIVATE),
    Act.SAY_COMING: (MENTEE, PRIVATE),
    Act.MARK_SESSION: (LEADERS, PRIVATE),
    Act.HOLD_SESSION: (LEADERS, PRIVATE | GROUPS),
    Act.SAY_HERE: (MEMBERS, PRIVATE | GROUPS),
    Act.SAY_WAITING: (MENTEE, PRIVATE),
    Act.SPEAK: (PARTICIPANTS, GROUPS),
    Act.WRITE_DIARY: (MENTEE, PRIVATE),
    Act.READ_STATUS: (MANAGER, PRIVATE),
    Act.NUDGE: (MANAGER, PRIVATE),
    Act.REST: (PARTICIPANTS | RESTING, PRIVATE),
    Act.COME_BACK: (KNOWN, PRIVATE),
    Act.SNOOZE: (PARTICIPANTS, PRIVATE),
    Act.ADD_ON_PAPER: (LEADERS, PRIVATE),
    Act.FILE_FOR: (LEADERS, PRIVATE),
    Act.FILE: (LEADERS, PRIVATE),
    Act.REROUTE: (MANAGER, PRIVATE),
    Act.OPEN_FILES: (PARTICIPANTS | RESTING, PRIVATE),
    Act.HOLD_THING_BACK: (PARTICIPANTS | RESTING, PRIVATE),
    Act.HAND_THING_IN: (MENTEE, PRIVATE),
    Act.OPEN_SETTINGS: (EVERYBODY, PRIVATE),
    Act.CHANGE_SETTINGS: (EVERYBODY - {Standing.STRANGER}, PRIVATE),
    Act.GO_AWAY: (LEADERS, PRIVATE),
    Act.STAND_IN: (KNOWN, PRIVATE),
    Act.KEEP_MANAGERS: (MANAGER, PRIVATE),
    Act.HAND_OVER: (KNOWN, PRIVATE),
    Act.DECIDE_ERASURE: (MANAGER, PRIVATE),
    Act.OPEN_EXPECTED: (PARTICIPANTS | RESTING, PRIVATE),
    Act.ASK_MORE_TIME: (MENTEE, PRIVATE),
    Act.EXTEND: (LEADERS, PRIVATE),
    Act.WAIVE: (MANAGER, PRIVATE),
    Act.OPEN_TEMPLATES: (PARTICIPANTS | RESTING, PRIVATE),
    Act.TAKE_FORM: (PARTICIPANTS | RESTING, PRIVATE),
    Act.LABEL: (MENTEE | MENTOR, PRIVATE),
    Act.OPEN_WALL: (LEADERS, PRIVATE),
    Act.MAKE_PACK: (LEADERS, PRIVATE),
    Act.SIGN: (PARTICIPANTS | RESTING, PRIVATE),
    Act.COLLECT_SIGNATURES: (LEADERS, PRIVATE),
    Act.INTERVIEW: (MANAGER, PRIVATE),
}
STANDING = {Role.MENTEE: Standing.MENTEE, Role.MENTOR: Standing.MENTOR}


@dataclass(frozen=True, kw_only=True, slots=True)
class Someone:
    """`of_own` is what they are to the group in question, `of_any` what they are anywhere."""

    telegram_id: int
    of_own: frozenset[Standing]
    of_any: frozenset[Standing]


class World:
    """Two groups of two programmes, and one person for every way of belonging to them."""

    def __init__(self, record: SqlRecord) -> None:
        self.record = record
        self.own, self.other = self._group("Nova"), self._group("Start")
        self._next = 100

    def _group(self, name: str) -> Group:
        programme = self.record.programmes.add(
            name=name, organisation=name, language=Language.EN, zone="UTC", now=A_MONDAY
        )
        return self.record.groups.add(programme_id=programme.id, name=name, language=Language.EN, now=A_MONDAY)

    def person(self) -> Person:
        self._next += 1
        return self.record.people.add(
            telegram_id=self._next, name=str(self._next), language=Language.EN, zone="UTC", now=A_MONDAY
        )

    def member(self, group: Group, role: Role, state: MembershipState = MembershipState.ACTIVE) -> Person:
        person = self.person()
        membership = self.record.memberships.expect(group_id=group.id, role=role, name=person.name, now=A_MONDAY)
        self.record.memberships.save(replace(membership, person_id=person.id, state=state))
        return person

    def manager(self, group: Group) -> Person:
        person = self.person()
        self.record.managers.add(person.id, group.programme_id, A_MONDAY)
        return person

    def everybody(self) -> list[Someone]:
        stranger = frozenset({Standing.STRANGER})
        known = frozenset({Standing.KNOWN})
        people = [Someone(telegram_id=each, of_own=stranger, of_any=stranger) for each in (1, *NOBODY)]
        people.append(self._someone(self.person(), own=known, anywhere=known))
        for role, standing in STANDING.items():
            held = known | {standing}
            people.append(self._someone(self.member(self.own, role), own=held, anywhere=held))
            people.append(self._someone(self.member(self.other, role), own=known, anywhere=held))
            people.extend(
                self._someone(self.member(self.own, role, gone), own=known, anywhere=known)
                for gone in (MembershipState.REMOVED, MembershipState.LEFT, MembershipState.MOVED)
            )
            people.extend(
                self._someone(self.member(self.own, role, rests), own=known | RESTING, anywhere=known | RESTING)
                for rests in sorted(READING_ON)
            )
        managing = known | {Standing.MANAGER}
        people.append(self._someone(self.manager(self.own), own=managing, anywhere=managing))
        people.append(self._someone(self.manager(self.other), own=known, anywhere=managing))
        return people

    def _someone(self, person: Person, *, own: frozenset[Standing], anywhere: frozenset[Standing]) -> Someone:
        assert person.telegram_id is not None
        return Someone(telegram_id=person.telegram_id, of_own=own, of_any=anywhere)


def verdict(record: SqlRecord, by: Acting, act: Act, group: Group | None) -> Why | None:
    try:
        authorise(record, by, act, group_id=group.id if group else None)
    except Refusal as refusal:
        return refusal.why
    return None


def expected(act: Act, standings: frozenset[Standing], kind: ChatKind) -> Why | None:
    who, where = MAY[act]
    if kind not in where:
        return Why.ONLY_IN_PRIVATE if ChatKind.PRIVATE in where else Why.NOT_ALLOWED
    return None if standings & who else Why.NOT_ALLOWED


def test_every_act_has_the_right_that_is_written_here() -> None:
    assert set(RIGHTS) == set(Act)
    assert {act: (right.who, right.where) for act, right in RIGHTS.items()} == MAY


def test_the_whole_matrix(desk: Desk) -> None:
    world = World(desk.record)
    people = world.everybody()
    wrong = []
    for act, someone, kind, group in product(Act, people, CHAT_KINDS, (world.own, None)):
        by = Acting(telegram_id=someone.telegram_id, chat_id=5, chat_kind=kind)
        held = someone.of_own if group else someone.of_any
        if verdict(world.record, by, act, group) != expected(act, held, kind):
            wrong.append((act, someone, kind, group))

    assert wrong == []
    assert len(people) == 23


@pytest.mark.parametrize("act", [Act.CREATE_GROUP, Act.MANAGE_GROUP, Act.INVITE, Act.LET_IN, Act.BIND_CHAT])
def test_only_managers_set_groups_up(act: Act) -> None:
    assert RIGHTS[act].who == {Standing.MANAGER}


def test_nothing_but_joining_in_is_open_to_strangers() -> None:
    open_acts = {act for act, right in RIGHTS.items() if Standing.STRANGER in right.who}

    assert open_acts == {
        Act.START,
        Act.OPEN_HOME,
        Act.OPEN_HELP,
        Act.ANSWER,
        Act.CONSENT,
        Act.CHOOSE_LANGUAGE,
        Act.SEND_FILE,
        Act.POST_FILE,
        Act.OPEN_SETTINGS,
    }


def test_no_channel_may_ask_for_anything() -> None:
    assert [act for act, right in RIGHTS.items() if ChatKind.CHANNEL in right.where] == []


class Drift(RuleBasedStateMachine):
    """People join, leave, are removed, come back and begin to manage; rights follow at once."""

    def __init__(self) -> None:
        super().__init__()
        self.database: Database = open_database(f"sqlite:///{FOLDER}/drift{id(self)}.db")
        self.connection = self.database.writing.connect()
        metadata.create_all(self.connection)
        self.world = World(SqlRecord(self.connection, A_MONDAY, Rules()))
        self.people: list[Person] = []
        self.held: dict[tuple[int, int], set[Standing]] = {}

    def teardown(self) -> None:
        self.connection.close()
        self.database.close()

    @initialize()
    def four_people(self) -> None:
        self.people = [self.world.person() for _ in range(4)]

    @rule(who=st.integers(0, 3), own=st.booleans(), role=st.sampled_from([Role.MENTEE, Role.MENTOR]))
    def joins(self, who: int, own: bool, role: Role) -> None:  # noqa: FBT001
        group, person = self._group(own=own), self.people[who]
        membership = self.world.record.memberships.expect(group_id=group.id, role=role, name=person.name, now=A_MONDAY)
        assert self.world.record.memberships.claim(membership.id, person.id)
        assert not self.world.record.memberships.claim(membership.id, self.people[who - 1].id)
        self.held.setdefault((who, group.id), set()).add(STANDING[role])

    @rule(
        who=st.integers(0, 3), own=st.booleans(), gone=st.sampled_from([MembershipState.LEFT, MembershipState.REMOVED])
    )
    def goes(self, who: int, own: bool, gone: MembershipState) -> None:  # noqa: FBT001
        group = self._group(own=own)
        for one in self.world.record.memberships.of_person(self.people[who].id):
            if one.group_id == group.id:
                self.world.record.memberships.save(replace(one, state=gone))
        self.held.get((who, group.id), set()).difference_update(STANDING.values())

    @rule(who=st.integers(0, 3), own=st.booleans())
    def begins_to_manage(self, who: int, own: bool) -> None:  # noqa: FBT001
        group = self._group(own=own)
        if Standing.MANAGER not in self.held.setdefault((who, group.id), set()):
            self.world.record.managers.add(self.people[who].id, group.programme_id, A_MONDAY)
        self.held[(who, group.id)].add(Standing.MANAGER)

    @invariant()
    def rights_are_what_they_should_be(self) -> None:
        for (number, person), group in product(enumerate(self.people), (self.world.own, self.world.other)):
            by = Acting(telegram_id=person.telegram_id or 0, chat_id=person.telegram_id or 0)
            held = frozenset(self.held.get((number, group.id), set()) | {Standing.KNOWN})
            for act in (Act.REVIEW, Act.CHANGE_SUBMISSION, Act.MANAGE_GROUP, Act.OPEN_SUBMISSION):
                assert verdict(self.world.record, by, act, group) == expected(act, held, ChatKind.PRIVATE)

    def _group(self, *, own: bool) -> Group:
        return self.world.own if own else self.world.other


FOLDER = ""


def test_rights_follow_every_change_of_membership(tmp_path_factory: pytest.TempPathFactory) -> None:
    global FOLDER  # noqa: PLW0603 -- hypothesis builds the machine without arguments
    FOLDER = str(tmp_path_factory.mktemp("drift"))

    run_state_machine_as_test(
        Drift,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[*HealthCheck],
            database=None,
        ),
    )
