"""Coming in by a link: seats, names, races, refusals and what is kept before consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting
from mentoring.consents import NOTICE_VERSION
from mentoring.ids import GroupId
from mentoring.invitations import Door, payload
from mentoring.manager_codes import new_code, signing_key
from mentoring.notices.common import Home, Refused
from mentoring.notices.groups import GroupCard, Links
from mentoring.notices.joining import AskConsent, AskLanguage, AskToLetIn, AskWhichName, Declined, NotLetIn
from mentoring.notices.posters import Poster, PosterSheets
from mentoring.notices.programmes import ProgrammePreview
from mentoring.notices.welcome import Round
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import Standing
from mentoring.places import Deed
from mentoring.refusals import Why
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.consenting import SECOND_THOUGHTS, Agree, Disagree, agree, disagree
from mentoring.use_cases.deeds import AskFor, ConfirmDeed, ask_for, confirm
from mentoring.use_cases.groups import AddNames, add_names
from mentoring.use_cases.inviting import OpenLinks, RenewLink, open_links, renew_link
from mentoring.use_cases.joining import NotListed, not_listed, take_name
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.use_cases.letting_in import LetIn, let_in
from mentoring.use_cases.managing import MakeManagerCode, make_manager_code
from mentoring.use_cases.start import Start, start
from tests.use_cases.joiners import MARIA, OLEG, VERA, comes_in, last, seat, set_up

if TYPE_CHECKING:
    from mentoring.groups import Group
    from tests.use_cases.conftest import Desk


@pytest.fixture
def group(desk: Desk) -> Group:
    return set_up(desk)


def test_a_manager_comes_in_by_a_code_once(desk: Desk) -> None:
    make_manager_code(desk.record, MakeManagerCode(token="first"), desk.now)

    desk.does(start, Start(by=MARIA, payload="m_first"))
    desk.does(start, Start(by=OLEG, payload="m_first"))

    assert last(desk, 10) == AskLanguage(guess=Language.EN, programme=None)
    desk.does(start, Start(by=OLEG, payload="m_first"))
    assert last(desk, 77) == Refused(why=Why.INVITATION_USED)


def test_a_signed_code_works_once_and_for_a_quarter_of_an_hour(desk: Desk) -> None:
    code = new_code(signing_key("token"), desk.now)
    command = Start(by=MARIA, payload=payload(Door.MANAGER, code), signed_until=desk.now + timedelta(minutes=15))
    late = Start(by=OLEG, payload="m_late", signed_until=desk.now)

    desk.does(start, command)
    desk.does(start, Start(by=OLEG, payload=command.payload, signed_until=command.signed_until))

    assert [told.notice for told in desk.told(to=77)] == [Refused(why=Why.INVITATION_USED)]
    assert desk.refuses(start, late) == Why.INVITATION_EXPIRED


def test_the_managers_answers_make_the_programme_and_lead_to_the_first_group(desk: Desk) -> None:
    make_manager_code(desk.record, MakeManagerCode(token="first"), desk.now)
    desk.does(start, Start(by=MARIA, payload="m_first"))
    desk.does(choose_language, ChooseLanguage(by=MARIA, language=Language.BG))
    desk.does(answer, Answer(by=MARIA, text="  Мария  Петрова "))
    desk.does(answer, Answer(by=MARIA, text="Отворени врати"))

    asked = last(desk, 10)
    assert isinstance(asked, ProgrammePreview)
    programme = desk.record.programmes.first()
    assert programme is not None
    assert (asked.welcome, asked.programme.programme_id) == ("Мария Петрова", programme.id)
    assert (programme.organisation, programme.language) == ("Отворени врати", Language.BG)


def test_a_group_gets_one_poster_for_each_role_with_a_seat_for_each_name(desk: Desk, group: Group) -> None:
    live = desk.record.invitations.live_of(group.id, desk.now)

    assert [(one.kind.value, one.max_uses) for one in live] == [("mentor", 1), ("mentee", 2)]
    assert {one.expires_at - desk.now for one in live} == {timedelta(days=14)}


def test_opening_the_links_again_ends_no_poster(desk: Desk, group: Group) -> None:
    desk.does(open_links, OpenLinks(by=MARIA, group_id=group.id, mentor_token="x", mentee_token="y", chat_code="c"))

    [links] = [told.notice for told in desk.told(to=10)]
    assert isinstance(links, Links)
    assert [one.left for one in links.live] == [1, 2]


def test_a_group_from_before_there_were_codes_gets_one_with_its_next_poster(desk: Desk, group: Group) -> None:
    desk.record.groups.save(replace(group, code=None))

    desk.does(renew_link, RenewLink(by=MARIA, group_id=group.id, role=Role.MENTEE, token="newer"))

    poster = next(told.notice for told in desk.told(to=10) if isinstance(told.notice, Poster))
    found = desk.record.groups.by_code(poster.code)
    assert poster.code.startswith("NOVA-")
    assert found is not None
    assert found.id == group.id


def test_a_new_link_ends_the_old_one(desk: Desk, group: Group) -> None:
    desk.does(renew_link, RenewLink(by=MARIA, group_id=group.id, role=Role.MENTEE, token="newer"))

    assert [type(told.notice) for told in desk.told(to=10)] == [Poster, PosterSheets, Links]
    desk.does(start, Start(by=VERA, payload="j_mentees"))
    assert last(desk, 21) == Refused(why=Why.INVITATION_EXPIRED)
    desk.does(start, Start(by=VERA, payload="j_newer"))
    assert isinstance(last(desk, 21), AskLanguage)


def test_a_joiner_chooses_their_name_and_is_no_person_before_they_agree(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    asked = last(desk, 21)

    assert isinstance(asked, AskConsent)
    assert (asked.name, asked.group_name, asked.organisation) == ("Vera Dimova", "Nova", "Open Doors")
    assert desk.record.people.by_telegram_id(21) is None

    desk.does(agree, Agree(by=VERA))
    person = desk.record.people.by_telegram_id(21)
    assert person is not None
    assert (person.consent_version, person.consented_at, person.zone) == (NOTICE_VERSION, desk.now, "Europe/Sofia")
    [home] = [told.notice for told in desk.told(to=21) if isinstance(told.notice, Home)]
    assert Standing.MENTEE in home.standings


def test_declining_leaves_nothing(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(disagree, Disagree(by=VERA))

    assert last(desk, 21) == Declined()
    assert desk.record.people.by_telegram_id(21) is None
    desk.now += SECOND_THOUGHTS
    assert desk.record.prompts.prune(desk.now) == 1


def test_what_was_said_before_consent_is_forgotten_after_three_days(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.now += timedelta(hours=72)

    assert desk.refuses(agree, Agree(by=VERA)) == Why.GONE
    assert desk.record.prompts.prune(desk.now) == 1


def test_of_two_who_take_the_same_name_exactly_one_gets_it(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    comes_in(desk, OLEG, "Vera Dimova", group)

    desk.does(agree, Agree(by=VERA))
    desk.does(agree, Agree(by=OLEG))

    asked = last(desk, 77)
    assert isinstance(asked, AskWhichName)
    assert (asked.taken, [one.name for one in asked.names]) == ("Vera Dimova", ["Ilya Kolev"])
    assert desk.record.people.by_telegram_id(77) is None


def test_a_name_of_another_group_or_role_cannot_be_taken(desk: Desk, group: Group) -> None:
    desk.does(start, Start(by=VERA, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=VERA, language=Language.EN))

    desk.does(take_name, seat(desk, group, "Anton Ivanov"))

    assert isinstance(last(desk, 21), AskWhichName)


def test_a_link_opens_as_often_as_there_are_names(desk: Desk, group: Group) -> None:
    for number, name in enumerate(["Vera Dimova", "Ilya Kolev"]):
        joiner = Acting(telegram_id=100 + number, chat_id=100 + number)
        comes_in(desk, joiner, name, group)
        desk.does(agree, Agree(by=joiner))

    desk.does(start, Start(by=OLEG, payload="j_mentees"))

    assert last(desk, 77) == Refused(why=Why.INVITATION_USED)


def test_whoever_is_in_already_comes_home(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(agree, Agree(by=VERA))
    desk.told()

    desk.does(start, Start(by=VERA, payload="j_mentees"))

    assert isinstance(last(desk, 21), Home)


@pytest.mark.usefixtures("group")
def test_a_name_that_is_not_listed_needs_the_managers_word(desk: Desk) -> None:
    desk.does(start, Start(by=OLEG, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=OLEG, language=Language.EN))
    desk.does(not_listed, NotListed(by=OLEG))
    desk.does(answer, Answer(by=OLEG, text="Oleg Marinov"))

    [asked] = [told.notice for told in desk.told(to=10)]
    assert isinstance(asked, AskToLetIn)
    assert (asked.telegram_id, asked.name, asked.handle, asked.namesake) == (77, "Oleg Marinov", "…77", None)
    assert {one.name for one in asked.choices} == {"Anton Ivanov", "Vera Dimova", "Ilya Kolev"}
    assert desk.refuses(let_in, LetIn(by=VERA, telegram_id=77, yes=True)) == Why.NOT_ALLOWED
    desk.does(let_in, LetIn(by=MARIA, telegram_id=77, yes=True))
    assert isinstance(last(desk, 77), AskConsent)
    assert desk.refuses(let_in, LetIn(by=MARIA, telegram_id=77, yes=True)) == Why.ALREADY_DONE
    assert Role.MENTEE not in {
        one.role for one in desk.record.memberships.of_group(GroupId(1)) if one.name == asked.name
    }
    desk.does(agree, Agree(by=OLEG))
    assert [Home, Round] == [type(told.notice) for told in desk.told(to=77)]


@pytest.mark.usefixtures("group")
def test_a_greeting_is_not_taken_for_a_name(desk: Desk) -> None:
    desk.does(start, Start(by=OLEG, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=OLEG, language=Language.EN))
    desk.told()

    desk.does(answer, Answer(by=OLEG, text="hello, who are you?"))

    assert isinstance(last(desk, 77), AskWhichName)
    assert desk.told(to=10) == []


@pytest.mark.usefixtures("group")
def test_somebody_turned_away_is_told_and_forgotten(desk: Desk) -> None:
    desk.does(start, Start(by=OLEG, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=OLEG, language=Language.EN))
    desk.does(not_listed, NotListed(by=OLEG))
    desk.does(answer, Answer(by=OLEG, text="Oleg Marinov"))
    desk.does(let_in, LetIn(by=MARIA, telegram_id=77, yes=False))

    assert last(desk, 77) == NotLetIn(group_name="Nova")
    assert desk.record.prompts.of(77, desk.now) is None


@pytest.mark.usefixtures("group")
def test_five_wrong_tokens_an_hour_are_answered_then_one_more_then_none(desk: Desk) -> None:
    answers = []
    for attempt in range(9):
        desk.does(start, Start(by=OLEG, payload=f"j_guess{attempt}"))
        answers.append([told.notice for told in desk.told(to=77)])

    unknown, enough = [Refused(why=Why.INVITATION_UNKNOWN)], [Refused(why=Why.TOO_MANY_TRIES)]
    assert answers == [unknown] * 5 + [enough] + [[]] * 3
    desk.now += timedelta(hours=1)
    desk.does(start, Start(by=OLEG, payload="j_mentees"))
    assert isinstance(last(desk, 77), AskLanguage)


def test_taking_out_somebody_who_joined_asks_first_and_ends_their_rights(desk: Desk, group: Group) -> None:
    comes_in(desk, VERA, "Vera Dimova", group)
    desk.does(agree, Agree(by=VERA))
    membership = seat(desk, group, "Vera Dimova").membership_id
    desk.told()

    desk.does(ask_for, AskFor(by=MARIA, membership_id=membership, deed=Deed.REMOVE))
    desk.does(confirm, ConfirmDeed(by=MARIA, membership_id=membership, deed=Deed.REMOVE))

    kept = desk.record.memberships.by_id(membership)
    assert kept is not None
    assert kept.state is MembershipState.REMOVED
    assert [type(told.notice).__name__ for told in desk.told(to=21)] == ["TakenOut"]
    assert desk.refuses(confirm, ConfirmDeed(by=MARIA, membership_id=membership, deed=Deed.REMOVE)) == Why.GONE


def test_names_that_are_listed_already_are_said_and_not_doubled(desk: Desk, group: Group) -> None:
    desk.does(add_names, AddNames(by=MARIA, group_id=group.id, role=Role.MENTEE))
    desk.does(answer, Answer(by=MARIA, text="vera dimova\nPetya Hristova"))

    [card] = [told.notice for told in desk.told(to=10) if isinstance(told.notice, GroupCard)]
    assert card.repeated == 1
    assert [one.name for one in card.people] == ["Anton Ivanov", "Vera Dimova", "Ilya Kolev", "Petya Hristova"]
    assert [one.max_uses for one in desk.record.invitations.live_of(group.id, desk.now)] == [1, 3]
