"""Words around the list of what a programme's sessions can be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.programme_topics import TopicList, TopicSeen
    from texts.say import Say

_WIDEST_TOPIC = 37


def topic_list(say: Say, notice: TopicList) -> Html:
    parts = [
        say("💡 <b>Topics of {programme}</b>", programme=notice.programme),
        say("I could not use that. A topic is a line of up to 120 letters.") if notice.misread else Html(),
        say.n(
            "Mentors choose from {count} topic when they plan a session.",
            "Mentors choose from {count} topics when they plan a session.",
            notice.used,
        ),
        say("Tap one to take it out or to bring it back. Type further ones, one on a line."),
    ]
    return Html("\n\n".join(one for one in parts if one))


def topic_button(topic: TopicSeen) -> str:
    mark = "✅" if topic.used else "▫️"
    words = topic.words if len(topic.words) <= _WIDEST_TOPIC else f"{topic.words[: _WIDEST_TOPIC - 1]}…"
    return f"{mark} {words}"


def topics_button(say: Say) -> str:
    return say.label("💡 Topics")
