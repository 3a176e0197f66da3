"""Words of replacing a mentor; to the group they are neutral, and no reason leaves the managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html
from texts.submissions import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.handing_over import (
        AskHandoverNote,
        AskSuccessor,
        AskSuccessorName,
        ConfirmReplacing,
        HandedOn,
        HandoverNote,
        HandoverNoteKept,
        MentorChanged,
        MentorReplaced,
        NewMentorOf,
        PlaceHandedOver,
        QuestionLine,
    )
    from mentoring.notices.submissions import Line
    from texts.say import Say

LONGEST_QUESTION = 120


def handed_on(say: Say, notice: HandedOn) -> Html:
    if not notice.to:
        return say("➡️ The work of <b>{group}</b> is with somebody else now.", group=notice.group)
    if notice.reference:
        return say(
            "➡️ <b>{name}</b> ({group}) is with {to} now.", name=notice.reference, group=notice.group, to=notice.to
        )
    return say("➡️ The session of <b>{group}</b> is with {to} now.", group=notice.group, to=notice.to)


def replace_button(say: Say) -> str:
    return say.label("🔁 Replace")


def new_button(say: Say) -> str:
    return say.label("➕ Somebody new")


def sure_button(say: Say) -> str:
    return say.label("✅ Yes, replace")


def note_button(say: Say) -> str:
    return say.label("✍️ Write a note for them")


def line_button(say: Say, line: Line) -> str:
    return say.label("S-{number} · {mentee}", number=line.number or "", mentee=line.mentee)


def ask_successor(say: Say, notice: AskSuccessor) -> Html:
    return say(
        "🔁 <b>Who follows {name} as mentor of {group}?</b>\n\nChoose somebody of the programme, or name somebody new.",
        name=notice.name,
        group=notice.group_name,
    )


def ask_successor_name(say: Say, notice: AskSuccessorName) -> Html:
    return say(
        "<b>What is the name of the new mentor of {group}?</b> Type first and family name; you get a link to pass on.",
        group=notice.group_name,
    )


def confirm_replacing(say: Say, notice: ConfirmReplacing) -> Html:
    parts = [
        say(
            "🔁 <b>{group}</b>: {name} → <b>{successor}</b>",
            group=notice.group_name,
            name=notice.name,
            successor=notice.successor,
        ),
        _what_moves(say, notice),
        say("{name} loses access at once. The group hears it in neutral words, without any reason.", name=notice.name),
    ]
    if notice.invited:
        parts.append(say("Until {successor} has joined, please keep an eye on the group.", successor=notice.successor))
    parts.append(
        say("📝 {reason}", reason=notice.reason)
        if notice.reason
        else say("If you like, type why; only the managers of the programme can see it.")
    )
    return Html("\n\n".join(parts))


def _what_moves(say: Say, notice: ConfirmReplacing) -> Html:
    submissions = say.n("{count} open submission", "{count} open submissions", notice.waiting)
    sessions = say.n("{count} session ahead", "{count} sessions ahead", notice.sessions)
    return say("What moves: {submissions}, {sessions}, the reminders.", submissions=submissions, sessions=sessions)


def mentor_replaced(say: Say, notice: MentorReplaced) -> Html:
    parts = [_is_done(say, notice)]
    if notice.in_chat:
        parts.append(
            say(
                "{name} may still be in the Telegram group; if that should not be, please remove them there.",
                name=notice.name,
            )
        )
    return Html("\n\n".join(parts))


def _is_done(say: Say, notice: MentorReplaced) -> Html:
    if notice.invited:
        return say(
            "✅ {name} is no longer mentor of <b>{group}</b>. {successor} is on the list: pass on the link, and all "
            "that is open goes to them when they join.",
            name=notice.name,
            group=notice.group_name,
            successor=notice.successor,
        )
    return say(
        "✅ <b>{successor}</b> is mentor of <b>{group}</b> now, in place of {name}, and has a list of what is open.",
        successor=notice.successor,
        group=notice.group_name,
        name=notice.name,
    )


def place_handed_over(say: Say, notice: PlaceHandedOver) -> Html:
    return say(
        "🔁 The mentoring of <b>{group}</b> has passed to {successor}. Thank you for your part in it!\n\nWould you "
        "leave a note for them: where everybody stands, what to mind? A few lines are enough.",
        group=notice.group_name,
        successor=notice.successor,
    )


def new_mentor_of(say: Say, notice: NewMentorOf) -> Html:
    parts = [
        say(
            "🔁 You are mentor of <b>{group}</b> now, following {predecessor}.",
            group=notice.group_name,
            predecessor=notice.predecessor,
        ),
        _waiting(say, notice),
    ]
    if notice.questions:
        parts.append(_questions(say, notice.questions))
    if notice.next_session is not None:
        parts.append(say("🗓 Next session: {at}", at=say.moment(notice.next_session)))
    return Html("\n\n".join(parts))


def _waiting(say: Say, notice: NewMentorOf) -> Html:
    count = len(notice.lines) + notice.more
    return say.n("📥 {count} submission waits for review.", "📥 {count} submissions wait for review.", count)


def _questions(say: Say, questions: Sequence[QuestionLine]) -> Html:
    head = say.n(
        "🙋 {count} private question waits for an answer:",
        "🙋 {count} private questions wait for an answer:",
        len(questions),
    )
    lines = (
        say("• <b>{name}</b>: {words}", name=one.name, words=shortened(one.words, LONGEST_QUESTION))
        for one in questions
    )
    return Html("\n".join([head, *lines]))


def ask_handover_note(say: Say, notice: AskHandoverNote) -> Html:
    if notice.successor:
        return say(
            "✍️ <b>What should {successor} know about {group}?</b> Write it as one message; only {successor} and the "
            "managers see it.",
            successor=notice.successor,
            group=notice.group_name,
        )
    return say(
        "✍️ <b>What should the new mentor know about {group}?</b> Write it as one message; only they and the managers "
        "see it.",
        group=notice.group_name,
    )


def handover_note_kept(say: Say, notice: HandoverNoteKept) -> Html:
    if notice.passed_on:
        return say("✅ Thank you! I have passed your note on <b>{group}</b> on.", group=notice.group_name)
    return say(
        "✅ Thank you! I keep your note on <b>{group}</b> until the new mentor has joined.", group=notice.group_name
    )


def handover_note(say: Say, notice: HandoverNote) -> Html:
    waiting = say.n("{count} submission is open.", "{count} submissions are open.", notice.waiting)
    return say(
        "✍️ <b>{group}</b>: a note from {author}\n\n{text}\n\n{waiting}",
        group=notice.group_name,
        author=notice.author,
        text=notice.text,
        waiting=waiting,
    )


def mentor_changed(say: Say, notice: MentorChanged) -> Html:
    if notice.joined:
        return say(
            "👋 {new} is the mentor of {group} now. Welcome! Many thanks to {old}.",
            new=notice.new,
            group=notice.group,
            old=notice.old,
        )
    return say(
        "👋 {group} is getting a new mentor: {new} joins soon. Many thanks to {old}! What you send me is kept "
        "meanwhile.",
        group=notice.group,
        new=notice.new,
        old=notice.old,
    )
