"""Raising a concern: words, voice or photos, shown once more before they go to the managers, past the mentor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import concern_drafts, names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.concern_drafts import ConcernDraft
from mentoring.ids import PersonId, ProgrammeId
from mentoring.notices import PLAIN, Notice
from mentoring.notices.concerns import ConcernChoice, ConcernWriting, ManagersNeeded, OwnConcern
from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import home, open_questions
from mentoring.use_cases.concern_cards import tell_reader
from mentoring.use_cases.concern_readers import Raised, mentors_of, place_in, programmes_of, readers
from mentoring.use_cases.operating import tell_one_of_the_others
from mentoring.use_cases.yes_no import understood
from mentoring.working_hours import answering_hours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.concerns import Concern
    from mentoring.files import Received
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class RaiseConcern:
    """Opens the question; nothing is sent yet."""

    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class AddressConcern:
    """To the managers of this programme, but for the one it is about."""

    by: Acting
    programme_id: ProgrammeId
    about_id: PersonId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SendConcern:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class EmptyConcern:
    """What was written so far is forgotten."""

    by: Acting


def raise_concern(record: Record, command: RaiseConcern, now: datetime) -> None:
    """One that is being written already goes on."""
    person = authorise(record, command.by, Act.RAISE_CONCERN).known()
    programmes = programmes_of(record, person.id)
    if not programmes:
        raise Refusal(Why.NOT_ALLOWED)
    open_questions.give_up(record, person, now)
    draft = _open(record, command.by, now) or ConcernDraft(programme_id=programmes[0].id)
    _ask(record, command.by, person, draft, now)


def go_on(record: Record, by: Acting, person: Person, draft: ConcernDraft, now: datetime) -> None:
    """On a new Telegram account: what was written is not lost."""
    _ask(record, by, person, draft, now)


def address_concern(record: Record, command: AddressConcern, now: datetime) -> None:
    person, draft = _writing(record, command.by, now)
    if command.programme_id not in {one.id for one in programmes_of(record, person.id)}:
        raise Refusal(Why.NOT_ALLOWED)
    about = command.about_id if command.about_id in _managers(record, command.programme_id) else None
    _ask(record, command.by, person, replace(draft, programme_id=command.programme_id, about_id=about), now)


def empty_concern(record: Record, command: EmptyConcern, now: datetime) -> None:
    person, draft = _writing(record, command.by, now)
    _ask(record, command.by, person, replace(draft, words="", files=()), now)


def take_words(record: Record, by: Acting, text: str, now: datetime) -> bool:
    """False when no concern is being written. Before anything else reads them: they are for nobody else."""
    if _open(record, by, now) is None:
        return False
    person, draft = _writing(record, by, now)
    answer = understood(text) if draft.says_something else None
    if answer is True:
        send_concern(record, SendConcern(by=by), now)
    elif answer is False:
        home.open_home(record, home.OpenHome(by=by), now)
    else:
        words = text if names.cleaned_words(text) else ""
        longer = concern_drafts.with_words(draft, words)
        _ask(record, by, person, longer or draft, now, full=longer is None)
    return True


def take_file(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """False when no concern is being written."""
    if _open(record, by, now) is None:
        return False
    person, draft = _writing(record, by, now)
    longer = concern_drafts.with_file(draft, file)
    _ask(record, by, person, longer or draft, now, full=longer is None)
    return True


def is_part(record: Record, by: Acting, file: Received, now: datetime) -> bool:
    """Of a concern that was raised, or that is being written: an edit does not change it."""
    draft = _open(record, by, now)
    writing = draft is not None and any(one.message_id == file.message_id for one in draft.files)
    return writing or record.concerns.came_in(file.chat_id, file.message_id)


def send_concern(record: Record, command: SendConcern, now: datetime) -> Notice | None:
    person, draft = _writing(record, command.by, now)
    told = _readers(record, person, draft)
    is_for_somebody = bool(told) or draft.about_id is not None
    if not draft.says_something or not is_for_somebody:
        raise Refusal(Why.NOT_UNDERSTOOD if is_for_somebody else Why.NOT_ALLOWED)
    record.prompts.close(command.by.telegram_id)
    concern = _keep(record, person, draft, now)
    reached = [tell_reader(record, concern, one) for one in told]
    programme = record.programmes.by_id(draft.programme_id)
    if not any(reached):
        _call_for_help(record, programme.name, now, is_read=bool(told), without={person.id, draft.about_id})
    notices.tell(record, person, home.card(record, person, now), PLAIN)
    receipt = OwnConcern(
        concern_id=concern.id,
        raised_at=now,
        readers=tuple(one.name for one in told),
        reached=any(reached),
        contacts=programme.contacts,
        hours=answering_hours(programme, record.rules.days_off, now) if any(reached) else None,
    )
    notices.answer(record, replace(command.by, pressed=None), person, receipt)
    return None


def _call_for_help(
    record: Record, programme: str, now: datetime, *, is_read: bool, without: set[PersonId | None]
) -> None:
    needed = (
        ManagersNeeded(programme=programme, on=now.date()) if is_read else AnotherManagerNeeded(programme=programme)
    )
    tell_one_of_the_others(record, needed, but=without)


def _keep(record: Record, person: Person, draft: ConcernDraft, now: datetime) -> Concern:
    place = place_in(record, person.id, draft.programme_id)
    concern = record.concerns.add(
        programme_id=draft.programme_id,
        group_id=place.group_id if place else None,
        person_id=person.id,
        text=draft.words,
        about_id=draft.about_id,
        now=now,
    )
    for file in draft.files:
        record.attachments.add_to_concern(concern.id, file, now)
    return concern


def _ask(record: Record, by: Acting, person: Person, draft: ConcernDraft, now: datetime, *, full: bool = False) -> None:
    record.prompts.ask(
        Prompt(telegram_id=by.telegram_id, asking=Asking.CONCERN, draft=draft.kept(), expires_at=now + VALID)
    )
    about = record.people.by_id(draft.about_id).name if draft.about_id else None
    raised = Raised(programme_id=draft.programme_id, person_id=person.id, about_id=draft.about_id)
    told, mentors = readers(record, raised), mentors_of(record, raised)
    card = ConcernWriting(
        readers=tuple(one.name for one in told),
        mentors=tuple(one.name for one in told if one.id in mentors),
        about=about,
        words=draft.words,
        files=len(draft.files),
        full=full,
        contacts=record.programmes.by_id(draft.programme_id).contacts,
        choices=tuple(_choices(record, person, draft)),
    )
    notices.answer(record, by, person, card)


def _choices(record: Record, person: Person, draft: ConcernDraft) -> Iterator[ConcernChoice]:
    """The other programmes; and past one manager, also the only one: then it waits for another."""
    for programme in programmes_of(record, person.id):
        if programme.id != draft.programme_id:
            yield ConcernChoice(programme_id=programme.id, about_id=None, name=programme.name)
    if draft.about_id is not None:
        return
    for manager in _readers(record, person, draft):
        yield ConcernChoice(programme_id=draft.programme_id, about_id=manager.id, name=manager.name)


def _readers(record: Record, person: Person, draft: ConcernDraft) -> Sequence[Person]:
    return readers(record, Raised(programme_id=draft.programme_id, person_id=person.id, about_id=draft.about_id))


def _managers(record: Record, programme_id: ProgrammeId) -> set[PersonId]:
    people = (*record.managers.of_programme(programme_id), *record.managers.appointed(programme_id))
    return {one.id for one in people}


def _writing(record: Record, by: Acting, now: datetime) -> tuple[Person, ConcernDraft]:
    person, draft = authorise(record, by, Act.RAISE_CONCERN).known(), _open(record, by, now)
    if draft is None:
        raise Refusal(Why.GONE)
    return person, draft


def _open(record: Record, by: Acting, now: datetime) -> ConcernDraft | None:
    prompt = record.prompts.of(by.telegram_id, now)
    return concern_drafts.read(prompt) if prompt is not None and prompt.asking is Asking.CONCERN else None
