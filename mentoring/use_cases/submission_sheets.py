"""What both sides see of a submission, as plain facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.files import Attachment, Keeping
from mentoring.going_back import times_back
from mentoring.notices.files import FiledIn
from mentoring.notices.submissions import FileShown, Sheet, Words
from mentoring.submissions import State

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.submissions import Circle, Move
    from mentoring.use_cases.submission_cards import Story


def sheet(story: Story) -> Sheet:
    submission, said = story.submission, story.said
    return Sheet(
        submission_id=submission.id,
        number=submission.number or 0,
        group=story.circle.group,
        mentee=story.circle.names.get(submission.mentee_id, ""),
        mentors=tuple(called(story.circle, mentor) for mentor in story.circle.waited_for(submission.taken_by)),
        state=submission.state,
        version=submission.version,
        since=submission.since,
        files=story.files,
        note=story.note,
        said=_words(story, said) if said else None,
        part_of=story.part_of,
        filed_by=story.name(story.latest) if story.latest.person_id != submission.mentee_id else "",
        accepted_by=_accepted_by(story),
        filed=_filed_in(story),
        document=story.label.document if story.label is not None else None,
        late=story.label is not None and story.label.late,
        earlier_form=story.label is not None and story.label.earlier_form,
        beside=story.label.beside if story.label is not None else None,
        times_back=times_back(story.moves),
        is_anothers=story.label is not None and story.label.is_anothers,
    )


def _accepted_by(story: Story) -> str:
    submission = story.submission
    if submission.state is not State.ACCEPTED or submission.decided_by is None:
        return ""
    return story.circle.names.get(submission.decided_by, "")


def _filed_in(story: Story) -> FiledIn | None:
    first = next(iter(story.filing.filings), None) if story.filing is not None else None
    if first is None:
        return None
    by = story.circle.names.get(first.filed_by, "")
    return FiledIn(filing_id=first.id, toolbar=first.toolbar, by=by, at=first.filed_at)


def shown(file: Attachment) -> FileShown:
    too_large, lost = file.keeping is Keeping.BY_REFERENCE, file.keeping is Keeping.LOST
    return FileShown(
        kind=file.kind,
        file_id=file.file_id,
        name=file.name,
        too_large=too_large,
        lost=lost,
        screening=file.screening,
    )


def _words(story: Story, move: Move) -> Words:
    return Words(kind=move.kind, author=story.name(move), text=move.words, voice_or_file=bool(move.files))


def called(circle: Circle, mentor: Person) -> str:
    return circle.names.get(mentor.id, mentor.name)
