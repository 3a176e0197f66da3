"""A manager switches documents, renames them, and puts Word files of their own in the place of forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.files import FileKind
from mentoring.handouts import Way
from mentoring.kit import Code
from mentoring.notices.forms import Aim, FormSent
from mentoring.notices.kit_choices import (
    AskTitle,
    AskWordFile,
    FormPreview,
    KitChoices,
    KitDocument,
    OwnFile,
    WordFileLookedAt,
    WordFileRefused,
    WordFileTaken,
)
from mentoring.own_templates import Faulty, TemplateFault, ToCheck
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from mentoring.use_cases import handing_out, kit_choices, own_word_files, slot_planning
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.kit_choices import OfDocument, OpenKit
from mentoring.use_cases.own_word_files import FileChecked, OfFile
from mentoring.use_cases.sending import SendFile, send_file
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.files import Received
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

EN, HASH = PaperLanguage.EN, "ab" * 32


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def of(nova: Nova, code: str, who: Person | None = None) -> OfDocument:
    return OfDocument(by=nova.by(who or nova.maria), programme_id=nova.programme.id, code=code)


def file_of(nova: Nova, code: str = "T01") -> OfFile:
    return OfFile(by=nova.by(nova.maria), programme_id=nova.programme.id, code=code, language=EN)


def types(nova: Nova, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text=text))


def word_file(nova: Nova, name: str = "ours.docx", size: int = 1000) -> Received:
    return replace(nova.file("w1", chat=nova.maria.telegram_id or 0, name=name), size=size)


def sends(nova: Nova, file: Received, who: Person | None = None) -> None:
    nova.desk.does(send_file, SendFile(by=nova.by(who or nova.maria), file=file))


def waiting(nova: Nova) -> list[ToCheck]:
    return [*nova.desk.record.own_templates.to_check(nova.desk.now)]


def is_checked(nova: Nova, *faults: Faulty) -> None:
    [file] = waiting(nova)
    told = FileChecked(file=file, sha256=HASH, size=1000, faults=faults)
    own_word_files.file_checked(nova.desk.record, told, nova.desk.now)


def test_the_list_holds_the_whole_kit_and_says_what_is_used(nova: Nova) -> None:
    nova.desk.does(kit_choices.open_kit, OpenKit(by=nova.by(nova.maria), programme_id=nova.programme.id))
    first = nova.last(nova.maria, KitChoices)
    nova.desk.does(kit_choices.open_kit, OpenKit(by=nova.by(nova.maria), programme_id=nova.programme.id, page=1))
    second = nova.last(nova.maria, KitChoices)

    assert first.pages == 3
    assert [one.title.code for one in first.documents] == [f"T0{number}" for number in range(8)]
    assert [(one.title.code, one.used) for one in second.documents][:2] == [("T08", True), ("T09", False)]


def test_only_the_programmes_manager_decides(nova: Nova) -> None:
    assert nova.desk.refuses(kit_choices.open_document, of(nova, "T01", nova.anton)) == "not_allowed"
    assert nova.desk.refuses(kit_choices.toggle_document, of(nova, "X01", nova.vera)) == "not_allowed"
    stranger = nova.desk.record.people.add(
        telegram_id=9, name="Kiril", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    other = nova.desk.record.programmes.add(
        name="Q", organisation="O", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.desk.record.managers.add(stranger.id, other.id, nova.desk.now)
    foreign = replace(file_of(nova), by=nova.by(stranger))
    assert nova.desk.refuses(own_word_files.ask_file, foreign) == "not_allowed"
    assert nova.desk.refuses(own_word_files.back_to_standard, foreign) == "not_allowed"


def test_an_optional_document_is_switched_on_and_off_and_a_mandatory_one_is_not(nova: Nova) -> None:
    nova.desk.does(kit_choices.toggle_document, of(nova, "X01"))
    assert nova.last(nova.maria, KitDocument).used is True
    nova.desk.does(kit_choices.toggle_document, of(nova, "X01"))
    assert nova.last(nova.maria, KitDocument).used is False
    assert nova.desk.refuses(kit_choices.toggle_document, of(nova, "T01")) == "not_allowed"
    assert nova.desk.refuses(kit_choices.toggle_document, of(nova, "X42")) == "gone"


def test_a_title_is_asked_in_both_languages_and_can_go_back(nova: Nova) -> None:
    nova.desk.does(kit_choices.ask_title, of(nova, "T01"))
    assert nova.last(nova.maria, AskTitle).language is Language.EN
    types(nova, "x" * 81)
    assert nova.last(nova.maria, AskTitle).misread is True
    types(nova, "Who you are")
    assert nova.last(nova.maria, AskTitle).language is Language.BG
    types(nova, "Кой сте Вие")
    card = nova.last(nova.maria, KitDocument)
    assert (card.title.en, card.title.bg, card.renamed) == ("Who you are", "Кой сте Вие", True)

    nova.desk.does(kit_choices.standard_title, of(nova, "T01"))
    card = nova.last(nova.maria, KitDocument)
    assert (card.title.en, card.renamed) == ("Mentee's profile", False)


def test_no_leaves_the_title_as_it_is(nova: Nova) -> None:
    nova.desk.does(kit_choices.ask_title, of(nova, "T01"))
    types(nova, "no")
    assert nova.last(nova.maria, KitDocument).renamed is False


def test_a_word_file_is_looked_at_and_then_takes_the_place_of_ours(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    nova.last(nova.maria, AskWordFile)
    sends(nova, word_file(nova))
    nova.last(nova.maria, WordFileLookedAt)
    assert [(one.code, one.file_id, one.name) for one in waiting(nova)] == [("T01", "id-w1", "ours.docx")]
    is_checked(nova)
    told = [type(one.notice) for one in nova.desk.told(to=nova.maria.telegram_id)]
    assert told == [WordFileTaken, FormPreview]
    assert waiting(nova) == []

    take = handing_out.TakeForm(by=nova.by(nova.vera), aim=Aim(code="T01", language=EN), way=Way.FILLED)
    nova.desk.does(handing_out.take, take)
    sent = nova.last(nova.vera, FormSent)
    assert (sent.template, sent.form_version) == (HASH, HASH[:8])
    nova.desk.does(kit_choices.open_document, of(nova, "T01"))
    assert nova.last(nova.maria, KitDocument).own == (OwnFile(language=EN, name="ours.docx"),)


def test_the_standard_form_comes_back_and_papers_are_new_ones(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova))
    is_checked(nova)
    take = handing_out.TakeForm(by=nova.by(nova.vera), aim=Aim(code="T01", language=EN), way=Way.FILLED)
    nova.desk.does(handing_out.take, take)
    of_own_file = nova.last(nova.vera, FormSent)
    nova.desk.does(own_word_files.back_to_standard, file_of(nova))
    nova.desk.does(handing_out.take, take)
    standard = nova.last(nova.vera, FormSent)

    assert standard.template is None
    assert standard.record_id != of_own_file.record_id


def test_what_is_wrong_with_a_file_is_named_and_another_can_be_sent_at_once(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova))
    fault = Faulty(fault=TemplateFault.UNKNOWN_FIELD, name="salary")
    is_checked(nova, fault)
    assert nova.last(nova.maria, WordFileRefused).faults == (fault,)
    assert nova.desk.record.own_templates.of_programme(nova.programme.id) == []

    sends(nova, word_file(nova))
    is_checked(nova)
    assert len(nova.desk.record.own_templates.of_programme(nova.programme.id)) == 1


@pytest.mark.parametrize(("name", "size"), [("ours.pdf", 10), ("ours.docm", 10), ("ours.docx", 6 * 2**20)])
def test_what_is_no_word_file_is_not_even_fetched(nova: Nova, name: str, size: int) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova, name, size))
    assert nova.last(nova.maria, AskWordFile).unfit is True
    sends(nova, replace(word_file(nova), kind=FileKind.PHOTO, file_name=""))
    assert nova.last(nova.maria, AskWordFile).unfit is True
    assert waiting(nova) == []


def test_nobody_but_whoever_was_asked_puts_a_file_there(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, replace(word_file(nova), chat_id=nova.vera.telegram_id or 0), nova.vera)
    assert waiting(nova) == []


def test_a_file_counts_for_nothing_once_its_sender_manages_no_more_or_gave_it_up(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova))
    [file] = waiting(nova)
    types(nova, "no")
    own_word_files.file_checked(nova.desk.record, FileChecked(file=file, sha256=HASH), nova.desk.now)
    assert nova.desk.record.own_templates.find(nova.programme.id, Code("T01"), EN) is None

    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova))
    nova.desk.record.managers.add(nova.anton.id, nova.programme.id, nova.desk.now)
    assert nova.desk.record.managers.leave(nova.maria.id, nova.programme.id)
    is_checked(nova)
    assert nova.desk.record.own_templates.find(nova.programme.id, Code("T01"), EN) is None
    assert waiting(nova) == []


def test_an_open_question_is_forgotten_after_its_time(nova: Nova) -> None:
    nova.desk.does(own_word_files.ask_file, file_of(nova))
    sends(nova, word_file(nova))
    nova.desk.now += timedelta(days=4)
    assert waiting(nova) == []
