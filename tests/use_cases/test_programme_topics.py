"""What a programme's sessions can be about: its manager ticks topics, and types further ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring import topics
from mentoring.notices.programme_topics import TopicList
from mentoring.people import Language
from mentoring.topics import LONGEST_TOPIC, TOPICS
from mentoring.use_cases import programme_topics
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def opens(nova: Nova, page: int = 0) -> TopicList:
    command = programme_topics.OpenTopics(by=nova.by(nova.maria, pressed=7), programme_id=nova.programme.id, page=page)
    nova.desk.does(programme_topics.open_topics, command)
    return nova.last(nova.maria, TopicList)


def toggles(nova: Nova, key: int) -> TopicList:
    command = programme_topics.ToggleTopic(
        by=nova.by(nova.maria, pressed=7), programme_id=nova.programme.id, key=key, page=0
    )
    nova.desk.does(programme_topics.toggle_topic, command)
    return nova.last(nova.maria, TopicList)


def types(nova: Nova, text: str) -> TopicList:
    nova.desk.does(answer, Answer(by=nova.by(nova.maria), text=text))
    return nova.last(nova.maria, TopicList)


def words(nova: Nova) -> list[str]:
    programme = nova.desk.record.programmes.by_id(nova.programme.id)
    return [one.said(Language.EN) for one in topics.of_programme(programme, nova.desk.record.rules)]


def test_the_usual_topics_come_page_by_page_and_all_are_ticked(nova: Nova) -> None:
    first, last = opens(nova), opens(nova, page=99)

    assert (first.page, first.pages, last.page) == (0, 4, 3)
    assert [one.words for one in first.topics] == [one.said(Language.EN) for one in TOPICS[:8]]
    assert all(one.used for one in (*first.topics, *last.topics))


def test_a_topic_is_taken_out_stays_in_sight_and_comes_back(nova: Nova) -> None:
    opens(nova)
    listed = toggles(nova, TOPICS[0].key)

    assert (listed.topics[0].words, listed.topics[0].used, listed.used) == ("Choosing a profession", False, 27)
    assert words(nova) == [one.said(Language.EN) for one in TOPICS[1:]]
    assert toggles(nova, TOPICS[0].key).used == 28


def test_typed_lines_are_added_and_one_that_was_typed_goes_for_good(nova: Nova) -> None:
    opens(nova)
    listed = types(nova, "• Welding\n\nExcel for beginners")

    assert [one.words for one in listed.topics][-2:] == ["Welding", "Excel for beginners"]
    assert words(nova)[-2:] == ["Welding", "Excel for beginners"]
    gone = toggles(nova, listed.topics[-2].key)
    assert "Welding" not in {one.words for one in gone.topics}
    assert words(nova)[-1] == "Excel for beginners"


def test_what_is_no_topic_is_asked_again_and_changes_nothing(nova: Nova) -> None:
    opens(nova)

    assert types(nova, "x" * (LONGEST_TOPIC + 1)).misread is True
    assert types(nova, "•").misread is True
    assert types(nova, "\n".join(f"topic {number}" for number in range(80))).misread is True
    assert words(nova) == [one.said(Language.EN) for one in TOPICS]


def test_only_the_programmes_manager_changes_them(nova: Nova) -> None:
    command = programme_topics.ToggleTopic(by=nova.by(nova.anton), programme_id=nova.programme.id, key=1, page=0)

    assert nova.desk.refuses(programme_topics.toggle_topic, command) == "not_allowed"
