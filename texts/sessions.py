"""Words about sessions: planning them, who comes, reminders, lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from mentoring.notices.sessions import News, Step
from mentoring.sessions import Coming, Place, SessionState, Stage
from texts import date_polls, holding, past_sessions, plan_fields, several_zones, typed_days
from texts.say import Html
from texts.session_kinds import kind, stage
from texts.session_places import place
from texts.settings import place as zone_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.sessions import Answered, Planning, SessionCard, SessionPost, SessionReminder, SessionSeen
    from texts.say import Say

#: Who said that they would come is of no interest once it is known who was there.
_TO_COME = frozenset({SessionState.PLANNED, SessionState.CANCELLED})
_NO_MORE = {SessionState.CANCELLED: "🚫", SessionState.NOT_HELD: "➖"}


def coming(say: Say, coming: Coming) -> str:
    match coming:
        case Coming.YES:
            return say.label("✅ Coming")
        case Coming.NO:
            return say.label("❌ Can't come")
        case Coming.LATE:
            return say.label("⏰ Late")
        case _:
            assert_never(coming)


def planning(say: Say, notice: Planning) -> Html:
    return _lines(_chosen(say, notice), _hint(say, notice), _asked(say, notice))


def _asked(say: Say, notice: Planning) -> Html:
    of_past = past_sessions.asked(say, notice) if notice.past else None
    if of_past is not None:
        return of_past
    match notice.step:
        case Step.GROUP:
            return say("<b>For which group is the session?</b>")
        case Step.KIND:
            return say("<b>What kind of session is it?</b>")
        case Step.STAGE:
            likely = next(iter(notice.stages), Stage.MID_TERM)
            return say("<b>Which monitoring is it?</b> Most likely: {stage}.", stage=stage(say, likely))
        case Step.DAY:
            return say("<b>On which day?</b>")
        case Step.TIME:
            return say("<b>At what time?</b> Choose, or type it, like 18:30.")
        case Step.PLACE:
            return say("<b>How do you meet?</b>")
        case Step.ADDRESS:
            return say("<b>Where exactly?</b> Type the address or the link.")
        case Step.TOPIC | Step.PREPARATION | Step.LENGTH:
            return plan_fields.extra_asked(say, notice)
        case Step.CONFIRM:
            return say("<b>Is it right?</b> I tell everybody in the group, and remind them in time.")
        case Step.CANCEL:
            return say("<b>Cancel this session?</b> I tell everybody in the group.")
        case _:
            assert_never(notice.step)


def _chosen(say: Say, notice: Planning) -> Html:
    what = [notice.group, kind(say, notice.kind, notice.stage) if notice.kind else ""]
    at = typed_days.moment(say, notice.day, notice.at, today=notice.today)
    where = _where(say, notice.place, notice.address, logged=notice.past) if notice.place else ""
    return _lines(
        say("👥 {what}", what=" · ".join(part for part in what if part)) if any(what) else Html(),
        say("🕕 {at} ({place})", at=at, place=zone_place(say, notice.zone or say.zone)) if at else Html(),
        say("📍 {where}", where=where) if where else Html(),
        plan_fields.said_besides(say, notice),
        say("💬 {reason}", reason=notice.reason) if notice.reason else Html(),
        date_polls.proposals(say, [say.moment(one) for one in notice.proposals]) if notice.proposals else Html(),
        gap="\n",
    )


def _hint(say: Say, notice: Planning) -> Html:
    if notice.doubt is not None and (notice.readings or notice.step is not Step.KIND):
        of_time = notice.step is Step.TIME
        return typed_days.doubt(say, notice.doubt, readings=len(notice.readings), of_time=of_time)
    if notice.late and notice.step in {Step.CONFIRM, Step.CANCEL} and not notice.reason:
        return say("It is less than a day away. You can type a short reason first; everybody will read it.")
    if (twin := past_sessions.twin(say, notice)) is not None:
        return twin
    return say("⚠️ One of the mentors has another session at this time.") if notice.clash else Html()


def card(say: Say, notice: SessionCard) -> Html:
    mine = say("Your answer: {answer}", answer=coming(say, notice.mine)) if notice.mine else Html()
    return _lines(
        _headline(say, notice.session, notice.news),
        _sheet(say, notice.session, say.moment(notice.session.starts_at)),
        plan_fields.beforehand(say, notice.session) if notice.session.state in _TO_COME else Html(),
        say("💬 {reason}", reason=notice.reason) if notice.reason else Html(),
        _answers(say, notice.answers) if notice.session.state in _TO_COME else Html(),
        holding.running(say, notice.running, in_chat=notice.session.place is Place.CHAT)
        if notice.running is not None and notice.leads
        else Html(),
        mine if notice.running is None else Html(),
        _asks(say, notice),
    )


def _asks(say: Say, notice: SessionCard) -> Html:
    if notice.asks_waiting and not notice.here:
        return say("<b>Has it begun?</b>")
    if notice.can_begin:
        return say("Begin it when you are together; attendance and minutes follow from that.")
    if notice.asks_outcome:
        return say("<b>Did it take place?</b>")
    if notice.can_answer and notice.mine is None:
        return say("<b>Are you coming?</b>")
    return Html()


def _headline(say: Say, session: SessionSeen, news: News) -> Html:
    if session.state is SessionState.RUNNING:
        return say("🟢 The session of <b>{group}</b> goes on.", group=session.group)
    if session.state is SessionState.CANCELLED:
        return say("🚫 The session of <b>{group}</b> is cancelled.", group=session.group)
    if session.state is SessionState.HELD:
        return say("✅ The session of <b>{group}</b> took place.", group=session.group)
    if session.state is SessionState.NOT_HELD:
        return say("➖ The session of <b>{group}</b> did not take place.", group=session.group)
    if news is News.PLACE:
        return say("📍 The session of <b>{group}</b> has a new place.", group=session.group)
    if news is News.LENGTH:
        return say("⏱ The session of <b>{group}</b> has another length.", group=session.group)
    if news is News.MOVED:
        return say("🔄 The session of <b>{group}</b> has a new time.", group=session.group)
    if news is News.PLANNED:
        return say("🗓 A new session of <b>{group}</b>", group=session.group)
    return say("🗓 Session of <b>{group}</b>", group=session.group)


def _sheet(say: Say, session: SessionSeen, at: str) -> Html:
    sheet = say(
        "{number}. {kind}\n🕕 <b>{at}</b>\n📍 {where}",
        number=session.number,
        kind=kind(say, session.kind, session.stage),
        at=at,
        where=_where(say, session.place, session.address, logged=session.logged),
    )
    return _lines(sheet, plan_fields.about(say, session), gap="\n")


def _where(say: Say, place_: Place, address: str, *, logged: bool) -> str:
    return ": ".join(part for part in (place(say, place_, logged=logged), address) if part)


def _answers(say: Say, answers: Sequence[Answered]) -> Html:
    rows = (
        say(
            "{name}: {answer}",
            name=one.name,
            answer=" – ".join(part for part in (_said(say, one), one.reason) if part),
        )
        for one in answers
    )
    return _lines(*rows, gap="\n")


def _said(say: Say, one: Answered) -> str:
    return coming(say, one.coming) if one.coming else say.label("no answer yet")


def post(say: Say, notice: SessionPost) -> Html:
    """For the group's chat: Telegram shows every reader their own time."""
    return _lines(
        _headline(say, notice.session, notice.news),
        _sheet(say, notice.session, say.shared_moment(notice.session.starts_at)),
        plan_fields.beforehand(say, notice.session) if notice.session.state in _TO_COME else Html(),
        several_zones.times(say, notice.session.starts_at, notice.zones) if notice.zones else Html(),
        say("💬 {reason}", reason=notice.reason) if notice.reason else Html(),
    )


def reminder(say: Say, notice: SessionReminder) -> Html:
    """The link of a call is sent when it is needed."""
    has_time = notice.early and notice.session.place is Place.VIDEO
    shown = replace(notice.session, address="") if has_time else notice.session
    return _lines(
        say("⏰ <b>{group}</b> meets soon.", group=shown.group),
        _sheet(say, shown, say.moment(shown.starts_at)),
        say("🎒 To prepare: {preparation}", preparation=notice.preparation) if notice.preparation else Html(),
        say("<b>Are you coming?</b>") if notice.can_answer else Html(),
    )


def answer_noted(say: Say, coming_: Coming) -> str:
    match coming_:
        case Coming.YES:
            return say.label("Thank you. Your mentor sees that you are coming.")
        case Coming.NO:
            return say.label("Thank you. Your mentor sees that you can't come.")
        case Coming.LATE:
            return say.label("Thank you. Your mentor sees that you will be late.")
        case _:
            assert_never(coming_)


def sessions(say: Say, *, ahead: int, past: int) -> Html:
    if not ahead and not past:
        return say("🗓 <b>My sessions</b>\n\nNo session is planned yet.")
    if not ahead:
        return say("🗓 <b>My sessions</b>\n\nNo session is planned at the moment; these have ended:")
    return say("🗓 <b>My sessions</b>")


def line(say: Say, session: SessionSeen, *, past: bool, several: bool) -> str:
    """The group is named where there are `several`."""
    sign = _NO_MORE.get(session.state, "✔" if past else "🗓")
    what = [*([session.group] if several else []), kind(say, session.kind, session.stage)]
    return say.label("{sign} {at} · {what}", sign=sign, at=say.moment(session.starts_at), what=" · ".join(what))


def _lines(*parts: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(part for part in parts if part))
