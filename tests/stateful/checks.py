"""What has to hold after every step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from bot.rendering import KINDS, Envelope
from mentoring.ids import GroupId, PersonId, ProgrammeId
from storage.tables.outbox import outbox
from tests.stateful import audience, document_audience, meeting_audience, meeting_model, rows
from tests.stateful.model import HERE, Model, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from storage.record import SqlRecord
    from tests.stateful.rows import Rows

_QUESTION = re.compile(r"Question \d+\?")
_NAME = re.compile(r"\bN\d+\b")
#: Names as the walk gives them.
WORDS = re.compile(r"\bN\d+\b|\b(?:Paper|Name|Door) \w+")


def complaints(model: Model, seen: Rows, may_change: set[int], *, absences: bool) -> Iterator[str]:
    """Where the record does not say what the model says; what is new has to be expected."""
    if seen.accounts != model.accounts:
        yield f"accounts: {seen.accounts} instead of {model.accounts}"
    if seen.managers != model.managers:
        yield f"managers: {seen.managers} instead of {model.managers}"
    groups = {number: (one.state, one.chat) for number, one in model.groups.items()}
    if seen.groups != groups:
        yield f"groups: {seen.groups} instead of {groups}"
    yield from _places(model, seen)
    yield from _papers(model, seen, may_change)
    yield from _absences(model, seen, absences=absences)
    if any(seen.sessions.get(number) != group for number, group in model.sessions.items()):
        yield f"sessions: {seen.sessions} instead of {model.sessions}"
    model.sessions = seen.sessions
    agreed = {one: version for one, version in seen.agreed.items() if one in model.accounts.values()}
    if agreed != {one: model.agreed.get(one) for one in model.accounts.values()}:
        yield f"agreed to the notice: {agreed} instead of {model.agreed}"
    if seen.concerns != model.concerns:
        yield f"concerns: {seen.concerns} instead of {model.concerns}"
    questions = {number: (one.group, one.person) for number, one in model.questions.items()}
    if seen.questions != questions:
        yield f"questions: {seen.questions} instead of {questions}"
    yield from _rules(model)


def _places(model: Model, seen: Rows) -> Iterator[str]:
    for number, place in seen.places.items():
        known = model.places.get(number)
        if known is None:
            alike = [one for one in model.coming if _facts(one) == _facts(place)]
            if not alike:
                yield f"nobody expected place {number}: {place}"
                continue
            known = alike[0]
            model.coming.remove(known)
            model.places[number] = known
        if _facts(known) != _facts(place):
            yield f"place {number}: {place} instead of {known}"
        known.until = place.until
    for number in model.places.keys() - seen.places.keys():
        yield f"place {number} is lost"
    if model.coming:
        yield f"did not come into being: {model.coming}"


def _facts(place: Place) -> tuple[int, str, int | None, str]:
    return (place.group, place.role, place.person, place.state)


def _papers(model: Model, seen: Rows, may_change: set[int]) -> Iterator[str]:
    """A changed paper has to be one that the actor may change; its group is foretold by the model."""
    for number, paper in seen.papers.items():
        known = model.papers.get(number)
        if known is None:
            if paper.group is not None and not model.has(paper.mentee, paper.group, "mentee"):
                yield f"paper {number} of somebody who is no mentee there: {paper}"
            model.papers[number] = paper
            continue
        if (known.mentee, known.group) != (paper.mentee, paper.group) and number not in may_change:
            yield f"paper {number} moved: {paper} instead of {known}"
        if known != paper and number not in may_change:
            yield f"paper {number} was changed by somebody who may not: {paper} instead of {known}"
        model.papers[number] = paper
    for number in model.papers.keys() - seen.papers.keys():
        if model.papers[number].state in {"waiting", "asked", "returned", "unreadable", "accepted", "withdrawn"}:
            yield f"paper {number} is lost"
        del model.papers[number]


def _absences(model: Model, seen: Rows, *, absences: bool) -> Iterator[str]:
    if seen.away != model.away and not absences:
        yield f"absences: {seen.away} instead of {model.away}"
    model.away.update(seen.away)


def _rules(model: Model) -> Iterator[str]:
    """What can never be, whatever was done."""
    for programme in {one.programme for one in model.groups.values()}:
        if not any(of == programme for of, _ in model.managers):
            yield f"programme {programme} has no manager"
    chats = [one.chat for one in model.groups.values() if one.chat is not None]
    if len(chats) != len(set(chats)):
        yield "two groups in one chat"
    for number, group in model.groups.items():
        here = [one for one in model.of_group(number) if one.state in HERE]
        if group.state == "merged" and here:
            yield f"group {number} went on elsewhere, and {here} stay behind"
        seats = [(one.role, one.person) for one in here]
        if len(seats) != len(set(seats)):
            yield f"somebody is in group {number} twice: {here}"
    for number, paper in model.papers.items():
        if paper.state == "waiting" and (paper.group is None or model.groups[paper.group].state == "merged"):
            yield f"paper {number} waits in no group"


def told_wrongly(connection: Connection, model: Model, since: int) -> Iterator[str]:
    """What went to a chat of somebody who may not read it."""
    news = select(outbox.c.chat_id, outbox.c.kind, outbox.c.facts).where(outbox.c.id > since)
    for row in connection.execute(news):
        kind = KINDS.get(row.kind)
        if kind is None or not row.facts:
            continue
        yield from _words_let_slip(model, row.chat_id, row.facts)
        yield from _erased_named(model, row.facts)
        if kind.__module__ in document_audience.MODULES:
            rows.learn_documents(connection, model)
        if kind.__module__ in meeting_audience.MODULES:
            model.meetings = meeting_model.learn(connection)
        envelope = msgspec.json.decode(row.facts, type=Envelope)
        notice = msgspec.json.decode(envelope.notice, type=kind)
        found = audience.complaint(model, audience.Sent(chat_id=row.chat_id, notice=notice))
        if found is not None:
            yield found


def _words_let_slip(model: Model, chat_id: int, facts: str) -> Iterator[str]:
    """What was asked or told in private, in whatever kind of message it comes."""
    person = model.accounts.get(chat_id)
    for words in _QUESTION.findall(facts):
        for question in (one for one in model.questions.values() if one.words == words):
            posted = question.openly and chat_id == model.groups[question.group].chat
            if not (posted or person == question.person or model.reviews(person, question.group)):
                yield f"{words} was told to {chat_id} (person {person}): {facts}"
            if posted and set(_NAME.findall(facts)) & model.names_of(question.person):
                yield f"who asked {words} is named before the group: {facts}"


def _erased_named(model: Model, facts: str) -> Iterator[str]:
    """Nothing of somebody erased is told to anybody any more."""
    found = set(WORDS.findall(facts)) & model.forgotten if model.forgotten else set()
    if found:
        yield f"{found} was erased, and is told: {facts}"


def left_alone(record: SqlRecord, connection: Connection, model: Model, seen: Rows) -> Iterator[str]:
    """What is open has exactly those in charge whom the model names, and the managers see the rest."""
    for number, paper in model.papers.items():
        if paper.state != "waiting" or paper.group is None:
            continue
        circle = record.submissions.circle(GroupId(paper.group))
        taken_by = None if paper.taken is None else PersonId(paper.taken)
        waited_for: set[int] = {one.id for one in circle.waited_for(taken_by)}
        if waited_for != model.responsible(paper):
            yield f"paper {number} waits for {waited_for} instead of {model.responsible(paper)}"
        if not waited_for & seen.reached and not _is_seen_by_managers(record, model, number, paper.group):
            yield f"paper {number} waits for nobody, and no manager sees it"
    yield from _unread(record, model)
    yield from _unanswered(record, model)
    yield from _appointments(connection, model)
    for number, starts_at in seen.ahead:
        if starts_at > model.now and model.groups[number].state != "running":
            yield f"a session is ahead in group {number}, which runs no more"


def _unread(record: SqlRecord, model: Model) -> Iterator[str]:
    """Every concern that nobody has taken care of is on the list of all who may read it, and there is somebody."""
    for number, concern in model.concerns.items():
        readers = {one for one in model.accounts.values() if model.reads_concern(one, concern)}
        if concern.seen is not None:
            continue
        if not readers and not model.is_past_everybody(concern):
            yield f"concern {number} is read by nobody"
        for one in readers:
            if number not in {each.id for each in record.concerns.open_for(PersonId(one))}:
                yield f"concern {number} is on no list of {one}"
    for telegram_id, group in rows.at_the_door(record.connection, model.now).items():
        if group in model.groups and not model.on_duty(model.groups[group].programme):
            yield f"{telegram_id} waits at the door of group {group}, and nobody decides"


def _unanswered(record: SqlRecord, model: Model) -> Iterator[str]:
    """What was asked in private and nobody has answered is what a successor would be named."""
    for number in model.groups:
        waiting = {int(one.id) for one in record.questions.waiting_in(GroupId(number))}
        asked = {one for one, each in model.questions.items() if each.group == number and not each.answered}
        if waiting != asked:
            yield f"in group {number} the questions {waiting} wait instead of {asked}"


def _is_seen_by_managers(record: SqlRecord, model: Model, number: int, group: int) -> bool:
    managers = record.managers.of_programme(ProgrammeId(model.groups[group].programme))
    waiting = {line.submission_id for line in record.submissions.waiting([GroupId(group)])}
    return number in waiting and any(model.manages(one.id, group) for one in managers)


def _appointments(connection: Connection, model: Model) -> Iterator[str]:
    for kind, subject in rows.pending(connection):
        if kind == "pause_end" and (subject not in model.places or model.places[subject].state != "paused"):
            yield f"the pause of place {subject} is to end, which is {model.places.get(subject)}"
        if kind in {"absence_begin", "absence_end"}:
            away = model.away[subject]
            if away.ended is not None:
                yield f"{kind} of absence {subject} is still to come, which is over: {away}"
