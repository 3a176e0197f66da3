"""What the cards of a submission say about its place in the kit, and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.guessing import guesses
from mentoring.kit import Per
from mentoring.notices.kit import SlotSeen
from mentoring.notices.submissions import Earlier
from mentoring.papers import PaperKind
from mentoring.people import Role
from mentoring.slots import SlotState
from mentoring.submissions import State
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.scan_pages import latest_of
from mentoring.use_cases.slot_cards import shelf
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.ids import ProgrammeId
    from mentoring.kit import Kit
    from mentoring.papers import Paper
    from mentoring.ports import Record
    from mentoring.slots import Slot
    from mentoring.submissions import Move, Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelSide:
    """`document` is the slot that it fills; `late` when it came after its day. `likely` is asked about.

    `earlier_form`: made on one that is no longer handed out. `beside` is with the mentor as the same document.
    `is_anothers`: its number says that it is of somebody else's papers.
    """

    document: SlotSeen | None = None
    late: bool = False
    earlier_form: bool = False
    beside: Earlier | None = None
    likely: tuple[SlotSeen, ...] = ()
    is_anothers: bool = False


def side_of(record: Record, submission: Submission, moves: Sequence[Move]) -> LabelSide | None:
    """None where the programme has no kit."""
    if submission.group_id is None or not record.rules.documents:
        return None
    shown = shelf(record, record.groups.by_id(submission.group_id), submission.sent_at)
    slot = record.slots.by_id(submission.slot_id) if submission.slot_id else None
    file_names = " ".join(file.name for move in moves for file in move.files)
    likely = guesses(shown.kit, slots_for(record, submission), file_names).likely
    own, papers = submission.mentee_id, _papers_in(record, latest_of(moves))
    return LabelSide(
        document=None if slot is None else shown.seen(slot, by_name=slot.key.person_id != own),
        late=slot is not None and _is_late(slot, submission, shown.programme.zone),
        earlier_form=slot is not None and any(_is_outdated(record, shown.programme.id, one) for one in papers),
        beside=None if slot is None else _beside(record, submission, slot),
        likely=tuple(shown.seen(one, by_name=one.key.person_id != own) for one in likely),
        is_anothers=submission.slot_id is None and is_anothers(papers, submission),
    )


def _is_late(slot: Slot, submission: Submission, zone: str) -> bool:
    return slot.day is not None and wall(submission.sent_at, zone).date() > slot.day


def _papers_in(record: Record, latest: Move) -> Sequence[Paper]:
    looks = record.inspections.of([file.id for file in latest.files])
    papers = (record.papers.by_record_id(one) for look in looks for one in look.record_ids)
    return [one for one in papers if one is not None]


def is_anothers(papers: Sequence[Paper], submission: Submission) -> bool:
    """Where one of theirs is among them, people are asked what the others are."""
    whose = {one.person_id for one in papers} - {None}
    return bool(whose) and submission.mentee_id not in whose


def _is_outdated(record: Record, programme_id: ProgrammeId, paper: Paper) -> bool:
    """What the bot has handed out before its programme changed the form. Pages to sign are always our own."""
    own = record.own_templates.find(programme_id, paper.code, paper.language)
    is_changed = paper.form_version != ("" if own is None else own.version)
    return is_changed and paper.kind is PaperKind.WHOLE


def _beside(record: Record, submission: Submission, slot: Slot) -> Earlier | None:
    """Asked about while it is new: afterwards the mentor has it as a document of its own."""
    if slot.state is not SlotState.SUBMITTED or slot.submission_id is None or submission.version > 1:
        return None
    other = record.submissions.by_id(slot.submission_id)
    if other is None or other.id == submission.id or other.mentee_id != submission.mentee_id:
        return None
    return Earlier(submission_id=other.id, number=other.number or 0) if submission.state is State.WAITING else None


def slots_for(record: Record, submission: Submission) -> Sequence[Slot]:
    """What its mentee may hand in there: their own, and what the group signs with them."""
    if submission.group_id is None or not record.rules.documents:
        return ()
    kit = kit_of_group(record, record.groups.by_id(submission.group_id))
    slots = record.slots.of_group(submission.group_id)
    return [one for one in slots if _is_theirs(kit, one, submission)]


def _is_theirs(kit: Kit, slot: Slot, submission: Submission) -> bool:
    document = kit.find(slot.key.code)
    if document is None:
        return False
    if slot.key.person_id is not None:
        return slot.key.person_id == submission.mentee_id
    return document.per in {Per.GROUP, Per.SESSION} and Role.MENTEE in document.signed_by
