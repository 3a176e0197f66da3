"""Words while a session goes on, and about who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.agenda import Point
from mentoring.attendance import Presence
from mentoring.people import Role
from texts.say import Html
from texts.session_things import kept

if TYPE_CHECKING:
    from mentoring.notices.holding import AttendanceCard, BeginQuestion, MissedAgain, MissedYou, RunningPost, Waiting
    from mentoring.notices.running import AgendaPoint, Running, Seat
    from texts.say import Say


def point(say: Say, of: AgendaPoint) -> str:
    match of.point:
        case None:
            return of.text
        case Point.CHECK_IN:
            return say.label("How is everybody?")
        case Point.HOMEWORK:
            return say.label("What we have done since the last time")
        case Point.TOPIC:
            return say.label("The topic of the day")
        case Point.ACTIONS:
            return say.label("Who does what by when")
        case Point.TOGETHER:
            return say.label("How we work together")
        case Point.NEXT_DATE:
            return say.label("When we meet next")
        case _:
            assert_never(of.point)


def presence(say: Say, of: Presence) -> str:
    match of:
        case Presence.PRESENT:
            return say.label("there")
        case Presence.LATE:
            return say.label("late")
        case Presence.EXCUSED:
            return say.label("excused")
        case Presence.ABSENT:
            return say.label("not there")
        case _:
            assert_never(of)


def post(say: Say, notice: RunningPost) -> Html:
    """Who is there is said, who is not is nobody's business here."""
    if notice.ended_at is not None:
        return _lines(
            say("⏹ <b>The session of {group} is over.</b>", group=notice.session.group),
            say("From now on nothing that is written here is kept.") if notice.running.keeps_record else Html(),
            _agenda(say, notice.running),
            tasks(say, notice.running),
        )
    return _lines(
        say(
            "🟢 <b>The session of {group} has begun</b> ({at}).",
            group=notice.session.group,
            at=say.clock(notice.running.began_at),
        ),
        _kept(say, notice.running),
        _agenda(say, notice.running),
        tasks(say, notice.running),
        _here(say, notice.running),
    )


def running(say: Say, of: Running, *, in_chat: bool) -> Html:
    """For whoever leads, in private."""
    silent = [one.name for one in of.here if not one.lines and one.role is Role.MENTEE] if of.keeps_record else []
    return _lines(
        _here(say, of),
        tasks(say, of),
        say("I am no administrator of the group's chat, so I don't see what is written there, and keep none of it.")
        if in_chat and not of.keeps_record
        else Html(),
        say("🤫 Nothing written yet: {names}", names=", ".join(silent)) if silent else Html(),
        say("Press a point of the agenda when it is done.") if of.agenda else Html(),
    )


def _kept(say: Say, of: Running) -> Html:
    if not of.keeps_record:
        return Html()
    return say(
        "✍️ Until the end, what members of the group write here is kept for the minutes: words, files, voice messages. "
        "The group finds the files again behind “Files”, the voices only who leads it."
    )


def _agenda(say: Say, of: Running) -> Html:
    rows = (say("{box} {point}", box="☑" if one.ticked else "☐", point=point(say, one)) for one in of.agenda)
    return _lines(*rows, gap="\n")


def _here(say: Say, of: Running) -> Html:
    names = ", ".join(one.name for one in of.here)
    if not names:
        return say("✋ Press the button when you are here.")
    return say("✋ Here ({count} of {all}): {names}", count=len(of.here), all=len(of.seats), names=names)


def question(say: Say, notice: BeginQuestion) -> Html:
    if notice.session is not None:
        return say(
            "▶️ Begin the session of <b>{group}</b> now? It is planned for {at}.",
            group=notice.group,
            at=say.moment(notice.session.starts_at),
        )
    return _lines(
        say("🗓 No session of <b>{group}</b> is planned for now.", group=notice.group),
        say(
            "Your session with <b>{elsewhere}</b> is planned for now; that group has its own chat.",
            elsewhere=notice.elsewhere,
        )
        if notice.elsewhere
        else Html(),
        say("Hold one with <b>{group}</b> all the same?", group=notice.group),
    )


def question_over(say: Say) -> Html:
    return say("⌛ The question whether a session begins is closed.")


def here_noted(say: Say, *, begun: bool) -> str:
    if begun:
        return say.label("Thank you, it is noted.")
    return say.label("Thank you. Your mentor and your manager hear that you are waiting.")


def task_hint(say: Say, *, keeps_record: bool) -> str:
    if keeps_record:
        return say.label(
            "Answer a message with a plus sign: + makes it a task of whoever wrote it. Or write: + CV ready"
        )
    return say.label("I don't read along here. Please add tasks on the card of the session in our private chat.")


def task_asked(say: Say, group: str) -> Html:
    return say(
        "📌 <b>Which task comes out of the session of {group}?</b>\n\n"
        "With a name and a colon it is that person's; without, it is homework for all. Like “Vera: send the CV”.",
        group=group,
    )


def tasks(say: Say, of: Running) -> Html:
    rows = (
        say("📌 {owner}: {text}", owner=one.owner or say.label("Homework for all"), text=one.text) for one in of.tasks
    )
    return _lines(*rows, gap="\n")


def add_task_button(say: Say) -> str:
    return say.label("📌 Add a task")


def begun(say: Say) -> str:
    return say.label("The session has begun.")


def ended(say: Say) -> str:
    return say.label("The session is over. You find who was there in our private chat.")


def attendance(say: Say, notice: AttendanceCard) -> Html:
    here = sum(one.is_here for one in notice.seats)
    return _lines(
        say("Nobody ended the session of {group}, so I did.", group=notice.session.group)
        if notice.by_itself
        else Html(),
        say(
            "👥 <b>Who was at session {number} of {group}?</b>",
            number=notice.session.number,
            group=notice.session.group,
        )
        if not notice.done
        else say(
            "✅ <b>Attendance of session {number} of {group}</b>",
            number=notice.session.number,
            group=notice.session.group,
        ),
        _lines(*(_seat(say, one) for one in notice.seats), gap="\n"),
        kept(say, notice.things) if notice.things else Html(),
        say("{here} of {all} were there.", here=here, all=len(notice.seats))
        if notice.done
        else say("A press on a name changes it. Only the mentors and the managers see this."),
    )


def _seat(say: Say, seat: Seat) -> Html:
    shown = presence(say, seat.presence) if seat.presence else "?"
    return say("{sign} {name}: {presence}", sign=sign(seat), name=seat.name, presence=shown)


def sign(seat: Seat) -> str:
    match seat.presence:
        case Presence.PRESENT:
            return "✅"
        case Presence.LATE:
            return "⏰"
        case Presence.EXCUSED:
            return "🙋"
        case Presence.ABSENT | None:
            return "➖"
        case _:
            assert_never(seat.presence)


def missed_you(say: Say, notice: MissedYou) -> Html:
    return _lines(
        say(
            "💛 You were missed at the session of <b>{group}</b> on {day}. It happens.",
            group=notice.session.group,
            day=say.day(notice.session.starts_at),
        ),
        say("A word to {mentors} is enough, and we go on together.", mentors=", ".join(notice.mentors))
        if notice.mentors
        else Html(),
    )


def missed_again(say: Say, notice: MissedAgain) -> Html:
    return say(
        "🔴 {name} of <b>{group}</b> has missed {times} sessions without a word before. A short call often helps.",
        name=notice.name,
        group=notice.group,
        times=notice.times,
    )


def waiting(say: Say, notice: Waiting) -> Html:
    return _lines(
        say(
            "⏳ The session of <b>{group}</b> was to begin at {at}. Waiting: {names}.",
            group=notice.session.group,
            at=say.clock(notice.session.starts_at),
            names=", ".join(notice.names),
        ),
        say("If you can't come now, propose another time: they hear of it at once.")
        if notice.to_mentor
        else say("Mentor: {mentors}", mentors=", ".join(notice.mentors)),
    )


def here_button(say: Say) -> str:
    return say.label("✋ I'm here")


def begin_button(say: Say) -> str:
    return say.label("▶️ Begin the session")


def hold_now_button(say: Say) -> str:
    return say.label("▶️ Hold a session now")


def end_button(say: Say) -> str:
    return say.label("⏹ End the session")


def attendance_button(say: Say, *, here: int, of: int) -> str:
    return say.label("👥 Attendance: {here} of {all}", here=here, all=of)


def who_was_there_button(say: Say) -> str:
    return say.label("👥 Who was there?")


def noted_button(say: Say) -> str:
    return say.label("✅ So it was")


def we_began_button(say: Say) -> str:
    return say.label("✅ We have begun")


def still_waiting_button(say: Say) -> str:
    return say.label("⏳ I am still waiting")


def _lines(*parts: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(part for part in parts if part))
