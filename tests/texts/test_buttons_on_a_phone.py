"""What stands on buttons is read whole on a narrow phone."""

from __future__ import annotations

from dataclasses import replace

from handlers.buttons.sessions import MySessions
from handlers.keyboards import inline
from mentoring.notices.sessions import SessionList
from tests.texts.test_plan_field_screens import SESSION, labels, shown


def test_two_labels_of_which_a_phone_would_cut_one_stand_below_each_other() -> None:
    long, short = ("🚫 Cancel the session", MySessions()), ("🏠 Home", MySessions())
    rows = inline([long, short], [short, short])["inline_keyboard"]
    assert isinstance(rows, list)
    assert [len(row) for row in rows] == [1, 1, 2]


def test_the_list_of_sessions_names_the_group_only_where_there_are_several() -> None:
    one = SessionList(ahead=(SESSION,), past=(), can_plan=False)
    several = replace(one, past=(replace(SESSION, group="Orion"),))

    assert "Nova" not in labels(shown(one))[0]
    first, second, *_ = labels(shown(several))
    assert ("Nova" in first, "Orion" in second) == (True, True)
