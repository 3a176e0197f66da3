"""What can be chosen by button for one field of a session's plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from mentoring import plan_fields, topics
from mentoring.kit import Per
from mentoring.people import Role
from mentoring.places import HERE
from mentoring.plan_fields import BETWEEN, KINDS, LENGTHS, PlanField, PlanOption, key_of
from mentoring.sessions import Place
from mentoring.use_cases.kits import kit_of_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.groups import Group
    from mentoring.people import Language
    from mentoring.ports import Record
    from mentoring.sessions import SessionKind

A_PAGE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """`value` is what the plan will say; `label` what the button says, empty where `key` says it."""

    key: int
    value: str
    label: str = ""


def choices(
    record: Record, group: Group, kind: SessionKind | None, field: PlanField, language: Language
) -> Sequence[Choice]:
    """`language` is the reader's; what goes into the plan is in the group's."""
    match field:
        case PlanField.TOPIC:
            listed = topics.of_programme(record.programmes.by_id(group.programme_id), record.rules)
            fitting = topics.fitting(listed, kind)
            return _worded(one.said(group.language) for one in fitting)
        case PlanField.GOALS:
            return _worded(group.goals.splitlines())
        case PlanField.DOCUMENTS:
            due = (one for one in kit_of_group(record, group).in_use if one.per is not Per.NOBODY)
            return [Choice(key=key_of(one.code), value=one.code, label=one.title(language)) for one in due]
        case PlanField.RESPONSIBLE:
            return _worded(_people(record, group))
        case PlanField.LENGTH:
            return [Choice(key=one, value=str(one)) for one in LENGTHS]
        case PlanField.PLACE:
            return [Choice(key=number, value=one.value) for number, one in enumerate(Place, 1)]
        case PlanField.KIND:
            return [Choice(key=number, value=str(number)) for number, _ in enumerate(KINDS, 1)]
        case PlanField.AIM | PlanField.PREPARATION | PlanField.HOMEWORK:
            return []
        case _:
            assert_never(field)


def _worded(words: Iterable[str]) -> Sequence[Choice]:
    said = dict.fromkeys(one.strip() for one in words)
    return [Choice(key=key_of(one), value=one, label=one) for one in said if one]


def _people(record: Record, group: Group) -> Iterable[str]:
    """Mentors, then mentees, then whoever manages."""
    there = [one for one in record.memberships.of_group(group.id) if one.state in HERE]
    yield from (one.name for one in there if one.role is Role.MENTOR)
    yield from (one.name for one in there if one.role is Role.MENTEE)
    yield from (one.name for one in record.managers.appointed(group.programme_id))


def shown(found: Sequence[Choice], said: str, field: PlanField) -> tuple[PlanOption, ...]:
    """`said` is what the plan says now."""
    chosen = {*plan_fields.parts(said, field)} if field in BETWEEN else {said}
    return tuple(PlanOption(key=one.key, words=one.label, chosen=one.value in chosen) for one in found)


def on_page(found: Sequence[Choice], page: int) -> Sequence[Choice]:
    return found[page * A_PAGE : (page + 1) * A_PAGE]


def pages_of(found: Sequence[object]) -> int:
    return max(1, -(-len(found) // A_PAGE))
