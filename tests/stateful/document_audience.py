"""Who may read what is told about expected and filed documents, by the model alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices import Notice, deadlines, files, readiness, scans, toolbars
from mentoring.notices.kit import SlotSeen

if TYPE_CHECKING:
    from tests.stateful.audience import Rule
    from tests.stateful.model import Model

#: What names documents by numbers, which the model has to learn first.
MODULES = frozenset(one.__name__ for one in (deadlines, files, readiness, toolbars))


def _slots(model: Model, person: int | None, notice: Notice) -> bool:
    """Their own, what their group has to bring, and what is expected where they lead."""
    seen = getattr(notice, "slots", None)
    one = getattr(notice, "slot", None)
    named = [each for each in (*(seen or ()), *([one] if one is not None else [])) if isinstance(each, SlotSeen)]
    return all(_reads_slot(model, person, each.slot_id) for each in named)


def _reads_slot(model: Model, person: int | None, number: int) -> bool:
    group, owner = model.slots[number]
    if person is not None and owner == person:
        return True
    return model.leads(person, group) or (owner is None and model.takes_part(person, group))


def _led(model: Model, person: int | None, notice: Notice) -> bool:
    slot = getattr(notice, "slot", None)
    assert isinstance(slot, SlotSeen)
    return model.leads(person, model.slots[slot.slot_id][0])


def _managed(model: Model, person: int | None, notice: Notice) -> bool:
    slot = getattr(notice, "slot", None)
    assert isinstance(slot, SlotSeen)
    return model.manages(person, model.slots[slot.slot_id][0])


def _programme(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (deadlines.AskAboutPast, deadlines.PastSettled))
    return model.manages_programme(person, notice.programme_id)


def _upload(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (files.UploadQuestion, files.UploadFiled, files.UploadDropped))
    return person is not None and model.uploads[notice.upload_id] == person


def _wall(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (readiness.Wall, readiness.WallDocument))
    return model.leads(person, notice.group_id)


def _pictured(model: Model, person: int | None, notice: Notice) -> bool:
    """It names its group, and says of each of its people what is missing."""
    assert isinstance(notice, readiness.WallPicture)
    named = [number for number, one in model.groups.items() if one.name == notice.group_name]
    return any(model.leads(person, one) for one in named)


def _troubled(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, files.UploadTrouble)
    return person is not None and person in model.uploads.values()


def _shelves(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, toolbars.SectionShelves)
    return model.leads(person, notice.group_id) or model.takes_part(person, notice.group_id)


def _filing(model: Model, person: int | None, notice: Notice) -> bool:
    number = getattr(notice, "filing_id", None)
    assert isinstance(number, int)
    return model.reads_filing(person, number)


def _found(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (toolbars.Shelf, toolbars.FoundFilings))
    return all(model.reads_filing(person, line.filing_id) for line in notice.lines)


def _own_scan(model: Model, person: int | None, notice: Notice) -> bool:
    """A draft that has become something else meanwhile was theirs."""
    assert isinstance(notice, (scans.ScanCard, scans.ScanSent))
    draft = model.papers.get(notice.submission_id)
    return draft is None or person == draft.mentee


DOCUMENTS: dict[type[Notice], Rule] = {
    deadlines.Expected: _slots,
    deadlines.SlotCard: _slots,
    deadlines.MoreTimeDenied: _slots,
    deadlines.DayPutOff: _slots,
    deadlines.DocumentsDue: _slots,
    deadlines.AskHowLong: _led,
    deadlines.MoreTimeAsked: _led,
    deadlines.MoreTimeSettled: _led,
    deadlines.AskWhyWaive: _managed,
    deadlines.AskAboutPast: _programme,
    deadlines.PastSettled: _programme,
    files.UploadQuestion: _upload,
    files.UploadFiled: _upload,
    files.UploadDropped: _upload,
    readiness.Wall: _wall,
    readiness.WallDocument: _wall,
    readiness.WallPicture: _pictured,
    files.UploadTrouble: _troubled,
    toolbars.SectionShelves: _shelves,
    scans.ScanCard: _own_scan,
    scans.ScanSent: _own_scan,
    toolbars.FilingCard: _filing,
    toolbars.FilingSent: _filing,
    toolbars.RelabelQuestion: _filing,
    toolbars.RerouteQuestion: _filing,
    toolbars.Shelf: _found,
    toolbars.FoundFilings: _found,
}
