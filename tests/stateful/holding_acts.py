"""Sessions are begun, spoken in and ended; who was there is said, and what was posted is looked for and held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from mentoring.files import FileKind
from mentoring.ids import AttachmentId, GroupId, LineId, PersonId, SessionId
from mentoring.use_cases import attendance_cards, beginning_here, holding, presence, recording, things_door
from mentoring.use_cases import things_to_hand_in as handing
from mentoring.use_cases.keeping_files import FileStored, file_stored
from mentoring.use_cases.sending import SendFile
from storage.tables.people import groups
from storage.tables.submissions import attachments
from tests.stateful import meeting_model
from tests.stateful.sending_acts import FILE, MOVE
from tests.stateful.session_acts import leader_of
from tests.stateful.world import CLOCK, Step, World, act

if TYPE_CHECKING:
    from mentoring.files import Received
    from tests.stateful.meeting_model import Meeting

LINE = frozenset({"lines"})


def begin(world: World) -> None:
    """When its time has come, or long before; in private, or in a group's chat."""
    found = _some(world, "planned")
    if found is None:
        return
    number, meeting = found
    if meeting.starts > world.now and world.chance.random() < 0.8:
        world.model.now = meeting.starts + timedelta(minutes=world.chance.choice([-5, 0, 10]))
    world.connection.execute(update(groups).values(sees_messages=True))
    account = leader_of(world, meeting.group)
    command = holding.BeginSession(by=world.by(account, chat=_chat(world)), session_id=SessionId(number))
    is_free = not any(one.state == "running" for one in _of(world, meeting.group))
    world.take(
        Step(
            name=f"begin session {number} of group {meeting.group}",
            by=account,
            doing=act(holding.begin_session, command),
            allowed=world.model.leads(world.person(account), meeting.group) and is_free,
            meets=lambda one: one == number,
        )
    )


def hold_now(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    account = leader_of(world, group)
    world.connection.execute(update(groups).values(sees_messages=True))
    is_free = not any(one.state == "running" for one in _of(world, group))
    allowed = world.model.leads(world.person(account), group) and world.model.groups[group].state == "running"
    before = {*world.model.meetings.sessions}
    world.take(
        Step(
            name=f"hold_now in group {group}",
            by=account,
            doing=act(
                beginning_here.hold_now,
                beginning_here.HoldNow(by=world.by(account, chat=_chat(world)), group_id=GroupId(group)),
            ),
            allowed=allowed and is_free,
            sure=True,
            meets=lambda one: one not in before,
        )
    )


def end(world: World) -> None:
    found = _some(world, "running")
    if found is None:
        return
    number, meeting = found
    account = leader_of(world, meeting.group)
    command = holding.EndSession(by=world.by(account, chat=_chat(world)), session_id=SessionId(number))
    world.take(
        Step(
            name=f"end session {number}",
            by=account,
            doing=act(holding.end_session, command),
            allowed=world.model.leads(world.person(account), meeting.group),
            sure=True,
            meets=lambda one: one == number,
        )
    )


def say(world: World) -> None:
    """In a chat, by anybody: kept is what members say while it goes on; of anything else not a row changes."""
    chats = [(number, one.chat) for number, one in world.model.groups.items() if one.chat is not None]
    if not chats:
        return
    running = [(number, chat) for number, chat in chats if _running(world, number) is not None]
    group, chat = world.chance.choice(running if running and world.chance.random() < 0.8 else chats)
    near = [world.account(one.person) for one in world.model.of_group(group) if one.person is not None]
    account = world.chance.choice(near) if near and world.chance.random() < 0.8 else world.somebody()
    meeting = _running(world, group)
    person = world.person(account)
    is_kept = meeting is not None and meeting.keeps and meeting_model.speaks(world.model, person, group)
    file = _file(world, chat) if world.chance.random() < 0.4 else None
    by = replace(world.by(account, chat=chat, pressed=False), message_id=world.next())
    heard = recording.Heard(by=by, text=f"Said {by.message_id}", said_at=world.now + timedelta(seconds=1))
    if file is not None:
        said = replace(file, message_id=by.message_id or 0)
        heard = replace(heard, file=SendFile(by=by, file=said))
    is_record = meeting is not None and meeting.keeps
    brings = (LINE if is_kept else frozenset[str]()) | (FILE if is_kept and file is not None else frozenset[str]())
    done = world.take(
        Step(
            name=f"say_in_chat of {group}{' a file' if file else ''}{', kept' if is_kept else ''}",
            by=account,
            doing=act(recording.hear, heard),
            allowed=True,
            owing=True,
            brings=brings,
            may_bring=frozenset[str]() if is_record or file is None else FILE | MOVE,
            meets=lambda one: is_kept and world.model.sessions.get(one) == group,
        )
    )
    if done and not is_kept and (file is None or is_record):
        world.expect(world.changed == 0, "what nobody keeps left something behind")


def edit(world: World) -> None:
    """While it goes on it reads as it was put right; afterwards as it was."""
    lines = world.model.meetings.lines
    if not lines:
        return
    number = world.chance.choice([*lines])
    line = lines[number]
    group = world.model.sessions[line.session]
    chat = world.model.groups[group].chat
    if chat is None:
        return
    account = world.account(line.person)
    meeting = world.model.meetings.sessions[line.session]
    speaks = meeting_model.speaks(world.model, line.person, group)
    is_kept = meeting.state == "running" and speaks and _running(world, group) == meeting
    by = replace(world.by(account, chat=chat, pressed=False), message_id=line.message)
    heard = recording.Heard(by=by, text=f"Edited {world.next()}", said_at=line.said, edits=True)
    world.take(
        Step(
            name=f"edit line {number}{', kept' if is_kept else ''}",
            by=account,
            doing=act(recording.hear, heard),
            allowed=True,
            owing=True,
            meets=lambda one: is_kept and one == line.session,
        )
    )
    told = world.model.meetings.lines[number].text
    world.expect(told == (heard.text if is_kept else line.text), f"line {number} reads {told}")


def stored(world: World) -> None:
    """The copy of something posted has been made."""
    waiting = select(attachments.c.id).where(attachments.c.keeping == "pending")
    numbers = [*world.connection.scalars(waiting)]
    if not numbers:
        return
    number = world.chance.choice(numbers)
    is_program = world.chance.random() < 0.1
    command = FileStored(attachment_id=AttachmentId(number), sha256=f"{number:064}", size=10, is_program=is_program)
    step = Step(
        name=f"store {number}",
        by=CLOCK,
        doing=lambda record, now: file_stored(record, command, now),
        allowed=True,
        may_lose=FILE if is_program else frozenset(),
    )
    world.take(step)


def look(world: World) -> None:
    """For a list, or for one thing, and perhaps it is held back or handed in."""
    lines = [number for number, one in world.model.meetings.lines.items() if one.kind != "text"]
    group = world.chance.choice([*world.model.groups])
    near = [world.account(one.person) for one in world.model.of_group(group) if one.person is not None]
    account = world.chance.choice(near) if near and world.chance.random() < 0.7 else world.somebody()
    person, by = world.person(account), world.by(account)
    listed = things_door.OpenThings(by=by, group_id=GroupId(group) if world.chance.random() < 0.5 else None)
    world.take(
        Step(name="list_things", by=account, doing=act(things_door.open_things, listed), allowed=person is not None)
    )
    if not lines:
        return
    number = world.chance.choice(lines)
    world.take(
        Step(
            name=f"see_thing {number}",
            by=account,
            doing=act(things_door.send_thing, things_door.SendThing(by=by, line_id=LineId(number))),
            allowed=meeting_model.finds(world.model, person, number),
        )
    )


def hold_back(world: World) -> None:
    lines = {number: one for number, one in world.model.meetings.lines.items() if one.kind != "text"}
    if not lines:
        return
    number = world.chance.choice([*lines])
    line = lines[number]
    group = world.model.sessions[line.session]
    owner = world.account(line.person)
    account = world.chance.choice([owner, leader_of(world, group), world.somebody()])
    person = world.person(account)
    own = person is not None and person == line.person and world.model.takes_part(person, group)
    may = own or world.model.leads(person, group)
    command = things_door.HoldBack(by=world.by(account), line_id=LineId(number), sure=True)
    done = world.take(
        Step(
            name=f"hold_back {number}",
            by=account,
            doing=act(things_door.hold_back, command),
            allowed=may and not line.withheld,
        )
    )
    world.expect(not done or world.model.meetings.lines[number].withheld, f"{number} is not held back")


def hand_in(world: World) -> None:
    lines = {number: one for number, one in world.model.meetings.lines.items() if one.kind in {"photo", "file"}}
    if not lines:
        return
    number = world.chance.choice([*lines])
    line = lines[number]
    group = world.model.sessions[line.session]
    account = world.account(line.person) if world.chance.random() < 0.8 else world.somebody()
    person = world.person(account)
    world.take(
        Step(
            name=f"hand_thing_in {number}",
            by=account,
            doing=act(
                handing.hand_thing_in, handing.HandThingIn(by=world.by(account), line_id=LineId(number), yes=True)
            ),
            allowed=person == line.person and world.model.has(person, group, "mentee"),
            may_bring=FILE | MOVE,
            papers=lambda one: world.model.papers[one].mentee == person,
        )
    )


def be_there(world: World) -> None:
    """They say so themselves, or a leader turns it; one row changes, and no other."""
    found = _some(world, "running") or _some(world, "held")
    if found is None:
        return
    number, meeting = found
    mentees = [one for one in world.model.accounts if world.model.has(world.person(one), meeting.group, "mentee")]
    before = world.model.meetings.there
    if mentees and world.chance.random() < 0.5:
        account = world.chance.choice(mentees)
        command = presence.SayHere(by=world.by(account, chat=_chat(world)), session_id=SessionId(number))
        whose = world.person(account)
        step = Step(
            name=f"say_here at {number}",
            by=account,
            doing=act(presence.say_here, command),
            allowed=meeting.state == "running",
            meets=lambda one: one == number,
        )
    else:
        account = leader_of(world, meeting.group)
        whose = world.person(world.chance.choice(mentees) if mentees else world.somebody()) or 0
        turn = attendance_cards.TurnPresence(
            by=world.by(account), session_id=SessionId(number), person_id=PersonId(whose)
        )
        step = Step(
            name=f"turn_presence of {whose} at {number}",
            by=account,
            doing=act(attendance_cards.turn_presence, turn),
            allowed=world.model.leads(world.person(account), meeting.group),
            meets=lambda one: one == number,
        )
    world.take(step)
    after = world.model.meetings.there
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    world.expect(changed <= {(number, whose)}, f"of {changed} somebody said who was there, and not of {whose}")


def confirm(world: World, number: int | None = None) -> None:
    found = _some(world, "held")
    if found is None:
        return
    number = number or found[0]
    meeting = world.model.meetings.sessions[number]
    account = leader_of(world, meeting.group)
    command = attendance_cards.ConfirmAttendance(by=world.by(account), session_id=SessionId(number))
    before = world.model.meetings.there
    world.take(
        Step(
            name=f"confirm_attendance of {number}",
            by=account,
            doing=act(attendance_cards.confirm_attendance, command),
            allowed=world.model.leads(world.person(account), meeting.group),
            meets=lambda one: one == number,
        )
    )
    after = world.model.meetings.there
    lost = {key for key, said in before.items() if after.get(key) != said}
    world.expect(not lost, f"what was said of {lost} was changed by confirming")


def _some(world: World, state: str) -> tuple[int, Meeting] | None:
    found = [(number, one) for number, one in world.model.meetings.sessions.items() if one.state == state]
    return world.chance.choice(found) if found else None


def _of(world: World, group: int) -> list[Meeting]:
    return [one for one in world.model.meetings.sessions.values() if one.group == group]


def _running(world: World, group: int) -> Meeting | None:
    return next((one for one in _of(world, group) if one.state == "running"), None)


def _chat(world: World) -> int | None:
    bound = [one.chat for one in world.model.groups.values() if one.chat is not None]
    return world.chance.choice(bound) if bound and world.chance.random() < 0.4 else None


def _file(world: World, chat: int) -> Received:
    kind = world.chance.choice([FileKind.DOCUMENT, FileKind.PHOTO, FileKind.VOICE])
    names = {FileKind.DOCUMENT: ("essay.pdf", "application/pdf"), FileKind.PHOTO: ("", "image/jpeg")}
    name, mime = names.get(kind, ("", "audio/ogg"))
    return replace(world.file(chat), kind=kind, file_name=name, mime=mime)
