"""Which button typed words mean, and which buttons are never pressed by words."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.buttons.common import HelpButton, HomeButton
from handlers.buttons.groups import RenewLinkButton
from handlers.buttons.joining import AgreeButton, DisagreeButton
from handlers.buttons.plan_drafts import DropDraft, PickRowDay, TakeDraft, TurnRowPage
from handlers.buttons.sessions import CancelSession, SayComing
from handlers.buttons.submissions import Withdraw
from handlers.codec import Button, pack
from handlers.keyboards import inline
from handlers.message import Content
from handlers.typed import Key, by_label, by_number_or_answer, door_called, keys, needs_a_press
from mentoring.ids import SessionId, SubmissionId
from mentoring.people import Role
from mentoring.plan_readings import PlanReadingId
from mentoring.sessions import Coming

COMING, NOT_COMING = (SayComing(session_id=SessionId(1), moves=0, coming=one) for one in (Coming.YES, Coming.NO))


def card(**labels: Button) -> list[Key]:
    return [Key(labels=(label.replace("_", " "),), data=pack(button)) for label, button in labels.items()]


def test_a_label_is_known_in_each_language_and_without_what_it_adds_in_brackets() -> None:
    english = Content(
        text="", reply_markup=inline([("Take it back (until 11:10)", HomeButton()), ("Help", HelpButton())])
    )
    bulgarian = Content(text="", reply_markup=inline([("Отмяна (до 11:10)", HomeButton())]))
    of = keys([english, bulgarian])

    for typed in ("take it back", "otmqna", "Отмяна (до 11:10)"):
        found = by_label(typed, of)
        assert found is not None
        assert found.data == pack(HomeButton())


def test_two_buttons_of_one_name_are_not_guessed_between() -> None:
    of = [Key(labels=("Vera",), data="a"), Key(labels=("Вера",), data="b")]

    assert by_label("vera", of) is None


@pytest.mark.parametrize(("typed", "number"), [("1", 0), (" 2 ", 1), ("3", None), ("0", None), ("-1", None)])
def test_a_number_is_the_button_that_stands_there(typed: str, number: int | None) -> None:
    of = card(Home=HomeButton(), Help=HelpButton())

    assert by_number_or_answer(typed, of) == (None if number is None else of[number])


@pytest.mark.parametrize(("typed", "button"), [("да", COMING), ("ne", NOT_COMING), ("👍", COMING), ("maybe", None)])
def test_yes_and_no_answer_what_is_asked(typed: str, button: Button | None) -> None:
    found = by_number_or_answer(typed, card(Coming=COMING, Cannot=NOT_COMING, Home=HomeButton()))

    assert (found and found.data) == (button and pack(button))


def test_no_is_the_other_one_of_two() -> None:
    of = card(Remove=CancelSession(session_id=SessionId(1), sure=True), Keep=HomeButton())

    assert by_number_or_answer("no", of) == of[1]
    assert by_number_or_answer("no", card(Agree=AgreeButton(), No_thanks=DisagreeButton())) is not None
    assert by_number_or_answer("yes", card(Home=HomeButton(), Help=HelpButton())) is None


def test_what_cannot_be_taken_back_needs_the_button_or_its_very_name() -> None:
    [withdraw] = card(Take_it_back=Withdraw(submission_id=SubmissionId(1), version=1))
    [renew] = card(New_link=RenewLinkButton(group_id=1, role=Role.MENTEE))
    [remove] = card(Yes_remove=CancelSession(session_id=SessionId(1), sure=True))
    [ask] = card(Remove=CancelSession(session_id=SessionId(1), sure=False))

    assert needs_a_press(withdraw, "take it back")
    assert needs_a_press(renew, "new link")
    assert needs_a_press(remove, "yes")
    assert not needs_a_press(remove, "yes, remove!")
    assert not needs_a_press(ask, "remove")


def test_doors_can_be_called_at_any_time() -> None:
    for typed in ("Помощ", "help", "pomo6t", "човек"):
        assert door_called(typed) is not None
    assert door_called("добро утро") is None


def test_a_proposed_plan_is_taken_and_put_away_with_a_word() -> None:
    take, drop = TakeDraft(reading_id=PlanReadingId(1)), DropDraft(reading_id=PlanReadingId(1))
    of = card(Plan_all_of_it=take, No_plan=drop)

    said = [by_number_or_answer(word, of) for word in ("да", "не", "+")]

    assert [one and one.data for one in said] == [pack(take), pack(drop), pack(take)]


def test_the_headings_of_a_calendar_are_no_keys() -> None:
    day = date(2026, 12, 1)
    heading = TurnRowPage(reading_id=PlanReadingId(1), row=1, day=day)
    picked = PickRowDay(reading_id=PlanReadingId(1), row=1, day=day)
    shown = Content(text="", reply_markup=inline([("Tue", heading)], [("1", picked)]))

    assert [key.data for key in keys([shown])] == [pack(picked)]
