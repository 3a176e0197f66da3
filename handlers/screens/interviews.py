"""How talks look: whom with, one question, what was agreed, and all that was noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.buttons import interviews as buttons
from handlers.buttons.groups import GroupButton
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens import forms
from handlers.screens.doors import way_home
from mentoring.ids import GroupId, InterviewId, MembershipId, PersonId
from mentoring.interviews import AGREED, WHEN, WHO, InterviewKind, Rating
from mentoring.notices import interviews as told
from mentoring.use_cases.interviewing import Go
from texts import interview_buttons as labels
from texts import interviews as words
from texts.groups import back_button

if TYPE_CHECKING:
    from datetime import date

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: With the keys below them this stays under Telegram's hundred.
_MOST_PEOPLE = 80
_WIDEST = (40, 15)
_NAME = 36
#: What is offered for “by when”, beside typing.
_SOON = (timedelta(days=7), timedelta(days=14), timedelta(days=30))


def talks(notice: told.Talks, say: Say) -> Content:
    session = notice.session_id
    people: Row = [
        (
            f"{words.sign(one)} {one.name[:_NAME]}",
            buttons.TalkWithButton(membership_id=MembershipId(one.membership_id), session_id=session, anew=False),
        )
        for one in notice.lines[:_MOST_PEOPLE]
    ]
    final: Row = [
        (labels.final_button(say), buttons.DiscussButton(group_id=GroupId(notice.group_id), session_id=session))
    ]
    back: Row = [(back_button(say), GroupButton(group_id=notice.group_id)), *way_home(say)]
    return Content(text=words.talks(say, notice), reply_markup=inline(*packed(people, widest=_WIDEST), final, back))


def question(notice: told.TalkQuestion, say: Say) -> Content:
    of = InterviewId(notice.talk.interview_id)
    colours: Row = [
        (
            f"{words.SIGNS[one]} ✓" if one is notice.rating else words.SIGNS[one],
            buttons.RateButton(interview_id=of, place=notice.place, rating=one),
        )
        for one in Rating
    ]
    rated = [] if notice.talk.kind is InterviewKind.FINAL else [colours]
    skip = labels.skip_question_button(say, answered=bool(notice.said or notice.rating))
    onward: Row = [(skip, _step(notice, Go.SKIP, notice.place))]
    return Content(
        text=words.question(say, notice),
        reply_markup=inline(*rated, [*_back(notice, say, notice.place), *onward], _stop(notice, say, notice.place)),
    )


def _step(notice: told.AboutTalk, go: Go, place: int) -> buttons.TalkStepButton:
    return buttons.TalkStepButton(interview_id=InterviewId(notice.talk.interview_id), place=place, go=go)


def _back(notice: told.AboutTalk, say: Say, place: int) -> Row:
    return [(labels.back_one_button(say), _step(notice, Go.BACK, place))] if place > 0 else []


def _stop(notice: told.AboutTalk, say: Say, place: int) -> Row:
    return [(labels.stop_button(say), _step(notice, Go.STOP, place))]


def agreed(notice: told.TalkAgreed, say: Say) -> Content:
    of = InterviewId(notice.talk.interview_id)
    whom: Row = [
        (one.name[:_NAME], buttons.TalkWhoButton(interview_id=of, person_id=PersonId(one.person_id)))
        for one in (notice.helpers if notice.step == WHO else ())
    ]
    days = _days(notice) if notice.step == WHEN else ()
    until: Row = [(labels.until_button(say, one), buttons.TalkWhenButton(interview_id=of, day=one)) for one in days]
    is_noted = {AGREED: notice.agreed.action, WHO: notice.agreed.who, WHEN: notice.agreed.until}[notice.step]
    nothing = labels.nothing_agreed_button(say) if notice.step == AGREED else labels.leave_open_button(say)
    label = labels.skip_question_button(say, answered=True) if is_noted else nothing
    onward: Row = [(label, _step(notice, Go.SKIP, notice.place))]
    return Content(
        text=words.agreed(say, notice),
        reply_markup=inline(
            *packed([*whom, *until], widest=_WIDEST),
            [*_back(notice, say, notice.place), *onward],
            _stop(notice, say, notice.place),
        ),
    )


def _days(notice: told.TalkAgreed) -> tuple[date, ...]:
    return notice.offered or tuple(notice.today + one for one in _SOON)


def overall(notice: told.TalkOverall, say: Say) -> Content:
    of = InterviewId(notice.talk.interview_id)
    colours: list[Row] = [
        [(words.rating_button(say, one), buttons.RateButton(interview_id=of, place=notice.place, rating=one))]
        for one in Rating
    ]
    last: Row = [*_back(notice, say, notice.place), *_stop(notice, say, notice.place)]
    return Content(text=words.overall(say, notice), reply_markup=inline(*colours, last))


def summary(notice: told.TalkSummary, say: Say) -> Content:
    of = InterviewId(notice.talk.interview_id)
    finish: Row = [(labels.finish_button(say), buttons.FinishTalkButton(interview_id=of))]
    take: Row = [(labels.sheet_button(say), buttons.TalkSheetButton(interview_id=of, files=False))]
    file: Row = [(labels.file_button(say), buttons.TalkSheetButton(interview_id=of, files=True))]
    correct: Row = [(labels.correct_button(say), buttons.CorrectTalkButton(interview_id=of))]
    rows = [
        finish if notice.done_at is None else [],
        take if notice.has_form else [],
        file if notice.can_file else [],
        correct,
        _again(notice, say),
        _to_all(notice, say),
    ]
    return Content(text=words.summary(say, notice), reply_markup=inline(*rows))


def _again(notice: told.TalkSummary, say: Say) -> Row:
    if notice.done_at is None or notice.membership_id is None:
        return []
    again = buttons.TalkWithButton(membership_id=MembershipId(notice.membership_id), session_id=0, anew=True)
    return [(labels.again_button(say), again)]


def _to_all(notice: told.AboutTalk, say: Say) -> Row:
    of = GroupId(notice.talk.group_id)
    return [(labels.all_talks_button(say), buttons.TalksButton(group_id=of, session_id=0)), *way_home(say)]


def to_correct(notice: told.TalkToCorrect, say: Say) -> Content:
    of = InterviewId(notice.talk.interview_id)
    rows: list[Row] = [
        [(words.step_button(say, one, place + 1), buttons.GoToButton(interview_id=of, place=place))]
        for place, one in enumerate(notice.questions)
        if one not in {WHO, WHEN}
    ]
    back: Row = [(back_button(say), buttons.GoToButton(interview_id=of, place=len(notice.questions)))]
    return Content(text=words.to_correct(say, notice), reply_markup=inline(*rows, back))


def stopped(notice: told.TalkStopped, say: Say) -> Content:
    again = buttons.GoToButton(interview_id=InterviewId(notice.talk.interview_id), place=-1)
    onward: Row = [(labels.go_on_button(say), again)]
    return Content(text=words.stopped(say, notice), reply_markup=inline(onward, _to_all(notice, say)))


def sheet(notice: told.TalkSheet, say: Say) -> Content:
    """As the form is sent elsewhere, but for what is said of it: nobody has to fill it in."""
    return replace(forms.sent(notice.sheet, say), text=words.sheet(say, notice), reply_markup=None)


SCREENS: Screens = {
    told.Talks: talks,
    told.TalkQuestion: question,
    told.TalkAgreed: agreed,
    told.TalkOverall: overall,
    told.TalkSummary: summary,
    told.TalkToCorrect: to_correct,
    told.TalkStopped: stopped,
    told.TalkSheet: sheet,
}
