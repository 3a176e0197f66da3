"""The session plan goes out on paper and comes back: what nobody touched changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from doc_templates.filling import fill
from doc_templates.kit import template
from doc_templates.orders import Identity
from doc_templates.plans.filled import read_plan
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.papers import PaperLanguage
from mentoring.people import Role
from mentoring.plan_reading.differences import Difference, differences
from mentoring.plan_reading.matching import matched
from mentoring.plan_reading.rows import is_asked, understood
from mentoring.printed import Known, Meeting, NamedPerson
from mentoring.sessions import Place, Session, SessionKind, SessionState, Stage, is_over
from texts.form_facts import facts

if TYPE_CHECKING:
    from pathlib import Path

ZONE = "Europe/Sofia"
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo(ZONE))
FIRST = Session(
    id=SessionId(1),
    group_id=GroupId(1),
    number=1,
    kind=SessionKind.INITIAL,
    starts_at=datetime(2026, 11, 2, 16, 0, tzinfo=UTC),
    ends_at=datetime(2026, 11, 2, 17, 0, tzinfo=UTC),
    wall_time="2026-11-02T18:00:00",
    zone=ZONE,
    place=Place.FACE_TO_FACE,
    address="Зала 4",
    state=SessionState.HELD,
    moves=0,
    planned_by=PersonId(1),
    created_at=NOW,
)
SECOND = replace(
    FIRST,
    id=SessionId(2),
    number=3,
    kind=SessionKind.MONITORING,
    stage=Stage.MID_TERM,
    starts_at=datetime(2026, 12, 5, 8, 30, tzinfo=UTC),
    ends_at=datetime(2026, 12, 5, 9, 30, tzinfo=UTC),
    wall_time="2026-12-05T10:30:00",
    place=Place.VIDEO,
    address="https://meet.google.com/abc",
    state=SessionState.PLANNED,
    moves=1,
    topic="Автобиография",
    aim="Чернова",
    goals="Работа",
    preparation="Прочетете примера",
    homework="Напишете писмо",
    documents="T06 T07",
    responsible="",
)
CANCELLED = replace(SECOND, id=SessionId(3), number=2, state=SessionState.CANCELLED, topic="", aim="")
IN_SUMMER = SECOND.starts_at + timedelta(days=290)
FAR = replace(
    SECOND,
    id=SessionId(4),
    number=4,
    starts_at=IN_SUMMER,
    ends_at=IN_SUMMER + timedelta(hours=1),
    topic="",
    stage=Stage.FINAL,
)
ALL = (FIRST, CANCELLED, SECOND, FAR)


def meeting(session: Session) -> Meeting:
    of_the_plan = ("topic", "aim", "goals", "preparation", "homework", "documents", "responsible", "moves", "stage")
    return Meeting(
        number=session.number,
        kind=session.kind,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        address=session.address,
        state=session.state,
        over=is_over(session, NOW),
        **{name: getattr(session, name) for name in of_the_plan},
    )


def printed(language: PaperLanguage) -> bytes:
    known = Known(
        programme="Steps",
        organisation="Hope",
        zone=ZONE,
        on=date(2026, 11, 23),
        group="Nova",
        members=(NamedPerson(name="Anton", role=Role.MENTOR),),
        plan=tuple(meeting(one) for one in ALL),
    )
    return fill(template("T05", language), facts("T05", known, language), Identity(code="T05", language=language))


@pytest.mark.parametrize("language", [PaperLanguage.EN, PaperLanguage.BG])
def test_a_plan_that_nobody_touched_asks_and_changes_nothing(language: PaperLanguage, tmp_path: Path) -> None:
    file = tmp_path / "T05.docx"
    file.write_bytes(printed(language))

    found = matched(understood(read_plan(file).rows, NOW), ALL, ZONE)

    assert [is_asked(one.row) for one in found] == [()] * 4
    assert [one.difference for one in differences(found, ZONE, NOW, usual="Anton")] == [
        Difference.SAME,
        Difference.NEVER_PLANNED,
        Difference.SAME,
        Difference.SAME,
    ]
