"""Words that stand in the plan for the mid-term monitoring, in chat and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.group_courses import Risk
from mentoring.monitoring_plans import Check, Method
from texts.say import plain

if TYPE_CHECKING:
    from mentoring.group_courses import Noticed
    from texts.say import Say


def check(say: Say, check: Check) -> str:
    match check:
        case Check.ATTENDANCE:
            return say.label("attendance")
        case Check.DOCUMENTS:
            return say.label("mandatory documents")
        case Check.GOALS:
            return say.label("progress with the goals")
        case Check.REPLY_TIMES:
            return say.label("reply times")
        case Check.ATMOSPHERE:
            return say.label("atmosphere in the group")
        case Check.MANAGER_SUPPORT:
            return say.label("the manager's support")
        case Check.SOMETHING_ELSE:
            return say.label("something else")
        case _:
            assert_never(check)


def method(say: Say, method: Method) -> str:
    match method:
        case Method.BOT:
            return say.label("what the bot has recorded")
        case Method.QUESTIONNAIRE:
            return say.label("questionnaire")
        case Method.INTERVIEW:
            return say.label("interviews")
        case Method.MEETING:
            return say.label("meeting with the group")
        case _:
            assert_never(method)


def purpose(say: Say) -> str:
    return say.label("How each group is doing, what helps, what is in the way, and what to change while there is time.")


def risk(say: Say, noticed: Noticed) -> str:
    of, count = noticed.group, noticed.count
    match noticed.risk:
        case Risk.NO_SESSION:
            return plain(
                say.n(
                    "{group}: {count} day without a session, and none planned",
                    "{group}: {count} days without a session, and none planned",
                    count,
                    group=of,
                )
            )
        case Risk.DOCUMENTS:
            return plain(
                say.n(
                    "{group}: {count} mandatory document is late",
                    "{group}: {count} mandatory documents are late",
                    count,
                    group=of,
                )
            )
        case Risk.ATTENDANCE:
            return say.label("{group}: attendance {percent} %", group=of, percent=count)
        case Risk.REPLIES:
            return plain(
                say.n(
                    "{group}: an answer of the mentor takes {count} day",
                    "{group}: an answer of the mentor takes {count} days",
                    count,
                    group=of,
                )
            )
        case Risk.RED:
            return plain(
                say.n(
                    "{group}: {count} talk went badly (only managers read this)",
                    "{group}: {count} talks went badly (only managers read this)",
                    count,
                    group=of,
                )
            )
        case _:
            assert_never(noticed.risk)


def step(say: Say, method: Method) -> str:
    """What is done on the way there; meetings are sessions, and called so."""
    match method:
        case Method.BOT:
            return say.label("Look through attendance, documents, goals and reply times")
        case Method.QUESTIONNAIRE:
            return say.label("Ask everybody in writing")
        case Method.INTERVIEW:
            return say.label("Talk with mentors and mentees")
        case Method.MEETING:
            return say.label("Mid-term monitoring")
        case _:
            assert_never(method)


def report(say: Say) -> str:
    return say.label("Report on the monitoring")
