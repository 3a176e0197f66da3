"""Who may do what with a session and a diary, twice, late, or with buttons that are not theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.diaries import QUESTIONS, Question
from mentoring.notices import Placement
from mentoring.notices.boards import Board
from mentoring.notices.common import Refused
from mentoring.notices.diaries import DiaryAsked, DiaryQuestion, DiaryReceived
from mentoring.notices.digests import Digest
from mentoring.notices.sessions import (
    EndedSessionCard,
    News,
    Planning,
    SessionCard,
    SessionList,
    SessionPost,
    SessionReminder,
    Step,
)
from mentoring.people import Language, Role
from mentoring.refusals import Why
from mentoring.sessions import Coming, Place, Session, SessionKind, SessionState
from mentoring.use_cases import attending, diary_keeping, digesting, planning
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.session_cards import include_newcomer
from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, shows, unreachable

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def chooses(nova: Nova, person: Person, **choice: object) -> None:
    nova.desk.does(planning.choose, planning.Choose(by=nova.by(person), **choice))  # type: ignore[arg-type]


def plans(nova: Nova, person: Person, *, day: date = FRIDAY, hour: int = 18) -> Session:
    """Until it is announced."""
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(person), group_id=nova.group.id))
    chooses(nova, person, kind=SessionKind.EMPLOYABILITY)
    chooses(nova, person, day=day)
    chooses(nova, person, hour=hour)
    chooses(nova, person, place=Place.CHAT)
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(person)))
    return nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)[-1]


def passes(nova: Nova, **time: float) -> None:
    nova.desk.now += timedelta(**time)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=1_000)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def of(nova: Nova, person: Person, session: Session) -> attending.OfSession:
    return attending.OfSession(by=nova.by(person), session_id=session.id)


def diary_of(nova: Nova, person: Person, session: Session) -> diary_keeping.OfDiary:
    return diary_keeping.OfDiary(by=nova.by(person), session_id=session.id)


def says_coming(nova: Nova, person: Person, session: Session, coming: Coming = Coming.YES) -> attending.SayComing:
    return attending.SayComing(by=nova.by(person), session_id=session.id, moves=session.moves, coming=coming)


def waiting_reminders(nova: Nova) -> Counter[int]:
    """By session, those that have not gone out."""
    waits = (outbox.c.kind == SessionReminder.__name__, outbox.c.status == ParcelStatus.NEW)
    keys = nova.desk.connection.scalars(select(outbox.c.dedupe_key).where(*waits))
    return Counter(int(str(key).split(":")[1]) for key in keys)


def newest_placement(nova: Nova, person: Person) -> Placement:
    told = select(outbox.c.placement).where(outbox.c.chat_id == person.telegram_id).order_by(outbox.c.id.desc())
    return Placement(nova.desk.connection.scalars(told.limit(1)).one())


def test_everybody_gets_one_card_and_the_group_one_post(nova: Nova) -> None:
    plans(nova, nova.anton)

    told = nova.desk.told()

    cards = [one.chat_id for one in told if isinstance(one.notice, SessionCard)]
    assert sorted(cards) == [2, 3, 4, 5]
    [post] = [one for one in told if isinstance(one.notice, SessionPost)]
    assert (post.chat_id, post.notice.card()) == (NOVA_CHAT, "session:1")


def test_the_post_speaks_every_language_of_the_group(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.ilya, language=Language.BG))

    plans(nova, nova.anton)

    [post] = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, SessionPost)]
    assert post.languages == (Language.EN, Language.BG)


@pytest.mark.parametrize(
    ("hours", "day", "quiet"),
    [(0, FRIDAY, False), (14, FRIDAY, True), (14, date(2026, 11, 24), False)],
    ids=["by day", "at night", "at night, but it begins in the morning"],
)
def test_news_at_night_make_no_sound_unless_it_begins_soon(nova: Nova, hours: int, day: date, *, quiet: bool) -> None:
    nova.desk.now += timedelta(hours=hours)

    plans(nova, nova.anton, day=day, hour=9)

    told = [one.notice for one in nova.desk.told() if isinstance(one.notice, SessionCard | SessionPost)]
    assert [one.quiet for one in told] == [quiet] * 5


def test_whose_night_it_is_depends_on_where_they_are(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.ilya, zone="America/Los_Angeles"))  # one o'clock at night

    plans(nova, nova.anton)

    assert nova.last(nova.ilya, SessionCard).quiet


def test_the_mentors_hear_that_somebody_cannot_come_and_see_the_rest(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    for person in (nova.anton, nova.boyana):
        shows(nova, person, f"session:{session.id}", 50)

    heard = []
    for coming in (Coming.YES, Coming.NO, Coming.NO, Coming.LATE):
        nova.desk.told()
        nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session, coming))
        heard.append(newest_placement(nova, nova.boyana))

    assert heard == [Placement.EDIT, Placement.BOTTOM, Placement.EDIT, Placement.EDIT]


def test_a_manager_plans_and_sees_the_answers(nova: Nova) -> None:
    session = plans(nova, nova.maria)
    nova.desk.told()

    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session))

    card = nova.last(nova.maria, SessionCard)
    assert [(one.name, one.coming) for one in card.answers] == [("Vera", Coming.YES), ("Ilya", None)]


@pytest.mark.parametrize("who", ["vera", "stranger"])
def test_nobody_else_plans(nova: Nova, who: str) -> None:
    by = nova.by(nova.vera if who == "vera" else 99)

    assert nova.desk.refuses(planning.plan_session, planning.PlanSession(by=by)) == "not_allowed"


def test_a_mentor_of_another_group_neither_plans_nor_changes_nor_marks(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    other = nova.second_group()
    outsider = nova.desk.record.people.add(
        telegram_id=8, name="Olga", language=Language.EN, zone="UTC", now=nova.desk.now
    )
    nova.joins(other, outsider, Role.MENTOR)

    plan = planning.PlanSession(by=nova.by(outsider), group_id=nova.group.id)
    mark = attending.MarkSession(by=nova.by(outsider), session_id=session.id, held=True)

    assert nova.desk.refuses(planning.plan_session, plan) == "not_allowed"
    assert nova.desk.refuses(attending.open_session, of(nova, outsider, session)) == "not_allowed"
    assert nova.desk.refuses(attending.move_session, of(nova, outsider, session)) == "not_allowed"
    assert nova.desk.refuses(attending.cancel_session, of(nova, outsider, session)) == "not_allowed"
    assert nova.desk.refuses(attending.mark_session, mark) == "not_allowed"


def test_a_day_that_is_past_or_far_ahead_cannot_be_picked(nova: Nova) -> None:
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton)))
    chooses(nova, nova.anton, kind=SessionKind.FINAL)
    for day in (date(2026, 11, 22), date(2028, 1, 1)):
        choice = planning.Choose(by=nova.by(nova.anton), day=day)
        assert nova.desk.refuses(planning.choose, choice) == "too_late"


def test_a_button_of_an_earlier_step_or_a_second_tap_changes_nothing(nova: Nova) -> None:
    plans(nova, nova.anton)
    again = planning.Confirm(by=nova.by(nova.anton))
    assert nova.desk.refuses(planning.confirm, again) == "gone"

    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton)))
    early = planning.Choose(by=nova.by(nova.anton), hour=18)
    assert nova.desk.refuses(planning.choose, early) == "already_done"
    assert len(nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)) == 1


def test_whoever_leads_several_groups_chooses_one(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.anton, Role.MENTOR)

    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton)))

    question = nova.last(nova.anton, Planning)
    assert question.step is Step.GROUP
    assert [one.name for one in question.groups] == ["Nova", "Start"]


def test_the_group_that_was_chosen_last_is_offered_first(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.anton, Role.MENTOR)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=start.id))
    chooses(nova, nova.anton, kind=SessionKind.FINAL)
    chooses(nova, nova.anton, day=FRIDAY)
    chooses(nova, nova.anton, hour=18)
    chooses(nova, nova.anton, place=Place.CHAT)
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))

    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton)))

    assert [one.name for one in nova.last(nova.anton, Planning).groups] == ["Start", "Nova"]


def test_two_sessions_at_the_same_time_are_warned_of(nova: Nova) -> None:
    plans(nova, nova.anton)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton)))
    chooses(nova, nova.anton, kind=SessionKind.FINAL)
    chooses(nova, nova.anton, day=FRIDAY)
    chooses(nova, nova.anton, hour=18)

    chooses(nova, nova.anton, place=Place.CHAT)

    assert nova.last(nova.anton, Planning).clash


def test_an_answer_to_an_earlier_date_says_nothing(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    stale = replace(says_coming(nova, nova.vera, session), moves=3)

    assert nova.desk.does(attending.say_coming, stale) == Refused(why=Why.GONE)
    assert nova.last(nova.vera, SessionCard).mine is None
    assert nova.desk.refuses(attending.say_coming, says_coming(nova, nova.anton, session)) == "not_allowed"


def test_after_the_start_nobody_answers_moves_or_cancels(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=4, hours=7)
    begun = Refused(why=Why.SESSION_BEGUN)

    assert nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session)) == begun
    assert nova.desk.does(attending.move_session, of(nova, nova.anton, session)) == begun
    assert nova.desk.does(attending.cancel_session, of(nova, nova.anton, session)) == begun
    assert nova.desk.refuses(attending.confirm_cancelling, of(nova, nova.anton, session)) == "session_begun"
    assert nova.desk.record.prompts.of(nova.anton.telegram_id or 0, nova.desk.now) is None


def test_an_old_button_brings_its_card_up_to_date(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=4, hours=7)
    nova.desk.told()

    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session))
    nova.desk.does(attending.move_session, of(nova, nova.anton, session))

    assert not nova.last(nova.vera, SessionCard).can_answer
    nova.desk.does(attending.cancel_session, of(nova, nova.anton, session))
    leaders = nova.last(nova.anton, SessionCard)
    assert (leaders.can_change, leaders.asks_outcome) == (False, True)


def test_when_it_is_over_cards_lose_their_buttons_where_there_are_cards(nova: Nova) -> None:
    session = plans(nova, nova.maria)
    for person in (nova.anton, nova.vera, nova.maria):
        shows(nova, person, f"session:{session.id}", 50)
    unreachable(nova, nova.anton)
    passes(nova, days=4, hours=7)
    nova.desk.told()

    passes(nova, hours=1)

    told = {one.chat_id: one.notice for one in nova.desk.told()}
    mentees, managers = told.pop(4), told.pop(1)
    assert isinstance(mentees, EndedSessionCard)
    assert (mentees.can_answer, mentees.can_write_diary, mentees.broadcast) == (False, True, True)
    assert isinstance(managers, EndedSessionCard)
    assert (managers.can_change, managers.asks_outcome) == (False, True)
    assert {chat: type(notice) for chat, notice in told.items()} == {NOVA_CHAT: Board}
    assert nova.desk.record.people.by_id(nova.anton.id).missed == 0


def test_cancelling_needs_its_question_first_and_happens_once(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    assert nova.desk.refuses(attending.confirm_cancelling, of(nova, nova.anton, session)) == "gone"

    nova.desk.does(attending.cancel_session, of(nova, nova.anton, session))
    nova.desk.does(attending.confirm_cancelling, of(nova, nova.anton, session))

    assert nova.last(nova.vera, SessionCard).news is News.CANCELLED
    assert nova.desk.refuses(attending.confirm_cancelling, of(nova, nova.anton, session)) == "already_done"


def test_reminders_reach_whoever_is_there_and_has_not_declined(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session, Coming.NO))
    unreachable(nova, nova.boyana)
    nova.desk.told()

    passes(nova, days=3, hours=7)

    reminded = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, SessionReminder)]
    assert sorted(reminded) == [2, 5]
    assert nova.desk.record.people.by_id(nova.boyana.id).missed == 1


@pytest.mark.parametrize("cancels", [True, False])
def test_a_reminder_that_has_not_gone_out_is_taken_back_with_its_time(nova: Nova, *, cancels: bool) -> None:
    other, session = plans(nova, nova.boyana, hour=17), plans(nova, nova.anton)
    passes(nova, days=3, hours=6)
    passes(nova, hours=1)
    assert waiting_reminders(nova) == {session.id: 4, other.id: 4}

    if cancels:
        nova.desk.does(attending.cancel_session, of(nova, nova.anton, session))
        nova.desk.does(attending.confirm_cancelling, of(nova, nova.anton, session))
    else:
        nova.desk.does(attending.move_session, of(nova, nova.anton, session))
        chooses(nova, nova.anton, day=date(2026, 12, 4))
        chooses(nova, nova.anton, hour=18)
        nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))

    assert waiting_reminders(nova) == {other.id: 4}


def test_after_a_long_silence_only_what_is_still_worth_doing_is_done(nova: Nova) -> None:
    plans(nova, nova.anton)
    nova.desk.told()

    passes(nova, days=60)

    assert nova.desk.told() == []


def test_whoever_joins_late_is_reminded_too(nova: Nova) -> None:
    plans(nova, nova.anton)
    petya = nova.desk.record.people.add(
        telegram_id=9, name="Petya", language=Language.BG, zone="Europe/Sofia", now=nova.desk.now
    )
    nova.joins(nova.group, petya, Role.MENTEE)
    include_newcomer(nova.desk.record, nova.group, nova.desk.now)

    passes(nova, days=3, hours=7)

    nova.last(petya, SessionReminder)


def test_a_diary_goes_to_every_mentor_once(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=4, hours=9)
    nova.last(nova.vera, DiaryAsked)
    nova.desk.does(diary_keeping.write_diary, diary_of(nova, nova.vera, session))
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="We talked"))
    nova.desk.does(diary_keeping.send_diary, diary_of(nova, nova.vera, session))

    received = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, DiaryReceived)]
    assert received == [2, 3]
    assert nova.desk.refuses(diary_keeping.send_diary, diary_of(nova, nova.vera, session)) == "already_done"
    assert nova.desk.refuses(diary_keeping.write_diary, diary_of(nova, nova.vera, session)) == "already_done"


def test_the_session_s_card_no_longer_offers_a_diary_that_was_sent(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    shows(nova, nova.vera, f"session:{session.id}", 50)
    passes(nova, days=4, hours=9)
    assert nova.last(nova.vera, EndedSessionCard).can_write_diary
    nova.desk.does(diary_keeping.write_diary, diary_of(nova, nova.vera, session))
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="We talked"))
    nova.desk.does(diary_keeping.send_diary, diary_of(nova, nova.vera, session))

    assert not nova.last(nova.vera, EndedSessionCard).can_write_diary


def test_a_session_that_did_not_take_place_asks_nobody_for_a_diary(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    shows(nova, nova.vera, f"session:{session.id}", 50)
    passes(nova, days=4, hours=9)
    nova.desk.told()

    mark = attending.MarkSession(by=nova.by(nova.anton), session_id=session.id, held=False)
    nova.desk.does(attending.mark_session, mark)

    card = nova.last(nova.vera, EndedSessionCard)
    assert (card.session.state, card.can_write_diary) == (SessionState.NOT_HELD, False)


def test_a_diary_is_taken_up_where_it_stopped(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=4, hours=9)
    nova.desk.does(diary_keeping.write_diary, diary_of(nova, nova.vera, session))
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="We talked"))
    nova.desk.record.prompts.close(nova.vera.telegram_id or 0)

    passes(nova, days=1)

    assert nova.last(nova.vera, DiaryAsked).begun
    nova.desk.does(diary_keeping.write_diary, diary_of(nova, nova.vera, session))
    assert nova.last(nova.vera, DiaryQuestion).question is Question.LEARNED


def test_a_mark_is_a_number_from_one_to_five(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=4, hours=9)
    nova.desk.does(diary_keeping.write_diary, diary_of(nova, nova.vera, session))
    for question in QUESTIONS[:-1]:
        skip = diary_keeping.SkipQuestion(by=nova.by(nova.vera), session_id=session.id, question=question)
        nova.desk.does(diary_keeping.skip_question, skip)
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="very good"))

    assert nova.last(nova.vera, DiaryQuestion).misread
    mark = diary_keeping.MarkProgress(by=nova.by(nova.vera), session_id=session.id, mark=6)
    assert nova.desk.refuses(diary_keeping.mark_progress, mark) == "not_understood"


def test_nobody_writes_a_diary_that_is_not_theirs_or_not_yet(nova: Nova) -> None:
    session = plans(nova, nova.anton)

    assert nova.desk.refuses(diary_keeping.write_diary, diary_of(nova, nova.vera, session)) == "gone"
    passes(nova, days=4, hours=9)
    assert nova.desk.refuses(diary_keeping.write_diary, diary_of(nova, nova.anton, session)) == "not_allowed"
    assert nova.desk.refuses(diary_keeping.send_diary, diary_of(nova, nova.vera, session)) == "gone"
    passes(nova, days=40)
    assert nova.desk.refuses(diary_keeping.write_diary, diary_of(nova, nova.vera, session)) == "too_late"


def test_a_session_is_marked_once(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    mark = attending.MarkSession(by=nova.by(nova.anton), session_id=session.id, held=True)
    assert nova.desk.does(attending.mark_session, mark) == Refused(why=Why.ALREADY_DONE)
    passes(nova, days=4, hours=9)

    nova.desk.does(attending.mark_session, mark)

    kept = nova.desk.record.sessions.by_id(session.id)
    assert kept is not None
    assert kept.state is SessionState.HELD
    assert nova.desk.does(attending.mark_session, mark) == Refused(why=Why.ALREADY_DONE)


def test_the_list_shows_what_is_next_first(nova: Nova) -> None:
    plans(nova, nova.anton)
    plans(nova, nova.anton, day=date(2026, 11, 25))
    nova.desk.does(attending.open_sessions, attending.OpenSessions(by=nova.by(nova.vera)))

    listed = nova.last(nova.vera, SessionList)

    assert [one.number for one in listed.ahead] == [2, 1]
    assert not listed.can_plan


def test_a_digest_comes_every_monday_and_never_twice(nova: Nova) -> None:
    digesting.plan_next(nova.desk.record, nova.maria, nova.desk.now)
    digesting.plan_next(nova.desk.record, nova.maria, nova.desk.now)
    told = []
    for _ in range(15):
        passes(nova, days=1)
        told += [one for one in nova.desk.told() if isinstance(one.notice, Digest)]

    assert len(told) == 2


def test_a_manager_without_a_planned_digest_gets_one(nova: Nova) -> None:
    digesting.plan_missing(nova.desk.record, nova.desk.now)
    assert nova.desk.record.digests.without_appointment(nova.desk.now) == []

    passes(nova, days=7)

    nova.last(nova.maria, Digest)


def test_another_programme_s_manager_sees_and_nudges_nothing_here(nova: Nova) -> None:
    plans(nova, nova.anton)
    record = nova.desk.record
    other = record.programmes.add(name="Q", organisation="R", language=Language.EN, zone="UTC", now=nova.desk.now)
    stoyan = record.people.add(telegram_id=9, name="Stoyan", language=Language.EN, zone="UTC", now=nova.desk.now)
    record.managers.add(stoyan.id, other.id, nova.desk.now)

    nova.desk.does(digesting.read_status, digesting.ReadStatus(by=nova.by(stoyan)))

    assert nova.last(stoyan, Digest).groups == 0
    nudge = digesting.Nudge(by=nova.by(stoyan), group_id=nova.group.id)
    assert nova.desk.refuses(digesting.nudge_diaries, nudge) == "not_allowed"
    assert nova.desk.refuses(digesting.nudge_review, nudge) == "not_allowed"


def test_nudging_twice_a_day_writes_to_people_once(nova: Nova) -> None:
    plans(nova, nova.anton)
    passes(nova, days=5)
    nova.desk.told()
    nudge = digesting.Nudge(by=nova.by(nova.maria), group_id=nova.group.id)

    nova.desk.does(digesting.nudge_diaries, nudge)
    nova.desk.does(digesting.nudge_diaries, nudge)

    asked = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, DiaryAsked)]
    assert sorted(asked) == [4, 5]
