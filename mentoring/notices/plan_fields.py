"""What the plan says of one session, field by field, for whoever leads it."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen
from mentoring.plan_fields import PlanField, PlanOption


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionPlan(Notice):
    """`fields` are those that can be changed now."""

    session: SessionSeen
    fields: tuple[PlanField, ...]
    aim: str = ""
    goals: str = ""
    responsible: str = ""
    changed: bool = False

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPlanField(Notice):
    """One page of `options`; `said` is what the plan says now. `misread` when typed words were no answer."""

    session: SessionSeen
    field: PlanField
    said: str = ""
    options: tuple[PlanOption, ...] = ()
    page: int = 0
    pages: int = 1
    misread: bool = False

    def card(self) -> str:
        return "home"
