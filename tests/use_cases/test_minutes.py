"""Minutes are made from what is on record, written by whoever leads, accepted by one tap, filed, and corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.attendance import Presence
from mentoring.files import FileKind
from mentoring.filings import FilingState
from mentoring.ids import AttachmentId, SessionId
from mentoring.kit import DocumentChoice, Toolbar, Visibility
from mentoring.minutes import LONGEST_TEXT, MINUTES, Part, Phase
from mentoring.notices.common import Refused
from mentoring.notices.forms import FormSent
from mentoring.notices.minutes import MinutesAsked, MinutesCard, MinutesClash, MinutesMoved, MinutesWaiting
from mentoring.people import Language, MembershipState, Role
from mentoring.record_ids import RecordId
from mentoring.refusals import Why
from mentoring.scans import Verdict
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import answering, home, minutes_cards, minutes_editing, minutes_filing, taking_minutes
from mentoring.use_cases.recognising import FileFound, file_found
from mentoring.use_cases.sending import SendFile, send_file
from storage.tables.submissions import attachments
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_holding import begins, comes_to, confirms, ends, says
from tests.use_cases.test_sessions import plans
from tests.use_cases.test_standing_in import away

if TYPE_CHECKING:
    from mentoring.filings import Filing
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk

SHA = "a" * 64


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    made = a_nova(desk)
    desk.record.groups.save(replace(made.group, sees_messages=True))
    return made


@pytest.fixture
def held(nova: Nova) -> Session:
    """In the chat, with words of Vera; it took 68 minutes, and attendance is noted."""
    planned = plans(nova, nova.anton)
    comes_to(nova, planned.starts_at)
    begins(nova, planned)
    says(nova, nova.vera, "I send my CV", number=11)
    nova.desk.now = planned.starts_at + timedelta(minutes=68)
    ends(nova, planned)
    confirms(nova, planned)
    nova.desk.told()
    return now_known(nova, planned)


def now_known(nova: Nova, session: Session) -> Session:
    known = nova.desk.record.sessions.by_id(session.id)
    assert known is not None
    return known


def opens(nova: Nova, session: Session, person: Person | None = None) -> MinutesCard:
    command = minutes_cards.OfMinutes(by=nova.by(person or nova.anton), session_id=session.id)
    nova.desk.does(minutes_cards.open_minutes, command)
    return nova.last(person or nova.anton, MinutesCard)


def asks(nova: Nova, session: Session, part: Part, person: Person | None = None, *, adds: bool = False) -> MinutesAsked:
    by = nova.by(person or nova.anton)
    nova.desk.does(
        minutes_editing.ask_part, minutes_editing.AskPart(by=by, session_id=session.id, part=part, adds=adds)
    )
    return nova.last(person or nova.anton, MinutesAsked)


def types(nova: Nova, text: str, person: Person | None = None) -> None:
    nova.desk.does(answering.answer, answering.Answer(by=nova.by(person or nova.anton), text=text))


def accepts(nova: Nova, session: Session, revision: int, person: Person | None = None) -> Notice | None:
    by = nova.by(person or nova.anton)
    command = minutes_filing.AcceptMinutes(by=by, session_id=session.id, revision=revision)
    return nova.desk.does(minutes_filing.accept, command)


def corrects(nova: Nova, session: Session, person: Person | None = None) -> MinutesCard:
    command = minutes_cards.OfMinutes(by=nova.by(person or nova.anton), session_id=session.id)
    nova.desk.does(minutes_filing.correct, command)
    return nova.last(person or nova.anton, MinutesCard)


def file_is_made(nova: Nova, sha256: str = SHA) -> FormSent:
    """As beside the record: what the file is made of, and then that it is stored."""
    [minutes] = nova.desk.record.minutes.to_file()
    form = minutes_filing.contents_of(nova.desk.record, minutes, nova.desk.now)
    assert form is not None
    minutes_filing.made(nova.desk.record, minutes, sha256=sha256, size=1000, now=nova.desk.now)
    assert nova.desk.record.minutes.to_file() == []
    return form


def filings(nova: Nova) -> list[tuple[FilingState, int]]:
    states = [FilingState.FILED, FilingState.REPLACED, FilingState.WITHDRAWN]
    found = [one for one in nova.desk.record.filings.of_group(nova.group.id, states) if one.code == MINUTES]
    return [(one.state, one.version) for one in found]


def the_filed(nova: Nova, session: Session) -> Filing:
    filing_id = nova.desk.record.minutes.filed(session.id)
    assert filing_id is not None
    filing = nova.desk.record.filings.by_id(filing_id)
    assert filing is not None
    return filing


def uses_minutes(nova: Nova) -> None:
    choice = DocumentChoice(code=MINUTES, in_use=True)
    nova.desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=nova.desk.now)


def test_the_card_shows_what_is_on_record_and_asks_only_for_the_rest(nova: Nova, held: Session) -> None:
    card = opens(nova, held)

    begins_at, ends_at = card.on_record.began_at, card.on_record.ended_at
    assert ends_at - begins_at == timedelta(minutes=68)
    assert {one.name: one.presence for one in card.on_record.seats} == {
        "Anton": Presence.PRESENT,
        "Boyana": Presence.ABSENT,
        "Vera": Presence.PRESENT,
        "Ilya": Presence.ABSENT,
    }
    assert (card.on_record.lines, card.with_record, card.phase) == (1, True, Phase.DRAFT)
    assert (card.toolbar, card.visibility, card.can_accept) == (Toolbar.MANAGING, Visibility.GROUP, True)
    assert nova.desk.record.minutes.of_session(held.id) is None


def test_what_was_talked_about_is_there_already_and_the_record_only_where_they_met_in_the_chat(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    there = replace(session, place=Place.VIDEO, topic="A good CV", state=SessionState.HELD)
    nova.desk.record.sessions.change(session, there)

    card = opens(nova, session)

    assert (card.summary, card.with_record) == ("A good CV", False)
    assert card.on_record.ended_at - card.on_record.began_at == session.ends_at - session.starts_at
    assert not card.knows_who_was_there


def test_they_cannot_be_accepted_before_somebody_has_said_who_was_there(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.record.sessions.change(session, replace(session, place=Place.FACE_TO_FACE, state=SessionState.HELD))

    assert accepts(nova, session, 0) is None
    assert nova.desk.record.minutes.of_session(session.id) is None
    assert not nova.last(nova.anton, MinutesCard).knows_who_was_there

    nova.desk.record.attendances.note(session.id, nova.vera.id, Presence.PRESENT, by=nova.anton.id, now=nova.desk.now)
    confirms(nova, session)
    accepts(nova, session, 0)
    assert nova.last(nova.anton, MinutesCard).phase is Phase.FILING


def test_words_take_the_place_of_what_stands_there_or_follow_it(nova: Nova, held: Session) -> None:
    assert asks(nova, held, Part.DECISIONS).words == ""
    types(nova, "Vera sends her CV.\n\n Anton  reads it.")
    assert nova.last(nova.anton, MinutesCard).decisions == "Vera sends her CV.\nAnton reads it."

    assert asks(nova, held, Part.DECISIONS, adds=True).adds
    types(nova, "By Friday.")
    assert nova.last(nova.anton, MinutesCard).decisions == "Vera sends her CV.\nAnton reads it.\nBy Friday."

    assert asks(nova, held, Part.DECISIONS).words == "Vera sends her CV.\nAnton reads it.\nBy Friday."
    types(nova, "No decision.")
    assert nova.last(nova.anton, MinutesCard).decisions == "No decision."


def test_what_is_too_long_is_asked_for_again_and_changes_nothing(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.SUMMARY)
    types(nova, "x" * (LONGEST_TEXT + 3))

    assert nova.last(nova.anton, MinutesAsked).too_long == 3
    types(nova, "x" * LONGEST_TEXT)
    assert nova.last(nova.anton, MinutesCard).summary == "x" * LONGEST_TEXT


@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.VOICE, FileKind.STICKER])
def test_what_is_no_words_is_answered_kindly_and_the_question_stays(nova: Nova, held: Session, kind: FileKind) -> None:
    asks(nova, held, Part.SUMMARY)
    file = replace(nova.file(chat=2), kind=kind)

    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=file))

    assert nova.last(nova.anton, MinutesAsked).needs_words
    types(nova, "\u200b")
    assert nova.last(nova.anton, MinutesAsked).needs_words
    types(nova, "Words")
    assert nova.last(nova.anton, MinutesCard).summary == "Words"


def test_a_word_file_sent_meanwhile_is_filed_like_any_other(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.SUMMARY)
    nova.sends(nova.anton)

    assert not [one for one in nova.desk.told() if isinstance(one.notice, MinutesAsked)]


def test_of_two_who_write_the_same_at_once_the_later_is_told_and_nothing_is_lost(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS)
    asks(nova, held, Part.DECISIONS, nova.boyana)
    types(nova, "Boyana's", nova.boyana)
    types(nova, "Anton's")

    clash = nova.last(nova.anton, MinutesClash)
    assert (clash.by, clash.theirs, clash.mine, clash.fits) == ("Boyana", "Boyana's", "Anton's", True)
    types(nova, "and more")
    assert nova.last(nova.anton, MinutesClash).mine == "Anton's\nand more"

    settle = minutes_editing.SettleClash(by=nova.by(nova.anton), session_id=held.id, adds=True)
    nova.desk.does(minutes_editing.settle_clash, settle)
    assert nova.last(nova.anton, MinutesCard).decisions == "Boyana's\nAnton's\nand more"
    assert nova.desk.refuses(minutes_editing.settle_clash, settle) == "gone"


def test_two_who_write_different_parts_do_not_disturb_each_other(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS)
    asks(nova, held, Part.NEXT_STEPS, nova.boyana)
    types(nova, "Boyana's", nova.boyana)
    types(nova, "Anton's")

    card = nova.last(nova.anton, MinutesCard)
    assert (card.decisions, card.next_steps) == ("Anton's", "Boyana's")


def test_mine_instead_of_theirs_or_not_at_all(nova: Nova, held: Session) -> None:
    for instead in (True, False):
        asks(nova, held, Part.SUMMARY)
        asks(nova, held, Part.SUMMARY, nova.boyana)
        types(nova, "Boyana's", nova.boyana)
        types(nova, f"Anton's {instead}")
        by = nova.by(nova.anton)
        if instead:
            settle = minutes_editing.SettleClash(by=by, session_id=held.id, adds=False)
            nova.desk.does(minutes_editing.settle_clash, settle)
            assert nova.last(nova.anton, MinutesCard).summary == "Anton's True"
        else:
            nova.desk.does(minutes_editing.go_back, minutes_cards.OfMinutes(by=by, session_id=held.id))
            assert nova.last(nova.anton, MinutesCard).summary == "Boyana's"
            assert nova.desk.record.prompts.of(by.telegram_id, nova.desk.now) is None


def test_words_that_came_after_the_clash_was_shown_are_shown_before_they_go(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS)
    asks(nova, held, Part.DECISIONS, nova.boyana)
    types(nova, "Boyana's", nova.boyana)
    types(nova, "Anton's")
    asks(nova, held, Part.DECISIONS, nova.boyana)
    types(nova, "Boyana's second thought", nova.boyana)
    nova.desk.told()

    settle = minutes_editing.SettleClash(by=nova.by(nova.anton), session_id=held.id, adds=False)
    nova.desk.does(minutes_editing.settle_clash, settle)
    clash = nova.last(nova.anton, MinutesClash)
    assert (clash.theirs, clash.mine) == ("Boyana's second thought", "Anton's")
    assert opens(nova, held, nova.boyana).decisions == "Boyana's second thought"

    nova.desk.does(minutes_editing.settle_clash, settle)
    assert nova.last(nova.anton, MinutesCard).decisions == "Anton's"


def test_one_tap_accepts_and_the_file_stands_in_the_toolbar_as_soon_as_it_is_made(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS)
    types(nova, "Go on")
    nova.desk.told()

    assert accepts(nova, held, 1) is None
    assert nova.last(nova.anton, MinutesCard).phase is Phase.FILING
    form = file_is_made(nova)

    course = form.known.course
    assert course is not None
    assert (course.decisions, [one.text for one in course.spoken]) == ("Go on", ["I send my CV"])
    filing = the_filed(nova, held)
    assert (filing.toolbar, filing.visibility, filing.session_id) == (Toolbar.MANAGING, Visibility.GROUP, held.id)
    assert filing.name.startswith("X02_Nova_")
    assert filing.name.endswith("_v1.docx")
    file = nova.desk.record.filings.file_of(filing)
    assert file is not None
    assert (file.kind, file.sha256) == (FileKind.DOCUMENT, SHA)

    told = nova.desk.told()
    assert {one.chat_id for one in told} == {nova.anton.telegram_id}
    [card] = [one.notice for one in told if isinstance(one.notice, MinutesCard)]
    assert card.phase is Phase.FILED
    assert card.filed is not None
    assert (card.filed.by, card.filed.as_file) == ("Anton", False)


def test_a_second_tap_and_one_on_an_old_card_accept_nothing(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS, nova.boyana)
    types(nova, "Boyana's", nova.boyana)

    assert accepts(nova, held, 0) == MinutesMoved(by="Boyana")
    assert nova.last(nova.anton, MinutesCard).decisions == "Boyana's"
    assert accepts(nova, held, 1) is None
    assert accepts(nova, held, 1) == Refused(why=Why.ALREADY_DONE)
    file_is_made(nova)
    assert accepts(nova, held, 3) == Refused(why=Why.ALREADY_DONE)
    assert filings(nova) == [(FilingState.FILED, 1)]


def test_what_is_accepted_is_written_into_only_after_it_was_reopened(nova: Nova, held: Session) -> None:
    asks(nova, held, Part.DECISIONS)
    accepts(nova, held, 0, nova.boyana)
    types(nova, "Too late")
    assert nova.last(nova.anton, MinutesCard).phase is Phase.FILING
    ask = minutes_editing.AskPart(by=nova.by(nova.anton), session_id=held.id, part=Part.SUMMARY, adds=False)
    assert nova.desk.refuses(minutes_editing.ask_part, ask) == "already_done"
    file_is_made(nova)

    assert corrects(nova, held).phase is Phase.CORRECTING
    asks(nova, held, Part.DECISIONS)
    types(nova, "Better")
    card = nova.last(nova.anton, MinutesCard)
    assert (card.decisions, card.phase) == ("Better", Phase.CORRECTING)
    assert filings(nova) == [(FilingState.FILED, 1)]

    accepts(nova, held, card.revision)
    file_is_made(nova, "b" * 64)
    assert filings(nova) == [(FilingState.REPLACED, 1), (FilingState.FILED, 2)]
    assert the_filed(nova, held).name.endswith("_v2.docx")
    assert opens(nova, held).phase is Phase.FILED


def test_where_the_programme_waits_for_them_the_slot_is_filled_and_emptied_with_them(nova: Nova, held: Session) -> None:
    uses_minutes(nova)
    key = SlotKey(group_id=nova.group.id, code=MINUTES, session_id=held.id)
    nova.desk.record.slots.add(key, due_on=None, now=nova.desk.now)

    for version in (1, 2):
        accepts(nova, held, corrects(nova, held).revision)
        file_is_made(nova, str(version) * 64)
        slot = nova.desk.record.slots.by_key(key)
        assert slot is not None
        assert (slot.state, slot.filing_id) == (SlotState.FILED, the_filed(nova, held).id)
    assert filings(nova) == [(FilingState.REPLACED, 1), (FilingState.FILED, 2)]


def test_all_of_a_monitoring_session_stands_in_the_other_toolbar(nova: Nova, held: Session) -> None:
    nova.desk.record.sessions.change(held, replace(held, kind=SessionKind.MONITORING))

    assert opens(nova, held).toolbar is Toolbar.MONITORING
    accepts(nova, held, 0)
    file_is_made(nova)
    assert the_filed(nova, held).toolbar is Toolbar.MONITORING


def test_the_record_of_the_chat_stays_out_when_somebody_says_so(nova: Nova, held: Session) -> None:
    out = minutes_editing.PutRecord(by=nova.by(nova.anton), session_id=held.id, with_record=False)
    for _ in range(2):
        nova.desk.does(minutes_editing.put_record, out)
        assert not nova.last(nova.anton, MinutesCard).with_record
    look = taking_minutes.TakeMinutes(by=nova.by(nova.anton), session_id=held.id)
    nova.desk.does(taking_minutes.take_minutes, look)

    course = nova.last(nova.anton, FormSent).known.course
    assert course is not None
    assert course.spoken == ()


def test_the_card_says_when_attendance_was_changed_after_they_were_filed(nova: Nova, held: Session) -> None:
    accepts(nova, held, 0)
    file_is_made(nova)
    filed = opens(nova, held).filed
    assert filed is not None
    assert not filed.outdated

    nova.desk.now += timedelta(minutes=1)
    record = nova.desk.record
    record.attendances.note(held.id, nova.ilya.id, Presence.LATE, by=nova.anton.id, now=nova.desk.now)
    filed = opens(nova, held).filed
    assert filed is not None
    assert filed.outdated


def test_what_cannot_be_made_is_a_draft_again_and_whoever_accepted_it_is_told(nova: Nova, held: Session) -> None:
    accepts(nova, held, 0)
    [minutes] = nova.desk.record.minutes.to_file()
    nova.desk.told()

    minutes_filing.failed(nova.desk.record, minutes, nova.desk.now)

    card = nova.last(nova.anton, MinutesCard)
    assert (card.phase, card.failed) == (Phase.DRAFT, True)
    assert nova.desk.record.minutes.to_file() == []
    assert accepts(nova, held, card.revision) is None


def test_nothing_is_filed_for_what_was_changed_while_its_file_was_made(nova: Nova, held: Session) -> None:
    accepts(nova, held, 0)
    [minutes] = nova.desk.record.minutes.to_file()
    session = now_known(nova, held)
    nova.desk.record.sessions.change(session, replace(session, state=SessionState.NOT_HELD))

    assert minutes_filing.contents_of(nova.desk.record, minutes, nova.desk.now) is None
    minutes_filing.made(nova.desk.record, minutes, sha256=SHA, size=1, now=nova.desk.now)
    minutes_filing.failed(nova.desk.record, minutes, nova.desk.now)

    assert filings(nova) == []
    assert nova.desk.record.minutes.to_file() == []


def sends_back(nova: Nova, person: Person) -> None:
    """The Word file of the minutes as they were handed out, corrected."""
    looked_at = taking_minutes.TakeMinutes(by=nova.by(person), session_id=SessionId(1))
    nova.desk.does(taking_minutes.take_minutes, looked_at)
    number = nova.last(person, FormSent).record_id
    assert number is not None
    nova.desk.does(send_file, SendFile(by=nova.by(person), file=nova.file(chat=person.telegram_id or 0, name="m.docx")))
    record = nova.desk.record
    file_id = AttachmentId(nova.desk.connection.scalars(select(func.max(attachments.c.id))).one())
    record.attachments.stored(file_id, sha256="e" * 64, size=1000, now=nova.desk.now)
    record.inspections.ask(file_id, nova.desk.now)
    found = FileFound(attachment_id=file_id, verdict=Verdict.FINE, record_ids=(RecordId(number),), codes=(MINUTES,))
    file_found(record, found, nova.desk.now)


@pytest.mark.parametrize("wanted", [True, False])
def test_a_word_file_that_was_sent_back_counts_as_accepted_until_it_is_corrected_here(
    nova: Nova, held: Session, *, wanted: bool
) -> None:
    if wanted:
        uses_minutes(nova)
    sends_back(nova, nova.boyana)

    card = opens(nova, held)
    assert card.phase is Phase.FILED
    assert card.filed is not None
    assert (card.filed.as_file, card.filed.by) == (True, "Boyana")
    assert at_home(nova) is None
    assert filings(nova) == [(FilingState.FILED, 1)]

    accepts(nova, held, corrects(nova, held).revision)
    file_is_made(nova)
    assert filings(nova) == [(FilingState.REPLACED, 1), (FilingState.FILED, 2)]
    filed = opens(nova, held).filed
    assert filed is not None
    assert not filed.as_file

    sends_back(nova, nova.boyana)
    types(nova, "A name was wrong", nova.boyana)
    assert filings(nova) == [(FilingState.REPLACED, 1), (FilingState.REPLACED, 2), (FilingState.FILED, 3)]


def test_only_whoever_leads_the_group_has_to_do_with_them(nova: Nova, held: Session) -> None:
    command = minutes_cards.OfMinutes(by=nova.by(nova.vera), session_id=held.id)
    accept = minutes_filing.AcceptMinutes(by=nova.by(nova.vera), session_id=held.id, revision=0)
    for use_case in (minutes_cards.open_minutes, minutes_editing.go_back, minutes_filing.correct):
        assert nova.desk.refuses(use_case, command) == "not_allowed"
    assert nova.desk.refuses(minutes_filing.accept, accept) == "not_allowed"
    assert opens(nova, held, nova.maria).can_accept

    [place] = nova.desk.record.memberships.of_person(nova.boyana.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))
    left = replace(command, by=nova.by(nova.boyana))
    assert nova.desk.refuses(minutes_cards.open_minutes, left) == "not_allowed"


@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.NOT_HELD, SessionState.CANCELLED])
def test_a_session_that_was_not_held_has_none(nova: Nova, state: SessionState) -> None:
    session = plans(nova, nova.anton)
    nova.desk.record.sessions.change(session, replace(session, state=state))
    command = minutes_cards.OfMinutes(by=nova.by(nova.anton), session_id=session.id)

    assert nova.desk.refuses(minutes_cards.open_minutes, command) == "gone"


def at_home(nova: Nova, person: Person | None = None) -> MinutesWaiting | None:
    return home.card(nova.desk.record, person or nova.anton, nova.desk.now).minutes


def test_one_line_at_home_says_that_they_wait_until_they_are_accepted(nova: Nova, held: Session) -> None:
    waiting = MinutesWaiting(session_id=held.id, number=1, group="Nova")
    assert [at_home(nova, person) for person in (nova.anton, nova.vera, nova.maria)] == [waiting, None, None]

    accepts(nova, held, 0)
    assert at_home(nova) is None
    file_is_made(nova)
    assert at_home(nova) is None


def test_where_nobody_wants_minutes_and_nothing_was_kept_none_wait(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.record.sessions.change(session, replace(session, place=Place.VIDEO, state=SessionState.HELD))
    nova.desk.now = session.ends_at
    assert at_home(nova) is None

    uses_minutes(nova)
    assert at_home(nova) is not None
    nova.desk.now += timedelta(days=36)
    assert at_home(nova) is None
    assert opens(nova, session).phase is Phase.DRAFT


def test_a_deputy_has_to_do_with_them_for_as_long_as_they_stand_in(nova: Nova, held: Session) -> None:
    deputy = nova.desk.record.people.add(
        telegram_id=77, name="Dana", language=Language.EN, zone="Europe/Sofia", now=nova.desk.now
    )
    nova.joins(nova.second_group(), deputy, Role.MENTOR)
    command = minutes_cards.OfMinutes(by=nova.by(deputy), session_id=held.id)
    assert nova.desk.refuses(minutes_cards.open_minutes, command) == "not_allowed"

    away(nova, nova.anton, deputy)

    assert opens(nova, held, deputy).can_accept
    accepts(nova, held, 0, deputy)
    file_is_made(nova)
    assert the_filed(nova, held).filed_by == deputy.id


def test_papers_tell_late_from_excused_and_know_who_has_left_since_who_came_later_and_which_manager_came(
    nova: Nova, held: Session
) -> None:
    record, now = nova.desk.record, nova.desk.now
    for person, presence in ((nova.vera, Presence.LATE), (nova.ilya, Presence.EXCUSED)):
        record.attendances.note(held.id, person.id, presence, by=nova.anton.id, now=now)
    record.sessions.change(held, replace(held, begun_by=nova.maria.id))
    [place] = record.memberships.of_person(nova.ilya.id)
    record.memberships.save(replace(place, state=MembershipState.LEFT))
    dora = record.people.add(telegram_id=88, name="Dora", language=Language.EN, zone="Europe/Sofia", now=now)
    nova.joins(nova.group, dora, Role.MENTEE)

    accepts(nova, held, 0)
    assert nova.last(nova.anton, MinutesCard).knows_who_was_there is False
    confirms(nova, held)
    record.attendances.note(held.id, dora.id, Presence.EXCUSED, by=nova.anton.id, now=now)
    accepts(nova, held, 0)
    known = file_is_made(nova).known

    assert [(one.name, one.role, one.seen[0], one.was_there()) for one in known.present] == [
        ("Anton", Role.MENTOR, Presence.PRESENT, True),
        ("Boyana", Role.MENTOR, Presence.ABSENT, False),
        ("Vera", Role.MENTEE, Presence.LATE, True),
        ("Dora", Role.MENTEE, Presence.EXCUSED, False),
        ("Ilya", Role.MENTEE, Presence.EXCUSED, False),
        ("Maria", Role.MANAGER, Presence.PRESENT, True),
    ]
    assert known.meeting is not None
    assert known.meeting.present == 3


def test_whoever_accepted_them_and_has_left_since_is_not_shown_them_once_more(nova: Nova, held: Session) -> None:
    accepts(nova, held, opens(nova, held).revision)
    places = nova.desk.record.memberships.of_group(nova.group.id, Role.MENTOR)
    [place] = [one for one in places if one.person_id == nova.anton.id]
    nova.desk.record.memberships.save(replace(place, state=MembershipState.LEFT))
    nova.desk.told()

    file_is_made(nova)

    assert filings(nova) == [(FilingState.FILED, 1)]
    assert [one for one in nova.desk.told() if isinstance(one.notice, MinutesCard)] == []
