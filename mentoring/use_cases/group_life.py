"""The manager's questions about a whole group: each says what follows, may be given a reason, and is meant or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import group_deeds, names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.group_deeds import GroupDeed, GroupDraft, Step
from mentoring.groups import GroupState
from mentoring.ids import GroupId, MembershipId
from mentoring.notices.group_life import (
    AskGroupDeed,
    AskSplitName,
    ChooseMerge,
    ChooseSplit,
    GroupLife,
    MergeChoice,
    SplitLine,
)
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import finishing, group_cards, merging
from mentoring.use_cases.deeds import LONGEST_REASON
from mentoring.use_cases.finishing import Decided
from mentoring.use_cases.groups import managed
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.notices import Notice
    from mentoring.people import Membership
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenGroupLife:
    by: Acting
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAboutGroup:
    """`into_id` is chosen for a merge."""

    by: Acting
    group_id: GroupId
    deed: GroupDeed
    into_id: GroupId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PickForSplit:
    """One more goes along, or stays; None when all are picked."""

    by: Acting
    group_id: GroupId
    membership_id: MembershipId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmGroupDeed:
    by: Acting
    group_id: GroupId
    deed: GroupDeed


def open_group_life(record: Record, command: OpenGroupLife, _: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    record.prompts.close(command.by.telegram_id)
    deeds = group_deeds.deeds_open(group)
    _answer(record, command.by, GroupLife(group_id=group.id, name=group.name, state=group.state, deeds=deeds))


def ask_about_group(record: Record, command: AskAboutGroup, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    group_deeds.check(group, command.deed)
    draft = GroupDraft(group_id=group.id, deed=command.deed, into_id=command.into_id)
    if command.deed is GroupDeed.SPLIT:
        return _ask_split_name(record, command.by, group, replace(draft, step=Step.NAME), now)
    if command.deed is GroupDeed.MERGE:
        if command.into_id is None:
            return _choose_merge(record, command.by, group)
        into = managed(record, command.by, command.into_id, Act.MANAGE_GROUP)
        people, there = record.memberships.of_group(group.id), record.memberships.of_group(into.id)
        group_deeds.check_merge(group, into, people, there)
    return _ask(record, command.by, group, draft, now)


def pick_for_split(record: Record, command: PickForSplit, now: datetime) -> None:
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    draft = _open(record, command.by, now)
    if draft is None or draft.group_id != group.id or draft.step is not Step.PICK:
        raise Refusal(Why.GONE)
    if command.membership_id is None:
        if not draft.picked:
            raise Refusal(Why.NOBODY_PICKED)
        return _ask(record, command.by, group, replace(draft, step=Step.REASON), now)
    if command.membership_id not in {one.id for one in _movable(record, group)}:
        raise Refusal(Why.GONE)
    picked = draft.picked ^ {command.membership_id}
    return _choose_split(record, command.by, group, replace(draft, picked=picked), now)


def words_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    draft = group_deeds.read(prompt)
    group = managed(record, by, draft.group_id, Act.MANAGE_GROUP)
    match draft.step:
        case Step.NAME:
            _name_typed(record, by, group, replace(draft, name=names.cleaned(text)), now)
        case Step.PICK:
            _choose_split(record, by, group, draft, now)
        case _:
            _reason_typed(record, by, draft, text, now)


def confirm_group_deed(record: Record, command: ConfirmGroupDeed, now: datetime) -> None:
    """The open question says what was asked; a button of an earlier one is no longer there."""
    group = managed(record, command.by, command.group_id, Act.MANAGE_GROUP)
    draft = _open(record, command.by, now)
    if draft is None or draft.step is not Step.REASON or (draft.group_id, draft.deed) != (group.id, command.deed):
        raise Refusal(Why.GONE)
    group_deeds.check(group, draft.deed)
    manager = record.people.by_telegram_id(command.by.telegram_id)
    if manager is None:
        raise Refusal(Why.NOT_ALLOWED)
    decided = Decided(draft=draft, by=manager)
    match draft.deed:
        case GroupDeed.COMPLETE | GroupDeed.COMPLETE_EARLY:
            shown = finishing.finish(record, group, decided, now)
        case GroupDeed.REOPEN:
            shown = finishing.reopen(record, group, decided, now)
        case GroupDeed.MERGE:
            into = managed(record, command.by, draft.into_id or group.id, Act.MANAGE_GROUP)
            shown = merging.merge(record, group, into, decided, now)
        case GroupDeed.SPLIT:
            shown = merging.split(record, group, decided, now)
    record.prompts.close(command.by.telegram_id)
    group_cards.show(record, command.by, shown, now)


def _name_typed(record: Record, by: Acting, group: Group, draft: GroupDraft, now: datetime) -> None:
    if not any(char.isalnum() for char in draft.name):
        return _ask_split_name(record, by, group, draft, now)
    return _choose_split(record, by, group, replace(draft, step=Step.PICK), now)


def _reason_typed(record: Record, by: Acting, draft: GroupDraft, text: str, now: datetime) -> None:
    match understood(text):
        case True:
            confirm_group_deed(record, ConfirmGroupDeed(by=by, group_id=draft.group_id, deed=draft.deed), now)
        case False:
            open_group_life(record, OpenGroupLife(by=by, group_id=draft.group_id), now)
        case None:
            reason = names.cleaned_words(text)[:LONGEST_REASON]
            group = record.groups.by_id(draft.group_id)
            _ask(record, by, group, replace(draft, reason=reason or draft.reason), now)


def _ask_split_name(record: Record, by: Acting, group: Group, draft: GroupDraft, now: datetime) -> None:
    _keep(record, by, draft, now)
    _answer(record, by, AskSplitName(group_id=group.id, name=group.name))


def _choose_merge(record: Record, by: Acting, group: Group) -> None:
    others = (
        MergeChoice(group_id=one.id, name=one.name)
        for one in record.groups.of_programme(group.programme_id)
        if one.id != group.id and one.state is GroupState.RUNNING
    )
    _answer(record, by, ChooseMerge(group_id=group.id, name=group.name, groups=tuple(others)))


def _choose_split(record: Record, by: Acting, group: Group, draft: GroupDraft, now: datetime) -> None:
    _keep(record, by, draft, now)
    people = tuple(
        SplitLine(membership_id=one.id, name=one.name, role=one.role, picked=one.id in draft.picked)
        for one in _movable(record, group)
    )
    _answer(record, by, ChooseSplit(group_id=group.id, name=group.name, new_name=draft.name, people=people))


def _movable(record: Record, group: Group) -> Sequence[Membership]:
    return group_deeds.moving(record.memberships.of_group(group.id))


def _ask(record: Record, by: Acting, group: Group, draft: GroupDraft, now: datetime) -> None:
    _keep(record, by, draft, now)
    people, both = _movable(record, group), tuple[str, ...]()
    other = record.groups.by_id(draft.into_id).name if draft.into_id is not None else draft.name
    if draft.deed is GroupDeed.SPLIT:
        both = tuple(one.name for one in merging.leading_both(record, group, draft))
        people = [one for one in people if one.id in draft.picked]
    ends = draft.deed in {GroupDeed.COMPLETE, GroupDeed.COMPLETE_EARLY, GroupDeed.MERGE}
    question = AskGroupDeed(
        group_id=group.id,
        name=group.name,
        deed=draft.deed,
        other=other,
        people=tuple(one.name for one in people),
        sessions=len(finishing.ahead(record, group, now)) if ends else 0,
        documents=len(record.submissions.open_in(group.id)),
        reason=draft.reason,
        both=both,
    )
    _answer(record, by, question)


def _open(record: Record, by: Acting, now: datetime) -> GroupDraft | None:
    prompt = record.prompts.of(by.telegram_id, now)
    return group_deeds.read(prompt) if prompt is not None and prompt.asking is Asking.GROUP_DEED else None


def _keep(record: Record, by: Acting, draft: GroupDraft, now: datetime) -> None:
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=Asking.GROUP_DEED, draft=draft.kept(), expires_at=now + VALID)
    )


def _answer(record: Record, by: Acting, notice: Notice) -> None:
    notices.answer(record, by, record.people.by_telegram_id(by.telegram_id), notice)
