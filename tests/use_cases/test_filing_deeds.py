"""What is done with a filing afterwards has a reason, is written down, and holds once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.filings import FilingDeed, FilingState
from mentoring.ids import PersonId, SessionId
from mentoring.kit import Code, Toolbar
from mentoring.notices.files import Ask, UploadFiled, UploadQuestion
from mentoring.notices.toolbars import DocumentRerouted, FilingCard, RelabelQuestion, RerouteQuestion
from mentoring.people import Role
from mentoring.refusals import Why
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import uploads
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.filing_cards import OfFiling, open_filing
from mentoring.use_cases.filing_deeds import AskDeed, ask_deed
from mentoring.use_cases.rerouting import AskAnother, Relabel, Reroute, ask_document, ask_group, relabel, reroute
from mentoring.use_cases.uploads import SayOfUpload
from tests.use_cases.test_uploads import GOALS, GROUPS_GOALS, nova, sent

if TYPE_CHECKING:
    from mentoring.filings import Filing
    from mentoring.ids import FilingId
    from mentoring.people import Person
    from tests.use_cases.a_group import Nova

__all__ = ["nova"]
PLAN = Code("T05")


def filed(nova: Nova, code: Code = GROUPS_GOALS, *, about: PersonId | None = None) -> Filing:
    """By Anton."""
    of = sent(nova, nova.anton, f"for-{code}").upload_id
    press = SayOfUpload(by=nova.by(nova.anton, pressed=50), upload_id=of)
    nova.desk.does(uploads.say, replace(press, code=code))
    if about is not None:
        nova.desk.does(uploads.say, replace(press, about_id=about))
    return now_of(nova, nova.last(nova.anton, UploadFiled).filing_id)


def now_of(nova: Nova, filing_id: FilingId) -> Filing:
    filing = nova.desk.record.filings.by_id(filing_id)
    assert filing is not None
    return filing


def asks(nova: Nova, person: Person, filing: Filing, deed: FilingDeed) -> None:
    nova.desk.does(ask_deed, AskDeed(by=nova.by(person, pressed=50), filing_id=filing.id, deed=deed))


def types(nova: Nova, person: Person, words: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person), text=words))


def history(nova: Nova, filing: Filing) -> list[tuple[FilingDeed, str]]:
    return [(one.deed, one.reason) for one in nova.desk.record.filings.deeds(filing.id)]


def state(nova: Nova, code: Code, person_id: PersonId | None = None) -> SlotState:
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=code, person_id=person_id))
    assert slot is not None
    return slot.state


def test_it_moves_to_the_other_toolbar_with_a_reason(nova: Nova) -> None:
    filing = filed(nova)
    asks(nova, nova.anton, filing, FilingDeed.MOVE)
    assert nova.last(nova.anton, FilingCard).wanted is FilingDeed.MOVE
    types(nova, nova.anton, "It is for the monitoring")

    assert now_of(nova, filing.id).toolbar is Toolbar.MONITORING
    assert history(nova, filing) == [(FilingDeed.FILE, ""), (FilingDeed.MOVE, "It is for the monitoring")]
    assert [one.reason for one in nova.last(nova.anton, FilingCard).history] == ["", "It is for the monitoring"]


def test_two_who_move_it_at_once_move_it_once(nova: Nova) -> None:
    filing = filed(nova)
    asks(nova, nova.anton, filing, FilingDeed.MOVE)
    asks(nova, nova.boyana, filing, FilingDeed.MOVE)
    types(nova, nova.anton, "Wrong place")

    command = Answer(by=nova.by(nova.boyana), text="Wrong place")
    with pytest.raises(Exception, match=Why.ALREADY_DONE.value):
        nova.desk.does(answer, command)
    assert now_of(nova, filing.id).toolbar is Toolbar.MONITORING


def test_what_is_taken_out_is_kept_with_the_reason_and_its_slot_is_open_again(nova: Nova) -> None:
    filing = filed(nova)
    asks(nova, nova.maria, filing, FilingDeed.WITHDRAW)
    types(nova, nova.maria, "Not signed")

    after = now_of(nova, filing.id)
    assert (after.state, after.reason, after.changed_by) == (FilingState.WITHDRAWN, "Not signed", nova.maria.id)
    assert state(nova, GROUPS_GOALS) is SlotState.OPEN
    press = AskDeed(by=nova.by(nova.anton), filing_id=filing.id, deed=FilingDeed.MOVE)
    assert nova.desk.refuses(ask_deed, press) == Why.ALREADY_DONE


def test_a_new_file_takes_its_place_and_the_old_one_is_kept(nova: Nova) -> None:
    filing = filed(nova)
    asks(nova, nova.anton, filing, FilingDeed.REPLACE)
    types(nova, nova.anton, "Here it comes")
    assert nova.last(nova.anton, FilingCard).wanted is FilingDeed.REPLACE
    nova.sends(nova.anton, "better")
    assert nova.last(nova.anton, UploadQuestion).ask is Ask.REASON
    types(nova, nova.anton, "Signed this time")

    done = nova.last(nova.anton, UploadFiled)
    assert done.names == ("T03_Nova_2026-11-23_v2.pdf",)
    old = now_of(nova, filing.id)
    assert (old.state, old.reason) == (FilingState.REPLACED, "Signed this time")
    assert history(nova, old)[-1] == (FilingDeed.REPLACE, "Signed this time")
    nova.desk.does(open_filing, OfFiling(by=nova.by(nova.anton), filing_id=done.filing_id))
    assert [one.filing_id for one in nova.last(nova.anton, FilingCard).earlier] == [filing.id]


def test_another_document_takes_its_name_and_its_slot(nova: Nova) -> None:
    filing = filed(nova)
    nova.desk.does(ask_document, AskAnother(by=nova.by(nova.anton), filing_id=filing.id))
    offered = [one.document.code for one in nova.last(nova.anton, RelabelQuestion).choices if one.document]
    assert PLAN in offered
    assert GROUPS_GOALS not in offered
    press = Relabel(
        by=nova.by(nova.anton),
        filing_id=filing.id,
        code=PLAN,
        person_id=PersonId(0),
        session_id=SessionId(0),
    )
    nova.desk.does(relabel, press)

    after = now_of(nova, filing.id)
    assert (after.code, after.name) == (PLAN, "T05_Nova_2026-11-23_v1.pdf")
    assert (state(nova, GROUPS_GOALS), state(nova, PLAN)) == (SlotState.OPEN, SlotState.FILED)
    assert history(nova, filing)[-1] == (FilingDeed.RELABEL, "T03 → T05")
    assert nova.desk.refuses(relabel, press) == Why.ALREADY_DONE


def test_a_persons_document_is_asked_about_whom(nova: Nova) -> None:
    filing = filed(nova)
    press = Relabel(
        by=nova.by(nova.anton),
        filing_id=filing.id,
        code=GOALS,
        person_id=PersonId(0),
        session_id=SessionId(0),
    )
    nova.desk.does(relabel, press)
    assert [one.name for one in nova.last(nova.anton, RelabelQuestion).choices] == ["Vera", "Ilya"]
    assert nova.desk.refuses(relabel, replace(press, person_id=nova.maria.id)) == Why.NOT_ALLOWED

    nova.desk.does(relabel, replace(press, person_id=nova.ilya.id))
    assert now_of(nova, filing.id).person_id == nova.ilya.id
    assert state(nova, GOALS, nova.ilya.id) is SlotState.FILED


def test_a_manager_gives_it_to_another_person_and_those_who_may_read_it_hear_of_it(nova: Nova) -> None:
    filing = filed(nova, GOALS, about=nova.vera.id)
    press = Reroute(by=nova.by(nova.maria, pressed=50), filing_id=filing.id, group_id=nova.group.id)
    nova.desk.does(ask_group, AskAnother(by=press.by, filing_id=filing.id))
    assert [one.name for one in nova.last(nova.maria, RerouteQuestion).choices] == ["Nova"]
    nova.desk.does(reroute, press)
    question = nova.last(nova.maria, RerouteQuestion)
    assert ({"Vera", "Ilya"} <= {one.name for one in question.choices}, question.may_be_all) == (True, False)
    nova.desk.does(reroute, replace(press, person_id=nova.ilya.id))

    after = now_of(nova, filing.id)
    assert (after.person_id, after.name) == (nova.ilya.id, "T02_Nova_Ilya_2026-11-23_v1.pdf")
    assert (state(nova, GOALS, nova.vera.id), state(nova, GOALS, nova.ilya.id)) == (SlotState.OPEN, SlotState.FILED)
    told = {one.chat_id for one in nova.desk.told() if isinstance(one.notice, DocumentRerouted)}
    assert told == {person.telegram_id for person in (nova.anton, nova.boyana, nova.vera, nova.ilya)}


def test_it_goes_to_another_group_and_whoever_can_no_longer_read_it_learns_no_more(nova: Nova) -> None:
    other = nova.second_group()
    petya = nova.desk.record.people.add(
        telegram_id=70, name="Petya", language=nova.vera.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(other, petya, Role.MENTEE)
    filing = filed(nova, GOALS, about=nova.vera.id)
    press = Reroute(by=nova.by(nova.maria), filing_id=filing.id, group_id=other.id, person_id=petya.id)
    nova.desk.does(reroute, press)

    after = now_of(nova, filing.id)
    assert (after.group_id, after.name) == (other.id, "T02_Start_Petya_2026-11-23_v1.pdf")
    told = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, DocumentRerouted)}
    assert not told[nova.vera.telegram_id or 0].is_yours
    assert told[70].is_yours
    look = OfFiling(by=nova.by(nova.anton), filing_id=filing.id)
    assert nova.desk.refuses(open_filing, look) == Why.NOT_ALLOWED


def test_only_a_manager_gives_it_to_somebody_else_and_only_where_they_manage(nova: Nova) -> None:
    filing = filed(nova)
    record = nova.desk.record
    far = record.programmes.add(name="Q", organisation="O", language=nova.vera.language, zone="UTC", now=nova.desk.now)
    foreign = record.groups.add(programme_id=far.id, name="Far", language=nova.vera.language, now=nova.desk.now)
    press = Reroute(by=nova.by(nova.anton), filing_id=filing.id, group_id=nova.group.id)

    assert nova.desk.refuses(reroute, press) == Why.NOT_ALLOWED
    away = replace(press, by=nova.by(nova.maria), group_id=foreign.id)
    assert nova.desk.refuses(reroute, away) == Why.NOT_ALLOWED


def test_nobody_but_those_who_file_changes_anything(nova: Nova) -> None:
    filing = filed(nova)
    for person in (nova.vera, nova.ilya):
        for deed in (FilingDeed.MOVE, FilingDeed.REPLACE, FilingDeed.WITHDRAW):
            press = AskDeed(by=nova.by(person), filing_id=filing.id, deed=deed)
            assert nova.desk.refuses(ask_deed, press) == Why.NOT_ALLOWED
        ask = AskAnother(by=nova.by(person), filing_id=filing.id)
        assert nova.desk.refuses(ask_document, ask) == Why.NOT_ALLOWED
        assert nova.desk.refuses(ask_group, ask) == Why.NOT_ALLOWED
