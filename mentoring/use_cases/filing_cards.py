"""The card of one filing: what it is, where it stands, what was done with it, and the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import Filing, FilingDeed, FilingState
from mentoring.ids import FilingId
from mentoring.notices.files import About
from mentoring.notices.toolbars import FilingCard, FilingSent, HistoryLine
from mentoring.permissions import Actor, Standing, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases.files_door import lines_of
from mentoring.use_cases.interview_doors import may_read_filed
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.shelving import filing_roles, name_in_group, refuse_held

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.toolbars import FilingLine
    from mentoring.ports import Record

_LATEST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class OfFiling:
    by: Acting
    filing_id: FilingId


def open_filing(record: Record, command: OfFiling, now: datetime) -> None:
    actor, filing = read(record, command.by, command.filing_id)
    show(record, command.by, actor, filing)


def send_filing(record: Record, command: OfFiling, now: datetime) -> None:
    """Asked for once more, it comes once more."""
    actor, filing = read(record, command.by, command.filing_id)
    file = record.filings.file_of(filing)
    if file is None:
        raise Refusal(Why.GONE)
    refuse_held(record, [file])
    notices.tell(record, actor.known(), FilingSent(filing_id=filing.id, name=filing.name, file=file), notices.PLAIN)


def read(record: Record, by: Acting, filing_id: FilingId, act: Act = Act.OPEN_FILES) -> tuple[Actor, Filing]:
    """Raises Refusal unless `by` may read it now, and has the right to `act` in its group."""
    filing = record.filings.by_id(filing_id)
    if filing is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, act, group_id=filing.group_id)
    if not may_read_filed(record, actor, filing):
        raise Refusal(Why.NOT_ALLOWED)
    return actor, filing


def show(record: Record, by: Acting, actor: Actor, filing: Filing, *, wanted: FilingDeed | None = None) -> None:
    notices.answer(record, by, actor.person, card(record, actor, filing, wanted=wanted))


def card(record: Record, actor: Actor, filing: Filing, *, wanted: FilingDeed | None = None) -> FilingCard:
    [line] = lines_of(record, [filing])
    leads = bool(actor.standings & {Standing.MENTOR, Standing.MANAGER})
    changes = may_change(record, actor, filing)
    return FilingCard(
        filing_id=filing.id,
        name=filing.name,
        about=About(
            group=record.groups.by_id(filing.group_id).name,
            document=line.document,
            person=line.person,
            session=line.session,
        ),
        toolbar=filing.toolbar,
        version=filing.version,
        state=filing.state,
        history=_history(record, filing, whole=leads),
        can_change=changes,
        can_reroute=changes and Standing.MANAGER in actor.standings,
        wanted=wanted,
        earlier=_earlier(record, actor, filing) if leads else (),
    )


def may_change(record: Record, actor: Actor, filing: Filing) -> bool:
    """Whoever could have filed it, for as long as it is filed."""
    kit = kit_of_group(record, record.groups.by_id(filing.group_id))
    document, roles = kit.find(filing.code) if filing.code is not None else None, filing_roles(actor.standings)
    may = document.may_be_filed_by(roles) if document is not None else bool(roles)
    return may and filing.state is FilingState.FILED


def _history(record: Record, filing: Filing, *, whole: bool) -> tuple[HistoryLine, ...]:
    """Whoever only reads is told who filed it and when; why something was changed is for those who file."""
    deeds = record.filings.deeds(filing.id)
    shown = deeds[-_LATEST:] if whole else [one for one in deeds if one.deed is FilingDeed.FILE]
    return tuple(
        HistoryLine(deed=one.deed, by=name_in_group(record, filing.group_id, one.by_id), at=one.at, reason=one.reason)
        for one in shown
    )


def _earlier(record: Record, actor: Actor, filing: Filing) -> tuple[FilingLine, ...]:
    """Versions that were replaced, the newest first."""
    replaced = record.filings.of_group(filing.group_id, [FilingState.REPLACED])
    same: Sequence[Filing] = [
        one
        for one in replaced
        if (one.code, one.person_id, one.session_id) == (filing.code, filing.person_id, filing.session_id)
        and one.id < filing.id
        and may_read_filed(record, actor, one)
    ]
    return lines_of(record, sorted(same, key=lambda one: -one.id)[:_LATEST])
