"""Words for whoever stands in, and for everybody who hears that somebody is away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.away import place_of_work
from texts.say import Html
from texts.submission_lists import waiting_for_review

if TYPE_CHECKING:
    from mentoring.notices.absences import (
        AbsenceNews,
        AutomaticWord,
        DeputyCannot,
        MentorAway,
        StandInAsked,
        StandInBegins,
        StandInDeclined,
        StandInEnds,
        StandInOver,
    )
    from texts.say import Say


def stand_in_asked(say: Say, notice: StandInAsked) -> Html:
    return say(
        "🌴 <b>{absent}</b> is away {first} – {last} and has chosen you to stand in: <b>{place}</b>. I write to you "
        "when it begins; there is nothing for you to do before.",
        absent=notice.absent,
        place=place_of_work(say, notice.role, notice.place),
        first=say.day(notice.begins_at),
        last=say.day(notice.last_day),
    )


def stand_in_begins(say: Say, notice: StandInBegins) -> Html:
    waiting = waiting_for_review(say, notice.waiting)
    if notice.next_session is None:
        ahead = say("No session is planned.")
    else:
        ahead = say("Next session: {at}", at=say.moment(notice.next_session))
    return say(
        "🤝 From now on you stand in for <b>{absent}</b>: <b>{place}</b>, up to and including {last}.\n\n"
        "{waiting}\n🗓 {ahead}\n\nWhat you do is recorded under your own name.",
        absent=notice.absent,
        place=place_of_work(say, notice.role, notice.place),
        last=say.day(notice.last_day),
        waiting=waiting,
        ahead=ahead,
    )


def stand_in_ends(say: Say, notice: StandInEnds) -> Html:
    if not notice.begun:
        return say(
            "<b>{absent}</b> is not going away after all: you need not stand in for <b>{place}</b>.",
            absent=notice.absent,
            place=notice.place,
        )
    return say(
        "🤝 <b>{absent}</b> is back; <b>{place}</b> is no longer yours to look after. Thank you for standing in!",
        absent=notice.absent,
        place=notice.place,
    )


def stand_in_over(say: Say, notice: StandInOver) -> Html:
    return say(
        "🤝 You no longer stand in for <b>{absent}</b> (<b>{place}</b>): there is a change in that group. Thank you!",
        absent=notice.absent,
        place=notice.place,
    )


def stand_in_declined(say: Say, notice: StandInDeclined) -> Html:
    return say(
        "All right, you don't stand in for <b>{absent}</b> (<b>{place}</b>). I have passed it on.",
        absent=notice.absent,
        place=notice.place,
    )


def deputy_cannot(say: Say, notice: DeputyCannot) -> Html:
    head = _what_is_missing(say, notice)
    question = say("<b>Who stands in instead?</b>") if notice.candidates else say("Nobody else is there at that time.")
    return Html(f"{head}\n\n{question}")


def _what_is_missing(say: Say, notice: DeputyCannot) -> Html:
    if not notice.deputy:
        return say(
            "⚠️ Nobody stands in for <b>{absent}</b> in <b>{place}</b>.", absent=notice.absent, place=notice.place
        )
    return say(
        "⚠️ <b>{deputy}</b> can't stand in for <b>{absent}</b> in <b>{place}</b>.",
        deputy=notice.deputy,
        absent=notice.absent,
        place=notice.place,
    )


def mentor_away(say: Say, notice: MentorAway) -> Html:
    if notice.last_day is None:
        return say("👋 {absent} is back in {group}. Thanks to {deputy} for standing in.", **_names(notice))
    return say(
        "🌴 {absent} is away up to and including {last}. {deputy} stands in for {group}; everything goes on as usual.",
        last=say.day(notice.last_day),
        **_names(notice),
    )


def _names(notice: MentorAway) -> dict[str, str]:
    return {"absent": notice.absent, "deputy": notice.deputy, "group": notice.group}


def absence_news(say: Say, notice: AbsenceNews) -> Html:
    place, first, last = (
        place_of_work(say, notice.role, notice.place),
        say.day(notice.begins_at),
        say.day(notice.last_day),
    )
    if notice.deputy is None:
        return say(
            "🌴 <b>{absent}</b> is away {first} – {last}: <b>{place}</b>. Nobody else was chosen to stand in; please "
            "keep an eye on it.",
            absent=notice.absent,
            place=place,
            first=first,
            last=last,
        )
    return say(
        "🌴 <b>{absent}</b> is away {first} – {last}: <b>{place}</b>. {deputy} stands in.",
        absent=notice.absent,
        place=place,
        first=first,
        last=last,
        deputy=notice.deputy,
    )


def automatic_word(say: Say, notice: AutomaticWord) -> Html:
    last = say.day(notice.last_day)
    if notice.deputy is None:
        return say(
            "✅ I have passed it on. 🌴 <b>{absent}</b> is away up to and including {last}; please expect an answer "
            "after that.",
            absent=notice.absent,
            last=last,
        )
    return say(
        "✅ I have passed it on. 🌴 <b>{absent}</b> is away up to and including {last}. If it can't wait until then, "
        "{deputy} stands in.",
        absent=notice.absent,
        last=last,
        deputy=notice.deputy,
    )
