"""Forms are handed out: to whom, with which names, as which numbered paper; and nothing can be put in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.handouts import Way
from mentoring.ids import PersonId
from mentoring.kit import Code, DocumentChoice
from mentoring.notices.forms import Aim, Asked, ChooseAim, FormCard, FormFailed, FormSent, FormsNotMade, Templates
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.record_ids import parse
from mentoring.sessions import Coming, Place, SessionKind
from mentoring.slots import SlotKey
from mentoring.use_cases import form_cards, handing_out, slot_planning, templates
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk

EN = PaperLanguage.EN


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def aim(code: str, *, of: Person | None = None, session: Session | None = None, group: int = 0) -> Aim:
    return Aim(
        code=code,
        language=EN,
        group_id=group,
        person_id=0 if of is None else of.id,
        session_id=0 if session is None else session.id,
    )


def takes(nova: Nova, who: Person, what: Aim, way: Way = Way.FILLED) -> FormSent:
    nova.desk.does(handing_out.take, handing_out.TakeForm(by=nova.by(who, pressed=7), aim=what, way=way))
    return nova.last(who, FormSent)


def refused(nova: Nova, who: Person, what: Aim, way: Way = Way.FILLED) -> str:
    return nova.desk.refuses(handing_out.take, handing_out.TakeForm(by=nova.by(who), aim=what, way=way))


def uses(nova: Nova, code: str) -> None:
    choice = DocumentChoice(code=Code(code), in_use=True)
    nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)


def card(nova: Nova, who: Person, what: Aim) -> FormCard:
    nova.desk.does(form_cards.open_form, form_cards.OpenForm(by=nova.by(who), aim=what))
    return nova.last(who, FormCard)


def section(nova: Nova, who: Person, page: int = 0) -> Templates:
    nova.desk.does(templates.open_templates, templates.OpenTemplates(by=nova.by(who), page=page))
    return nova.last(who, Templates)


def held(nova: Nova, *, ago: timedelta = timedelta(hours=3), kind: SessionKind = SessionKind.INITIAL) -> Session:
    begins = nova.desk.now - ago
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=kind,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.VIDEO,
        address="https://meet.example/nova",
        planned_by=nova.anton.id,
        now=begins,
    )
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return session


def test_a_mentee_gets_their_own_profile_as_a_numbered_paper_of_their_slot(nova: Nova) -> None:
    sent = takes(nova, nova.vera, aim("T01"))

    assert sent.record_id is not None
    number = parse(sent.record_id)
    assert number is not None
    paper = nova.desk.record.papers.by_record_id(number)
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=Code("T01"), person_id=nova.vera.id))
    assert paper is not None
    assert slot is not None
    assert (paper.slot_id, paper.person_id, paper.issued_by) == (slot.id, nova.vera.id, nova.vera.id)
    assert sent.known.subject is not None
    assert sent.known.subject.name == "Vera"
    assert sent.known.names(Role.MENTOR) == ("Anton", "Boyana")
    assert sent.file_name == "T01_Nova_Vera_2026-11-23_v1.docx"


def test_asking_again_within_a_day_gives_the_same_paper_and_later_a_new_one(nova: Nova) -> None:
    first = takes(nova, nova.vera, aim("T01"))
    nova.desk.now += timedelta(hours=23)
    assert takes(nova, nova.anton, aim("T01", of=nova.vera)).record_id == first.record_id
    nova.desk.now += timedelta(hours=2)
    assert takes(nova, nova.vera, aim("T01")).record_id != first.record_id


def test_another_person_and_another_language_are_other_papers(nova: Nova) -> None:
    numbers = {
        takes(nova, nova.anton, aim("T01", of=nova.vera)).record_id,
        takes(nova, nova.anton, aim("T01", of=nova.ilya)).record_id,
        takes(nova, nova.anton, replace(aim("T01", of=nova.vera), language=PaperLanguage.BG)).record_id,
    }
    assert len(numbers) == 3


def test_a_blank_has_no_number_and_no_names(nova: Nova) -> None:
    sent = takes(nova, nova.vera, aim("T02"), Way.BLANK)

    assert (sent.record_id, sent.known.group, sent.known.managers, sent.known.members) == (None, "", (), ())
    assert nova.desk.record.papers.lately(Code("T02"), nova.group.id, since=nova.desk.now - timedelta(days=9)) == []


def test_a_mentee_gets_nobody_elses_form_and_no_form_of_the_group_with_names(nova: Nova) -> None:
    assert refused(nova, nova.vera, aim("T01", of=nova.ilya)) == "not_allowed"
    assert refused(nova, nova.vera, aim("T04")) == "not_allowed"
    assert card(nova, nova.vera, aim("T04")).filled is False


def test_whoever_is_in_another_group_gets_none_of_this_one(nova: Nova) -> None:
    other = nova.second_group()
    nova.joins(other, nova.ilya, Role.MENTOR)
    stranger = nova.desk.record.people.add(
        telegram_id=9, name="Kiril", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.joins(other, stranger, Role.MENTOR)

    assert refused(nova, stranger, aim("T01", of=nova.vera, group=nova.group.id)) == "not_allowed"
    assert refused(nova, stranger, aim("T01", of=nova.vera)) == "not_allowed"
    assert refused(nova, nova.ilya, aim("T01", of=nova.vera, group=nova.group.id)) == "not_allowed"


def test_what_only_managers_see_is_filled_for_managers_only_and_for_whom_it_is_about(nova: Nova) -> None:
    uses(nova, "T12")
    assert refused(nova, nova.anton, aim("T12", of=nova.vera)) == "not_allowed"
    assert takes(nova, nova.maria, aim("T12", of=nova.vera)).record_id is not None
    assert takes(nova, nova.vera, aim("T12")).record_id is not None


def test_a_document_that_is_not_used_is_gone(nova: Nova) -> None:
    assert refused(nova, nova.maria, aim("T09"), Way.BLANK) == "gone"


def test_a_pdf_is_offered_and_made_only_where_there_is_a_converter(nova: Nova) -> None:
    assert card(nova, nova.vera, aim("T01")).for_print is False
    assert refused(nova, nova.vera, aim("T01"), Way.FOR_PRINT) == "gone"
    nova.desk.rules = replace(nova.desk.rules, makes_pdfs=True)
    assert takes(nova, nova.vera, aim("T01"), Way.FOR_PRINT).file_name == "T01_Nova_Vera_2026-11-23_v1.pdf"


def test_a_mentor_chooses_for_whom_and_of_which_session(nova: Nova) -> None:
    first, second = held(nova, ago=timedelta(days=9)), held(nova, kind=SessionKind.EMPLOYABILITY)
    opened = card(nova, nova.anton, aim("T06"))
    assert (opened.filled, opened.several_people, opened.several_sessions) == (False, True, True)

    for asked, wanted in ((Asked.PERSON, [nova.vera.id, nova.ilya.id]), (Asked.SESSION, [second.id, first.id])):
        command = form_cards.AskWhich(by=nova.by(nova.anton), aim=opened.aim, asked=asked)
        nova.desk.does(form_cards.ask_which, command)
        assert [one.id for one in nova.last(nova.anton, ChooseAim).choices] == wanted

    assert card(nova, nova.anton, aim("T06", of=nova.vera, session=first)).filled is True


def test_a_diary_form_knows_its_session_and_who_was_there(nova: Nova) -> None:
    session = held(nova)
    nova.desk.record.sessions.answer(session.id, nova.ilya.id, Coming.NO, nova.desk.now)

    known = takes(nova, nova.vera, aim("T06")).known

    assert known.meeting is not None
    assert (known.meeting.number, known.meeting.over, known.meeting.present) == (1, True, 3)
    assert [one.name for one in known.present if not one.was_away()] == ["Anton", "Boyana", "Vera"]


def test_a_manager_of_several_groups_chooses_the_group_first(nova: Nova) -> None:
    other = nova.second_group()
    opened = card(nova, nova.maria, aim("T04"))
    assert (opened.several_groups, opened.filled) == (True, False)
    assert takes(nova, nova.maria, aim("T04", group=other.id)).known.group == "Start"


def test_a_slot_leads_to_its_form(nova: Nova) -> None:
    slot = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=Code("T01"), person_id=nova.vera.id))
    assert slot is not None
    command = form_cards.OpenSlotForm(by=nova.by(nova.vera), slot_id=slot.id)
    nova.desk.does(form_cards.open_slot_form, command)
    shown = nova.last(nova.vera, FormCard)
    assert (shown.aim.code, shown.aim.person_id, shown.filled, shown.about) == ("T01", nova.vera.id, True, None)
    ilyas = replace(command, by=nova.by(nova.ilya))
    assert nova.desk.refuses(form_cards.open_slot_form, ilyas) == "not_allowed"


def test_the_section_names_the_guide_what_is_next_and_all_of_the_kit_page_by_page(nova: Nova) -> None:
    uses(nova, "X06")
    first, second = section(nova, nova.vera), section(nova, nova.vera, page=1)

    assert first.guide is not None
    assert [one.title.code for one in first.owed] == ["T01", "T02", "T07", "T08"]
    assert [one.title.code for one in first.documents] == ["T01", "T02", "T03", "T04", "T05", "T07", "T06", "T08"]
    assert ([one.title.code for one in second.documents], second.owed, second.pages) == (["X06"], (), 2)


def test_a_renamed_document_is_listed_by_its_new_name(nova: Nova) -> None:
    titles = {Language.EN: "Who are you", Language.BG: "Кой сте Вие"}
    choice = DocumentChoice(code=Code("T01"), titles=titles)
    nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)

    assert section(nova, nova.vera).documents[0].title.en == "Who are you"


def test_only_mentors_and_managers_say_that_they_have_read_the_guide_and_only_once(nova: Nova) -> None:
    assert section(nova, nova.vera).confirms is False
    assert section(nova, nova.anton).confirms is True
    for _ in range(2):
        nova.desk.does(templates.read_guide, templates.ReadGuide(by=nova.by(nova.anton)))
    nova.desk.does(templates.read_guide, templates.ReadGuide(by=nova.by(nova.vera)))

    assert section(nova, nova.anton).confirms is False
    history = [len(nova.desk.record.happenings.of_person(one.id)) for one in (nova.anton, nova.vera)]
    assert history == [1, 0]


def test_a_form_that_cannot_be_made_is_said_so_and_counted_for_the_operator(nova: Nova) -> None:
    sent = takes(nova, nova.vera, aim("T01"))
    for _ in range(2):
        handing_out.say_not_made(nova.desk.record, nova.vera.telegram_id or 0, sent, nova.desk.now)

    told = nova.desk.told()
    assert sum(isinstance(one.notice, FormFailed) and one.chat_id == nova.vera.telegram_id for one in told) == 2
    counts = [one.notice.count for one in told if isinstance(one.notice, FormsNotMade)]
    assert counts[-1] == 2


def test_nobody_gets_a_form_for_somebody_who_is_not_there(nova: Nova) -> None:
    missing = replace(aim("T01"), person_id=PersonId(999))
    assert refused(nova, nova.anton, missing) == "not_allowed"
