"""The catalogue of topics: the default one in both languages, and what a manager makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mentoring import topics
from mentoring.groups import Programme
from mentoring.ids import ProgrammeId
from mentoring.people import Language
from mentoring.rules import Rules
from mentoring.sessions import SessionKind
from mentoring.topics import TOPICS, Topic, TopicKind

RULES = Rules()
PROGRAMME = Programme(
    id=ProgrammeId(1),
    name="Spring",
    organisation="Association",
    language=Language.EN,
    zone="Europe/Sofia",
    created_at=datetime(2026, 11, 1, tzinfo=UTC),
)


def _words(found: object) -> list[str]:
    assert isinstance(found, list | tuple)
    return [one.said(Language.EN) for one in found]


def test_a_programme_without_a_list_has_the_definition_files() -> None:
    assert topics.of_programme(PROGRAMME, RULES) == TOPICS
    own = (Topic(kind=TopicKind.ANY, words={Language.EN: "Welding"}),)
    assert topics.of_programme(PROGRAMME, replace(RULES, topics=own)) == own


def test_every_topic_has_words_in_every_language_and_a_key_of_its_own() -> None:
    assert all(set(one.words) == set(Language) for one in TOPICS)
    assert len({one.key for one in TOPICS}) == len(TOPICS)
    assert {one.kind for one in TOPICS} == set(TopicKind)


def test_a_line_of_the_managers_list_keeps_the_translation_that_is_known() -> None:
    listed = topics.of_programme(replace(PROGRAMME, topics="Бизнес план\n\n Welding \n"), RULES)
    assert [one.said(Language.EN) for one in listed] == ["Business plan", "Welding"]
    assert [one.said(Language.BG) for one in listed] == ["Бизнес план", "Welding"]
    assert [one.kind for one in listed] == [TopicKind.ENTREPRENEURSHIP, TopicKind.ANY]


def test_a_topic_is_added_once_and_taken_out_again() -> None:
    added = topics.with_topic(PROGRAMME, RULES, "Welding")
    assert _words(topics.of_programme(added, RULES)) == [*_words(TOPICS), "Welding"]
    assert topics.with_topic(added, RULES, "welding") == added
    key = topics.known("Welding", ()).key
    assert _words(topics.of_programme(topics.without_topic(added, RULES, key), RULES)) == _words(TOPICS)


def test_what_fits_the_session_comes_first_and_nothing_is_left_out() -> None:
    fitting = topics.fitting(TOPICS, SessionKind.ENTREPRENEURSHIP)
    assert [one.kind for one in fitting] == [
        *[TopicKind.ENTREPRENEURSHIP] * 10,
        *[TopicKind.ANY] * 8,
        *[TopicKind.EMPLOYABILITY] * 10,
    ]
    assert topics.fitting(TOPICS, SessionKind.FINAL)[0].kind is TopicKind.ANY
