"""What was noted becomes a Word file and a filing only where a manager asks for it, and goes along with its people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingState
from mentoring.group_deeds import GroupDeed
from mentoring.handouts import Way
from mentoring.interviews import QUESTIONS, InterviewKind, Rating
from mentoring.kit import Code, DocumentChoice, Toolbar, Visibility
from mentoring.notices.files import Ask, UploadFiled, UploadQuestion
from mentoring.notices.forms import Aim, FormSent
from mentoring.notices.interviews import Talks, TalkSheet, TalkSummary
from mentoring.papers import PaperLanguage
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import group_life, handing_out, slot_planning
from mentoring.use_cases.interview_lists import OpenTalks, open_talks
from mentoring.use_cases.interview_sheets import TakeSheet, of_message, sheet_sent, take_sheet
from mentoring.use_cases.interviewing import GoTo, OfTalk, finish, go_to
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.talks import Talking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.filings import Filing
    from mentoring.interviews import Interview
    from tests.use_cases.conftest import Desk

T12 = Code("T12")
DOCUMENT = {"file_id": "made", "file_unique_id": "made-1", "file_name": "T12.docx", "file_size": 9}


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


@pytest.fixture
def maria(nova: Nova) -> Talking:
    return Talking(nova=nova, leader=nova.maria)


def uses_interviews(nova: Nova) -> None:
    choice = DocumentChoice(code=T12, in_use=True)
    nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)


def sheet_of(nova: Nova, maria: Talking, talk: Interview, *, files: bool = False) -> TalkSheet:
    nova.desk.does(take_sheet, TakeSheet(by=maria.by, interview_id=talk.id, files=files))
    return nova.last(nova.maria, TalkSheet)


def arrives(nova: Nova, talk: Interview) -> None:
    sent = of_message(nova.maria.telegram_id or 0, talk.id, 900, DOCUMENT)
    sheet_sent(nova.desk.record, sent, nova.desk.now)


def in_monitoring(nova: Nova) -> Sequence[Filing]:
    filed = nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED])
    return [one for one in filed if one.toolbar is Toolbar.MONITORING]


def test_a_sheet_has_all_that_was_noted(nova: Nova, maria: Talking) -> None:
    talk = maria.is_done_with(nova.vera, Rating.AMBER)

    sheet = sheet_of(nova, maria, talk)

    known = sheet.sheet.known.talk
    assert known is not None
    assert [one.question for one in known.answers] == [*QUESTIONS[InterviewKind.MENTEE]]
    assert (known.answers[0].text, known.rating, known.asked_by) == ("About mentee_meets", Rating.AMBER, "Maria")
    assert (sheet.name, sheet.sheet.title.code, sheet.files) == ("Vera", "T12", False)
    assert sheet.sheet.record_id is not None


def test_the_same_form_taken_elsewhere_has_nothing_of_it(nova: Nova, maria: Talking) -> None:
    uses_interviews(nova)
    maria.is_done_with(nova.vera)
    for person in (nova.vera, nova.maria):
        aim = Aim(code="T12", language=PaperLanguage.EN, group_id=nova.group.id, person_id=nova.vera.id)
        take = handing_out.TakeForm(by=nova.by(person, pressed=7), aim=aim, way=Way.FILLED)
        nova.desk.does(handing_out.take, take)
        assert nova.last(person, FormSent).known.talk is None


def test_what_was_asked_to_be_filed_is_filed_for_managers_alone_when_it_is_made(nova: Nova, maria: Talking) -> None:
    uses_interviews(nova)
    talk = maria.is_done_with(nova.vera)
    assert sheet_of(nova, maria, talk, files=True).files

    arrives(nova, talk)

    [filed] = in_monitoring(nova)
    assert (filed.code, filed.person_id, filed.visibility) == (T12, nova.vera.id, Visibility.MANAGERS)
    assert filed.name == "T12_Nova_Vera_2026-11-23_v1.docx"
    assert nova.last(nova.maria, UploadFiled).names == (filed.name,)
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=T12, person_id=nova.vera.id))
    assert slot is not None
    assert (slot.state, slot.filing_id) == (SlotState.FILED, filed.id)


def test_filed_once_more_it_takes_the_place_of_the_first_for_a_reason(nova: Nova, maria: Talking) -> None:
    uses_interviews(nova)
    talk = maria.is_done_with(nova.vera)
    arrives(nova, talk)
    arrives(nova, talk)
    assert nova.last(nova.maria, UploadQuestion).ask is Ask.REASON

    maria.types("An answer was put right")

    assert [(one.version, one.name) for one in in_monitoring(nova)] == [(2, "T12_Nova_Vera_2026-11-23_v2.docx")]


def test_it_can_be_filed_also_where_nobody_waits_for_it(nova: Nova, maria: Talking) -> None:
    arrives(nova, maria.is_done_with(nova.anton))
    [filed] = in_monitoring(nova)
    assert (filed.slot_id, filed.person_id, filed.visibility) == (None, nova.anton.id, Visibility.MANAGERS)


def test_whoever_manages_no_more_files_nothing(nova: Nova, maria: Talking) -> None:
    talk = maria.is_done_with(nova.vera)
    maria.also_manages(nova.boyana)
    assert nova.desk.record.managers.leave(nova.maria.id, nova.programme.id)
    arrives(nova, talk)
    assert in_monitoring(nova) == []


def test_what_the_group_said_is_filed_for_its_leaders(nova: Nova, maria: Talking) -> None:
    talk = maria.discusses()
    for question in QUESTIONS[talk.kind]:
        maria.types(f"About {question}")
    maria.types("no")
    nova.desk.does(finish, OfTalk(by=maria.by, interview_id=talk.id))
    sheet = sheet_of(nova, maria, talk, files=True)
    assert (sheet.name, sheet.sheet.title.code) == ("", "T13")

    arrives(nova, talk)

    [filed] = in_monitoring(nova)
    assert (filed.code, filed.person_id, filed.visibility) == (Code("T13"), None, Visibility.LEADERS)


def test_there_is_no_sheet_of_what_is_not_done(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    assert nova.desk.refuses(take_sheet, TakeSheet(by=maria.by, interview_id=talk.id)) == "gone"


def test_notes_are_taken_also_where_the_kit_knows_no_such_document(nova: Nova, maria: Talking) -> None:
    nova.desk.rules = replace(nova.desk.rules, documents=())
    talk = maria.is_done_with(nova.vera)
    nova.desk.does(go_to, GoTo(by=maria.by, interview_id=talk.id, place=-1))
    shown = nova.last(nova.maria, TalkSummary)
    assert (shown.has_form, shown.can_file) == (False, False)
    assert nova.desk.refuses(take_sheet, TakeSheet(by=maria.by, interview_id=talk.id, files=True)) == "gone"
    arrives(nova, talk)
    assert in_monitoring(nova) == []


def test_talks_follow_their_people_into_another_group(nova: Nova, maria: Talking) -> None:
    talk, final = maria.is_done_with(nova.vera), maria.discusses()
    other = nova.second_group()
    by = nova.by(nova.maria, pressed=9)
    nova.desk.does(
        group_life.ask_about_group,
        group_life.AskAboutGroup(by=by, group_id=nova.group.id, deed=GroupDeed.MERGE, into_id=other.id),
    )
    confirm = group_life.ConfirmGroupDeed(by=by, group_id=nova.group.id, deed=GroupDeed.MERGE)
    nova.desk.does(group_life.confirm_group_deed, confirm)

    assert [one.id for one in nova.desk.record.interviews.of_group(other.id)] == [talk.id]
    assert [one.id for one in nova.desk.record.interviews.of_group(nova.group.id)] == [final.id]
    nova.desk.does(open_talks, OpenTalks(by=maria.by, group_id=other.id))
    lines = nova.last(nova.maria, Talks).lines
    assert [one.name for one in lines if one.done_at is not None] == ["Vera"]
