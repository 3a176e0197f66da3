"""A session that is begun, held and ended: who may, what is kept, and how those who did not come are treated."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.attendance import Presence
from mentoring.boards import BoardStep
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.holding import (
    AttendanceCard,
    BeginQuestion,
    HereNoted,
    MissedAgain,
    MissedYou,
    RunningPost,
    Waiting,
)
from mentoring.notices.sessions import SessionCard
from mentoring.notices.tasks import TakenHome
from mentoring.people import Role
from mentoring.sessions import Coming, Place, Session, SessionKind, SessionState
from mentoring.use_cases import (
    attendance_cards,
    attending,
    beginning_here,
    boards,
    catching,
    holding,
    presence,
    recording,
)
from mentoring.use_cases.due import do_what_is_due
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from tests.use_cases.test_sessions import plans
from tests.use_cases.test_standing_in import away

if TYPE_CHECKING:
    from mentoring.ids import SessionId
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    made = a_nova(desk)
    desk.record.groups.save(replace(made.group, sees_messages=True))
    return made


@pytest.fixture
def session(nova: Nova) -> Session:
    """In the group's chat; its time has come."""
    planned = plans(nova, nova.anton)
    comes_to(nova, planned.starts_at)
    return planned


def comes_to(nova: Nova, at: datetime) -> None:
    nova.desk.now = at
    claim = nova.desk.record.schedule.claim(at, at_most=1_000)
    do_what_is_due(nova.desk.record, claim.dues, at)


def begins(nova: Nova, session: Session, person: Person | None = None, *, chat: int | None = NOVA_CHAT) -> None:
    by = nova.by(person or nova.anton, chat=chat, pressed=7)
    nova.desk.does(holding.begin_session, holding.BeginSession(by=by, session_id=session.id))


def ends(nova: Nova, session: Session) -> None:
    by = nova.by(nova.anton, chat=NOVA_CHAT, pressed=7)
    nova.desk.does(holding.end_session, holding.EndSession(by=by, session_id=session.id))


def says_here(nova: Nova, session: Session, person: Person) -> None:
    by = nova.by(person, chat=NOVA_CHAT, pressed=7)
    assert nova.desk.does(presence.say_here, presence.SayHere(by=by, session_id=session.id)) == HereNoted()


def confirms(nova: Nova, session: Session) -> None:
    command = attendance_cards.ConfirmAttendance(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attendance_cards.confirm_attendance, command)


def says(nova: Nova, person: Person | int, text: str, *, number: int, replies_to: int | None = None) -> None:
    """A second after the last thing that happened."""
    nova.desk.now += timedelta(seconds=1)
    by = replace(nova.by(person, chat=NOVA_CHAT), message_id=number)
    heard = recording.Heard(by=by, text=text, said_at=nova.desk.now, replies_to=replies_to)
    nova.desk.does(recording.hear, heard)


def kept(nova: Nova, session_id: SessionId) -> list[tuple[str, str]]:
    return [(one.name, one.text) for one in nova.desk.record.chat_records.of_session(session_id)]


def state(nova: Nova, session: Session) -> SessionState:
    now_known = nova.desk.record.sessions.by_id(session.id)
    assert now_known is not None
    return now_known.state


@pytest.mark.usefixtures("session")
def test_when_it_is_time_the_mentors_have_the_button_at_hand(nova: Nova) -> None:
    cards = [one for one in nova.desk.told() if isinstance(one.notice, SessionCard)]

    offered = {one.chat_id for one in cards if isinstance(one.notice, SessionCard) and one.notice.can_begin}
    assert offered == {nova.anton.telegram_id, nova.boyana.telegram_id}


def test_only_who_leads_begins_it_and_not_before_its_time(nova: Nova) -> None:
    planned = plans(nova, nova.anton)
    command = holding.BeginSession(by=nova.by(nova.anton), session_id=planned.id)

    assert nova.desk.refuses(holding.begin_session, command) == "too_early"
    comes_to(nova, planned.starts_at)
    mentee = replace(command, by=nova.by(nova.vera, chat=NOVA_CHAT))
    assert nova.desk.refuses(holding.begin_session, mentee) == "not_allowed"
    begins(nova, planned)
    assert nova.desk.refuses(holding.begin_session, command) == "already_done"


def test_the_group_reads_that_it_has_begun_and_that_words_are_kept(nova: Nova, session: Session) -> None:
    nova.desk.told()

    begins(nova, session)

    [post] = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, RunningPost)]
    assert (post.running.keeps_record, [one.name for one in post.running.here]) == (True, ["Anton"])
    assert len(post.running.agenda) == 6


def test_the_board_names_the_session_that_goes_on_and_asks_for_no_other(nova: Nova, session: Session) -> None:
    begins(nova, session)

    board = boards.board(nova.desk.record, nova.group, nova.desk.now)

    assert board.meeting is not None
    assert board.meeting.starts_at == session.starts_at
    assert BoardStep.PLAN not in board.steps


def test_only_one_session_of_a_group_goes_on_at_a_time(nova: Nova, session: Session) -> None:
    begins(nova, session)

    command = beginning_here.HoldNow(by=nova.by(nova.boyana, chat=NOVA_CHAT, pressed=8), group_id=nova.group.id)

    assert nova.desk.refuses(beginning_here.hold_now, command) == "another_runs"


def test_nothing_outside_of_start_and_end_is_kept(nova: Nova, session: Session) -> None:
    says(nova, nova.vera, "before", number=1)
    begins(nova, session)
    says(nova, nova.vera, "hello", number=2)
    says(nova, nova.anton, "welcome", number=3)
    ends(nova, session)
    says(nova, nova.vera, "after", number=4)

    assert kept(nova, session.id) == [("Vera", "hello"), ("Anton", "welcome")]


def test_what_was_said_in_the_second_of_the_start_came_before_the_announcement(nova: Nova, session: Session) -> None:
    begins(nova, session)
    by = replace(nova.by(nova.vera, chat=NOVA_CHAT), message_id=2)

    nova.desk.does(recording.hear, recording.Heard(by=by, text="gossip", said_at=nova.desk.now))

    assert kept(nova, session.id) == []


def test_an_edit_during_the_session_is_kept_and_a_later_one_is_not(nova: Nova, session: Session) -> None:
    begins(nova, session)
    says(nova, nova.vera, "helo", number=2)
    by = replace(nova.by(nova.vera, chat=NOVA_CHAT), message_id=2)
    edited = recording.Heard(by=by, text="hello", said_at=nova.desk.now, edits=True)
    nova.desk.does(recording.hear, edited)
    ends(nova, session)

    nova.desk.does(recording.hear, replace(edited, text="I never said so"))

    assert kept(nova, session.id) == [("Vera", "hello")]


@pytest.mark.parametrize("stranger", [77, 1087968824])
def test_who_is_no_member_is_not_recorded(nova: Nova, session: Session, stranger: int) -> None:
    begins(nova, session)

    says(nova, stranger, "I am only passing by", number=2)

    assert kept(nova, session.id) == []


@pytest.mark.parametrize(("place", "sees"), [(Place.VIDEO, True), (Place.CHAT, False)])
def test_without_a_chat_to_read_along_only_attendance_is_kept(nova: Nova, place: Place, *, sees: bool) -> None:
    nova.desk.record.groups.save(replace(nova.group, sees_messages=sees))
    planned = plans(nova, nova.anton)
    nova.desk.record.sessions.change(planned, replace(planned, place=place))
    comes_to(nova, planned.starts_at)
    begins(nova, planned)

    says(nova, nova.vera, "hello", number=2)
    says_here(nova, planned, nova.vera)

    assert kept(nova, planned.id) == []
    assert nova.desk.record.attendances.of_session(planned.id)[nova.vera.id] is Presence.PRESENT


def test_whoever_comes_well_after_the_start_is_late(nova: Nova, session: Session) -> None:
    begins(nova, session)
    nova.desk.now += timedelta(minutes=16)

    says_here(nova, session, nova.ilya)

    assert nova.desk.record.attendances.of_session(session.id)[nova.ilya.id] is Presence.LATE


def test_a_plus_makes_words_a_task_of_who_wrote_them_once(nova: Nova, session: Session) -> None:
    begins(nova, session)
    says(nova, nova.vera, "I send my CV", number=2)
    says(nova, nova.anton, "+", number=3, replies_to=2)
    says(nova, nova.boyana, "+", number=4, replies_to=2)
    says(nova, nova.anton, "homework: read page 5", number=5)
    says(nova, nova.ilya, "задача: да се обадя", number=6)

    tasks = nova.desk.record.session_tasks.of_session(session.id)

    assert [(one.owner_id, one.text) for one in tasks] == [
        (nova.vera.id, "I send my CV"),
        (None, "read page 5"),
        (nova.ilya.id, "да се обадя"),
    ]


@pytest.mark.parametrize("text", ["+", "+1", "+359 888 123 456", "https://meet.example", "+ "])
def test_what_only_agrees_is_no_task_and_is_kept_as_it_was_said(nova: Nova, session: Session, text: str) -> None:
    begins(nova, session)
    says(nova, nova.vera, "I send my CV", number=2)

    says(nova, nova.ilya, text, number=3, replies_to=2)

    assert nova.desk.record.session_tasks.of_session(session.id) == []
    assert kept(nova, session.id)[-1] == ("Ilya", text)


def test_a_mentor_types_a_task_with_a_name_or_for_all(nova: Nova, session: Session) -> None:
    begins(nova, session)
    for text in ("ilya: call the school", "Bring a photo"):
        nova.desk.does(catching.add_task, catching.AddTask(by=nova.by(nova.anton), session_id=session.id))
        prompt = nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now)
        assert prompt is not None
        catching.task_given(nova.desk.record, nova.by(nova.anton), text, prompt, nova.desk.now)

    tasks = nova.desk.record.session_tasks.of_session(session.id)

    assert [(one.owner_id, one.text) for one in tasks] == [(nova.ilya.id, "call the school"), (None, "Bring a photo")]


def test_the_end_asks_the_mentor_who_was_there_with_what_is_likely(nova: Nova, session: Session) -> None:
    nova.desk.record.sessions.answer(session.id, nova.ilya.id, Coming.NO, nova.desk.now)
    begins(nova, session)
    says(nova, nova.vera, "hello", number=2)
    nova.desk.told()

    ends(nova, session)

    card = nova.last(nova.anton, AttendanceCard)
    assert {one.name: one.presence for one in card.seats} == {
        "Anton": Presence.PRESENT,
        "Boyana": Presence.ABSENT,
        "Vera": Presence.PRESENT,
        "Ilya": Presence.EXCUSED,
    }


def test_a_press_on_a_name_changes_it_round(nova: Nova, session: Session) -> None:
    begins(nova, session)
    command = attendance_cards.TurnPresence(by=nova.by(nova.anton), session_id=session.id, person_id=nova.vera.id)
    found = []
    for _ in range(4):
        nova.desk.does(attendance_cards.turn_presence, command)
        found.append(nova.desk.record.attendances.of_session(session.id)[nova.vera.id])

    assert found == [Presence.PRESENT, Presence.LATE, Presence.EXCUSED, Presence.ABSENT]


def test_only_who_did_not_come_without_a_word_hears_a_kind_one_and_only_after_the_mentor_said_so(
    nova: Nova, session: Session
) -> None:
    nova.desk.record.sessions.answer(session.id, nova.ilya.id, Coming.NO, nova.desk.now)
    begins(nova, session)
    ends(nova, session)
    assert [one for one in nova.desk.told() if isinstance(one.notice, MissedYou)] == []

    confirms(nova, session)
    confirms(nova, session)

    missed = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, MissedYou)]
    assert missed == [nova.vera.telegram_id]


def test_whoever_was_excused_hears_once_what_the_others_took_home(nova: Nova, session: Session) -> None:
    nova.desk.record.sessions.answer(session.id, nova.ilya.id, Coming.NO, nova.desk.now)
    begins(nova, session)
    says(nova, nova.anton, "homework: read page 5", number=5)
    ends(nova, session)
    confirms(nova, session)
    confirms(nova, session)

    told = [(one.chat_id, one.notice.tasks) for one in nova.desk.told() if isinstance(one.notice, TakenHome)]
    assert told == [(nova.ilya.telegram_id, ("read page 5",))]


def test_a_manager_hears_of_the_second_time(nova: Nova) -> None:
    told = []
    for day in (27, 28):
        planned = plans(nova, nova.anton, day=datetime(2026, 11, day).date())  # noqa: DTZ001 -- a day of the calendar
        comes_to(nova, planned.starts_at)
        begins(nova, planned)
        says_here(nova, planned, nova.ilya)
        ends(nova, planned)
        confirms(nova, planned)
        told.append([one.notice for one in nova.desk.told(to=nova.maria.telegram_id)])

    again = [[one for one in notices if isinstance(one, MissedAgain)] for notices in told]
    assert again == [[], [MissedAgain(name="Vera", group="Nova", times=2)]]


def test_diaries_are_asked_of_those_who_were_there(nova: Nova, session: Session) -> None:
    begins(nova, session)
    says_here(nova, session, nova.vera)
    nova.desk.now += timedelta(minutes=40)
    ends(nova, session)
    confirms(nova, session)
    nova.desk.told()

    comes_to(nova, nova.desk.now + timedelta(minutes=15))

    asked = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, DiaryAsked)]
    assert asked == [nova.vera.telegram_id]
    owed = nova.desk.record.diaries.owed(nova.ilya.id, since=session.created_at, now=nova.desk.now)
    assert owed == []


def test_one_that_nobody_ends_is_ended_an_hour_after_its_planned_end(nova: Nova, session: Session) -> None:
    begins(nova, session)
    comes_to(nova, session.ends_at + timedelta(minutes=59))
    assert state(nova, session) is SessionState.RUNNING
    nova.desk.told()

    comes_to(nova, session.ends_at + timedelta(minutes=60))

    assert state(nova, session) is SessionState.HELD
    assert nova.last(nova.anton, AttendanceCard).by_itself


def test_who_waits_says_so_and_their_mentors_and_manager_hear_it_on_one_card(nova: Nova, session: Session) -> None:
    comes_to(nova, session.starts_at + timedelta(minutes=15))
    asking = [one for one in nova.desk.told() if isinstance(one.notice, SessionCard) and one.notice.asks_waiting]
    assert {one.chat_id for one in asking} == {nova.vera.telegram_id, nova.ilya.telegram_id}

    for person in (nova.vera, nova.ilya):
        by = nova.by(person, pressed=9)
        nova.desk.does(presence.say_waiting, presence.SayWaiting(by=by, session_id=session.id, begun=False))

    assert nova.last(nova.maria, Waiting).names == ("Vera", "Ilya")


def test_nobody_is_asked_whether_they_wait_once_it_has_begun(nova: Nova, session: Session) -> None:
    begins(nova, session)
    nova.desk.told()

    comes_to(nova, session.starts_at + timedelta(minutes=15))

    asking = [one for one in nova.desk.told() if isinstance(one.notice, SessionCard) and one.notice.asks_waiting]
    assert asking == []


@pytest.mark.usefixtures("session")
def test_in_the_wrong_group_the_question_names_it_and_the_one_whose_time_it_is(nova: Nova) -> None:
    start = nova.second_group()
    nova.desk.record.groups.save(replace(start, chat_id=-2002))
    nova.joins(start, nova.anton, Role.MENTOR)
    nova.desk.told()

    nova.desk.does(beginning_here.ask_to_begin, beginning_here.AskToBegin(by=nova.by(nova.anton, chat=-2002)))

    [asked] = [one.notice for one in nova.desk.told(to=-2002) if isinstance(one.notice, BeginQuestion)]
    assert (asked.group, asked.session, asked.elsewhere) == ("Start", None, "Nova")


def test_one_that_nobody_planned_becomes_a_row_of_the_plan(nova: Nova) -> None:
    command = beginning_here.HoldNow(by=nova.by(nova.anton, chat=NOVA_CHAT, pressed=8), group_id=nova.group.id)

    nova.desk.does(beginning_here.hold_now, command)

    [held] = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)
    assert (held.state, held.kind, held.number) == (SessionState.RUNNING, SessionKind.EMPLOYABILITY, 1)


def test_whoever_was_there_is_marked_also_after_a_session_that_was_not_held_in_the_bot(
    nova: Nova, session: Session
) -> None:
    comes_to(nova, session.ends_at)
    mark = attending.MarkSession(by=nova.by(nova.anton), session_id=session.id, held=True)
    nova.desk.does(attending.mark_session, mark)

    command = attendance_cards.OpenAttendance(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attendance_cards.open_attendance, command)

    assert len(nova.last(nova.anton, AttendanceCard).seats) == 4


def test_one_that_should_have_been_ended_long_ago_still_goes_on_after_an_outage(nova: Nova, session: Session) -> None:
    begins(nova, session)
    nova.desk.now = session.ends_at + timedelta(days=3)
    nova.desk.told()

    command = beginning_here.HoldNow(by=nova.by(nova.anton, chat=NOVA_CHAT, pressed=8), group_id=nova.group.id)
    assert nova.desk.refuses(beginning_here.hold_now, command) == "another_runs"

    nova.desk.does(beginning_here.ask_to_begin, beginning_here.AskToBegin(by=nova.by(nova.anton, chat=NOVA_CHAT)))
    [post] = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, RunningPost)]
    assert post.session.session_id == session.id


def test_it_is_ended_and_nothing_more_is_kept_also_when_the_bot_was_away_for_a_week(
    nova: Nova, session: Session
) -> None:
    begins(nova, session)

    comes_to(nova, session.ends_at + timedelta(days=7))
    says(nova, nova.vera, "Nobody's business", number=12)

    assert state(nova, session) is SessionState.HELD
    assert kept(nova, session.id) == []


def test_a_deputy_who_begins_was_there_and_stays_so_when_attendance_is_confirmed(nova: Nova, session: Session) -> None:
    colleague = nova.desk.record.people.add(
        telegram_id=77, name="Kiril", language=nova.anton.language, zone="Europe/Sofia", now=nova.desk.now
    )
    nova.joins(nova.second_group(), colleague, Role.MENTOR)
    away(nova, nova.anton, colleague)

    begins(nova, session, colleague)
    ends_as(nova, session, colleague)
    command = attendance_cards.ConfirmAttendance(by=nova.by(colleague), session_id=session.id)
    nova.desk.does(attendance_cards.confirm_attendance, command)

    assert nova.desk.record.attendances.of_session(session.id)[colleague.id] is Presence.PRESENT


def ends_as(nova: Nova, session: Session, person: Person) -> None:
    by = nova.by(person, chat=NOVA_CHAT, pressed=7)
    nova.desk.does(holding.end_session, holding.EndSession(by=by, session_id=session.id))
