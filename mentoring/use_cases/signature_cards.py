"""Shows signatures: leaders the whole board, everybody else their own state and how many have signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices, signing, zones
from mentoring.kit import Visibility
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Delivery
from mentoring.notices.signatures import AskHowToIssue, AskWhoSigned, MySignature, SignatureBoard, SignerSeen
from mentoring.notices.submissions import FileShown
from mentoring.papers import HAVE_SIGNED, PaperKind
from mentoring.people import Reachability
from mentoring.permissions import READERS, Actor, Standing, standings_of
from mentoring.slots import SlotState
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.slot_cards import Shelf, shelf, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mentoring.filings import FiledFile, Filing
    from mentoring.ids import PersonId, UploadId
    from mentoring.notices.kit import Titled
    from mentoring.papers import Signer
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.signing import Party
    from mentoring.slots import Slot


def shelf_of(record: Record, slot: Slot, now: datetime) -> Shelf:
    return shelf(record, record.groups.by_id(slot.key.group_id), now)


def title_of(record: Record, slot: Slot) -> Titled:
    group = record.groups.by_id(slot.key.group_id)
    return titled(kit_of_group(record, group), slot)


def in_pages(record: Record, slot: Slot) -> bool:
    """Whether everybody signs a page of their own."""
    return any(one.kind is PaperKind.COUNTERPART for one in record.papers.of_slot(slot.id))


def signer_seen(record: Record, signer: Signer) -> SignerSeen:
    submission = record.submissions.by_id(signer.submission_id) if signer.submission_id is not None else None
    return SignerSeen(
        signer_id=signer.id,
        name=signer.name,
        role=signer.role,
        as_guardian=signer.as_guardian,
        state=signer.state,
        since=signer.since,
        number=None if submission is None else submission.number,
        on_paper=record.people.by_id(signer.person_id).reachability is Reachability.ON_PAPER,
    )


def how_to_issue(shown: Shelf, slot: Slot, parties: Sequence[Party]) -> AskHowToIssue:
    return AskHowToIssue(
        slot=shown.seen(slot),
        group_name=shown.group.name,
        names=tuple(one.name for one in parties),
        in_pages=slot.key.code in signing.IN_PAGES,
    )


def board(record: Record, slot: Slot, now: datetime, *, manages: bool) -> SignatureBoard:
    rows = signing.needed(record.signers.of_slot(slot.id))
    count, shown = signing.progress(rows), shelf_of(record, slot, now)
    return SignatureBoard(
        slot=shown.seen(slot),
        group_name=shown.group.name,
        signers=tuple(signer_seen(record, one) for one in rows),
        done=count.done,
        total=count.total,
        can_remind=manages and slot.state is SlotState.SIGNING,
        can_file=slot.state is SlotState.ACCEPTED,
        pages=in_pages(record, slot),
    )


def leaders(record: Record, slot: Slot) -> Sequence[tuple[Person, bool]]:
    """Each who may read the document once, and whether they manage."""
    group = record.groups.by_id(slot.key.group_id)
    document = kit_of_group(record, group).find(slot.key.code)
    readers = READERS[document.visibility] if document is not None else READERS[Visibility.MANAGERS]
    managers = {one.id: one for one in record.managers.of_programme(group.programme_id)}
    circle = record.submissions.circle(group.id).mentors if Standing.MENTOR in readers else ()
    mentors = [one for one in circle if one.id not in managers]
    return [*((one, True) for one in managers.values()), *((one, False) for one in mentors)]


def tell_boards(
    record: Record, slot: Slot, now: datetime, delivery: Delivery = PLAIN, *, but: PersonId | None = None
) -> None:
    for person, manages in leaders(record, slot):
        if person.id != but:
            notices.tell(record, person, board(record, slot, now, manages=manages), delivery)


def mine(record: Record, slot: Slot, rows: Sequence[Signer], person: Person, now: datetime) -> MySignature | None:
    """None for whoever does not sign it. The guardian's row shows while it is the one that is behind."""
    own = [one for one in signing.needed(rows) if one.person_id == person.id]
    if not own:
        return None
    behind = next((one for one in own if one.state not in HAVE_SIGNED), own[0])
    count, shown = signing.progress(rows), shelf_of(record, slot, now)
    return MySignature(
        slot=shown.seen(slot, by_name=False),
        group_name=shown.group.name,
        state=behind.state,
        done=count.done,
        total=count.total,
        pages=in_pages(record, slot),
        with_guardian=any(one.as_guardian for one in own),
    )


def tell_signers(
    record: Record, slot: Slot, now: datetime, delivery: Delivery = PLAIN, *, only: PersonId | None = None
) -> None:
    """Mentees; whoever leads the group has the board, and a card of their own only since they were reminded."""
    rows, leading = record.signers.of_slot(slot.id), {person.id for person, _ in leaders(record, slot)}
    for person_id in dict.fromkeys(one.person_id for one in rows):
        if only not in (None, person_id):
            continue
        person = record.people.by_id(person_id)
        card = mine(record, slot, rows, person, now)
        if card is not None and (person_id not in leading or _stands(record, person, card)):
            notices.tell(record, person, card, delivery)


def _stands(record: Record, person: Person, card: MySignature) -> bool:
    return record.notices.has_card(person.telegram_id or 0, card.card())


def ask(record: Record, slot: Slot, parties: Iterable[Party], now: datetime) -> None:
    """Whoever has come while it is being signed."""
    for person_id in dict.fromkeys(one.person_id for one in parties):
        tell_signers(record, slot, now, AT_THE_BOTTOM, only=person_id)


def remind(record: Record, slot: Slot, now: datetime, *, by: PersonId) -> int:
    """Only those who are missing, each at most once a day; how many were reminded now."""
    rows, shown = record.signers.of_slot(slot.id), shelf_of(record, slot, now)
    today, told = zones.wall(now, shown.programme.zone).date().isoformat(), 0
    count = f"reminded:{slot.id}:{today}"
    if record.tallies.on(count, now):
        return 0
    record.tallies.count(count, now)
    missing = dict.fromkeys(one.person_id for one in rows if one.state in signing.MISSING and one.person_id != by)
    for person_id in missing:
        once = Delivery(placement=AT_THE_BOTTOM.placement, once=f"sign:{slot.id}:{person_id}:{today}")
        person = record.people.by_id(person_id)
        card = mine(record, slot, rows, person, now)
        told += card is not None and notices.tell(record, person, card, once)
    return told


def standing_of(record: Record, slot: Slot, person: Person) -> Actor:
    """As they stand to the document's group."""
    return Actor(person=person, standings=standings_of(record, person, group_id=slot.key.group_id))


def copy_of(filing: Filing, file: FiledFile) -> FileShown:
    """Under the name that it is filed by."""
    return FileShown(kind=file.kind, file_id=file.file_id or "", name=filing.name, sha256=file.sha256 or "")


def who_signed(record: Record, upload_id: UploadId, slot: Slot, now: datetime, *, ticked: int = 0) -> AskWhoSigned:
    shown, rows = shelf_of(record, slot, now), record.signers.of_slot(slot.id)
    return AskWhoSigned(
        upload_id=upload_id,
        slot=shown.seen(slot),
        group_name=shown.group.name,
        signers=tuple(signer_seen(record, one) for one in rows),
        ticked=ticked,
    )
