"""Other ways to the same door: a typed code, a request to the chat; age, consents, and whoever was here before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from mentoring.acting import Acting, ChatKind
from mentoring.catching_up import expected_by
from mentoring.consents import NOTICE_VERSION, ConsentKind
from mentoring.groups import InvitationKind
from mentoring.happenings import HappeningKind
from mentoring.ids import MembershipId
from mentoring.invitations import hashed
from mentoring.notices.common import Home, Refused, Stranger
from mentoring.notices.groups import AnswerJoinRequest, ChatRequest
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
    MinorJoined,
    SomebodyDeclined,
)
from mentoring.notices.welcome import CatchUp, GroupWelcome, Round
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import NOBODY
from mentoring.places import Deed
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import group_cards, places
from mentoring.use_cases.ages import SayAge, say_age
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.chat_members import MeetMember, meet_member
from mentoring.use_cases.consenting import (
    SECOND_THOUGHTS,
    Agree,
    AllowQuotes,
    Disagree,
    ReadPrivacy,
    TellManager,
    agree,
    allow_quotes,
    disagree,
    read_privacy,
    tell_manager,
)
from mentoring.use_cases.join_requests import AskToJoinChat, ask_to_join_chat
from mentoring.use_cases.joining import BackToNames, NotListed, TakeName, back_to_names, not_listed, take_name
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.use_cases.letting_in import LetIn, TakeFor, let_in, take_for
from mentoring.use_cases.start import Start, start
from storage.tables.people import programmes, prompts
from tests.use_cases.joiners import MARIA, OLEG, VERA, comes_in, last, seat, set_up

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from tests.use_cases.conftest import Desk

CHAT = -1001
IVAN = Acting(telegram_id=4821, chat_id=4821, username="vanko")


@pytest.fixture
def group(desk: Desk) -> Group:
    return set_up(desk)


def known(desk: Desk, by: Acting) -> Person:
    person = desk.record.people.by_telegram_id(by.telegram_id)
    assert person is not None
    return person


def place(desk: Desk, group: Group, name: str) -> Membership:
    [found] = [one for one in desk.record.memberships.of_group(group.id) if one.name == name]
    return found


def vera_is_in(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(agree, Agree(by=VERA))
    desk.told()


def bind(desk: Desk, group: Group) -> None:
    desk.record.groups.save(replace(desk.record.groups.by_id(group.id), chat_id=CHAT, invite_link="https://t.me/+x"))


def requests(desk: Desk, by: Acting) -> None:
    asking = replace(by, chat_id=CHAT, chat_kind=ChatKind.SUPERGROUP)
    desk.does(ask_to_join_chat, AskToJoinChat(by=asking))


def lands(desk: Desk, by: Acting) -> None:
    """In the Telegram group, as Telegram tells it."""
    landing = replace(by, chat_id=CHAT, chat_kind=ChatKind.SUPERGROUP)
    desk.does(meet_member, MeetMember(by=landing, telegram_id=by.telegram_id, present=True))


def minors_need_a_guardian(desk: Desk) -> None:
    desk.connection.execute(update(programmes).values(adult_age=18))


def types_own_name(desk: Desk, by: Acting, name: str) -> None:
    desk.does(start, Start(by=by, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=by, language=Language.EN))
    desk.does(not_listed, NotListed(by=by))
    desk.does(answer, Answer(by=by, text=name))


def test_a_typed_code_leads_to_the_names_as_the_link_does(desk: Desk, group: Group) -> None:
    assert group.code is not None

    desk.does(answer, Answer(by=VERA, text=group.code.lower().replace("-", " ")))
    assert isinstance(last(desk, 21), AskLanguage)
    desk.does(choose_language, ChooseLanguage(by=VERA, language=Language.BG))

    asked = last(desk, 21)
    assert isinstance(asked, AskWhichName)
    assert [one.name for one in asked.names] == ["Vera Dimova", "Ilya Kolev"]


def test_a_code_without_a_live_link_shows_no_names_and_needs_the_manager(desk: Desk, group: Group) -> None:
    desk.now += timedelta(days=15)

    desk.does(answer, Answer(by=VERA, text=group.code or ""))
    desk.does(choose_language, ChooseLanguage(by=VERA, language=Language.EN))
    assert last(desk, 21) == AskOwnName(group_name="Nova", listed=False)
    desk.does(answer, Answer(by=VERA, text="Vera Dimova"))

    assert isinstance(last(desk, 10), AskToLetIn)
    assert desk.refuses(take_name, seat(desk, group, "Ilya Kolev")) == Why.GONE
    desk.does(let_in, LetIn(by=MARIA, telegram_id=21, yes=True))
    desk.does(agree, Agree(by=VERA))
    assert known(desk, VERA).name == "Vera Dimova"


@pytest.mark.usefixtures("group")
def test_codes_are_guessed_five_times_an_hour_and_words_are_no_guesses(desk: Desk) -> None:
    for said in ("hello", "who are you?", "thank you!"):
        desk.does(answer, Answer(by=OLEG, text=said))
    for number in range(2, 7):
        desk.does(answer, Answer(by=OLEG, text=f"NOVA-{number}{number}{number}"))
    assert {type(told.notice) for told in desk.told(to=77)} == {Stranger}

    desk.does(answer, Answer(by=OLEG, text="NOVA-999"))

    assert last(desk, 77) == Refused(why=Why.TOO_MANY_TRIES)


def test_a_code_typed_by_a_mentor_finds_them_among_the_mentors(desk: Desk, group: Group) -> None:
    desk.does(answer, Answer(by=OLEG, text=group.code or ""))
    desk.does(choose_language, ChooseLanguage(by=OLEG, language=Language.EN))
    desk.does(not_listed, NotListed(by=OLEG))
    desk.does(answer, Answer(by=OLEG, text="Антон Иванов"))

    asked = last(desk, 10)
    assert isinstance(asked, AskToLetIn)
    assert (asked.choices[0].name, asked.choices[0].role) == ("Anton Ivanov", Role.MENTOR)
    desk.does(
        take_for,
        TakeFor(by=MARIA, telegram_id=77, membership_id=MembershipId(asked.choices[0].membership_id)),
    )
    desk.does(agree, Agree(by=OLEG))

    assert place(desk, group, "Anton Ivanov").person_id == known(desk, OLEG).id


def test_a_request_asks_the_manager_and_starts_the_same_way_in_private(desk: Desk, group: Group) -> None:
    bind(desk, group)

    requests(desk, VERA)

    told = {told.chat_id: told.notice for told in desk.told()}
    assert isinstance(told[10], ChatRequest)
    assert isinstance(told[21], AskLanguage)
    desk.does(choose_language, ChooseLanguage(by=VERA, language=Language.EN))
    desk.does(take_name, seat(desk, group, "Vera Dimova"))
    desk.told()
    desk.does(agree, Agree(by=VERA))
    assert AnswerJoinRequest(chat_id=CHAT, telegram_id=21, let_in=True) in [one.notice for one in desk.told(to=CHAT)]
    lands(desk, VERA)
    [welcome] = [told.notice for told in desk.told(to=CHAT) if isinstance(told.notice, GroupWelcome)]
    assert welcome.new_mentees == ("Vera Dimova",)


def test_whoever_opens_the_poster_after_asking_at_the_door_is_let_in_too(desk: Desk, group: Group) -> None:
    bind(desk, group)
    requests(desk, VERA)

    comes_in(desk, VERA, "Vera Dimova", group)
    desk.told()
    desk.does(agree, Agree(by=VERA))

    assert AnswerJoinRequest(chat_id=CHAT, telegram_id=21, let_in=True) in [one.notice for one in desk.told(to=CHAT)]


def test_those_who_come_within_minutes_are_welcomed_in_one_message(desk: Desk, group: Group) -> None:
    bind(desk, group)
    welcomes = []
    for by, name, minutes in ((VERA, "Vera Dimova", 0), (OLEG, "Ilya Kolev", 10)):
        desk.now += timedelta(minutes=minutes)
        comes_in(desk, by, name, group)
        desk.does(agree, Agree(by=by))
        lands(desk, by)
        welcomes += [told.notice for told in desk.told(to=CHAT) if isinstance(told.notice, GroupWelcome)]

    assert [one.new_mentees for one in welcomes] == [("Vera Dimova",), ("Vera Dimova", "Ilya Kolev")]
    assert len({one.card() for one in welcomes}) == 1


def test_whoever_comes_the_next_day_has_a_welcome_of_their_own(desk: Desk, group: Group) -> None:
    bind(desk, group)
    vera_is_in(desk, group)
    lands(desk, VERA)
    [first] = [told.notice for told in desk.told(to=CHAT) if isinstance(told.notice, GroupWelcome)]
    desk.now += timedelta(days=1)

    comes_in(desk, OLEG, "Ilya Kolev", group)
    desk.does(agree, Agree(by=OLEG))
    lands(desk, OLEG)

    [second] = [told.notice for told in desk.told(to=CHAT) if isinstance(told.notice, GroupWelcome)]
    assert second.new_mentees == ("Ilya Kolev",)
    assert first.card() != second.card()


def test_where_the_programme_asks_for_no_age_nobody_is_asked(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)

    assert isinstance(last(desk, 21), AskConsent)


def test_a_minor_names_a_guardian_and_the_manager_is_told(desk: Desk, group: Group) -> None:
    minors_need_a_guardian(desk)
    comes_in(desk, VERA, "Vera Dimova", group)
    assert last(desk, 21) == AskAge(years=18, group_name="Nova")

    desk.does(say_age, SayAge(by=VERA, adult=False))
    assert last(desk, 21) == AskGuardian(years=18, group_name="Nova")
    desk.does(answer, Answer(by=VERA, text="yes"))
    assert last(desk, 21) == AskGuardian(years=18, group_name="Nova")
    desk.does(answer, Answer(by=VERA, text="Elena Dimova"))
    asked = last(desk, 21)
    assert isinstance(asked, AskConsent)
    assert asked.guardian == "Elena Dimova"
    desk.told()
    desk.does(agree, Agree(by=VERA))

    assert (known(desk, VERA).adult, known(desk, VERA).guardian) == (False, "Elena Dimova")
    minor = MinorJoined(name="Vera Dimova", group_name="Nova", guardian="Elena Dimova", years=18)
    assert minor in [told.notice for told in desk.told(to=10)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("yes", AskConsent),
        ("да", AskConsent),
        ("19", AskConsent),
        ("17 г.", AskGuardian),
        ("ne", AskGuardian),
        ("?", AskAge),
    ],
)
def test_an_age_can_be_typed(desk: Desk, group: Group, said: str, asked: type[object]) -> None:
    minors_need_a_guardian(desk)
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.told()

    desk.does(answer, Answer(by=VERA, text=said))

    assert isinstance(last(desk, 21), asked)


def test_the_wrong_age_can_be_pressed_right_again(desk: Desk, group: Group) -> None:
    minors_need_a_guardian(desk)
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(say_age, SayAge(by=VERA, adult=False))

    desk.does(say_age, SayAge(by=VERA, adult=True))
    desk.does(agree, Agree(by=VERA))

    assert (known(desk, VERA).adult, known(desk, VERA).guardian) == (True, "")
    assert desk.refuses(say_age, SayAge(by=VERA, adult=True)) == Why.GONE


def test_the_two_consents_are_kept_apart_and_by_version(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(allow_quotes, AllowQuotes(by=VERA, yes=True))
    desk.does(read_privacy, ReadPrivacy(by=VERA, whole=True))
    asked = last(desk, 21)
    assert isinstance(asked, AskConsent)
    assert (asked.quotes, asked.whole) == (True, True)
    desk.does(agree, Agree(by=VERA))
    comes_in(desk, OLEG, "Ilya Kolev", group)
    desk.does(agree, Agree(by=OLEG))

    given = {by: [one.kind for one in desk.record.consents.of_person(known(desk, by).id)] for by in (VERA, OLEG)}
    assert given == {VERA: [ConsentKind.QUOTES, ConsentKind.TAKE_PART], OLEG: [ConsentKind.TAKE_PART]}
    assert {one.version for one in desk.record.consents.of_person(known(desk, VERA).id)} == {NOTICE_VERSION}


def test_a_manager_hears_that_somebody_declined_and_who_only_if_they_want(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.told()
    desk.does(disagree, Disagree(by=VERA))
    at = int(desk.now.timestamp())
    assert last(desk, 10) == SomebodyDeclined(at=at, group_name="Nova")

    desk.does(tell_manager, TellManager(by=VERA))

    assert last(desk, 10) == SomebodyDeclined(at=at, group_name="Nova", name="Vera Dimova")
    assert desk.record.prompts.of(21, desk.now) is None
    assert desk.refuses(tell_manager, TellManager(by=VERA)) == Why.GONE
    assert place(desk, group, "Vera Dimova").state is MembershipState.EXPECTED


def test_whoever_declined_can_think_again_and_after_an_hour_nothing_is_left(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(disagree, Disagree(by=VERA))
    assert desk.refuses(agree, Agree(by=VERA)) == Why.GONE
    desk.does(read_privacy, ReadPrivacy(by=VERA, whole=False))
    assert isinstance(last(desk, 21), AskConsent)
    desk.does(disagree, Disagree(by=VERA))

    desk.now += SECOND_THOUGHTS
    desk.record.prompts.prune(desk.now)

    assert desk.refuses(read_privacy, ReadPrivacy(by=VERA, whole=False)) == Why.GONE
    assert desk.record.people.by_telegram_id(21) is None
    assert desk.connection.execute(select(prompts).where(prompts.c.telegram_id == 21)).all() == []
    desk.does(start, Start(by=VERA, payload="j_mentees"))
    assert isinstance(last(desk, 21), AskLanguage)


def test_a_name_typed_by_somebody_let_in_is_not_kept_before_they_agree(desk: Desk, group: Group) -> None:
    types_own_name(desk, OLEG, "Oleg Marinov")
    desk.does(let_in, LetIn(by=MARIA, telegram_id=77, yes=True))

    desk.does(disagree, Disagree(by=OLEG))

    assert "Oleg Marinov" not in {one.name for one in desk.record.memberships.of_group(group.id)}


def test_of_two_with_one_name_the_manager_sees_who_is_who_and_picks(desk: Desk, group: Group) -> None:
    vera_is_in(desk, group)

    types_own_name(desk, IVAN, "Вера Димова")

    asked = last(desk, 10)
    assert isinstance(asked, AskToLetIn)
    assert (asked.handle, asked.namesake) == ("@vanko", "…21")
    desk.does(let_in, LetIn(by=MARIA, telegram_id=4821, yes=True))
    desk.does(agree, Agree(by=IVAN))
    active = [one for one in desk.record.memberships.of_group(group.id) if one.person_id == known(desk, IVAN).id]
    assert [(one.name, one.state) for one in active] == [("Вера Димова", MembershipState.ACTIVE)]


def test_namesakes_are_told_apart_on_the_groups_card(desk: Desk, group: Group) -> None:
    vera_is_in(desk, group)
    types_own_name(desk, IVAN, "Vera Dimova")
    desk.does(let_in, LetIn(by=MARIA, telegram_id=4821, yes=True))
    desk.does(agree, Agree(by=IVAN))

    names = [one.name for one in group_cards.listed(desk.record, group)]

    assert names == ["Anton Ivanov", "Vera Dimova (…21)", "Ilya Kolev", "Vera Dimova (…4821)"]


def test_a_manager_links_a_typed_name_to_a_listed_one_and_no_name_twice(desk: Desk, group: Group) -> None:
    types_own_name(desk, OLEG, "Iliya K.")
    asked = last(desk, 10)
    assert isinstance(asked, AskToLetIn)
    assert asked.choices[0].name == "Ilya Kolev"
    of_ilya = TakeFor(by=MARIA, telegram_id=77, membership_id=place(desk, group, "Ilya Kolev").id)
    assert desk.refuses(take_for, replace(of_ilya, by=VERA)) == Why.NOT_ALLOWED
    assert desk.refuses(take_for, replace(of_ilya, membership_id=MembershipId(99))) == Why.NAME_TAKEN

    desk.does(take_for, of_ilya)
    assert desk.refuses(take_for, of_ilya) == Why.ALREADY_DONE
    desk.does(agree, Agree(by=OLEG))

    assert known(desk, OLEG).name == "Ilya Kolev"
    assert len(desk.record.memberships.of_group(group.id, Role.MENTEE)) == 2


def test_thanks_typed_while_waiting_are_no_new_name(desk: Desk, group: Group) -> None:
    types_own_name(desk, OLEG, "Oleg Marinov")
    desk.told()

    desk.does(answer, Answer(by=OLEG, text="thank you!"))

    assert last(desk, 77) == AwaitManager(name="Oleg Marinov", group_name=group.name)
    assert desk.told(to=10) == []


@pytest.mark.parametrize("deed", [Deed.REMOVE, Deed.LEAVE])
def test_whoever_is_gone_comes_back_only_by_the_managers_word(desk: Desk, group: Group, deed: Deed) -> None:
    vera_is_in(desk, group)
    places.change(desk.record, place(desk, group, "Vera Dimova"), places.Change(deed=deed, by=None), desk.now)
    desk.told()

    desk.does(start, Start(by=VERA, payload="j_mentees"))

    assert last(desk, 10) == AskToLetBackIn(
        telegram_id=21,
        name="Vera Dimova",
        role=Role.MENTEE,
        group_name="Nova",
        into="Nova",
        state=place(desk, group, "Vera Dimova").state,
        since=desk.now,
    )
    assert desk.refuses(agree, Agree(by=VERA)) == Why.GONE
    assert desk.refuses(back_to_names, BackToNames(by=VERA)) == Why.ALREADY_DONE
    desk.does(take_name, seat(desk, group, "Ilya Kolev"))
    assert place(desk, group, "Ilya Kolev").person_id is None
    desk.does(let_in, LetIn(by=MARIA, telegram_id=21, yes=True))

    assert place(desk, group, "Vera Dimova").state is MembershipState.ACTIVE
    history = desk.record.happenings.of_person(known(desk, VERA).id)
    assert history[-1].kind is HappeningKind.RETURNED
    assert history[-1].by_id == known(desk, MARIA).id


def test_somebody_removed_while_choosing_cannot_take_another_name(desk: Desk, group: Group) -> None:
    vera_is_in(desk, group)
    places.change(desk.record, place(desk, group, "Vera Dimova"), places.Change(deed=Deed.REMOVE, by=None), desk.now)
    desk.does(answer, Answer(by=VERA, text=group.code or ""))
    desk.does(let_in, LetIn(by=MARIA, telegram_id=21, yes=False))

    assert desk.refuses(take_name, seat(desk, group, "Ilya Kolev")) == Why.GONE
    assert place(desk, group, "Vera Dimova").state is MembershipState.REMOVED


def a_second_group(desk: Desk, group: Group) -> Group:
    second = desk.record.groups.add(programme_id=group.programme_id, name="Start", language=Language.EN, now=desk.now)
    desk.record.memberships.expect(group_id=second.id, role=Role.MENTEE, name="V. Dimova", now=desk.now)
    desk.record.invitations.add(
        kind=InvitationKind.MENTEE,
        token_hash=hashed("second"),
        group_id=second.id,
        created_by=None,
        max_uses=1,
        expires_at=desk.now + timedelta(days=14),
        now=desk.now,
    )
    return second


def test_whoever_is_known_goes_straight_to_the_names_of_a_second_group(desk: Desk, group: Group) -> None:
    vera_is_in(desk, group)
    second = a_second_group(desk, group)

    desk.does(start, Start(by=VERA, payload="j_second"))
    assert isinstance(last(desk, 21), AskWhichName)
    desk.does(take_name, seat(desk, second, "V. Dimova"))

    assert [type(told.notice) for told in desk.told(to=21)] == [Home]
    assert place(desk, second, "V. Dimova").person_id == known(desk, VERA).id


def test_whoever_was_removed_from_one_group_is_asked_about_at_another_of_the_programme(
    desk: Desk, group: Group
) -> None:
    vera_is_in(desk, group)
    second = a_second_group(desk, group)
    places.change(desk.record, place(desk, group, "Vera Dimova"), places.Change(deed=Deed.REMOVE, by=None), desk.now)
    desk.does(start, Start(by=VERA, payload="j_second"))
    asked = last(desk, 10)
    assert isinstance(asked, AskToLetBackIn)
    assert (asked.group_name, asked.into) == ("Nova", "Start")

    desk.does(let_in, LetIn(by=MARIA, telegram_id=21, yes=True))
    desk.does(take_name, seat(desk, second, "V. Dimova"))

    assert place(desk, second, "V. Dimova").state is MembershipState.ACTIVE
    assert place(desk, group, "Vera Dimova").state is MembershipState.REMOVED


def test_a_link_that_runs_out_on_the_way_is_no_dead_end(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.record.invitations.revoke(group.id, InvitationKind.MENTEE, desk.now)
    desk.now += timedelta(minutes=1)
    desk.does(agree, Agree(by=VERA))
    assert isinstance(last(desk, 21), AwaitManager)
    assert desk.record.people.by_telegram_id(21) is None

    desk.does(let_in, LetIn(by=MARIA, telegram_id=21, yes=True))

    assert place(desk, group, "Vera Dimova").person_id == known(desk, VERA).id


def test_start_typed_on_the_way_in_asks_again_what_is_open(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.told()

    desk.does(start, Start(by=VERA, payload=""))

    assert isinstance(last(desk, 21), AskConsent)


def test_from_the_notice_one_can_go_back_to_another_name(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(back_to_names, BackToNames(by=VERA))
    assert isinstance(last(desk, 21), AskWhichName)

    desk.does(take_name, TakeName(by=VERA, membership_id=place(desk, group, "Ilya Kolev").id))
    desk.does(agree, Agree(by=VERA))

    assert known(desk, VERA).name == "Ilya Kolev"


def test_a_late_joiner_hears_what_they_missed_and_has_days_of_their_own(desk: Desk, group: Group) -> None:
    maria = known(desk, MARIA)
    for days in (-7, 7):
        begins = desk.now + timedelta(days=days)
        desk.record.sessions.add(
            group_id=group.id,
            kind=SessionKind.INITIAL,
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            wall_time=begins.replace(tzinfo=None).isoformat(),
            zone="Europe/Sofia",
            place=Place.CHAT,
            address="",
            planned_by=maria.id,
            now=desk.now,
        )
    desk.record.groups.save(replace(desk.record.groups.by_id(group.id), created_at=desk.now - timedelta(days=30)))
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.told()

    desk.does(agree, Agree(by=VERA))

    kinds = [told.notice for told in desk.told(to=21) if isinstance(told.notice, Home | Round | CatchUp)]
    assert [type(one) for one in kinds] == [Home, Round, CatchUp]
    late = kinds[-1]
    assert isinstance(late, CatchUp)
    assert (late.held, late.past) == (1, (desk.now - timedelta(days=7),))
    assert late.next_at == desk.now + timedelta(days=7)
    assert late.expected_by == expected_by(desk.now.date(), None)


def test_nobody_has_more_time_than_the_programme_and_nobody_less_than_a_day(desk: Desk) -> None:
    today = desk.now.date()

    assert expected_by(today, None) == today + timedelta(days=14)
    assert expected_by(today, today + timedelta(days=3)) == today + timedelta(days=3)
    assert expected_by(today, today - timedelta(days=3)) == today


@pytest.mark.parametrize("nobody", sorted(NOBODY))
def test_whoever_stands_for_no_person_comes_in_by_no_door(desk: Desk, group: Group, nobody: int) -> None:
    """Everybody who writes anonymously would be them."""
    by = Acting(telegram_id=nobody, chat_id=nobody)

    assert desk.refuses(start, Start(by=by, payload="j_mentees")) == Why.NOT_ALLOWED
    desk.does(answer, Answer(by=by, text=group.code or ""))

    assert desk.record.prompts.of(nobody, desk.now) is None
    assert isinstance(last(desk, nobody), Stranger)
