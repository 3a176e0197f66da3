"""A group for trying things out, and its end: everything of it goes with one confirmation, nothing of any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId
from mentoring.notices.programmes import ConfirmWipe, Wiped
from mentoring.people import MembershipState
from mentoring.refusals import Refusal, Why
from mentoring.trial_groups import SAMPLES, free_name
from mentoring.use_cases import group_cards, programme_cards, unbinding
from mentoring.use_cases.groups import managed

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeTrialGroup:
    by: Acting
    programme_id: int


def make_trial_group(record: Record, command: MakeTrialGroup, now: datetime) -> None:
    manager, programme = programme_cards.managed(record, command.by, command.programme_id)
    language = manager.language
    name = free_name(language, [one.name for one in record.groups.of_programme(programme.id)])
    group = record.groups.add(programme_id=programme.id, name=name, language=language, now=now)
    for role, samples in SAMPLES[language].items():
        for sample in samples:
            record.memberships.expect(group_id=group.id, role=role, name=sample, now=now)
    record.happenings.add(HappeningKind.TRIAL_MADE, now=now, group_id=group.id, by_id=manager.id)
    record.prompts.close(command.by.telegram_id)
    group_cards.show(record, command.by, group, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wipe:
    """`sure` once its manager has read what goes."""

    by: Acting
    group_id: GroupId
    sure: bool


def wipe(record: Record, command: Wipe, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    if not record.trial_groups.is_trial(group.id):
        raise Refusal(Why.NOT_ALLOWED)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    if not command.sure:
        return notices.answer(record, command.by, manager, _question(record, group))
    record.trial_groups.wipe(unbinding.part(record, group, manager, now, moves=False))
    record.prompts.close(command.by.telegram_id)
    return notices.answer(record, command.by, manager, Wiped(name=group.name))


def _question(record: Record, group: Group) -> ConfirmWipe:
    there = [one for one in record.memberships.of_group(group.id) if one.state is not MembershipState.MOVED]
    return ConfirmWipe(group_id=group.id, name=group.name, people=len(there), sent=record.trial_groups.sent(group.id))
