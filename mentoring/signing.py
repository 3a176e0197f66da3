"""Signatures: whose are needed, how far each is, and when a paper is signed by all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.handouts import BILINGUAL
from mentoring.ids import PersonId, SubmissionId
from mentoring.kit import CONTRACT, Code
from mentoring.papers import HAVE_SIGNED, PaperLanguage, Signer, SignerState
from mentoring.people import Language, Role
from mentoring.slots import Slot, SlotState
from mentoring.submissions import State, Submission

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from mentoring.filings import Filing

#: Documents of which everybody can sign a page of their own, in towns of their own.
IN_PAGES = frozenset({CONTRACT})
#: Their signature is still needed.
MISSING = frozenset({SignerState.MISSING, SignerState.RETURNED})
#: Slots in which signatures are collected, or have been.
SIGNED_SLOTS = frozenset({SlotState.SIGNING, SlotState.ACCEPTED, SlotState.FILED})
_UNTOUCHED = frozenset({SignerState.COVERED, SignerState.NOT_NEEDED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Somebody whose signature is needed. A guardian's is needed beside that of their child, who is `person_id`."""

    person_id: PersonId
    role: Role
    name: str
    as_guardian: bool = False

    @property
    def key(self) -> tuple[PersonId, bool]:
        return self.person_id, self.as_guardian


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    done: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.total > 0 and self.done == self.total


def paper_language(code: Code, reader: Language) -> PaperLanguage:
    """In both where there is such a form, so that all sign the same."""
    return PaperLanguage.BOTH if code in BILINGUAL else PaperLanguage(reader.value)


def needed(signers: Iterable[Signer]) -> Sequence[Signer]:
    return [one for one in signers if one.state is not SignerState.NOT_NEEDED]


def progress(signers: Iterable[Signer]) -> Progress:
    rows = needed(signers)
    return Progress(done=sum(one.state in HAVE_SIGNED for one in rows), total=len(rows))


def lacking(signers: Iterable[Signer], parties: Iterable[Party]) -> Sequence[Party]:
    """Whoever has no row yet."""
    there = {(one.person_id, one.as_guardian) for one in signers}
    return [one for one in parties if one.key not in there]


def followed(signers: Iterable[Signer], parties: Iterable[Party], now: datetime) -> Iterator[tuple[Signer, Signer]]:
    """Each row that changes, before and after: what has been signed is kept, whoever leaves."""
    wanted = {one.key: one for one in parties}
    for signer in signers:
        party = wanted.get((signer.person_id, signer.as_guardian))
        after = _no_longer_needed(signer, now) if party is None else _needed_as(signer, party, now)
        if after != signer:
            yield signer, after


def _no_longer_needed(signer: Signer, now: datetime) -> Signer:
    if signer.state in HAVE_SIGNED | {SignerState.NOT_NEEDED}:
        return signer
    return replace(signer, state=SignerState.NOT_NEEDED, since=now)


def _needed_as(signer: Signer, party: Party, now: datetime) -> Signer:
    if signer.state is SignerState.NOT_NEEDED:
        return replace(signer, name=party.name, state=SignerState.MISSING, since=now, submission_id=None)
    return signer if signer.state in HAVE_SIGNED else replace(signer, name=party.name)


#: How far a signature is, by how far the submission is that brings it; of drafts nobody knows yet.
_STAGES: Mapping[State, SignerState] = {
    State.WAITING: SignerState.SENT,
    State.ASKED: SignerState.SENT,
    State.RETURNED: SignerState.RETURNED,
    State.UNREADABLE: SignerState.RETURNED,
    State.ACCEPTED: SignerState.SIGNED,
    State.WITHDRAWN: SignerState.MISSING,
}


def with_submission(signer: Signer, submission: Submission, now: datetime) -> Signer:
    """What has been signed stays so when something else comes after it."""
    stage, is_other = _STAGES.get(submission.state), signer.submission_id != submission.id
    if stage is None or signer.state in _UNTOUCHED or (signer.state is SignerState.SIGNED and is_other):
        return signer
    if is_other and stage is SignerState.MISSING:
        return signer
    held = None if stage is SignerState.MISSING else submission.id
    if (signer.state, signer.submission_id) == (stage, held):
        return signer
    by = submission.decided_by if stage is SignerState.SIGNED else None
    return replace(signer, state=stage, since=now, submission_id=held, settled_by=by)


def without_submission(signer: Signer, submission_id: SubmissionId, now: datetime) -> Signer:
    """It turned out to be something else."""
    if signer.submission_id != submission_id or signer.state in _UNTOUCHED:
        return signer
    return replace(signer, state=SignerState.MISSING, since=now, submission_id=None, settled_by=None)


def covered(signer: Signer, *, by: PersonId, now: datetime) -> Signer:
    """On a scan that a mentor or manager has sent and looked at."""
    if signer.state in HAVE_SIGNED | {SignerState.NOT_NEEDED}:
        return signer
    return replace(signer, state=SignerState.COVERED, since=now, settled_by=by)


def uncovered(signer: Signer, now: datetime) -> Signer:
    if signer.state is not SignerState.COVERED:
        return signer
    return replace(signer, state=SignerState.MISSING, since=now, settled_by=None)


def is_covered_by(signer: Signer, filing: Filing) -> bool:
    """A scan is filed in the moment in which it is said who has signed on it."""
    covering = (signer.settled_by, signer.since) == (filing.filed_by, filing.filed_at)
    return signer.state is SignerState.COVERED and covering


def without_filing(slot: Slot, left: Filing | None, now: datetime) -> Slot:
    """`left` is what is filed of it still; without any it is signed, and as far as its signers are."""
    if slot.state is not SlotState.FILED:
        return slot
    if left is not None:
        return replace(slot, filing_id=left.id)
    return replace(slot, state=SlotState.SIGNING, filing_id=None, since=now)


def issued(slot: Slot, *, by: PersonId, now: datetime) -> Slot:
    return replace(slot, state=SlotState.SIGNING, since=now, decided_by=by)


def as_far_as(slot: Slot, signers: Iterable[Signer], now: datetime) -> Slot:
    """Signed by all it is accepted. Somebody who comes after that opens it again, and what is filed stays filed."""
    if slot.state not in SIGNED_SLOTS:
        return slot
    if not progress(signers).is_complete:
        return slot if slot.state is SlotState.SIGNING else replace(slot, state=SlotState.SIGNING, since=now)
    return replace(slot, state=SlotState.ACCEPTED, since=now) if slot.state is SlotState.SIGNING else slot


def ticked(mask: int, signers: Sequence[Signer]) -> Sequence[Signer]:
    """Bit by bit in the order of the rows; new rows only ever come after the others."""
    return [one for place, one in enumerate(signers) if mask >> place & 1]


def mask_of(chosen: Collection[Signer], signers: Sequence[Signer]) -> int:
    return sum(1 << place for place, one in enumerate(signers) if one in chosen)
