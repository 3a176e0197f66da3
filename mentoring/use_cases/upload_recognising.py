"""What a file that is to be filed says of itself: by its name at once, by the papers in it once it was looked into."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.filings import FilingState, UploadState
from mentoring.guessing import codes_in
from mentoring.minutes import MINUTES
from mentoring.prompts import Asking
from mentoring.use_cases import upload_questions as questions
from mentoring.use_cases import upload_steps as steps
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.minutes_by_file import as_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mentoring.filings import Upload
    from mentoring.ids import FilingId
    from mentoring.papers import Paper
    from mentoring.people import Person
    from mentoring.ports import Record


def known_by_name(record: Record, upload: Upload, person: Person) -> Upload:
    """As it was where the names of its files say nothing that is certain."""
    groups = questions.led_groups(record, person)
    group_id = upload.group_id or (groups[0] if len(groups) == 1 else None)
    if group_id is None:
        return upload
    kit = kit_of_group(record, record.groups.by_id(group_id))
    codes = {code for file in record.uploads.files(upload.id) for code in codes_in(kit, file.name)}
    return _with_code(record, replace(upload, group_id=group_id), person, codes)


def known_of_itself(record: Record, upload: Upload, person: Person) -> Upload:
    """By the papers in it, where it was looked into already, or else by its name."""
    seen = record.inspections.of([file.id for file in record.uploads.files(upload.id)])
    ids = dict.fromkeys(record_id for one in seen for record_id in one.record_ids)
    papers = [paper for one in ids if (paper := record.papers.by_record_id(one)) is not None]
    known = _of_papers(record, upload, person, papers) if papers else upload
    return known if known.code is not None else known_by_name(record, upload, person)


def in_the_place_of(record: Record, upload: Upload, person: Person, filing_id: FilingId | None) -> Upload | None:
    """As what is filed already; None where that is not to be replaced any more, or not by this person."""
    filing = record.filings.by_id(filing_id) if filing_id is not None else None
    if filing is None or filing.state is not FilingState.FILED:
        return None
    if filing.group_id not in questions.led_groups(record, person):
        return None
    if filing.code is None:
        for kept in record.uploads.files(upload.id):
            record.attachments.recaption(kept.id, filing.name.partition("_")[0])
    return replace(
        upload,
        group_id=filing.group_id,
        code=filing.code,
        toolbar=filing.toolbar,
        about_id=filing.person_id,
        session_id=filing.session_id,
        replaces=filing.id,
    )


def looked_into(record: Record, upload: Upload, papers: Sequence[Paper], codes: Iterable[str], now: datetime) -> None:
    """Unless its sender has begun to say themselves what it is."""
    person = record.people.by_id(upload.person_id)
    waiting = record.prompts.of(person.telegram_id, now) if person.telegram_id is not None else None
    is_titled = waiting is not None and waiting.asking is Asking.UPLOAD_TITLE
    if upload.state is not UploadState.OPEN or upload.code is not None or is_titled:
        return
    known = _of_papers(record, upload, person, papers) if papers else _with_code(record, upload, person, codes)
    if known.code is not None:
        steps.go_on(record, None, person, upload, known=known, now=now)


def _with_code(record: Record, upload: Upload, person: Person, codes: Iterable[str]) -> Upload:
    if upload.group_id is None:
        return upload
    wanted = {*codes}
    found = [one.code for one in questions.fileable(record, upload.group_id, person) if one.code in wanted]
    return replace(upload, code=found[0]) if len(found) == 1 == len(wanted) else upload


def _of_papers(record: Record, upload: Upload, person: Person, papers: Sequence[Paper]) -> Upload:
    """Where all of them are the same document; whose it is stays open where they are several people's."""
    found = {(one.group_id, one.code, one.session_id) for one in papers}
    if len(found) != 1:
        return upload
    [(group_id, code, session_id)] = found
    people = {one.person_id for one in papers}
    about_id = people.pop() if len(people) == 1 else None
    if group_id not in questions.led_groups(record, person):
        return upload
    if code == MINUTES and session_id is not None:
        return as_minutes(record, replace(upload, group_id=group_id), person, session_id)
    known = _with_code(record, replace(upload, group_id=group_id), person, [code])
    return upload if known.code is None else replace(known, about_id=about_id, session_id=session_id)
