"""What can be done with a filing afterwards: move, replace, withdraw; each with its reason, and written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.files import is_photograph
from mentoring.filings import FilingDeed, FilingState, other_toolbar
from mentoring.ids import FilingId
from mentoring.notices import PLAIN
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import filing_cards, filing_prompts, upload_steps
from mentoring.use_cases.managers_cards import managers_follow
from mentoring.use_cases.shelving import empty_slot, lay_aside
from mentoring.use_cases.submission_cards import story_of, tell_mentee, tell_mentors
from mentoring.use_cases.upload_recognising import in_the_place_of

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.filings import Filing
    from mentoring.people import Person
    from mentoring.permissions import Actor
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

#: These are asked for their reason, or for the new file.
_ASKED = frozenset({FilingDeed.MOVE, FilingDeed.WITHDRAW, FilingDeed.REPLACE})
LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class AskDeed:
    by: Acting
    filing_id: FilingId
    deed: FilingDeed


def ask_deed(record: Record, command: AskDeed, now: datetime) -> None:
    """The card asks why, or for the new file."""
    if command.deed not in _ASKED:
        raise Refusal(Why.NOT_UNDERSTOOD)
    actor, filing = changeable(record, command.by, command.filing_id)
    filing_prompts.listen_for_deed(record, command.by, filing, command.deed, now)
    filing_cards.show(record, command.by, actor, filing, wanted=command.deed)


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    actor, filing = changeable(record, by, FilingId(prompt.number("filing")))
    deed, reason = FilingDeed(prompt.words("deed")), names.cleaned_words(text)[:LONGEST_REASON]
    if filing.toolbar.value != prompt.words("from"):
        record.prompts.close(by.telegram_id)
        raise Refusal(Why.ALREADY_DONE)
    if not reason or deed is FilingDeed.REPLACE:
        return filing_cards.show(record, by, actor, filing, wanted=deed)
    record.prompts.close(by.telegram_id)
    after = _moved(record, actor.known(), filing, reason, now) if deed is FilingDeed.MOVE else None
    after = after or _withdrawn(record, actor.known(), filing, reason, now)
    cards_follow(record, after, actor.known(), now)
    return filing_cards.show(record, by, actor, after)


def take_new_file(record: Record, by: Acting, person: Person, file: Received, now: datetime) -> bool:
    """False where no new file is waited for any more, and of a photograph, whose pages are looked at first.

    It is kept at once, and asked for its reason.
    """
    filing_id = filing_prompts.awaited_file(record, person, now)
    if filing_id is None or is_photograph(file):
        return False
    record.prompts.close(by.telegram_id)
    try:
        _, filing = changeable(record, by, filing_id)
    except Refusal:
        return False
    upload = record.uploads.add(person.id, group_id=filing.group_id, now=now)
    record.uploads.add_file(upload.id, file, now)
    known = in_the_place_of(record, upload, person, filing.id)
    upload_steps.go_on(record, by, person, upload, known=known, now=now)
    return True


def changeable(record: Record, by: Acting, filing_id: FilingId, act: Act = Act.FILE) -> tuple[Actor, Filing]:
    """Raises Refusal unless `by` could file it now, and it is still filed."""
    actor, filing = filing_cards.read(record, by, filing_id, act)
    if filing.state is not FilingState.FILED:
        raise Refusal(Why.ALREADY_DONE)
    if not filing_cards.may_change(record, actor, filing):
        raise Refusal(Why.NOT_ALLOWED)
    return actor, filing


def cards_follow(record: Record, filing: Filing, by: Person, now: datetime) -> None:
    """Those of the submission that it was filed from."""
    submission = record.submissions.by_id(filing.submission_id) if filing.submission_id is not None else None
    if submission is None:
        return
    story = story_of(record, submission)
    tell_mentors(record, story, now, PLAIN)
    tell_mentee(record, story, now, PLAIN)
    managers_follow(record, story, now, but=by)


def change(record: Record, before: Filing, after: Filing, deed: FilingDeed, *, by: Person, now: datetime) -> Filing:
    """`after` with the reason; who and when are added."""
    changed = replace(after, changed_by=by.id, changed_at=now)
    if not record.filings.change(before, changed):
        raise Refusal(Why.ALREADY_DONE)
    record.filings.log(before.id, deed, by=by.id, reason=changed.reason, now=now)
    return changed


def _moved(record: Record, person: Person, filing: Filing, reason: str, now: datetime) -> Filing:
    after = replace(filing, toolbar=other_toolbar(filing.toolbar), reason=reason)
    return change(record, filing, after, FilingDeed.MOVE, by=person, now=now)


def _withdrawn(record: Record, person: Person, filing: Filing, reason: str, now: datetime) -> Filing:
    state, deed = FilingState.WITHDRAWN, FilingDeed.WITHDRAW
    after = lay_aside(record, filing, state, deed, by=person, reason=reason, now=now)
    empty_slot(record, after, now)
    return after
