"""A file that a mentor or manager sends is kept at once, asked about as little as possible, and filed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.files import Keeping
from mentoring.filings import FilingState, UploadState
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.notices.common import Refused
from mentoring.notices.files import Ask, UploadDropped, UploadFiled, UploadQuestion, UploadTrouble
from mentoring.notices.sending import CopyWaitsForRoom, GroupQuestion, NothingToSendFor
from mentoring.notices.submissions import ReviewCard
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Language, MembershipState, Role
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import slot_planning, uploads
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.keeping_files import FileNotFetched, FileStored, file_not_fetched, file_stored
from mentoring.use_cases.sending import SendFile, edit_sent, send_file
from mentoring.use_cases.upload_recognising import looked_into
from mentoring.use_cases.uploads import FileInstead, OfUpload, SayOfUpload, TurnPage
from mentoring.use_cases.waiting_for_room import FileWaitsForRoom, file_waits_for_room
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import UploadId
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

GROUPS_GOALS, GOALS, DIARY, PROFILE = Code("T03"), Code("T02"), Code("T06"), Code("T01")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return nova


def asked(nova: Nova, person: Person) -> UploadQuestion:
    return nova.last(person, UploadQuestion)


def sent(nova: Nova, person: Person, unique_id: str = "u1") -> UploadQuestion:
    nova.sends(person, unique_id)
    return asked(nova, person)


def says(nova: Nova, person: Person, of: UploadId, **answer: object) -> None:
    command = SayOfUpload(by=nova.by(person, pressed=50), upload_id=of)
    nova.desk.does(uploads.say, replace(command, **answer))  # type: ignore[arg-type]  # the fields of a command


def codes(question: UploadQuestion) -> list[str]:
    return [one.document.code for one in question.choices if one.document is not None]


def test_a_mentor_files_the_groups_own_document_with_one_answer(nova: Nova) -> None:
    question = sent(nova, nova.anton)
    assert (question.ask, question.about.group, question.more) == (Ask.DOCUMENT, "Nova", True)
    assert len(question.choices) == 4
    assert GROUPS_GOALS in codes(question)

    says(nova, nova.anton, question.upload_id, code=GROUPS_GOALS)

    done = nova.last(nova.anton, UploadFiled)
    assert done.names == ("T03_Nova_2026-11-23_v1.pdf",)
    filing = nova.desk.record.filings.by_id(done.filing_id)
    assert filing is not None
    assert (filing.toolbar, filing.person_id, filing.visibility) == (Toolbar.MANAGING, None, Visibility.GROUP)
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=GROUPS_GOALS))
    assert slot is not None
    assert (slot.state, slot.filing_id) == (SlotState.FILED, filing.id)


def test_the_file_is_kept_before_anything_is_asked(nova: Nova) -> None:
    question = sent(nova, nova.anton)

    [file] = nova.desk.record.uploads.files(question.upload_id)
    assert (file.name, file.keeping) == ("essay.pdf", Keeping.PENDING)
    assert len(nova.desk.record.attachments.to_fetch(nova.desk.now, 5)) == 1


def test_about_whom_is_asked_where_the_document_is_a_persons(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    says(nova, nova.anton, of, code=GOALS)
    question = asked(nova, nova.anton)
    assert (question.ask, [one.name for one in question.choices]) == (Ask.PERSON, ["Vera", "Ilya"])

    says(nova, nova.anton, of, about_id=nova.ilya.id)

    assert nova.last(nova.anton, UploadFiled).names == ("T02_Nova_Ilya_2026-11-23_v1.pdf",)
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=GOALS, person_id=nova.ilya.id))
    assert slot is not None
    assert slot.state is SlotState.FILED


def test_the_session_is_taken_where_there_is_only_one(nova: Nova) -> None:
    begins = nova.desk.now - timedelta(days=1)
    nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=begins,
    )
    of = sent(nova, nova.anton).upload_id
    says(nova, nova.anton, of, code=DIARY)
    says(nova, nova.anton, of, about_id=nova.vera.id)

    done = nova.last(nova.anton, UploadFiled)
    assert (done.about.session, done.about.person) == (1, "Vera")


def test_a_mentor_of_several_groups_is_asked_for_the_group(nova: Nova) -> None:
    other = nova.second_group()
    nova.joins(other, nova.anton, Role.MENTOR)
    question = sent(nova, nova.anton)
    assert (question.ask, [one.name for one in question.choices]) == (Ask.GROUP, ["Nova", "Start"])

    says(nova, nova.anton, question.upload_id, group_id=other.id)
    assert asked(nova, nova.anton).about.group == "Start"


def test_what_is_no_document_is_given_a_title_and_a_toolbar(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    nova.desk.does(uploads.something_else, OfUpload(by=nova.by(nova.anton, pressed=50), upload_id=of))
    assert asked(nova, nova.anton).ask is Ask.TOOLBAR
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="Снимка от посещението"))
    assert asked(nova, nova.anton).about.title == "Снимка от посещението"

    says(nova, nova.anton, of, toolbar=Toolbar.MONITORING)

    done = nova.last(nova.anton, UploadFiled)
    assert (done.names, done.toolbar) == (("Snimka-Ot-Poseshtenieto_Nova_2026-11-23_v1.pdf",), Toolbar.MONITORING)


def test_further_documents_stand_behind_more_and_none_is_left_out(nova: Nova) -> None:
    first = sent(nova, nova.maria)
    seen, page = codes(first), 0
    question = first
    while question.more:
        page += 1
        nova.desk.does(uploads.turn_page, TurnPage(by=nova.by(nova.maria), upload_id=first.upload_id, page=page))
        question = asked(nova, nova.maria)
        seen += codes(question)

    kit = [one.code for one in nova.desk.rules.documents if one.mandatory]
    assert sorted(seen) == sorted(kit)
    assert PROFILE in seen


def test_a_mentor_is_not_offered_what_only_a_manager_files_and_cannot_file_it(nova: Nova) -> None:
    question = sent(nova, nova.anton)
    for page in range(1, 4):
        nova.desk.does(uploads.turn_page, TurnPage(by=nova.by(nova.anton), upload_id=question.upload_id, page=page))
        assert PROFILE not in codes(asked(nova, nova.anton))
    press = SayOfUpload(by=nova.by(nova.anton), upload_id=question.upload_id, code=PROFILE)

    assert nova.desk.refuses(uploads.say, press) == Why.NOT_ALLOWED


def test_forged_answers_are_refused(nova: Nova) -> None:
    other = nova.second_group()
    of = sent(nova, nova.anton).upload_id
    mine = SayOfUpload(by=nova.by(nova.anton), upload_id=of)
    assert nova.desk.refuses(uploads.say, replace(mine, group_id=other.id)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(uploads.say, replace(mine, about_id=nova.maria.id)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(uploads.say, replace(mine, by=nova.by(nova.boyana))) == Why.FOR_SOMEBODY_ELSE
    for mentee in (nova.vera, nova.ilya):
        assert nova.desk.refuses(uploads.say, replace(mine, by=nova.by(mentee), code=GOALS)) == Why.NOT_ALLOWED


def test_a_forged_answer_leaves_the_open_question_open(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    nova.desk.does(uploads.something_else, OfUpload(by=nova.by(nova.anton, pressed=50), upload_id=of))
    forged = SayOfUpload(by=nova.by(nova.anton), upload_id=of, group_id=nova.second_group().id)

    assert nova.desk.refuses(uploads.say, forged) == Why.NOT_ALLOWED


def test_whoever_stops_mentoring_files_no_more(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    [place] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))
    press = SayOfUpload(by=nova.by(nova.anton), upload_id=of, code=GROUPS_GOALS)

    assert nova.desk.refuses(uploads.say, press) == Why.NOT_ALLOWED


def test_it_is_taken_out_again_and_asked_about_anew(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    says(nova, nova.anton, of, code=GROUPS_GOALS)
    undo = OfUpload(by=nova.by(nova.anton, pressed=50), upload_id=of)
    nova.desk.does(uploads.undo, undo)

    assert asked(nova, nova.anton).ask is Ask.DOCUMENT
    assert nova.desk.record.filings.of_group(nova.group.id, [FilingState.FILED]) == []
    says(nova, nova.anton, of, code=GROUPS_GOALS)
    nova.passes(timedelta(minutes=6))
    assert nova.desk.does(uploads.undo, undo) == Refused(why=Why.TOO_LATE)


def test_what_takes_the_place_of_a_filed_one_needs_a_reason(nova: Nova) -> None:
    first = sent(nova, nova.anton).upload_id
    says(nova, nova.anton, first, code=GROUPS_GOALS)
    second = sent(nova, nova.anton, "u2").upload_id
    says(nova, nova.anton, second, code=GROUPS_GOALS)
    question = asked(nova, nova.anton)
    assert question.ask is Ask.REASON
    assert question.filed is not None
    assert question.filed.by == "Anton"

    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="A page was missing"))

    done = nova.last(nova.anton, UploadFiled)
    assert done.names == ("T03_Nova_2026-11-23_v2.pdf",)
    [old] = nova.desk.record.filings.of_group(nova.group.id, [FilingState.REPLACED])
    assert (old.reason, old.changed_by) == ("A page was missing", nova.anton.id)


def test_an_album_is_filed_as_several_files(nova: Nova) -> None:
    for part in ("a", "b", "c"):
        nova.sends(nova.anton, part, album="9")
    nova.passes(timedelta(seconds=3))
    question = asked(nova, nova.anton)
    assert len(question.files) == 3

    says(nova, nova.anton, question.upload_id, code=GROUPS_GOALS)
    assert nova.last(nova.anton, UploadFiled).names == tuple(f"T03_Nova_2026-11-23_v1_{n}.pdf" for n in (1, 2, 3))


def test_whoever_is_mentor_and_mentee_is_asked_which_it_is(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.vera, Role.MENTOR)
    nova.sends(nova.vera)
    question = nova.last(nova.vera, GroupQuestion)
    assert ([one.name for one in question.groups], question.may_file) == (["Nova"], True)

    instead = FileInstead(by=nova.by(nova.vera, pressed=50), draft_id=question.submission_id)
    assert nova.desk.refuses(uploads.file_instead, replace(instead, by=nova.by(nova.ilya))) == Why.NOT_ALLOWED
    nova.desk.does(uploads.file_instead, instead)

    assert asked(nova, nova.vera).about.group == "Start"
    assert nova.desk.record.submissions.by_id(question.submission_id) is None
    assert nova.desk.refuses(uploads.file_instead, instead) == Why.GONE


def test_nothing_that_a_mentee_sends_becomes_an_upload(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.sends(nova.ilya, "u2", album="3")
    nova.posts(nova.vera, "u3")
    nova.passes(timedelta(seconds=3))
    edited = nova.file("u4", chat=nova.vera.telegram_id or 0)
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=edited))

    kinds = {type(told.notice) for told in nova.desk.told()}
    assert UploadQuestion not in kinds
    assert ReviewCard in kinds
    assert nova.desk.record.uploads.of_message(edited.chat_id, edited.message_id) is None


def test_a_mentors_file_in_the_group_chat_is_left_alone(nova: Nova) -> None:
    nova.desk.told()
    nova.posts(nova.anton)

    assert NOVA_CHAT < 0
    assert nova.desk.told() == []


def test_an_edited_file_takes_the_place_of_the_one_that_was_sent(nova: Nova) -> None:
    file = nova.sends(nova.anton)
    of = asked(nova, nova.anton).upload_id
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.anton), file=replace(file, caption="Ours")))
    new = replace(file, unique_id="u9", file_name="better.pdf")
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.anton), file=new))

    assert [one.name for one in nova.desk.record.uploads.files(of)] == ["better.pdf"]
    says(nova, nova.anton, of, code=GROUPS_GOALS)
    nova.desk.told()
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.anton), file=replace(new, unique_id="u10")))
    assert asked(nova, nova.anton).upload_id != of


def test_what_is_not_wanted_is_not_asked_about_again(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    nova.desk.does(uploads.drop, OfUpload(by=nova.by(nova.anton, pressed=50), upload_id=of))

    assert nova.last(nova.anton, UploadDropped).upload_id == of
    upload = nova.desk.record.uploads.by_id(of)
    assert upload is not None
    assert upload.state is UploadState.DROPPED
    press = SayOfUpload(by=nova.by(nova.anton), upload_id=of, code=GOALS)
    assert nova.desk.refuses(uploads.say, press) == Why.ALREADY_DONE


def sent_as(nova: Nova, person: Person, name: str) -> None:
    file = nova.file(name, chat=person.telegram_id or 0, name=name)
    nova.desk.does(send_file, SendFile(by=nova.by(person), file=file))


def test_a_file_that_is_named_after_its_document_is_filed_without_a_question(nova: Nova) -> None:
    sent_as(nova, nova.anton, "T03 Цели.pdf")
    assert nova.last(nova.anton, UploadFiled).names == ("T03_Nova_2026-11-23_v1.pdf",)
    sent_as(nova, nova.anton, "T02.pdf")
    assert asked(nova, nova.anton).ask is Ask.PERSON


def test_a_name_never_files_what_its_sender_may_not(nova: Nova) -> None:
    sent_as(nova, nova.anton, "T01.pdf")

    assert asked(nova, nova.anton).ask is Ask.DOCUMENT


def test_a_paper_of_ours_is_filed_as_what_it_is_once_it_was_looked_into(nova: Nova) -> None:
    record = nova.desk.record
    slot = record.slots.by_key(SlotKey(group_id=nova.group.id, code=GOALS, person_id=nova.ilya.id))
    assert slot is not None
    paper = record.papers.issue(
        code=GOALS,
        group_id=nova.group.id,
        slot_id=slot.id,
        person_id=nova.ilya.id,
        session_id=None,
        kind=PaperKind.WHOLE,
        language=PaperLanguage.BG,
        form_version="1",
        by=nova.anton.id,
        now=nova.desk.now,
    )
    of = sent(nova, nova.anton).upload_id
    upload = record.uploads.by_id(of)
    assert upload is not None
    looked_into(record, upload, [paper], [GOALS], nova.desk.now)

    assert nova.last(nova.anton, UploadFiled).names == ("T02_Nova_Ilya_2026-11-23_v1.pdf",)
    after = record.uploads.by_id(of)
    assert after is not None
    looked_into(record, after, [paper], [GOALS], nova.desk.now)
    assert nova.desk.told() == []


def test_its_sender_hears_what_is_wrong_with_the_copy(nova: Nova) -> None:
    of = sent(nova, nova.anton).upload_id
    [file] = nova.desk.record.uploads.files(of)
    nova.desk.does(file_waits_for_room, FileWaitsForRoom(attachment_id=file.id))  # type: ignore[type-var]
    assert nova.last(nova.anton, CopyWaitsForRoom) == CopyWaitsForRoom()
    nova.desk.does(file_stored, FileStored(attachment_id=file.id, sha256="a" * 64, size=4, is_program=True))  # type: ignore[type-var]
    assert nova.last(nova.anton, UploadTrouble) == UploadTrouble(file="essay.pdf", is_program=True)
    late = sent(nova, nova.anton, "u2").upload_id
    [lost] = nova.desk.record.uploads.files(late)
    nova.passes(timedelta(hours=25))
    nova.desk.does(file_not_fetched, FileNotFetched(attachment_id=lost.id))  # type: ignore[type-var]
    assert nova.last(nova.anton, UploadTrouble) == UploadTrouble(file="essay.pdf", is_program=False)


def test_a_manager_files_for_a_group_that_they_manage_only(nova: Nova) -> None:
    record = nova.desk.record
    elsewhere = record.programmes.add(
        name="Q", organisation="O", language=Language.EN, zone="Europe/Sofia", now=nova.desk.now
    )
    foreign = record.groups.add(programme_id=elsewhere.id, name="Far", language=Language.EN, now=nova.desk.now)
    of = sent(nova, nova.maria).upload_id
    press = SayOfUpload(by=nova.by(nova.maria), upload_id=of, group_id=foreign.id)

    assert nova.desk.refuses(uploads.say, press) == Why.NOT_ALLOWED


def test_a_manager_without_a_group_has_nothing_to_file_for(nova: Nova) -> None:
    record = nova.desk.record
    empty = record.programmes.add(name="Q", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now)
    newcomer = record.people.add(telegram_id=77, name="Nina", language=Language.EN, zone="UTC", now=nova.desk.now)
    record.managers.add(newcomer.id, empty.id, nova.desk.now)
    nova.sends(newcomer)

    assert nova.last(newcomer, NothingToSendFor) == NothingToSendFor()


def test_too_many_files_are_refused_as_from_everybody(nova: Nova) -> None:
    nova.desk.rules = replace(nova.desk.rules, files_a_day=1)
    nova.sends(nova.anton)
    nova.desk.told()
    file = nova.file("u2", chat=nova.anton.telegram_id or 0)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=file))

    assert not [told for told in nova.desk.told() if isinstance(told.notice, UploadQuestion)]
