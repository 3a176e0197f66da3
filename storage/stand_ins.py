"""The part of a question that is the same wherever it matters who stands in for whom now."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, exists, or_

from mentoring.people import MembershipState, Role
from storage.schema import Instant
from storage.tables.life import absences
from storage.tables.people import groups, managers, memberships

NOW = bindparam("now", type_=Instant())
LASTS = and_(absences.c.ended_at.is_(None), absences.c.begins_at <= NOW, absences.c.ends_at > NOW)
_mentors, _managers, _groups = memberships.alias(), managers.alias(), groups.alias()
_LEADS = (
    exists()
    .select_from(_mentors.join(_groups, _groups.c.id == _mentors.c.group_id))
    .where(
        _mentors.c.person_id == absences.c.deputy_id,
        _mentors.c.role == Role.MENTOR,
        _mentors.c.state == MembershipState.ACTIVE,
        _groups.c.programme_id == absences.c.programme_id,
    )
    .correlate(absences)
)
_MANAGES = (
    exists()
    .where(_managers.c.person_id == absences.c.deputy_id, _managers.c.programme_id == absences.c.programme_id)
    .correlate(absences)
)
_IS_STILL_MENTOR = (
    exists()
    .where(
        _mentors.c.person_id == absences.c.absent_id,
        _mentors.c.group_id == absences.c.group_id,
        _mentors.c.role == Role.MENTOR,
        _mentors.c.state == MembershipState.ACTIVE,
    )
    .correlate(absences)
)
_IS_STILL_MANAGER = (
    exists()
    .where(_managers.c.person_id == absences.c.absent_id, _managers.c.programme_id == absences.c.programme_id)
    .correlate(absences)
)
#: Whoever has lost their own place in the programme stands in for nobody there, and nobody for them.
OF_A_MENTOR = and_(LASTS, absences.c.role == Role.MENTOR, _IS_STILL_MENTOR, or_(_LEADS, _MANAGES))
OF_A_MANAGER = and_(LASTS, absences.c.role == Role.MANAGER, _IS_STILL_MANAGER, absences.c.deputy_id.is_not(None))
STANDS_IN = or_(OF_A_MENTOR, OF_A_MANAGER)
