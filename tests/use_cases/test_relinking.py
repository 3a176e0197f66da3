"""A place moves to a new account in one transaction: with everything, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring import notices
from mentoring.bundles import Matter, Piece
from mentoring.consents import ConsentKind
from mentoring.diaries import DiaryAnswer, Question
from mentoring.groups import InvitationKind
from mentoring.happenings import HappeningKind
from mentoring.invitations import Door, payload
from mentoring.notices import Delivery, Placement
from mentoring.notices.common import CommandMenu, Home, Refused, Stranger, WordsFrom
from mentoring.notices.groups import AnswerJoinRequest
from mentoring.notices.joining import TakenOut
from mentoring.notices.relinking import PlaceMoved, RelinkCode, RelinkDone, RelinkNews
from mentoring.notices.submissions import SubmissionCard
from mentoring.people import Language, MembershipState, Role
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import places
from mentoring.use_cases.home import OpenHome, open_home
from mentoring.use_cases.join_requests import AskToJoinChat, ask_to_join_chat
from mentoring.use_cases.merging_accounts import DecideMerge, decide_merge
from mentoring.use_cases.relinking import (
    AnswerRelink,
    RelinkManager,
    RelinkMember,
    answer_relink,
    relink_manager,
    relink_member,
)
from mentoring.use_cases.start import Start, start
from storage.schema import metadata
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk

NEW = 77


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def place_of(nova: Nova, person: Person) -> RelinkMember:
    [place] = nova.desk.record.memberships.of_person(person.id)
    return RelinkMember(by=nova.by(nova.maria, pressed=9), membership_id=place.id, token="secret")


def a_code_for(nova: Nova, person: Person) -> str:
    nova.desk.does(relink_member, place_of(nova, person))
    return payload(Door.RELINK, nova.last(nova.maria, RelinkCode).token)


def relinks(nova: Nova, person: Person, telegram_id: int = NEW) -> Person:
    code = a_code_for(nova, person)
    nova.desk.does(start, Start(by=nova.by(telegram_id), payload=code))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(telegram_id, pressed=1), yes=True))
    return nova.desk.record.people.by_id(person.id)


def a_session(nova: Nova) -> Session:
    begins = nova.desk.now - timedelta(hours=3)
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


def test_the_place_moves_and_what_is_open_is_posted_anew(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.desk.told()

    moved = relinks(nova, nova.vera)

    assert moved.telegram_id == NEW
    told = nova.desk.told()
    anew = [type(one.notice) for one in told if one.chat_id == NEW]
    assert anew[-3:] == [RelinkDone, SubmissionCard, Home]
    assert [type(one.notice) for one in told if one.chat_id == nova.vera.telegram_id] == [PlaceMoved]
    assert [type(one.notice) for one in told if one.chat_id == nova.maria.telegram_id] == [RelinkNews]
    kinds = [one.kind for one in nova.desk.record.happenings.of_person(nova.vera.id)]
    assert kinds == [HappeningKind.RELINKED]


def test_what_waited_for_the_old_account_waits_for_the_new_one_and_each_card_once(nova: Nova) -> None:
    """Also what waits for a certain hour; a menu of commands belongs to its own chat."""
    code = a_code_for(nova, nova.vera)
    nova.sends(nova.vera)
    for_later = Delivery(placement=Placement.BOTTOM, not_before=nova.desk.now + timedelta(days=2))
    notices.tell(nova.desk.record, nova.vera, TakenOut(group_name="Nova"), for_later)
    notices.tell(nova.desk.record, nova.vera, CommandMenu(chat_id=nova.vera.telegram_id or 0, commands=()), Delivery())

    nova.desk.does(start, Start(by=nova.by(NEW), payload=code))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(NEW, pressed=1), yes=True))

    assert waiting_for(nova, nova.vera.telegram_id or 0) == ["PlaceMoved"]
    waiting = waiting_for(nova, NEW)
    assert sorted(waiting) == ["Home", "RelinkDone", "SubmissionCard", "TakenOut"]
    table = metadata.tables["outbox"]
    held = select(table.c.not_before).where(table.c.kind == "TakenOut", table.c.chat_id == NEW)
    assert nova.desk.connection.scalars(held).all() == [for_later.not_before]


def test_what_is_under_way_to_the_old_account_is_tried_again_at_the_new_one(nova: Nova) -> None:
    code = a_code_for(nova, nova.vera)
    notices.tell(nova.desk.record, nova.vera, WordsFrom(person_id=nova.anton.id, name="Anton", words="Hello"))
    table = metadata.tables["outbox"]
    nova.desk.connection.execute(table.update().where(table.c.kind == "WordsFrom").values(status="sending"))

    nova.desk.does(start, Start(by=nova.by(NEW), payload=code))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(NEW, pressed=1), yes=True))

    chats = select(table.c.chat_id).where(table.c.kind == "WordsFrom")
    assert nova.desk.connection.scalars(chats).all() == [NEW]


def test_news_that_was_kept_for_an_hour_is_told_by_the_cards_themselves(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    for matter, subject in ((Matter.REVIEW, 1), (Matter.DIARY, 7)):
        record.bundles.keep(nova.vera.id, Piece(matter=matter, subject_id=subject), now)

    relinks(nova, nova.vera)

    assert nova.desk.record.bundles.take(nova.vera.id) == [Piece(matter=Matter.DIARY, subject_id=7)]


def waiting_for(nova: Nova, telegram_id: int) -> Sequence[str]:
    table = metadata.tables["outbox"]
    waiting = select(table.c.kind).where(table.c.status == "new", table.c.chat_id == telegram_id)
    return nova.desk.connection.scalars(waiting).all()


def test_the_old_account_is_told_where_the_place_is_and_a_stranger_is_a_stranger(nova: Nova) -> None:
    relinks(nova, nova.vera)
    nova.desk.told()

    nova.desk.does(open_home, OpenHome(by=nova.by(nova.vera)))
    nova.desk.does(open_home, OpenHome(by=nova.by(5555)))

    assert [type(told.notice) for told in nova.desk.told()] == [PlaceMoved, Stranger]


def test_a_code_is_used_once_and_the_second_who_confirms_gets_nothing(nova: Nova) -> None:
    code = a_code_for(nova, nova.vera)
    for telegram_id in (NEW, NEW + 1):
        nova.desk.does(start, Start(by=nova.by(telegram_id), payload=code))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(NEW, pressed=1), yes=True))

    late = AnswerRelink(by=nova.by(NEW + 1, pressed=1), yes=True)
    assert nova.desk.refuses(answer_relink, late) == "invitation_used"
    assert nova.desk.record.people.by_telegram_id(NEW + 1) is None


def test_a_code_that_ran_out_while_it_was_asked_about_opens_nothing(nova: Nova) -> None:
    code = a_code_for(nova, nova.vera)
    nova.desk.does(start, Start(by=nova.by(NEW), payload=code))
    nova.desk.now += timedelta(hours=25)

    assert nova.desk.refuses(answer_relink, AnswerRelink(by=nova.by(NEW, pressed=1), yes=True)) == "invitation_expired"
    assert nova.desk.record.people.by_id(nova.vera.id).telegram_id == nova.vera.telegram_id


def test_a_relink_code_opens_no_other_door(nova: Nova) -> None:
    code = a_code_for(nova, nova.vera).removeprefix("r_")
    nova.desk.told()

    for door in set(Door) - {Door.RELINK, Door.CHAT}:
        nova.desk.does(start, Start(by=nova.by(NEW), payload=f"{door}_{code}"))

    told = [one.notice for one in nova.desk.told()]
    assert told == [Refused(why=Why.INVITATION_UNKNOWN)] * 3


def test_only_the_managers_of_all_their_programmes_give_somebodys_place_away(nova: Nova) -> None:
    other = nova.desk.record.programmes.add(
        name="Q", organisation="Q", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.desk.record.managers.add(nova.anton.id, other.id, nova.desk.now)

    assert nova.desk.refuses(relink_member, place_of(nova, nova.anton)) == "not_allowed"
    stranger = replace(place_of(nova, nova.vera), by=nova.by(nova.anton, pressed=9))
    assert nova.desk.refuses(relink_member, stranger) == "not_allowed"


def test_everything_of_a_duplicate_belongs_to_one_person_afterwards(nova: Nova) -> None:
    """The same group twice stays once; what both wrote about one session stands together."""
    record, now = nova.desk.record, nova.desk.now
    double = record.people.add(telegram_id=NEW, name="V", language=Language.BG, zone="UTC", now=now)
    nova.joins(nova.group, double, Role.MENTEE)
    nova.joins(nova.second_group(), double, Role.MENTEE)
    record.managers.add(double.id, nova.programme.id, now)
    for person, version in ((nova.vera, 1), (double, 1), (double, 2)):
        record.consents.give(person.id, ConsentKind.TAKE_PART, version=version, now=now)
    session = a_session(nova)
    for person, words in ((nova.vera, "I met Anton"), (double, "It was good")):
        diary = record.diaries.begin(session.id, person.id, now)
        record.diaries.note(diary, DiaryAnswer(question=next(iter(Question)), text=words))
    nova.sends(nova.vera)
    group = nova.desk.record.groups.by_id(nova.group.id)
    assert group.id

    relinks(nova, nova.vera)
    assert nova.desk.record.people.by_id(double.id) == double
    nova.desk.does(decide_merge, DecideMerge(by=nova.by(nova.maria, pressed=9), telegram_id=NEW, yes=True))

    record = nova.desk.record
    places = record.memberships.of_person(nova.vera.id)
    assert sorted(one.group_id for one in places) == sorted({one.group_id for one in places})
    assert len(places) == 2
    assert {one.state for one in places} == {MembershipState.ACTIVE}
    assert record.managers.manages(nova.vera.id, group_id=nova.group.id)
    assert [one.version for one in record.consents.of_person(nova.vera.id)] == [1, 2]
    both = record.diaries.of(session.id, nova.vera.id)
    assert both is not None
    assert both.answers[0].text == "I met Anton\nIt was good"
    assert len(record.submissions.of_mentee(nova.vera.id)) == 1
    assert pointing_to(nova, double) == []


def test_a_pause_of_the_duplicate_ends_for_the_one_person(nova: Nova) -> None:
    """And none is left to end for a place that is no more."""
    record, now = nova.desk.record, nova.desk.now
    double = record.people.add(telegram_id=NEW, name="V", language=Language.BG, zone="UTC", now=now)
    nova.joins(nova.group, double, Role.MENTEE)
    for person, state in ((nova.vera, MembershipState.LEFT), (double, MembershipState.PAUSED)):
        [place] = record.memberships.of_person(person.id)
        until = now + timedelta(days=7) if state is MembershipState.PAUSED else None
        record.memberships.save(changed := replace(place, state=state, paused_until=until, changed_at=now))
        places.set_clock(record, changed)

    relinks(nova, nova.vera)
    nova.desk.does(decide_merge, DecideMerge(by=nova.by(nova.maria, pressed=9), telegram_id=NEW, yes=True))

    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    assert place.state is MembershipState.PAUSED
    table = metadata.tables["appointments"]
    pending = select(table.c.subject_id).where(table.c.state == "pending", table.c.kind == "pause_end")
    assert nova.desk.connection.scalars(pending).all() == [place.id]


def pointing_to(nova: Nova, person: Person) -> list[str]:
    """Columns of any table that still name somebody who is no more."""
    people = metadata.tables["people"]
    return [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.column is people.c.id for key in column.foreign_keys)
        and nova.desk.connection.execute(select(table).where(column == person.id)).first() is not None
    ]


def test_an_earlier_code_ends_when_a_new_one_is_made(nova: Nova) -> None:
    nova.desk.does(relink_member, place_of(nova, nova.vera))
    nova.desk.does(relink_member, replace(place_of(nova, nova.vera), token="second"))

    invitations = metadata.tables["invitations"]
    of_kind = select(invitations.c.expires_at).where(invitations.c.kind == InvitationKind.RELINK)
    expiries = nova.desk.connection.scalars(of_kind.order_by(invitations.c.id)).all()
    assert [expires > nova.desk.now for expires in expiries] == [False, True]


def test_the_new_account_is_let_into_the_groups_chat_and_the_old_one_no_longer(nova: Nova) -> None:
    relinks(nova, nova.vera)
    nova.desk.told()

    for telegram_id in (NEW, nova.vera.telegram_id or 0):
        nova.desk.does(ask_to_join_chat, AskToJoinChat(by=nova.by(telegram_id, chat=NOVA_CHAT)))

    let_in = [told.notice for told in nova.desk.told() if isinstance(told.notice, AnswerJoinRequest)]
    assert [(one.telegram_id, one.let_in) for one in let_in] == [(NEW, True)]


def test_one_manager_gives_another_their_place_back_and_keeps_the_group(nova: Nova) -> None:
    dora = nova.desk.record.people.add(telegram_id=9, name="Dora", language=Language.EN, zone="UTC", now=nova.desk.now)
    command = RelinkManager(
        by=nova.by(nova.maria, pressed=9), programme_id=nova.programme.id, person_id=dora.id, token="secret"
    )
    assert nova.desk.refuses(relink_manager, command) == "gone"
    nova.desk.record.managers.add(dora.id, nova.programme.id, nova.desk.now)

    nova.desk.does(relink_manager, command)
    code = payload(Door.RELINK, nova.last(nova.maria, RelinkCode).token)
    nova.desk.does(start, Start(by=nova.by(NEW), payload=code))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(NEW, pressed=1), yes=True))

    known = nova.desk.record.people.by_telegram_id(NEW)
    assert known is not None
    assert nova.desk.record.managers.manages(known.id, group_id=nova.group.id)


def test_who_is_one_person_is_decided_by_no_other_programmes_manager_and_by_nobody_about_themselves(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    other = record.programmes.add(name="Q", organisation="Q", language=Language.EN, zone="UTC", now=now)
    record.managers.add(nova.boyana.id, other.id, now)
    record.managers.add(nova.ilya.id, nova.programme.id, now)
    relinks(nova, nova.vera, nova.ilya.telegram_id or 0)

    for person in (nova.boyana, nova.ilya, nova.anton):
        command = DecideMerge(by=nova.by(person, pressed=9), telegram_id=nova.ilya.telegram_id or 0, yes=True)
        assert nova.desk.refuses(decide_merge, command) == "not_allowed"


def test_a_manager_whose_own_account_opened_the_code_stays_known_as_who_made_it(nova: Nova) -> None:
    record, maria = nova.desk.record, nova.maria.telegram_id or 0
    record.managers.add(nova.anton.id, nova.programme.id, nova.desk.now)
    nova.desk.does(start, Start(by=nova.by(maria), payload=a_code_for(nova, nova.boyana)))
    nova.desk.does(answer_relink, AnswerRelink(by=nova.by(maria, pressed=1), yes=True))

    nova.desk.does(decide_merge, DecideMerge(by=nova.by(nova.anton, pressed=9), telegram_id=maria, yes=True))

    assert record.managers.manages(nova.boyana.id, group_id=nova.group.id)
    last = record.happenings.of_person(nova.boyana.id)[-1]
    assert (last.kind, last.by_id) == (HappeningKind.RELINKED, nova.boyana.id)


def test_two_accounts_do_not_become_one_where_that_would_be_mentor_and_mentee_of_one_group(nova: Nova) -> None:
    """The code stays good for when one of the two places has ended."""
    relinks(nova, nova.vera, nova.boyana.telegram_id or 0)
    command = DecideMerge(by=nova.by(nova.maria, pressed=9), telegram_id=nova.boyana.telegram_id or 0, yes=True)

    assert nova.desk.refuses(decide_merge, command) == Why.MENTOR_AND_MENTEE
    [place] = nova.desk.record.memberships.of_person(nova.boyana.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))
    nova.desk.does(decide_merge, command)

    assert nova.desk.record.people.by_id(nova.vera.id).telegram_id == nova.boyana.telegram_id
