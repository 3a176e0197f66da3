"""What is printed for a group's first session, for whom, in whose language, and that it is sent once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.kit import CONTRACT, Code, DocumentChoice
from mentoring.notices.packs import PackStage
from mentoring.notices.prints import ChoosePrintGroup, PrintCard, PrintPackSent
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Language, MembershipState, Role
from mentoring.prints import GIVEN_UP_AFTER
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import due, slot_planning
from mentoring.use_cases.print_packs import AskPrint, MakePrint, ask, contents_of, failed, made, make, note_progress
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.prints import PrintContents, PrintOrder
    from tests.use_cases.conftest import Desk

HASH = "a" * 64


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def order(nova: Nova, person: Person) -> PrintOrder:
    nova.desk.does(make, MakePrint(by=nova.by(person, pressed=9), group_id=nova.group.id))
    return nova.desk.record.packs.prints.waiting()[-1]


def contents(nova: Nova, wanted: PrintOrder) -> PrintContents:
    found = contents_of(nova.desk.record, wanted, nova.desk.now)
    assert found is not None
    return found


def test_all_forms_of_the_first_session_are_printed_the_groups_before_each_persons(nova: Nova) -> None:
    printed = contents(nova, order(nova, nova.maria)).forms

    codes = [one.title.code for one in printed]
    assert Counter(codes) == {"T02": 2, "T03": 1, "T04": 6, "T05": 1, "T07": 2}
    assert codes[-4:] == ["T02", "T07", "T02", "T07"]
    assert [one.whose for one in printed[-4:]] == ["Vera", "Vera", "Ilya", "Ilya"]
    assert len({one.record_id for one in printed}) == len(printed)


def test_the_contract_comes_whole_and_as_a_page_for_each_who_signs(nova: Nova) -> None:
    printed = [one for one in contents(nova, order(nova, nova.maria)).forms if one.title.code == CONTRACT]
    whole, *pages = printed

    assert (whole.kind, len(whole.signers)) == (PaperKind.WHOLE, 5)
    assert {one.kind for one in pages} == {PaperKind.COUNTERPART}
    assert [[signer.name for signer in one.signers] for one in pages] == [
        ["Maria"], ["Anton"], ["Boyana"], ["Vera"], ["Ilya"],
    ]  # fmt: skip
    assert {one.language for one in printed} == {PaperLanguage.BOTH}


def test_everybodys_forms_are_in_their_own_language(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.vera, language=Language.BG))
    printed = contents(nova, order(nova, nova.maria)).forms

    languages = {(one.whose, one.language) for one in printed if one.title.code == "T02"}
    assert languages == {("Vera", PaperLanguage.BG), ("Ilya", PaperLanguage.EN)}


def test_the_list_of_participants_and_the_register_are_printed_where_they_are_used(nova: Nova) -> None:
    for code in ("T10", "X01"):
        choice = DocumentChoice(code=Code(code), in_use=True)
        nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)
    begins = nova.desk.now + timedelta(days=2)
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.FACE_TO_FACE,
        address="Library",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )
    printed = {one.title.code: one for one in contents(nova, order(nova, nova.maria)).forms}

    assert "X01" in printed
    meeting = printed["T10"].known.meeting
    assert meeting is not None
    assert meeting.number == session.number


def test_the_same_paper_keeps_its_number_for_a_day_whoever_asks(nova: Nova) -> None:
    first = contents(nova, order(nova, nova.maria))
    again = contents(nova, order(nova, nova.anton))

    assert {one.record_id for one in again.forms} <= {one.record_id for one in first.forms}


def test_a_card_says_what_would_be_printed_before_anything_is_made(nova: Nova) -> None:
    nova.desk.does(ask, AskPrint(by=nova.by(nova.anton, pressed=9)))
    card = nova.last(nova.anton, PrintCard)

    assert (card.stage, card.total, card.several) == (PackStage.ASKING, 12, False)
    assert [(one.title.code, one.count) for one in card.titles][:2] == [("T02", 2), ("T03", 1)]
    assert nova.desk.record.packs.prints.waiting() == []


def test_whoever_leads_several_groups_chooses_one(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.anton, Role.MENTOR)
    nova.desk.does(ask, AskPrint(by=nova.by(nova.anton, pressed=9)))

    assert [one.name for one in nova.last(nova.anton, ChoosePrintGroup).groups] == ["Nova", "Start"]


def test_pressed_twice_it_is_made_and_sent_once(nova: Nova) -> None:
    wanted = order(nova, nova.anton)
    assert order(nova, nova.anton) == wanted
    found = contents(nova, wanted)
    note_progress(nova.desk.record, found, 6, nova.desk.now)
    assert (nova.last(nova.anton, PrintCard).done, found.order) == (6, wanted)

    made(nova.desk.record, found, "pack.zip", HASH, nova.desk.now)
    told = nova.desk.told(to=nova.anton.telegram_id)
    assert [type(one.notice) for one in told] == [PrintCard, PrintPackSent]
    made(nova.desk.record, found, "pack.zip", HASH, nova.desk.now)
    failed(nova.desk.record, wanted, nova.desk.now)

    assert nova.desk.told() == []
    assert nova.desk.record.packs.prints.waiting() == []


def test_what_could_not_be_made_is_said_and_can_be_asked_for_again(nova: Nova) -> None:
    failed(nova.desk.record, order(nova, nova.anton), nova.desk.now)
    assert nova.last(nova.anton, PrintCard).stage is PackStage.FAILED

    assert order(nova, nova.anton).group_id == nova.group.id


def test_what_nobody_could_make_in_time_is_given_up(nova: Nova) -> None:
    order(nova, nova.anton)
    nova.desk.now += GIVEN_UP_AFTER
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=50)
    due.do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    assert nova.last(nova.anton, PrintCard).stage is PackStage.FAILED
    assert nova.desk.record.packs.prints.waiting() == []


def test_whoever_leads_no_more_is_sent_nothing(nova: Nova) -> None:
    wanted = order(nova, nova.anton)
    found = contents(nova, wanted)
    nova.desk.told()
    [place] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))

    made(nova.desk.record, found, "pack.zip", HASH, nova.desk.now)
    assert [one for one in nova.desk.told() if isinstance(one.notice, PrintPackSent)] == []


@pytest.mark.parametrize("who", ["vera", "ilya"])
def test_mentees_print_nothing(nova: Nova, who: str) -> None:
    by = nova.by(getattr(nova, who), pressed=9)
    assert nova.desk.refuses(make, MakePrint(by=by, group_id=nova.group.id)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(ask, AskPrint(by=by)) == Why.NOT_ALLOWED


def test_nobody_prints_for_a_group_that_they_do_not_lead(nova: Nova) -> None:
    other = nova.second_group()
    by = nova.by(nova.anton, pressed=9)

    assert nova.desk.refuses(make, MakePrint(by=by, group_id=other.id)) == Why.NOT_ALLOWED
