"""The card of photographs that are not sent yet, and what its reader is doing with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.ids import AttachmentId, FilingId, SubmissionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.scans import PageShown, ScanCard
from mentoring.notices.submissions import Wanted
from mentoring.people import MembershipState, Role
from mentoring.prompts import Asking, Prompt
from mentoring.scans import KEPT_OPEN, LEFT_ALONE, PATIENCE, ScanState, shown
from mentoring.submissions import can_correct
from mentoring.use_cases import filing_prompts, scan_pages, submission_prompts, submission_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.scans import Page
    from mentoring.submissions import Move, Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What is open on the card: a page to move, or one to take again.

    `corrects` is what the photographs correct, `replaces` the filed one whose place they take.
    """

    chosen: AttachmentId | None = None
    again: AttachmentId | None = None
    corrects: SubmissionId | None = None
    replaces: FilingId | None = None


def view_of(record: Record, person: Person, draft: Submission, now: datetime) -> View:
    prompt = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    if prompt is None or prompt.asking is not Asking.SCAN or prompt.number("draft") != draft.id:
        return View()
    return View(
        chosen=AttachmentId(prompt.number("chosen")) if prompt.number("chosen") else None,
        again=AttachmentId(prompt.number("again")) if prompt.number("again") else None,
        corrects=SubmissionId(prompt.number("corrects")) if prompt.number("corrects") else None,
        replaces=FilingId(prompt.number("replaces")) if prompt.number("replaces") else None,
    )


def keep_view(record: Record, person: Person, draft: Submission, view: View, now: datetime) -> None:
    """Unless the bot waits for something else from them by now."""
    if person.telegram_id is None:
        return
    waiting = record.prompts.of(person.telegram_id, now)
    about = submission_prompts.open_about(record, person, now)
    is_correction = about is not None and about.wanted is Wanted.CORRECTION
    is_awaited = is_correction or filing_prompts.awaited_file(record, person, now) is not None
    if waiting is None or is_awaited or waiting.asking in {Asking.SCAN, Asking.DRAFT}:
        kept = {name: getattr(view, name) or 0 for name in ("chosen", "again", "corrects", "replaces")}
        prompt = Prompt(
            telegram_id=person.telegram_id,
            asking=Asking.SCAN,
            draft={"draft": draft.id, **kept},
            expires_at=now + KEPT_OPEN,
        )
        record.prompts.ask(prompt)


def stop_listening(record: Record, person: Person, now: datetime) -> None:
    waiting = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    if waiting is not None and waiting.asking is Asking.SCAN:
        record.prompts.close(waiting.telegram_id)


def corrected_by(record: Record, person: Person, draft: Submission, now: datetime) -> Submission | None:
    """What these photographs were taken for, if it can still be corrected."""
    corrects = view_of(record, person, draft, now).corrects
    target = record.submissions.by_id(corrects) if corrects is not None else None
    return target if target is not None and can_correct(target.state) else None


def card(record: Record, draft: Submission, move: Move, view: View) -> ScanCard:
    pages, scan = record.scans.pages(move.id), record.scans.of_move(move.id)
    first = shown(pages)[0].attachment_id
    return ScanCard(
        submission_id=draft.id,
        pages=_pages(record, pages),
        first=next(submission_sheets.shown(file) for file in move.files if file.id == first),
        state=scan.state if scan is not None else ScanState.FAILED,
        goes_at=draft.sent_at,
        preview=scan.preview_sha256 if scan is not None and scan.state is not ScanState.FAILED else None,
        chosen=view.chosen,
        again=view.again,
        more=draft.sent_at - draft.since > LEFT_ALONE,
        to_file=view.replaces is not None or not hands_in(record, draft.mentee_id),
        goes_on=is_to_go_on(draft),
    )


def hands_in(record: Record, person_id: PersonId) -> bool:
    """A mentor waits for their work; what anybody else photographs is only filed."""
    theirs = record.memberships.of_person(person_id)
    return any(one.role is Role.MENTEE and one.state is MembershipState.ACTIVE for one in theirs)


def is_to_go_on(draft: Submission) -> bool:
    """Nothing but the joining of its pages is waited for."""
    return draft.sent_at <= draft.since


def _pages(record: Record, pages: Sequence[Page]) -> tuple[PageShown, ...]:
    advice = {one.attachment_id: one.advice for one in record.inspections.of([page.attachment_id for page in pages])}
    sent = shown(pages)
    numbers = {page.attachment_id: number for number, page in enumerate(sent, 1)}
    left_out = [page for page in pages if page.left_out]
    return tuple(
        PageShown(attachment_id=of, number=numbers.get(of), advice=advice.get(of, ()))
        for of in (page.attachment_id for page in (*sent, *left_out))
    )


def begin(record: Record, person: Person, draft: Submission, move: Move, now: datetime) -> Submission:
    """From now on it waits for a press, or for nothing to happen."""
    scan_pages.follow(record, move, now)
    target = submission_prompts.awaited_correction(record, person, now)
    replaces = filing_prompts.awaited_file(record, person, now)
    view = View(corrects=target.id if target is not None else None, replaces=replaces)
    keep_view(record, person, draft, view, now)
    return hold(record, draft, now)


def hold(record: Record, draft: Submission, now: datetime, *, more: bool = False) -> Submission:
    """It goes by itself after a while without a press."""
    held = replace(draft, since=now, sent_at=now + (KEPT_OPEN if more else LEFT_ALONE))
    record.submissions.change(draft, held)
    scan_pages.look_again(record, draft.id, held.sent_at)
    return held


def go_on_when_joined(record: Record, draft: Submission, now: datetime) -> Submission:
    """However long it takes, it goes on after a while, then as it came."""
    held = replace(draft, since=now, sent_at=now)
    record.submissions.change(draft, held)
    scan_pages.look_again(record, draft.id, now + PATIENCE)
    return held


def show(record: Record, by: Acting | None, person: Person, draft: Submission, now: datetime) -> None:
    """Where it was pressed, or else below what was sent."""
    [move] = record.submissions.moves(draft.id)
    notice = card(record, draft, move, view_of(record, person, draft, now))
    if by is None or by.pressed is None:
        notices.tell(record, person, notice, AT_THE_BOTTOM)
    else:
        notices.answer(record, by, person, notice)


def refresh(record: Record, draft: Submission, now: datetime) -> None:
    """In silence, where it stands."""
    person = record.people.by_id(draft.mentee_id)
    [move] = record.submissions.moves(draft.id)
    notices.tell(record, person, card(record, draft, move, view_of(record, person, draft, now)), PLAIN)
