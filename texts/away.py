"""Words of going away, coming back and standing in."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.away_drafts import AwayStep, Cover
from mentoring.people import Role
from texts.say import Html
from texts.submission_lists import waiting_for_review

if TYPE_CHECKING:
    from mentoring.notices.absences import (
        Away,
        AwayPlanned,
        BackAgain,
        Candidate,
        DeputyLink,
        GoingAway,
        PlaceOfWork,
    )
    from texts.say import Say


def away_button(say: Say) -> str:
    return say.label("🌴 I'm away")


def going_away(say: Say, notice: GoingAway) -> Html:
    parts = [_so_far(say, notice), _question(say, notice)]
    if notice.misread:
        parts.insert(0, say("I didn't understand this. Please press a button, or try again."))
    return Html("\n\n".join(part for part in parts if part))


def _so_far(say: Say, notice: GoingAway) -> Html:
    if notice.place is None:
        return Html("\n".join(_arranged(say, one) for one in notice.lasting))
    head = place_of_work(say, notice.place.role, notice.place.name)
    if notice.first is None:
        return say("🌴 <b>{place}</b>", place=head)
    if notice.last is None:
        return say("🌴 <b>{place}</b>, from {first}", place=head, first=say.date(notice.first))
    first, last = say.date(notice.first), say.date(notice.last)
    return say("🌴 <b>{place}</b>, {first} – {last}", place=head, first=first, last=last)


def _arranged(say: Say, away: Away) -> Html:
    place = place_of_work(say, away.role, away.place)
    first, last = say.day(away.begins_at), say.day(away.last_day)
    if away.deputy is None:
        return say("🌴 {place}, {first} – {last}; nobody stands in.", place=place, first=first, last=last)
    return say(
        "🌴 {place}, {first} – {last}; {deputy} stands in.", place=place, first=first, last=last, deputy=away.deputy
    )


def you_are_away(say: Say, away: Away) -> Html:
    place, last = place_of_work(say, away.role, away.place), say.day(away.last_day)
    if away.deputy is None:
        return say("🌴 <b>{place}</b>: you are away up to and including {last}.", place=place, last=last)
    return say(
        "🌴 <b>{place}</b>: you are away up to and including {last}; {deputy} stands in.",
        place=place,
        last=last,
        deputy=away.deputy,
    )


def _question(say: Say, notice: GoingAway) -> Html:
    match notice.step:
        case AwayStep.PLACE:
            return say("<b>Where will you be away?</b>") if notice.places or not notice.lasting else Html("")
        case AwayStep.FIRST_DAY:
            return say("<b>Which is your first day away?</b>")
        case AwayStep.LAST_DAY:
            return say("<b>Which is the last one?</b>")
        case AwayStep.DEPUTY:
            return _who_stands_in(say, notice)
        case AwayStep.CONFIRM:
            return _is_it_right(say, notice)
        case _:
            assert_never(notice.step)


def _who_stands_in(say: Say, notice: GoingAway) -> Html:
    if notice.place is not None and notice.place.role is Role.MENTOR and not notice.candidates:
        return say("Nobody of the programme is there at that time. Please speak with your manager.")
    if notice.candidates:
        return say("<b>Who stands in for you?</b>")
    return say(
        "<b>Who stands in for you?</b>\n\nYou are the only manager. Without a deputy nobody decides about people and "
        "nobody gets the alerts while you are away."
    )


def _is_it_right(say: Say, notice: GoingAway) -> Html:
    match notice.cover:
        case Cover.LINK:
            return say("I make a link for your deputy, which you pass on. <b>Is that right?</b>")
        case Cover.NOBODY if notice.others:
            return say(
                "Nobody stands in especially; {others} are told at once. <b>Is that right?</b>",
                others=", ".join(notice.others),
            )
        case Cover.NOBODY:
            return say(
                "⚠️ Nobody stands in: what needs a manager waits until you are back, and nobody else is told. "
                "<b>Is that right?</b>"
            )
        case _:
            return say(
                "<b>{deputy}</b> gets what would come to you, and may act in your place. Then everything comes back "
                "to you by itself. <b>Is that right?</b>",
                deputy=notice.deputy,
            )


def place_of_work(say: Say, role: Role, name: str) -> str:
    if role is Role.MANAGER:
        return say.label("{name} (manager)", name=name)
    return say.label("{name} (mentor)", name=name)


def place_button(say: Say, place: PlaceOfWork) -> str:
    return place_of_work(say, place.role, place.name)


def deputy_button(say: Say, one: Candidate) -> str:
    return place_of_work(say, one.role, one.name)


def invite_deputy_button(say: Say) -> str:
    return say.label("🔗 Invite a deputy")


def nobody_button(say: Say) -> str:
    return say.label("Nobody")


def confirm_button(say: Say) -> str:
    return say.label("✅ Yes, that is right")


def back_button(say: Say, away: Away) -> str:
    if away.begun:
        return say.label("✅ I'm back: {place}", place=away.place)
    return say.label("✖ I'm not going: {place}", place=away.place)


def cannot_button(say: Say) -> str:
    return say.label("I can't")


def write_to_button(say: Say, *, name: str) -> str:
    return say.label("💬 Write to {name}", name=name)


def away_planned(say: Say, notice: AwayPlanned) -> Html:
    arranged = _arranged(say, notice.away)
    if not notice.own:
        return arranged
    if notice.invited:
        return say("✅ {arranged}\n\nPlease pass on the link below: whoever opens it stands in.", arranged=arranged)
    return say("✅ {arranged}\n\nHave a good time!", arranged=arranged)


def away_called_off(say: Say, *, place: str) -> Html:
    return say("All right, <b>{place}</b> stays with you. Nothing was changed.", place=place)


def back_again(say: Say, notice: BackAgain) -> Html:
    waiting = waiting_for_review(say, notice.waiting)
    if notice.deputy is None:
        return say("👋 Welcome back! <b>{place}</b>: {waiting}", place=notice.place, waiting=waiting)
    return say(
        "👋 Welcome back! <b>{place}</b> is yours again; thanks to {deputy}. {waiting}",
        place=notice.place,
        deputy=notice.deputy,
        waiting=waiting,
    )


def deputy_link(say: Say, notice: DeputyLink, *, link: str) -> Html:
    return say(
        "🔗 Whoever opens this link stands in for <b>{absent}</b> as manager of <b>{programme}</b>:\n{link}\n\n"
        "It works once, until {until}. Please send it only to the person you mean.",
        absent=notice.absent,
        programme=notice.programme,
        link=link,
        until=say.moment(notice.expires_at),
    )
