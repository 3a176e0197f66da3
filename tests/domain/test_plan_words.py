"""Kinds, ways to meet and states of sessions in the words of plans, and hours beside a day."""

from __future__ import annotations

import pytest

from mentoring.plan_reading.clocks import taken_out
from mentoring.plan_reading.words import kind_in, mode_in, status_in
from mentoring.plan_rows import Doubt, RowStatus
from mentoring.sessions import Place, SessionKind


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Initial", SessionKind.INITIAL),
        ("първа среща", SessionKind.INITIAL),
        ("Employability", SessionKind.EMPLOYABILITY),
        ("заетост", SessionKind.EMPLOYABILITY),
        ("предприемачество / entrepreneurship", SessionKind.ENTREPRENEURSHIP),
        ("mid-term monitoring", SessionKind.MONITORING),
        ("заключителна", SessionKind.FINAL),
        ("initial monitoring", SessionKind.MONITORING),
        ("Мониторинг (заключителен)", SessionKind.MONITORING),
        ("final session, monitoring", None),
        ("заетост?", None),
        ("party", None),
        ("", None),
    ],
)
def test_kinds(said: str, meant: SessionKind | None) -> None:
    cell = kind_in(said)
    assert (cell.value, cell.doubt is None) == (meant, meant is not None)


@pytest.mark.parametrize(
    ("said", "place", "meant"),
    [
        ("face-to-face", "", Place.FACE_TO_FACE),
        ("присъствено", "Зала 4", Place.FACE_TO_FACE),
        ("видеоразговор", "", Place.VIDEO),
        ("Zoom", "", Place.VIDEO),
        ("чат", "", Place.CHAT),
        ("online", "https://zoom.us/j/1", Place.VIDEO),
        ("", "https://meet.google.com/abc", Place.VIDEO),
        ("онлайн", "", None),
        ("online", "https://t.me/x и https://zoom.us/j/1", None),
        ("присъствено или видео", "", None),
        ("hybrid", "https://zoom.us/j/1", None),
        ("phone", "", None),
        ("", "Зала 4", None),
    ],
)
def test_ways_to_meet(said: str, place: str, meant: Place | None) -> None:
    cell = mode_in(said, place)
    assert (cell.value, cell.doubt is None) == (meant, meant is not None)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", RowStatus.PLANNED),
        ("предстои", RowStatus.PLANNED),
        ("held", RowStatus.HELD),
        ("проведена", RowStatus.HELD),
        ("не е проведена", RowStatus.NOT_HELD),
        ("непроведена", RowStatus.NOT_HELD),
        ("not held", RowStatus.NOT_HELD),
        ("преместена", RowStatus.MOVED),
        ("отменена", RowStatus.CANCELLED),
        ("cancelled", RowStatus.CANCELLED),
        ("held or cancelled", None),
        ("☹", None),
    ],
)
def test_states(said: str, meant: RowStatus | None) -> None:
    assert status_in(said).value is meant


def test_every_value_is_understood_as_itself() -> None:
    """What was chosen by a button is kept as the word of its value."""
    assert [kind_in(one.value).value for one in SessionKind] == list(SessionKind)
    assert [mode_in(one.value, "").value for one in Place] == list(Place)
    assert [status_in(one.value).value for one in RowStatus] == list(RowStatus)


def test_online_is_asked_between_a_video_and_a_chat() -> None:
    cell = mode_in("онлайн", "")
    assert (cell.doubt, cell.choices) == (Doubt.AMBIGUOUS, (Place.VIDEO, Place.CHAT))


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("5.12.2026 18:00–19:30", "18:00–19:30"),
        ("5.12.2026 в 18.30 ч.", "в 18.30 ч."),
        ("Sat 5 Dec, 6 pm", "6 pm"),
        ("5 декември, 18 ч.", "18 ч."),
        ("5 May at 6", "at 6"),
        ("5.12.2026", ""),
        ("5.12 18.30", ""),
    ],
)
def test_hours_beside_a_day(said: str, hours: str) -> None:
    assert taken_out(said)[1].strip() == hours
