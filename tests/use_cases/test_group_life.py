"""Groups finish, open again, merge and split: nothing is lost, nobody is told twice, wrong hands and late presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.attendance import Presence
from mentoring.group_deeds import GroupDeed
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.notices.group_life import (
    AskGroupDeed,
    ChooseMerge,
    ChooseSplit,
    GroupLifePost,
    GroupMoved,
    GroupNews,
    GroupTooSmall,
)
from mentoring.notices.groups import GroupCard, GroupList
from mentoring.notices.places import PlaceChanged
from mentoring.people import MembershipState, Person, Role
from mentoring.places import Deed
from mentoring.prompts import Asking
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.submissions import MoveKind
from mentoring.use_cases import (
    beginning_here,
    deeds,
    digesting,
    group_life,
    groups,
    inviting,
    places,
    planning,
    recording,
)
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.submission_lists import OpenOne, open_submission
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.ids import GroupId, MembershipId
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def someone(nova: Nova, telegram_id: int, name: str, group: Group, role: Role) -> Person:
    person = nova.desk.record.people.add(
        telegram_id=telegram_id, name=name, language=nova.vera.language, zone="Europe/Sofia", now=nova.desk.now
    )
    nova.joins(group, person, role)
    return person


def asks(nova: Nova, deed: GroupDeed, into: Group | None = None) -> AskGroupDeed:
    command = group_life.AskAboutGroup(
        by=nova.by(nova.maria), group_id=nova.group.id, deed=deed, into_id=into.id if into else None
    )
    nova.desk.does(group_life.ask_about_group, command)
    return nova.last(nova.maria, AskGroupDeed)


def confirming(nova: Nova, deed: GroupDeed) -> group_life.ConfirmGroupDeed:
    return group_life.ConfirmGroupDeed(by=nova.by(nova.maria), group_id=nova.group.id, deed=deed)


def does(nova: Nova, deed: GroupDeed, into: Group | None = None, *, reason: str = "") -> None:
    asks(nova, deed, into)
    if reason:
        types(nova, reason)
    nova.desk.told()
    nova.desk.does(group_life.confirm_group_deed, confirming(nova, deed))


def types(nova: Nova, text: str) -> None:
    prompt = nova.desk.record.prompts.of(nova.maria.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    assert prompt.asking is Asking.GROUP_DEED
    group_life.words_typed(nova.desk.record, nova.by(nova.maria), text, prompt, nova.desk.now)


def a_session(nova: Nova, group_id: GroupId) -> Session:
    begins = nova.desk.now + timedelta(days=3)
    return nova.desk.record.sessions.add(
        group_id=group_id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


def state_of(nova: Nova, session: Session) -> SessionState:
    kept = nova.desk.record.sessions.by_id(session.id)
    assert kept is not None
    return kept.state


def states(nova: Nova, group: Group) -> dict[str, MembershipState]:
    return {one.name: one.state for one in nova.desk.record.memberships.of_group(group.id)}


def test_finishing_says_before_what_follows(nova: Nova) -> None:
    nova.sends(nova.vera)
    a_session(nova, nova.group.id)

    question = asks(nova, GroupDeed.COMPLETE)

    assert (question.sessions, question.documents) == (1, 1)


def test_a_finished_group_plans_nothing_and_its_mentees_have_completed(nova: Nova) -> None:
    session = a_session(nova, nova.group.id)

    does(nova, GroupDeed.COMPLETE_EARLY, reason="Goals reached")

    told = nova.desk.told()
    assert nova.desk.record.groups.by_id(nova.group.id).state is GroupState.COMPLETED_EARLY
    assert states(nova, nova.group) == {
        "Anton": MembershipState.ACTIVE,
        "Boyana": MembershipState.ACTIVE,
        "Vera": MembershipState.COMPLETED_EARLY,
        "Ilya": MembershipState.COMPLETED_EARLY,
    }
    assert state_of(nova, session) is SessionState.CANCELLED
    plan = planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id)
    assert nova.desk.refuses(planning.plan_session, plan) == Why.GROUP_CLOSED
    kinds = {one.chat_id: type(one.notice) for one in told if one.chat_id in {4, 5, 2, 3}}
    assert kinds == {4: PlaceChanged, 5: PlaceChanged, 2: GroupNews, 3: GroupNews}
    assert "Goals" not in str([one.notice for one in told if one.chat_id == NOVA_CHAT])


def test_what_waits_in_a_finished_group_can_still_be_reviewed(nova: Nova) -> None:
    nova.sends(nova.vera)
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)

    does(nova, GroupDeed.COMPLETE)

    command = Decide(by=nova.by(nova.anton), submission_id=line.submission_id, version=1, decision=MoveKind.ACCEPT)
    assert nova.desk.does(decide, command) is None


def test_a_finished_group_is_opened_again_for_those_who_completed_with_it(nova: Nova) -> None:
    seat = nova.desk.record.memberships.of_person(nova.ilya.id)[0]
    early = deeds.AskFor(by=nova.by(nova.maria), membership_id=seat.id, deed=Deed.COMPLETE)
    nova.desk.does(deeds.ask_for, early)
    nova.desk.does(deeds.confirm, deeds.ConfirmDeed(by=nova.by(nova.maria), membership_id=seat.id, deed=Deed.COMPLETE))
    nova.desk.now += timedelta(days=1)
    does(nova, GroupDeed.COMPLETE)
    nova.desk.now += timedelta(days=1)

    does(nova, GroupDeed.REOPEN)

    there = states(nova, nova.group)
    assert (there["Vera"], there["Ilya"]) == (MembershipState.ACTIVE, MembershipState.COMPLETED)
    assert nova.desk.record.groups.by_id(nova.group.id).state is GroupState.RUNNING
    assert nova.desk.refuses(group_life.confirm_group_deed, confirming(nova, GroupDeed.REOPEN)) == Why.GONE


@pytest.mark.parametrize(("days", "state"), [(3, MembershipState.ACTIVE), (30, MembershipState.PAUSED)])
def test_a_pause_that_ended_while_the_group_was_finished_ends_when_it_is_opened_again(
    nova: Nova, days: int, state: MembershipState
) -> None:
    """A mentor's: mentees have completed. Only the mentor hears of it."""
    [place] = nova.desk.record.memberships.of_person(nova.boyana.id)
    until = nova.desk.now + timedelta(days=days)
    nova.desk.record.memberships.save(
        paused := replace(place, state=MembershipState.PAUSED, paused_until=until, changed_at=nova.desk.now)
    )
    places.set_clock(nova.desk.record, paused)
    does(nova, GroupDeed.COMPLETE)
    nova.desk.now += timedelta(days=7)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=100)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
    assert states(nova, nova.group)["Boyana"] is MembershipState.PAUSED

    does(nova, GroupDeed.REOPEN)

    assert states(nova, nova.group)["Boyana"] is state


def test_a_digest_names_the_groups_that_have_finished_in_the_last_month(nova: Nova) -> None:
    does(nova, GroupDeed.COMPLETE)
    digest = digesting.digest(nova.desk.record, nova.maria, nova.desk.now, asked=True)
    assert digest.finished == (nova.group.name,)
    nova.desk.now += timedelta(days=31)

    digest = digesting.digest(nova.desk.record, nova.maria, nova.desk.now, asked=True)

    assert digest.finished == ()


def test_groups_do_not_merge_where_somebody_would_be_mentor_and_mentee_of_one(nova: Nova) -> None:
    """Also when that has become so while the question stood."""
    start = nova.second_group()
    asks(nova, GroupDeed.MERGE, start)
    nova.joins(start, nova.anton, Role.MENTEE)
    asking = group_life.AskAboutGroup(
        by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.MERGE, into_id=start.id
    )

    assert nova.desk.refuses(group_life.confirm_group_deed, confirming(nova, GroupDeed.MERGE)) == Why.MENTOR_AND_MENTEE
    assert nova.desk.refuses(group_life.ask_about_group, asking) == Why.MENTOR_AND_MENTEE


def test_whoever_stands_in_for_a_mentor_goes_on_in_the_group_they_merge_into(nova: Nova) -> None:
    start, now = nova.second_group(), nova.desk.now
    absence = nova.desk.record.absences.add(
        role=Role.MENTOR,
        programme_id=nova.programme.id,
        group_id=nova.group.id,
        absent_id=nova.anton.id,
        deputy_id=nova.boyana.id,
        begins_at=now,
        ends_at=now + timedelta(days=7),
    )

    does(nova, GroupDeed.MERGE, start)

    kept = nova.desk.record.absences.by_id(absence.id)
    assert kept is not None
    assert (kept.group_id, kept.ended_at) == (start.id, None)


@pytest.mark.parametrize("deed", GroupDeed)
@pytest.mark.parametrize("who", ["anton", "vera"])
def test_only_the_manager_decides_about_a_group(nova: Nova, who: str, deed: GroupDeed) -> None:
    by = nova.by(getattr(nova, who))

    asking = group_life.AskAboutGroup(by=by, group_id=nova.group.id, deed=deed)
    assert nova.desk.refuses(group_life.ask_about_group, asking) == Why.NOT_ALLOWED
    confirm = group_life.ConfirmGroupDeed(by=by, group_id=nova.group.id, deed=deed)
    assert nova.desk.refuses(group_life.confirm_group_deed, confirm) == Why.NOT_ALLOWED


def test_a_merge_takes_people_and_documents_along_and_tells_each_once(nova: Nova) -> None:
    start = nova.second_group()
    boris = someone(nova, 8, "Boris", start, Role.MENTOR)
    nova.sends(nova.vera)
    session = a_session(nova, nova.group.id)

    does(nova, GroupDeed.MERGE, start, reason="Too few people")

    told = [one for one in nova.desk.told() if isinstance(one.notice, (GroupMoved, GroupNews, GroupLifePost))]
    assert {one.chat_id: type(one.notice) for one in told} == {
        2: GroupMoved,
        3: GroupMoved,
        4: GroupMoved,
        5: GroupMoved,
        boris.telegram_id: GroupNews,
        NOVA_CHAT: GroupLifePost,
    }
    assert len(told) == 6
    assert set(states(nova, nova.group).values()) == {MembershipState.MOVED}
    assert set(states(nova, start)) == {"Boris", "Anton", "Boyana", "Vera", "Ilya"}
    assert state_of(nova, session) is SessionState.CANCELLED
    merged = nova.desk.record.groups.by_id(nova.group.id)
    assert (merged.state, merged.merged_into) == (GroupState.MERGED, start.id)


def test_after_a_merge_the_new_mentor_reads_reviews_and_knows_whose_it_is(nova: Nova) -> None:
    start = nova.second_group()
    boris = someone(nova, 8, "Boris", start, Role.MENTOR)
    nova.sends(nova.vera)
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)

    does(nova, GroupDeed.MERGE, start)
    nova.desk.does(open_submission, OpenOne(by=nova.by(boris), submission_id=line.submission_id))

    assert "Vera" in str(nova.desk.told(to=boris.telegram_id)[-1].notice)
    kinds = {one.kind for one in nova.desk.record.happenings.of_group(start.id)}
    assert HappeningKind.GROUPS_MERGED in kinds


def test_documents_of_somebody_who_had_left_come_along_with_their_name(nova: Nova) -> None:
    start = nova.second_group()
    nova.sends(nova.vera)
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    seat = nova.desk.record.memberships.of_person(nova.vera.id)[0]
    nova.desk.record.memberships.save(replace(seat, state=MembershipState.LEFT))

    does(nova, GroupDeed.MERGE, start)
    nova.desk.told()
    nova.desk.does(open_submission, OpenOne(by=nova.by(nova.anton), submission_id=line.submission_id))

    assert "Vera" in str(nova.desk.told(to=nova.anton.telegram_id)[-1].notice)


def test_whoever_pauses_goes_on_pausing_in_the_new_group(nova: Nova) -> None:
    start = nova.second_group()
    seat = nova.desk.record.memberships.of_person(nova.vera.id)[0]
    until = nova.desk.now + timedelta(days=5)
    nova.desk.record.memberships.save(replace(seat, state=MembershipState.PAUSED, paused_until=until, changed_at=until))

    does(nova, GroupDeed.MERGE, start)

    there = nova.desk.record.memberships.of_person(nova.vera.id)[-1]
    assert (there.group_id, there.state, there.paused_until) == (start.id, MembershipState.PAUSED, until)
    claim = nova.desk.record.schedule.claim(until, at_most=10)
    assert [due.subject_id for due in claim.dues] == [there.id]


def test_a_name_that_nobody_has_taken_is_expected_in_the_new_group(nova: Nova) -> None:
    start = nova.second_group()
    nova.desk.record.memberships.expect(group_id=nova.group.id, role=Role.MENTEE, name="Petya", now=nova.desk.now)

    does(nova, GroupDeed.MERGE, start)

    assert states(nova, start)["Petya"] is MembershipState.EXPECTED


def test_somebody_who_is_in_both_groups_stays_once(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.vera, Role.MENTEE)

    does(nova, GroupDeed.MERGE, start)

    there = [one for one in nova.desk.record.memberships.of_group(start.id) if one.person_id == nova.vera.id]
    assert [one.state for one in there] == [MembershipState.ACTIVE]


def test_a_group_merges_into_another_running_one_of_its_programme_only(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    finished = replace(nova.second_group(), state=GroupState.COMPLETED)
    record.groups.save(finished)
    programme = record.programmes.add(name="Q", organisation="Q", language=nova.vera.language, zone="UTC", now=now)
    foreign = record.groups.add(programme_id=programme.id, name="Foreign", language=nova.vera.language, now=now)
    record.managers.add(nova.maria.id, programme.id, now)

    for into in (nova.group, finished, foreign):
        asking = group_life.AskAboutGroup(
            by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.MERGE, into_id=into.id
        )
        assert nova.desk.refuses(group_life.ask_about_group, asking) == Why.NOT_ALLOWED
    nova.desk.does(
        group_life.ask_about_group,
        group_life.AskAboutGroup(by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.MERGE),
    )
    assert nova.last(nova.maria, ChooseMerge).groups == ()


def test_a_merged_group_has_nothing_left_to_decide(nova: Nova) -> None:
    start = nova.second_group()
    does(nova, GroupDeed.MERGE, start)

    again = group_life.AskAboutGroup(by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.COMPLETE)

    assert nova.desk.refuses(group_life.ask_about_group, again) == Why.ALREADY_DONE


def begins_split(nova: Nova, name: str) -> None:
    asking = group_life.AskAboutGroup(by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.SPLIT)
    nova.desk.does(group_life.ask_about_group, asking)
    types(nova, name)


def picking(nova: Nova, person: Person | None) -> group_life.PickForSplit:
    membership_id: MembershipId | None = None
    if person is not None:
        membership_id = nova.desk.record.memberships.of_person(person.id)[0].id
    return group_life.PickForSplit(by=nova.by(nova.maria), group_id=nova.group.id, membership_id=membership_id)


def test_a_split_takes_those_who_were_picked_with_their_documents(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.sends(nova.ilya, "u2")
    begins_split(nova, "Orion")
    for person in (nova.vera, nova.ilya, nova.ilya, nova.boyana, None):
        nova.desk.does(group_life.pick_for_split, picking(nova, person))
    question = nova.last(nova.maria, AskGroupDeed)
    nova.desk.does(group_life.confirm_group_deed, confirming(nova, GroupDeed.SPLIT))

    orion = nova.desk.record.groups.of_programme(nova.programme.id)[-1]
    assert (question.people, question.both) == (("Boyana", "Vera"), ())
    assert (orion.name, set(states(nova, orion))) == ("Orion", {"Boyana", "Vera"})
    waiting = {line.mentee: line.group for line in nova.desk.record.submissions.waiting([orion.id, nova.group.id])}
    assert waiting == {"Vera": "Orion", "Ilya": "Nova"}


def test_neither_half_is_left_without_a_mentor(nova: Nova) -> None:
    begins_split(nova, "Orion")
    for person in (nova.vera, None):
        nova.desk.does(group_life.pick_for_split, picking(nova, person))
    assert nova.last(nova.maria, AskGroupDeed).both == ("Anton", "Boyana")
    nova.desk.does(group_life.confirm_group_deed, confirming(nova, GroupDeed.SPLIT))

    orion = nova.desk.record.groups.of_programme(nova.programme.id)[-1]
    assert states(nova, orion) == dict.fromkeys(["Anton", "Boyana", "Vera"], MembershipState.ACTIVE)
    assert states(nova, nova.group)["Anton"] is MembershipState.ACTIVE


def test_a_split_needs_a_name_and_somebody_to_go(nova: Nova) -> None:
    begins_split(nova, "…")
    types(nova, "Orion")
    assert nova.last(nova.maria, ChooseSplit).new_name == "Orion"

    assert nova.desk.refuses(group_life.pick_for_split, picking(nova, None)) == Why.NOBODY_PICKED
    nova.desk.record.prompts.close(nova.maria.telegram_id or 0)
    assert nova.desk.refuses(group_life.pick_for_split, picking(nova, nova.vera)) == Why.GONE


def test_a_typed_no_gives_up_and_a_typed_yes_does_it(nova: Nova) -> None:
    asks(nova, GroupDeed.COMPLETE)
    types(nova, "не")
    assert nova.desk.record.prompts.of(nova.maria.telegram_id or 0, nova.desk.now) is None

    asks(nova, GroupDeed.COMPLETE)
    types(nova, "yes")

    assert nova.desk.record.groups.by_id(nova.group.id).state is GroupState.COMPLETED


def test_the_manager_hears_once_that_too_few_are_left(nova: Nova) -> None:
    for person in (nova.vera, nova.ilya):
        seat = nova.desk.record.memberships.of_person(person.id)[0]
        by = nova.by(person)
        nova.desk.does(deeds.ask_for, deeds.AskFor(by=by, membership_id=seat.id, deed=Deed.LEAVE))
        nova.desk.does(deeds.confirm, deeds.ConfirmDeed(by=by, membership_id=seat.id, deed=Deed.LEAVE))

    alerts = [one.notice for one in nova.desk.told(to=nova.maria.telegram_id) if isinstance(one.notice, GroupTooSmall)]
    assert [alert.left for alert in alerts] == [1]


def test_a_finished_group_takes_no_names_and_gives_no_links_and_its_card_says_so(nova: Nova) -> None:
    does(nova, GroupDeed.COMPLETE)
    by = nova.by(nova.maria)

    nova.desk.does(groups.open_group, groups.OpenGroup(by=by, group_id=nova.group.id))
    assert nova.last(nova.maria, GroupCard).state is GroupState.COMPLETED
    nova.desk.does(groups.list_groups, groups.ListGroups(by=by))
    assert [line.running for line in nova.last(nova.maria, GroupList).groups] == [False]
    adding = groups.AddNames(by=by, group_id=nova.group.id, role=Role.MENTEE)
    assert nova.desk.refuses(groups.add_names, adding) == Why.GROUP_CLOSED
    links = inviting.OpenLinks(by=by, group_id=nova.group.id, mentor_token="m", mentee_token="n", chat_code="c")
    assert nova.desk.refuses(inviting.open_links, links) == Why.GROUP_CLOSED


@pytest.mark.parametrize("deed", [GroupDeed.COMPLETE, GroupDeed.MERGE])
def test_a_session_that_goes_on_ends_with_its_group_and_what_is_known_of_who_was_there_is_noted(
    nova: Nova, deed: GroupDeed
) -> None:
    start = nova.second_group()
    nova.desk.record.groups.save(replace(nova.group, sees_messages=True))
    nova.desk.does(beginning_here.hold_now, beginning_here.HoldNow(by=nova.by(nova.anton), group_id=nova.group.id))
    [session] = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.group.created_at)
    nova.desk.now += timedelta(seconds=5)
    by = replace(nova.by(nova.vera, chat=NOVA_CHAT), message_id=9)
    nova.desk.does(recording.hear, recording.Heard(by=by, text="I am here", said_at=nova.desk.now))

    does(nova, deed, start if deed is GroupDeed.MERGE else None)

    held = nova.desk.record.sessions.by_id(session.id)
    assert held is not None
    assert (held.state, held.finished_at) == (SessionState.HELD, nova.desk.now)
    noted = nova.desk.record.attendances.of_session(session.id)
    assert noted == {nova.anton.id: Presence.PRESENT, nova.vera.id: Presence.PRESENT}
