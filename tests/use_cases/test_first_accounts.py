"""Whoever was on paper and opens a code is asked all that a joiner is asked, and until then nothing is theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.consents import NO_VERSION, ConsentKind
from mentoring.invitations import Door, payload
from mentoring.notices.joining import AskAge, AskConsent, AskGuardian, AskLanguage, Declined, MinorJoined
from mentoring.notices.relinking import RelinkCode, RelinkDone
from mentoring.people import Language, Membership, MembershipState, Reachability, Role
from mentoring.refusals import Why
from mentoring.use_cases import ages, consenting, joining, languages, merging_accounts, on_paper, relinking
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.sending import SendFile, send_file
from mentoring.use_cases.start import Start, start
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

NEW = 77


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def petar(nova: Nova) -> Membership:
    nova.desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(nova.anton), group_id=nova.group.id))
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="Petar Kolev"))
    return seat(nova)


def seat(nova: Nova) -> Membership:
    return next(one for one in nova.desk.record.memberships.of_group(nova.group.id) if one.name == "Petar Kolev")


def person(nova: Nova) -> Person:
    person_id = seat(nova).person_id
    assert person_id is not None
    return nova.desk.record.people.by_id(person_id)


def asks_for_age(nova: Nova) -> None:
    nova.desk.record.programmes.save(replace(nova.programme, adult_age=18))


def opens(nova: Nova, place: Membership, account: int = NEW) -> Acting:
    """Up to the first question after yes."""
    made = relinking.RelinkMember(by=nova.by(nova.maria, pressed=9), membership_id=place.id, token="secret")
    nova.desk.does(relinking.relink_member, made)
    return says_yes(nova, account)


def says_yes(nova: Nova, account: int) -> Acting:
    by = nova.by(account, pressed=1)
    nova.desk.does(start, Start(by=nova.by(account), payload=payload(Door.RELINK, "secret")))
    nova.desk.does(relinking.answer_relink, relinking.AnswerRelink(by=by, yes=True))
    return by


def speaks(nova: Nova, by: Acting, language: Language) -> None:
    nova.desk.does(languages.choose_language, languages.ChooseLanguage(by=by, language=language))


def asked(nova: Nova, account: int = NEW) -> object:
    return nova.desk.told(to=account)[-1].notice


@pytest.mark.parametrize("language", Language)
def test_language_age_guardian_and_consent_come_before_anything_else(nova: Nova, language: Language) -> None:
    asks_for_age(nova)
    by = opens(nova, petar(nova))
    assert isinstance(asked(nova), AskLanguage)
    speaks(nova, by, language)
    assert isinstance(asked(nova), AskAge)
    nova.desk.does(ages.say_age, ages.SayAge(by=by, adult=False))
    assert isinstance(asked(nova), AskGuardian)
    nova.desk.does(answer, Answer(by=nova.by(NEW), text="Kolyo Kolev"))
    question = asked(nova)
    assert isinstance(question, AskConsent)
    assert (question.name, question.group_name, question.guardian) == ("Petar Kolev", "Nova", "Kolyo Kolev")
    assert person(nova).telegram_id is None
    nova.desk.does(consenting.allow_quotes, consenting.AllowQuotes(by=by, yes=True))
    nova.desk.told()

    nova.desk.does(consenting.agree, consenting.Agree(by=by))

    known = person(nova)
    assert (known.telegram_id, known.language, known.reachability) == (NEW, language, Reachability.OK)
    assert (known.consent_version, known.consented_at) == (nova.desk.record.rules.notice_version, nova.desk.now)
    assert (known.adult, known.guardian) == (False, "Kolyo Kolev")
    assert all(nova.desk.record.consents.in_force(known.id, kind) for kind in ConsentKind)
    told = nova.desk.told()
    assert [one.chat_id for one in told if isinstance(one.notice, MinorJoined)] == [nova.maria.telegram_id]
    assert [one.chat_id for one in told if isinstance(one.notice, RelinkDone)] == [NEW]


def test_until_they_agree_they_are_nobody_and_a_no_leaves_the_code_open(nova: Nova) -> None:
    by = opens(nova, petar(nova))
    speaks(nova, by, Language.EN)
    nova.desk.does(send_file, SendFile(by=nova.by(NEW), file=nova.file("early", chat=NEW)))
    assert not nova.desk.record.submissions.of_mentee(person(nova).id)

    nova.desk.does(consenting.disagree, consenting.Disagree(by=by))

    assert isinstance(asked(nova), Declined)
    assert nova.desk.record.people.by_telegram_id(NEW) is None
    again = says_yes(nova, NEW)
    speaks(nova, again, Language.EN)
    nova.desk.does(consenting.agree, consenting.Agree(by=again))
    assert person(nova).telegram_id == NEW


def test_of_two_who_are_asked_the_first_who_agrees_has_the_place(nova: Nova) -> None:
    first = opens(nova, petar(nova))
    second = says_yes(nova, NEW + 1)
    for by in (first, second):
        speaks(nova, by, Language.EN)

    nova.desk.does(consenting.agree, consenting.Agree(by=first))

    assert nova.desk.refuses(consenting.agree, consenting.Agree(by=second)) == Why.INVITATION_USED
    assert nova.desk.record.people.by_telegram_id(NEW + 1) is None


def test_whoever_comes_by_a_code_takes_no_name_of_the_list(nova: Nova) -> None:
    by = opens(nova, petar(nova))
    speaks(nova, by, Language.EN)
    listed = nova.desk.record.memberships.expect(
        group_id=nova.group.id, role=Role.MENTEE, name="Olga", now=nova.desk.now
    )

    assert nova.desk.refuses(joining.not_listed, joining.NotListed(by=by)) == Why.ALREADY_DONE
    assert nova.desk.refuses(joining.back_to_names, joining.BackToNames(by=by)) == Why.ALREADY_DONE
    assert nova.desk.refuses(joining.take_name, joining.TakeName(by=by, membership_id=listed.id)) == Why.GONE


def test_a_seat_that_stood_open_on_the_list_is_theirs_alone(nova: Nova) -> None:
    place = petar(nova)
    has_telegram = on_paper.GetsTelegram(by=nova.by(nova.maria, pressed=9), membership_id=place.id, yes=True)
    nova.desk.does(on_paper.gets_telegram, has_telegram)
    by = opens(nova, place)
    speaks(nova, by, Language.EN)

    nova.desk.does(consenting.agree, consenting.Agree(by=by))

    assert seat(nova).state is MembershipState.ACTIVE


def test_a_known_account_that_never_agreed_either_is_asked_after_the_two_are_one(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    known = record.people.add(telegram_id=NEW, name="Petya", language=Language.BG, zone="UTC", now=now)
    record.managers.add(known.id, nova.programme.id, now)
    opens(nova, petar(nova))

    merge = merging_accounts.DecideMerge(by=nova.by(nova.maria, pressed=9), telegram_id=NEW, yes=True)
    nova.desk.does(merging_accounts.decide_merge, merge)

    one = person(nova)
    assert (one.telegram_id, one.language, one.consent_version) == (NEW, Language.BG, NO_VERSION)
    work = SendFile(by=nova.by(NEW), file=nova.file("early", chat=NEW))
    assert nova.desk.refuses(send_file, work) == Why.CONSENT_FIRST


def test_the_code_is_shown_to_the_manager_as_any_other(nova: Nova) -> None:
    opens(nova, petar(nova))

    assert nova.last(nova.maria, RelinkCode).name == "Petar Kolev"
