"""Words of monitoring by talking."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.interviews import AGREED, OVERALL, WHO, InterviewKind, Rating
from mentoring.notices.interviews import Misread
from mentoring.people import Role
from texts import interview_questions as questions
from texts import kit, typed_days
from texts.say import Html
from texts.submissions import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.interviews import (
        AboutTalk,
        Agreement,
        Noted,
        TalkAgreed,
        TalkAlarm,
        TalkLine,
        TalkOverall,
        TalkQuestion,
        Talks,
        TalkSheet,
        TalkStopped,
        TalkSummary,
    )
    from texts.say import Say

SIGNS = {Rating.GREEN: "🟢", Rating.AMBER: "🟡", Rating.RED: "🔴"}
#: Of one answer where all of them are shown; the whole of it stands in the Word file.
_LONGEST = 220
_ALARMS_SHOWN = 4


def talks(say: Say, notice: Talks) -> Html:
    head = say("🗣 <b>Monitoring talks</b> · {group}", group=notice.group)
    group = Html("\n".join([*(_line(say, one) for one in notice.lines), _final(say, notice.final)]))
    return Html("\n\n".join([head, group, _who_reads(say, notice)]))


def _who_reads(say: Say, notice: Talks) -> Html:
    if notice.hidden:
        return say(
            "You belong to this group yourself, so another manager talks with its people and reads what they say."
        )
    if not notice.lines:
        return say("Nobody has joined yet. As soon as somebody has, you can talk with them here.")
    return say("Only managers read what you note. Nobody gets a message about it. Whom do you talk with?")


def _line(say: Say, line: TalkLine) -> Html:
    name = say("{name} (mentor)", name=line.name) if line.role is Role.MENTOR else say("{name}", name=line.name)
    return say("{sign} {name} – {state}", sign=sign(line), name=name, state=_state(say, line))


def _final(say: Say, line: TalkLine) -> Html:
    return say("{sign} Final discussion of the group – {state}", sign=sign(line), state=_state(say, line))


def sign(line: TalkLine) -> str:
    if not line.begun:
        return "◻️"
    if line.done_at is None:
        return "✏️"
    return "✅" if line.rating is None else SIGNS[line.rating]


def _state(say: Say, line: TalkLine) -> str:
    if not line.begun:
        return say.label("not yet")
    if line.done_at is not None:
        return say.label("done on {day}", day=say.day(line.done_at))
    if line.place >= line.count:
        return say.label("almost done")
    return say.label("question {number} of {all}", number=line.place + 1, all=line.count)


def head(say: Say, notice: AboutTalk) -> Html:
    talk = notice.talk
    if talk.kind is InterviewKind.FINAL:
        return say("🗣 <b>Final discussion</b> · {group}", group=talk.group)
    title = say("🗣 <b>{name}</b> · {group}", name=talk.name, group=talk.group)
    has_left = say("No longer in the group. You can go on or finish.")
    return Html(f"{title}\n{has_left}") if talk.left else title


def question(say: Say, notice: TalkQuestion) -> Html:
    count = say("Question {number} of {all}", number=notice.place + 1, all=notice.count)
    asked = say(
        "<b>{question}</b>\n<i>{purpose}</i>",
        question=questions.asked(say, notice.question),
        purpose=questions.purpose(say, notice.question),
    )
    parts = [Html(f"{head(say, notice)}\n{count}"), asked, _noted(say, notice), _how(say, notice)]
    return Html("\n\n".join(part for part in parts if part))


def _noted(say: Say, notice: TalkQuestion) -> Html:
    colour = SIGNS[notice.rating] if notice.rating is not None else ""
    if notice.said:
        return say("Noted: {words}", words=f"{colour} {shortened(notice.said)}".strip())
    return say("Noted: {colour} Now type the answer, or go on.", colour=colour) if colour else Html("")


def _how(say: Say, notice: TalkQuestion) -> Html:
    if notice.misread is not None:
        return misread(say, notice.misread)
    if notice.said:
        return say("Type to replace it.")
    if notice.place > 0 or notice.rating is not None:
        return Html("")
    if notice.talk.kind is InterviewKind.FINAL:
        return say("Type what was said, in your own words.")
    if notice.talk.own_group:
        return say(
            "Before you begin, say that you note the answers and that you are in this group yourself. Type each "
            "answer; a colour is up to you."
        )
    return say(
        "Before you begin, say that neither the group nor the other side will see the answers. Type each answer; a "
        "colour is up to you."
    )


def misread(say: Say, why: Misread) -> Html:
    match why:
        case Misread.FILE:
            return say(
                "✋ Only words can be noted here, so I have kept nothing of this. Please type the answer. To send me a "
                "file, stop for now first."
            )
        case Misread.COLOUR:
            return say("Please press a colour, or type green, amber or red.")
        case _:
            assert_never(why)


def agreed(say: Say, notice: TalkAgreed) -> Html:
    if notice.step == AGREED:
        asked = say("<b>What did you agree on?</b>\nOne thing that shall be done. Type it.")
        before = say("Noted: {words}", words=notice.agreed.action) if notice.agreed.action else Html("")
    else:
        asked = say("<b>Who does it?</b> Press or type.") if notice.step == WHO else _by_when(say, notice)
        before = agreement(say, notice)
    return Html("\n\n".join(part for part in (head(say, notice), before, asked, _misread(say, notice)) if part))


def _by_when(say: Say, notice: TalkAgreed) -> Html:
    if notice.doubt is not None:
        return typed_days.doubt(say, notice.doubt, readings=len(notice.offered), of_time=False)
    return say("<b>By when?</b> Press, or type a date, for example 15.12.")


def _misread(say: Say, notice: TalkAgreed | TalkOverall) -> Html:
    return Html("") if notice.misread is None else misread(say, notice.misread)


def agreement(say: Say, notice: TalkAgreed | TalkOverall | TalkSummary) -> Html:
    """Read back, with the day in full."""
    of = notice.agreed
    if not of.action:
        return Html("")
    until = typed_days.moment(say, of.until, None, today=notice.today)
    return say("🤝 {agreed}", agreed=" · ".join(part for part in (of.action, of.who, _until(say, of, until)) if part))


def _until(say: Say, of: Agreement, until: str) -> str:
    return "" if of.until is None else say.label("by {day}", day=until)


def overall(say: Say, notice: TalkOverall) -> Html:
    asked = say("<b>How does it go, all in all?</b>\nOnly managers see this.")
    return Html(
        "\n\n".join(part for part in (head(say, notice), agreement(say, notice), asked, _misread(say, notice)) if part)
    )


def summary(say: Say, notice: TalkSummary) -> Html:
    told = _how_it_went(say, notice)
    answers = Html("\n\n".join(_answer(say, one) for one in notice.answers))
    parts = (head(say, notice), answers, agreement(say, notice), told, _what_next(say, notice))
    return Html("\n\n".join(part for part in parts if part))


def _how_it_went(say: Say, notice: TalkSummary) -> Html:
    if notice.rating is None:
        return Html("")
    return say("All in all: {rating}", rating=rating_button(say, notice.rating))


def _answer(say: Say, noted: Noted) -> Html:
    colour = f"{SIGNS[noted.rating]} " if noted.rating is not None else ""
    asked, number = questions.asked(say, noted.question), questions.number(noted.question)
    return say(
        "<i>{number}. {question}</i>\n{colour}{answer}",
        number=number,
        question=asked,
        colour=colour,
        answer=shortened(noted.text, _LONGEST),
    )


def _what_next(say: Say, notice: TalkSummary) -> Html:
    if notice.done_at is not None:
        return say("✅ Done on {day}.", day=say.day(notice.done_at))
    return say("Is that right? Then finish; or put an answer right.")


def to_correct(say: Say, notice: AboutTalk) -> Html:
    return Html("\n\n".join((head(say, notice), say("<b>What shall be put right?</b>"))))


def stopped(say: Say, notice: TalkStopped) -> Html:
    if notice.place >= notice.count:
        return Html("\n\n".join((head(say, notice), say("⏸ Stopped. Everything that you noted is kept."))))
    told = say(
        "⏸ Stopped before question {number} of {all}. Everything that you noted is kept; go on whenever you like.",
        number=notice.place + 1,
        all=notice.count,
    )
    return Html(f"{head(say, notice)}\n\n{told}")


def sheet(say: Say, notice: TalkSheet) -> Html:
    title, group = kit.title(say, notice.sheet.title), notice.sheet.group or ""
    named = say("📄 <b>{title}</b> · {name}", title=title, name=notice.name or group)
    if notice.name:
        return Html("\n".join((named, say("With all that you noted. For managers only: please do not pass it on."))))
    return Html("\n".join((named, say("With all that you noted. For mentors and managers only."))))


def in_digest(say: Say, alarms: Sequence[TalkAlarm]) -> Html:
    named = ", ".join(f"{SIGNS[one.rating]} {one.name} ({one.group})" for one in alarms[:_ALARMS_SHOWN])
    if len(alarms) <= _ALARMS_SHOWN:
        return say("🗣 Talks to follow up: {names}", names=named)
    return say("🗣 Talks to follow up: {names} and {count} more", names=named, count=len(alarms) - _ALARMS_SHOWN)


def rating_button(say: Say, rating: Rating) -> str:
    match rating:
        case Rating.GREEN:
            return say.label("🟢 well")
        case Rating.AMBER:
            return say.label("🟡 needs attention")
        case Rating.RED:
            return say.label("🔴 act now")
        case _:
            assert_never(rating)


def step_button(say: Say, name: str, number: int) -> str:
    asked = shortened(questions.short(say, name), 36)
    return f"{number}. {asked}" if name not in {AGREED, OVERALL} else asked
