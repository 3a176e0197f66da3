"""A session of Nova in its chat, whose time has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.ids import PersonId
from mentoring.sessions import Place, Session, SessionKind
from mentoring.use_cases import holding
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    made = a_nova(desk)
    desk.record.groups.save(replace(made.group, sees_messages=True))
    return made


@pytest.fixture
def session(nova: Nova) -> Session:
    return a_session(nova)


def a_session(nova: Nova, *, place: Place = Place.CHAT) -> Session:
    now = nova.desk.now
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=now,
        ends_at=now + timedelta(hours=1),
        wall_time=now.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=place,
        address="",
        planned_by=PersonId(1),
        now=now,
    )


def begins(nova: Nova, session: Session) -> None:
    by = nova.by(nova.anton, chat=NOVA_CHAT, pressed=7)
    nova.desk.does(holding.begin_session, holding.BeginSession(by=by, session_id=session.id))


def ends(nova: Nova, session: Session) -> None:
    by = nova.by(nova.anton, chat=NOVA_CHAT, pressed=7)
    nova.desk.does(holding.end_session, holding.EndSession(by=by, session_id=session.id))
