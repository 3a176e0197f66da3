"""What has to hold around sessions after every step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.stateful import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from tests.stateful.meeting_model import Meeting, Meetings
    from tests.stateful.model import Model


def complaints(model: Model, after: Meetings, may_change: Callable[[int], bool]) -> Iterator[str]:
    """What was changed has to be of a session that the actor may change; the rest stays as it was."""
    before = model.meetings
    for number, meeting in after.sessions.items():
        known = before.sessions.get(number)
        if known is None:
            yield from _new(model, number, meeting)
        elif known != meeting and not may_change(number):
            yield f"session {number} was changed by somebody who may not: {meeting} instead of {known}"
    yield from _rules(model, after)
    yield from _written(before, after, may_change)


def _new(model: Model, number: int, meeting: Meeting) -> Iterator[str]:
    earlier = [one.number for one in model.meetings.sessions.values() if one.group == meeting.group]
    if meeting.number <= max(earlier, default=0):
        yield f"session {number} has the number of an earlier one: {meeting}"
    is_sound = {
        "planned": meeting.starts > model.now,
        "held": meeting.starts < model.now and meeting.ends <= model.now,
        "running": meeting.began == model.now,
    }
    if not is_sound.get(meeting.state, False):
        yield f"session {number} cannot have come about: {meeting}"


def _rules(model: Model, after: Meetings) -> Iterator[str]:
    running = [one.group for one in after.sessions.values() if one.state == "running"]
    if len(running) != len(set(running)):
        yield f"two sessions of one group go on: {running}"
    for number, one in after.sessions.items():
        if one.state in {"held", "running"} and (one.began or one.starts) > model.now:
            yield f"session {number} was held in the future: {one}"
        if one.finished is not None and (one.began is None or one.finished < one.began):
            yield f"session {number} ended before it began: {one}"
        if one.state == "running" and one.began is None:
            yield f"session {number} goes on and never began: {one}"
    for number, line in after.lines.items():
        meeting = after.sessions[line.session]
        ended = meeting.finished or model.now
        if not meeting.keeps or meeting.began is None or not meeting.began < line.said <= ended:
            yield f"line {number} was kept, and was not said between start and end: {line}, {meeting}"
        if model.meetings.lines.get(number, line).withheld and not line.withheld:
            yield f"line {number} is not held back any more"


def _written(before: Meetings, after: Meetings, may_change: Callable[[int], bool]) -> Iterator[str]:
    for number in after.minutes.keys() | before.minutes.keys():
        if before.minutes.get(number) != after.minutes.get(number) and not may_change(number):
            yield f"the minutes of {number} were changed: {after.minutes.get(number)}"
    for session, person in after.there.keys() | before.there.keys():
        key = (session, person)
        if before.there.get(key) != after.there.get(key) and not may_change(session):
            yield f"whether {person} was at {session} was changed: {after.there.get(key)}"
    for number, line in after.lines.items():
        known = before.lines.get(number, line)
        if replace(line, withheld=False) != replace(known, withheld=False) and not may_change(line.session):
            yield f"line {number} was changed: {line} instead of {known}"
    for number, task in after.tasks.items():
        if before.tasks.get(number) != task and not may_change(task.session):
            yield f"task {number} was changed: {task}"


def merged(before: Meetings, after: Meetings, duplicate: int, into: int) -> Iterator[str]:
    """All that was said by or about one of the two is the other's, and of nobody else's anything has changed."""

    def renamed(person: int | None) -> int | None:
        return into if person == duplicate else person

    for number, line in before.lines.items():
        if after.lines.get(number) != replace(line, person=renamed(line.person)):
            yield f"line {number} is {after.lines.get(number)}"
    for number, talk in before.talks.items():
        if after.talks.get(number) != replace(talk, person=renamed(talk.person)):
            yield f"talk {number} is {after.talks.get(number)}"
    for number, task in before.tasks.items():
        if after.tasks.get(number) != replace(task, owner=renamed(task.owner), maker=renamed(task.maker) or 0):
            yield f"task {number} is {after.tasks.get(number)}"
    wanted = {(session, renamed(person)) for session, person in before.there}
    if {*after.there} != wanted:
        yield f"who was there is said of {set(after.there)} instead of {wanted}"
    if before.sessions != after.sessions or before.minutes != after.minutes:
        yield "sessions or minutes changed"


def left_alone(connection: Connection, model: Model, after: Meetings) -> Iterator[str]:
    """A session that goes on is ended by the bot if nobody does it."""
    ending = {subject for kind, subject in rows.pending(connection) if kind == "auto_end"}
    for number, one in after.sessions.items():
        if one.state == "running" and number not in ending:
            yield f"session {number} goes on, and nothing will end it: {one}"
        if one.state == "running" and model.groups[one.group].state == "merged":
            yield f"session {number} goes on in a group that went on elsewhere"
