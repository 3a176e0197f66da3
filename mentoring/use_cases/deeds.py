"""What people do with places in a group, their own or as manager: asked about first, with a reason that may be left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from mentoring import names, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import Group
from mentoring.ids import MembershipId
from mentoring.notices.places import AskDeed, AskHowToRest, AskPauseDay, OwnDeedDone
from mentoring.people import Membership, MembershipState, Person, Role
from mentoring.permissions import authorise
from mentoring.places import Deed
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import home, people_cards
from mentoring.use_cases.places import Change, change
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

LONGEST_REASON = 300
#: A pause ends in the morning, when its message wakes nobody.
ENDS_AT = time(9)
LONGEST_PAUSE = timedelta(days=366)
_OFFERED = (timedelta(days=7), timedelta(days=14), timedelta(days=30))
_OWN = frozenset({Deed.PAUSE, Deed.LEAVE, Deed.RETURN})
#: Nobody lets themselves in again who has left, was removed or has completed.
_OWN_STATES = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Doing:
    """Somebody who may do it, and whose place it is; `own` when these are the same."""

    actor: Person
    membership: Membership
    group: Group
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AskRest:
    """How long the pause is, or whether they leave; `month` turns the page of a calendar."""

    by: Acting
    membership_id: MembershipId
    month: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskFor:
    """`day` is the first one after a pause."""

    by: Acting
    membership_id: MembershipId
    deed: Deed
    day: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmDeed:
    by: Acting
    membership_id: MembershipId
    deed: Deed


def ask_rest(record: Record, command: AskRest, now: datetime) -> None:
    doing = doing_of(record, command.by, command.membership_id, Deed.PAUSE)
    of, own, group = doing.membership, doing.own, doing.group
    today = zones.wall(now, doing.actor.zone).date()
    if command.month is not None:
        month = max(command.month, today)
        page = AskPauseDay(
            membership_id=of.id, group_id=group.id, own=own, month=month, today=today + timedelta(days=1)
        )
        return notices.answer(record, command.by, doing.actor, page)
    week, fortnight, month = (today + length for length in _OFFERED)
    question = AskHowToRest(
        membership_id=of.id,
        group_id=group.id,
        group_name=group.name,
        name=of.name,
        own=own,
        days=(week, fortnight, month),
    )
    return notices.answer(record, command.by, doing.actor, question)


def ask_for(record: Record, command: AskFor, now: datetime) -> None:
    """Coming back, and striking off a name that nobody has taken, need no second word."""
    doing = doing_of(record, command.by, command.membership_id, command.deed)
    if command.deed is Deed.RETURN or doing.membership.person_id is None:
        return _do(record, command.by, doing, Change(deed=command.deed, by=doing.actor), now)
    if command.deed is Deed.PAUSE:
        today = zones.wall(now, doing.actor.zone).date()
        if command.day is None or not today < command.day <= today + LONGEST_PAUSE:
            raise Refusal(Why.TOO_LATE)
    draft: dict[str, str | int] = {"membership_id": doing.membership.id, "deed": command.deed.value}
    draft["day"] = command.day.isoformat() if command.day else ""
    return _ask(record, command.by, doing, draft, now)


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Yes and no mean the question; anything else is kept as the reason, and the question asked once more."""
    deed, membership_id = Deed(prompt.words("deed")), MembershipId(prompt.number("membership_id"))
    doing = doing_of(record, by, membership_id, deed)
    match understood(text):
        case True:
            confirm(record, ConfirmDeed(by=by, membership_id=membership_id, deed=deed), now)
        case False:
            _give_up(record, by, doing, now)
        case None:
            reason = names.cleaned_words(text)[:LONGEST_REASON]
            _ask(record, by, doing, {**prompt.draft, **({"reason": reason} if reason else {})}, now)


def confirm(record: Record, command: ConfirmDeed, now: datetime) -> None:
    """The open question says what was asked; a button of an earlier one is no longer there."""
    prompt = record.prompts.of(command.by.telegram_id, now)
    doing = doing_of(record, command.by, command.membership_id, command.deed)
    if prompt is None or prompt.asking is not Asking.DEED or not _is_asked(prompt, command):
        raise Refusal(Why.GONE)
    day = prompt.words("day")
    until = zones.instant(date.fromisoformat(day), ENDS_AT, _zone(record, doing)) if day else None
    if until is not None and until <= now:
        raise Refusal(Why.TOO_LATE)
    what = Change(deed=command.deed, by=doing.actor, reason=prompt.words("reason"), until=until)
    _do(record, command.by, doing, what, now)
    record.prompts.close(command.by.telegram_id)


def doing_of(record: Record, by: Acting, membership_id: MembershipId, deed: Deed) -> Doing:
    """Raises Refusal unless it is their own place, or one in a group that they manage."""
    membership = record.memberships.by_id(membership_id)
    if membership is None:
        authorise(record, by, Act.REST)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, Act.REST, group_id=membership.group_id).known()
    own = membership.person_id == actor.id and deed in _OWN
    if deed is Deed.RETURN:
        own = own and membership.state in _OWN_STATES
    if not own:
        authorise(record, by, Act.MANAGE_GROUP, group_id=membership.group_id)
    group = record.groups.by_id(membership.group_id)
    if own and deed in {Deed.PAUSE, Deed.LEAVE} and is_last_mentor(record, membership):
        raise Refusal(Why.LAST_MENTOR)
    return Doing(actor=actor, membership=membership, group=group, own=own)


def is_last_mentor(record: Record, membership: Membership) -> bool:
    """What waits in the group would wait for nobody."""
    if membership.role is not Role.MENTOR or membership.state is not MembershipState.ACTIVE:
        return False
    mentors = record.memberships.of_group(membership.group_id, Role.MENTOR)
    return not any(one.state is MembershipState.ACTIVE and one.id != membership.id for one in mentors)


def _ask(record: Record, by: Acting, doing: Doing, draft: dict[str, str | int], now: datetime) -> None:
    deed, day = Deed(str(draft["deed"])), str(draft["day"])
    question = AskDeed(
        deed=deed,
        membership_id=doing.membership.id,
        group_id=doing.group.id,
        group_name=doing.group.name,
        name=doing.membership.name,
        own=doing.own,
        until=date.fromisoformat(day) if day else None,
        reason=str(draft.get("reason", "")),
        waiting=_left_waiting(record, doing),
    )
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=Asking.DEED, draft=draft, expires_at=now + VALID))
    notices.answer(record, by, doing.actor, question)


def _left_waiting(record: Record, doing: Doing) -> int:
    if not is_last_mentor(record, doing.membership):
        return 0
    return len(record.submissions.waiting([doing.group.id]))


def _is_asked(prompt: Prompt, command: ConfirmDeed) -> bool:
    return (prompt.number("membership_id"), prompt.words("deed")) == (command.membership_id, command.deed.value)


def _do(record: Record, by: Acting, doing: Doing, what: Change, now: datetime) -> None:
    after = change(record, doing.membership, what, now)
    if not doing.own:
        people_cards.show(record, by, after, now)
    elif after.state is MembershipState.ACTIVE:
        home.show(record, by, doing.actor, now)
    else:
        done = OwnDeedDone(
            deed=what.deed,
            membership_id=after.id,
            group_name=doing.group.name,
            until=after.paused_until,
            in_chat=what.deed is Deed.LEAVE and people_cards.stands_in_chat(doing.group, after),
        )
        notices.answer(record, by, doing.actor, done)


def _give_up(record: Record, by: Acting, doing: Doing, now: datetime) -> None:
    record.prompts.close(by.telegram_id)
    if doing.own:
        home.show(record, by, doing.actor, now)
    else:
        people_cards.show(record, by, doing.membership, now)


def _zone(record: Record, doing: Doing) -> str:
    """Whoever pauses wakes up in their own zone."""
    person_id = doing.membership.person_id
    return record.people.by_id(person_id).zone if person_id is not None else doing.actor.zone
