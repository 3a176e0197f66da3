"""Words about the minutes of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.attendance import Presence
from mentoring.kit import Visibility
from mentoring.minutes import LONGEST_TEXT, Part, Phase
from mentoring.sessions import Coming
from texts import form_words, holding
from texts.filing import toolbar_name
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.notices.minutes import MinutesAsked, MinutesCard, MinutesClash, MinutesRecord, MinutesWaiting
    from mentoring.notices.running import Seat
    from texts.say import Say

#: Characters of one text on the card; whoever changes it reads all of it.
_SHOWN = 500
#: Of each of two texts that stand side by side.
_COMPARED = 1200


def card(say: Say, notice: MinutesCard) -> Html:
    session = notice.session
    title = say("📝 <b>Minutes of session {number} of {group}</b>", number=session.number, group=session.group)
    return _lines(
        title,
        _record(say, notice),
        _part(say, Part.SUMMARY, _shortened(notice.summary)),
        _part(say, Part.DECISIONS, _shortened(notice.decisions)),
        _part(say, Part.NEXT_STEPS, _next_steps(say, notice)),
        _status(say, notice),
    )


def part_name(say: Say, part: Part) -> str:
    match part:
        case Part.SUMMARY:
            return say.label("What we talked about")
        case Part.DECISIONS:
            return say.label("What we decided")
        case Part.NEXT_STEPS:
            return say.label("Next steps")
        case _:
            assert_never(part)


def _part(say: Say, part: Part, words: str) -> Html:
    return say("<b>{name}</b>\n{words}", name=part_name(say, part), words=words or "–")


def _record(say: Say, notice: MinutesCard) -> Html:
    held = notice.on_record
    minutes = round((held.ended_at - held.began_at).total_seconds() / 60)
    when = say(
        "🕐 {day}, {begins}–{ends} ({length}), {mode}",
        day=say.day(held.began_at),
        begins=say.clock(held.began_at),
        ends=say.clock(held.ended_at),
        length=form_words.minutes(say, minutes),
        mode=form_words.mode(say, notice.session.place, logged=notice.session.logged),
    )
    agenda = (
        say("{box} {point}", box="☑" if one.ticked else "☐", point=holding.point(say, one)) for one in held.agenda
    )
    return _lines(when, *_people(say, held), *agenda, _chat(say, notice), gap="\n")


def _people(say: Say, held: MinutesRecord) -> Iterator[Html]:
    """By what is known of them; whoever said no before was not asked again."""
    there = [_there(say, one) for one in held.seats if one.is_here]
    there += [say.label("{name} (manager)", name=one) for one in held.managers]
    excused = [one.name for one in held.seats if _seen(one) is Presence.EXCUSED]
    absent = [one.name for one in held.seats if _seen(one) is Presence.ABSENT]
    unknown = [one.name for one in held.seats if _seen(one) is None]
    if there:
        yield say("✅ There: {names}", names=", ".join(there))
    if excused:
        yield say("🙋 Excused: {names}", names=", ".join(excused))
    if absent:
        yield say("➖ Not there: {names}", names=", ".join(absent))
    if unknown:
        yield say("❔ Nobody has noted: {names}", names=", ".join(unknown))


def _there(say: Say, seat: Seat) -> str:
    return say.label("{name} (late)", name=seat.name) if seat.presence is Presence.LATE else seat.name


def _seen(seat: Seat) -> Presence | None:
    if seat.presence is None and seat.coming is Coming.NO:
        return Presence.EXCUSED
    return seat.presence


def _chat(say: Say, notice: MinutesCard) -> Html:
    count = notice.on_record.lines
    if not count:
        return Html()
    if notice.with_record:
        return say.n(
            "💬 {count} message of the chat; it is put in as an annex.",
            "💬 {count} messages of the chat; they are put in as an annex.",
            count,
        )
    return say.n(
        "💬 {count} message of the chat; it stays out of the minutes.",
        "💬 {count} messages of the chat; they stay out of the minutes.",
        count,
    )


def _next_steps(say: Say, notice: MinutesCard) -> str | Html:
    """What is on record anyway goes before what somebody wrote."""
    held = notice.on_record
    homework = say.label("Homework for all")
    return _lines(
        *(say("📌 {owner}: {text}", owner=one.owner or homework, text=one.text) for one in held.tasks),
        say("🗓 Next session: {at}", at=say.moment(held.next_at)) if held.next_at is not None else Html(),
        say("{words}", words=_shortened(notice.next_steps)) if notice.next_steps else Html(),
        gap="\n",
    )


def _status(say: Say, notice: MinutesCard) -> Html:
    match notice.phase:
        case Phase.DRAFT | Phase.CORRECTING:
            return _to_accept(say, notice)
        case Phase.FILING:
            return say("⏳ They are accepted, and their Word file is being made.")
        case Phase.FILED:
            return _filed(say, notice)
        case _:
            assert_never(notice.phase)


def _to_accept(say: Say, notice: MinutesCard) -> Html:
    toolbar = toolbar_name(say, notice.toolbar)
    trouble, stays = Html(), Html()
    if notice.failed:
        trouble = say("⚠️ Their Word file could not be made, so they are not accepted yet. Nothing is lost: try again.")
    if notice.phase is Phase.CORRECTING:
        stays = say("✏️ You are correcting them. What is filed stays until you accept these.")
    accepting = say(
        "When you accept them, they are filed under “{toolbar}” as a Word file. Who can read it: {readers}.",
        toolbar=toolbar,
        readers=_readers(say, notice.visibility),
    )
    if not notice.knows_who_was_there:
        accepting = say("Please say first who was there. Then you can accept them.")
    return _lines(trouble, stays, accepting)


def _filed(say: Say, notice: MinutesCard) -> Html:
    filed = notice.filed
    if filed is None:
        return Html()
    return _lines(
        say(
            "✅ Filed under “{toolbar}” by {name}, {at}. Who can read it: {readers}.",
            toolbar=toolbar_name(say, notice.toolbar),
            name=filed.by,
            at=say.moment(filed.at),
            readers=_readers(say, notice.visibility),
        ),
        say("⚠️ Who was there was changed after that. Correct the minutes, and their file says so, too.")
        if filed.outdated
        else Html(),
        say("It is a file that was sent. If you correct the minutes here, what stands above takes its place.")
        if filed.as_file
        else Html(),
    )


def _readers(say: Say, visibility: Visibility) -> str:
    match visibility:
        case Visibility.GROUP:
            return say.label("everybody in the group, and the managers")
        case Visibility.LEADERS:
            return say.label("the mentors and the managers")
        case Visibility.MANAGERS:
            return say.label("the managers only")
        case _:
            assert_never(visibility)


def asked(say: Say, notice: MinutesAsked) -> Html:
    there = say("Now it reads:\n<blockquote>{words}</blockquote>", words=notice.words) if notice.words else Html()
    return _lines(_trouble(say, notice), _about(say, notice), there, _how(say, notice))


def _trouble(say: Say, notice: MinutesAsked) -> Html:
    if notice.needs_words:
        return say("✋ I need words here. Please type them: what was photographed or spoken I can't put in.")
    if notice.too_long:
        return say.n(
            "✋ That is {count} character too long. Please shorten it; there is room for more in the Word file.",
            "✋ That is {count} characters too long. Please shorten it; there is room for more in the Word file.",
            notice.too_long,
        )
    return Html()


def _about(say: Say, notice: MinutesAsked) -> Html:
    return say(
        "✏️ <b>{name}</b> – minutes of session {number} of {group}",
        name=part_name(say, notice.part),
        number=notice.session.number,
        group=notice.session.group,
    )


def _how(say: Say, notice: MinutesAsked) -> Html:
    if notice.adds:
        return say("Type what I shall put after it.")
    if notice.words:
        return say("Type how it shall read instead, at most {count} characters.", count=LONGEST_TEXT)
    return say("Type it as one message, at most {count} characters.", count=LONGEST_TEXT)


def clash(say: Say, notice: MinutesClash) -> Html:
    return _lines(
        say(
            "✋ <b>{name} has changed “{part}” while you were writing.</b> Nothing is lost.",
            name=notice.by,
            part=part_name(say, notice.part),
        ),
        say("Now it reads:\n<blockquote>{words}</blockquote>", words=_shortened(notice.theirs, _COMPARED) or "–"),
        say("You wrote:\n<blockquote>{words}</blockquote>", words=_shortened(notice.mine, _COMPARED)),
        say("What shall I do with your words?"),
    )


def moved(say: Say, by: str) -> str:
    return say.label("{name} has changed the minutes meanwhile. Please look at them once more.", name=by)


def waiting(say: Say, of: MinutesWaiting) -> Html:
    return say("📝 The minutes of session {number} of {group} wait for you.", number=of.number, group=of.group)


def _shortened(words: str, at_most: int = _SHOWN) -> str:
    return words if len(words) <= at_most else f"{words[: at_most - 1]}…"


def _lines(*parts: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(part for part in parts if part))
