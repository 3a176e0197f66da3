"""A manager decides what the sessions of a programme can be about: ticks topics, and types further ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, topics
from mentoring.acting import Acting
from mentoring.notices.programme_topics import TopicList, TopicSeen
from mentoring.prompts import Asking
from mentoring.topics import LONGEST_TOPIC, MOST_TOPICS
from mentoring.use_cases import open_questions
from mentoring.use_cases.asking import ask
from mentoring.use_cases.programme_cards import managed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt
    from mentoring.topics import Topic

A_PAGE = 8
_LAST_PAGE = MOST_TOPICS


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTopics:
    by: Acting
    programme_id: int
    page: int = 0


def open_topics(record: Record, command: OpenTopics, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    open_questions.give_up(record, manager, now)
    _show(record, command.by, manager, programme, now, page=command.page)


@dataclass(frozen=True, kw_only=True, slots=True)
class ToggleTopic:
    by: Acting
    programme_id: int
    key: int
    page: int


def toggle_topic(record: Record, command: ToggleTopic, now: datetime) -> None:
    """One that its manager has made up is gone when it is taken out; the others can be ticked again."""
    manager, programme = managed(record, command.by, command.programme_id)
    used = {one.key for one in topics.of_programme(programme, record.rules)}
    back = next((one for one in record.rules.topics if one.key == command.key), None)
    changed = programme
    if command.key in used:
        changed = topics.without_topic(programme, record.rules, command.key)
    elif back is not None:
        changed = topics.with_topic(programme, record.rules, back.said(programme.language))
    record.programmes.save(changed)
    _show(record, command.by, manager, changed, now, page=command.page)


def topics_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """One on a line."""
    manager, programme = managed(record, by, prompt.number("programme_id"))
    lines = [one for line in text.splitlines() if (one := names.cleaned_words(line).lstrip("-–•*▫️✅ ").strip())]
    changed = programme
    for line in lines:
        changed = topics.with_topic(changed, record.rules, line)
    too_many = len(topics.of_programme(changed, record.rules)) > MOST_TOPICS
    if not lines or too_many or any(len(one) > LONGEST_TOPIC for one in lines):
        return _show(record, by, manager, programme, now, page=prompt.number("page"), misread=True)
    record.programmes.save(changed)
    return _show(record, by, manager, changed, now, page=_LAST_PAGE)


def _show(
    record: Record,
    by: Acting,
    manager: Person,
    programme: Programme,
    now: datetime,
    *,
    page: int,
    misread: bool = False,
) -> None:
    listed = _listed(record, programme)
    used = {one.key for one in topics.of_programme(programme, record.rules)}
    pages = -(-len(listed) // A_PAGE)
    page = min(max(page, 0), pages - 1)
    notice = TopicList(
        programme_id=programme.id,
        programme=programme.name,
        topics=tuple(
            TopicSeen(key=one.key, words=one.said(manager.language), used=one.key in used)
            for one in listed[page * A_PAGE : (page + 1) * A_PAGE]
        ),
        used=len(used),
        page=page,
        pages=pages,
        misread=misread,
    )
    ask(record, by, Asking.PROGRAMME_TOPICS, notice, now, programme_id=programme.id, page=page)


def _listed(record: Record, programme: Programme) -> Sequence[Topic]:
    """What the definition file has stays in its place, ticked or not; what was added follows."""
    usual = {one.key for one in record.rules.topics}
    own = [one for one in topics.of_programme(programme, record.rules) if one.key not in usual]
    return [*record.rules.topics, *own]
