"""What each document of the kit is for, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from texts.say import Html, Say


def purpose(say: Say, code: str) -> Html | None:
    """None for a code that only a programme's own definition knows."""
    return _sentences(say).get(code)


def _sentences(say: Say) -> Mapping[str, Html]:
    return {**_tools(say), **_further(say)}


def _tools(say: Say) -> Mapping[str, Html]:
    return {
        "T00": say("It says what every document is for. Please read it first."),
        "T01": say("Tells who the mentee is and what they hope for, so that the right mentor is found."),
        "T02": say("The mentee's own goals and first steps, set down with the mentor."),
        "T03": say("What the group wants to reach together, and its rules of communication."),
        "T04": say("What manager, mentor and mentees promise each other."),
        "T05": say("All sessions in one table: when, where, about what."),
        "T06": say("Five short questions after each session. The easiest way is to answer them here in the chat."),
        "T07": say("Where the mentee stands at the beginning. Compared with the final questionnaire later."),
        "T08": say("Where the mentee stands at the end, and what helped."),
        "T09": say("Helps a future mentor find out whether the task suits them."),
        "T10": say("Who took part in a session, with signatures."),
        "T11": say("What will be looked at in the middle of the programme, how and by whom."),
        "T12": say("Questions for the talk in the middle of the programme, with room for the answers."),
        "T13": say("Questions for the last meeting of the group, with room for the answers."),
        "T14": say("How the mentor saw the programme, and what should be better."),
    }


def _further(say: Say) -> Mapping[str, Html]:
    return {
        "X01": say("Who was at which session. I fill in what I know."),
        "X02": say("What happened in a session, and what was agreed."),
        "X03": say("The manager's report on a group."),
        "X04": say("For somebody who leaves before the end: why, and what is still open."),
        "X05": say("What a new mentor has to know about the group."),
        "X06": say("Confirms at the end who took part, and for how many hours."),
        "X07": say("What happens to personal data, and the consent to it on paper."),
        "X08": say("To write down something that worries you, or that has happened."),
        "X09": say("How we treat each other. It is only read."),
    }
