"""Somebody's place moves to another Telegram account, with everything that is theirs and in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import concern_drafts, names, notices
from mentoring.bundles import Matter
from mentoring.consents import NO_VERSION
from mentoring.happenings import HappeningKind
from mentoring.notices import UNTIL_THEY_ARE_BACK, Address, Delivery
from mentoring.notices.common import CommandMenu
from mentoring.notices.relinking import PlaceMoved, RelinkDone, RelinkNews
from mentoring.notices.submissions import ReviewFiles
from mentoring.people import MembershipState, Reachability
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import cards_anew, concerns, home, slot_planning, unread_concerns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.concern_drafts import ConcernDraft
    from mentoring.groups import Group, Invitation
    from mentoring.people import Person
    from mentoring.ports import Record


#: Told again for the new chat by whatever opens it.
_MADE_ANEW = (CommandMenu, ReviewFiles)


def relink(record: Record, by: Acting, invitation: Invitation, now: datetime) -> None:
    """All of it in one transaction: either the place is here with everything, or still there."""
    person, duplicate = person_of(record, invitation), record.people.by_telegram_id(by.telegram_id)
    old = person.telegram_id
    if old == by.telegram_id:
        raise Refusal(Why.ALREADY_DONE)
    record.prompts.close(by.telegram_id)
    if duplicate is not None:
        _merge(record, duplicate, person, now)
        # Where the duplicate made the code, it is by the one who stays.
        invitation = record.invitations.by_id(invitation.id) or invitation
    moved = _moved(person, duplicate, by)
    record.people.save(moved)
    record.happenings.add(
        HappeningKind.RELINKED, now=now, person_id=person.id, by_id=invitation.created_by, text=str(old or "")
    )
    notices.tell(record, moved, RelinkDone(name=moved.name, merged=duplicate is not None))
    draft = None if old is None else _carry_over(record, old, by.telegram_id, now)
    _post_anew(record, moved, now)
    if draft is None:
        notices.tell(record, moved, home.card(record, moved, now))
    else:
        concerns.go_on(record, replace(by, pressed=None), moved, draft, now)
    if old is not None:
        _say_goodbye(record, old, person)
    _tell_managers(record, by, moved, invitation, merged=duplicate is not None)


def _merge(record: Record, duplicate: Person, person: Person, now: datetime) -> None:
    """A concern may lose its last reader by it."""
    managed = [*record.programmes.managed_by(person.id), *record.programmes.managed_by(duplicate.id)]
    programmes = {one.id: one for one in managed}.values()
    unread = {one.id: unread_concerns.unread(record, one) for one in programmes}
    record.people.merge(duplicate.id, into=person.id)
    slot_planning.follow(record, {one.group_id for one in record.memberships.of_person(person.id)}, now)
    record.happenings.add(HappeningKind.DUPLICATE_MERGED, now=now, person_id=person.id, text=duplicate.name)
    for programme in programmes:
        unread_concerns.call_for_another(record, programme, before=unread[programme.id])


def _moved(person: Person, duplicate: Person | None, by: Acting) -> Person:
    """Consents stay; where only the duplicate had agreed, theirs counts.

    Whoever was on paper has agreed to nothing by themselves: where the duplicate has not either, they are asked.
    """
    agreed = person if person.consent_version is not None or duplicate is None else duplicate
    if person.reachability is Reachability.ON_PAPER and duplicate is not None:
        agreed = replace(duplicate, consent_version=duplicate.consent_version or NO_VERSION)
        person = replace(person, language=duplicate.language, adult=duplicate.adult, guardian=duplicate.guardian)
    return replace(
        person,
        telegram_id=by.telegram_id,
        reachability=Reachability.OK,
        missed=0,
        consent_version=agreed.consent_version,
        consented_at=agreed.consented_at,
    )


def _carry_over(record: Record, old: int, new: int, now: datetime) -> ConcernDraft | None:
    """What waits for the old chat arrives in the new one, and so does a concern that is being written.

    Any other open question can be opened again with a tap.
    """
    asked = record.prompts.of(old, now)
    record.prompts.close(old)
    record.notices.release(new, UNTIL_THEY_ARE_BACK)
    record.notices.follow_reader(old, new, but_for=_MADE_ANEW)
    return concern_drafts.read(asked) if asked is not None and asked.asking is Asking.CONCERN else None


def _post_anew(record: Record, person: Person, now: datetime) -> None:
    """What was kept for their own hour is told by the cards themselves, but for diaries, which have none."""
    kept = record.bundles.take(person.id)
    cards_anew.post(record, person, now)
    for piece in kept:
        if piece.matter is Matter.DIARY:
            record.bundles.keep(person.id, piece, now)


def _say_goodbye(record: Record, old: int, person: Person) -> None:
    """The last message that the old chat ever gets; whoever writes there is told the same again."""
    address = Address(chat_id=old, language=person.language, zone=person.zone)
    record.notices.tell(address, PlaceMoved(), Delivery())


def _tell_managers(record: Record, by: Acting, person: Person, invitation: Invitation, *, merged: bool) -> None:
    """Of every programme that this person belongs to: a code in wrong hands must not stay unseen."""
    groups = groups_of(record, person)
    chats = tuple(group.chat_title or group.name for group in groups if group.chat_id is not None)
    news = RelinkNews(name=person.name, account=account_of(by), done=True, merged=merged, chats=chats)
    programmes = dict.fromkeys([invitation.programme_id, *(group.programme_id for group in groups)])
    told = {
        manager.id: manager
        for programme_id in programmes
        if programme_id is not None
        for manager in record.managers.of_programme(programme_id)
    }
    for manager in told.values():
        if manager.id != person.id:
            notices.tell(record, manager, news)


def groups_of(record: Record, person: Person) -> Sequence[Group]:
    there = (MembershipState.ACTIVE, MembershipState.PAUSED)
    mine = [one for one in record.memberships.of_person(person.id) if one.state in there]
    return [record.groups.by_id(group_id) for group_id in dict.fromkeys(one.group_id for one in mine)]


def account_of(by: Acting) -> str:
    return names.cleaned(by.name) or str(by.telegram_id)


def person_of(record: Record, invitation: Invitation) -> Person:
    if invitation.person_id is None:
        raise Refusal(Why.INVITATION_UNKNOWN)
    return record.people.by_id(invitation.person_id)
