"""Words of the plan of one session: what its fields are called, asked about and shown as."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.sessions import STEP_OF_FIELD
from mentoring.plan_fields import KINDS, PlanField
from mentoring.sessions import USUAL_LENGTH, Place
from texts import session_kinds
from texts.kit import titles
from texts.say import Html
from texts.session_places import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring.notices.kit import Titled
    from mentoring.notices.plan_fields import AskPlanField, SessionPlan
    from mentoring.notices.sessions import Planning, SessionSeen
    from mentoring.plan_fields import PlanOption
    from texts.say import Say

_USUAL = USUAL_LENGTH.total_seconds() // 60
_LONGEST_LABEL = 34
#: On the cards of everybody; whoever leads reads all of them in the plan.
_DOCUMENTS_SHOWN = 3


def length(say: Say, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say.label("{minutes} min", minutes=rest)
    if rest == 30:  # noqa: PLR2004 -- half an hour
        return say.label("{hours}½ h", hours=hours)
    if rest:
        return say.label("{hours} h {minutes} min", hours=hours, minutes=rest)
    return say.label("{hours} h", hours=hours)


def about(say: Say, session: SessionSeen) -> Html:
    """What it is about; how long it lasts, where that is not as usual."""
    lines = (
        say("💡 {topic}", topic=session.topic) if session.topic else Html(),
        say("⏱ {length}", length=length(say, session.minutes)) if session.minutes != _USUAL else Html(),
    )
    return Html("\n".join(one for one in lines if one))


def said_besides(say: Say, notice: Planning) -> Html:
    """About a session that is only being planned."""
    lines = (
        say("💡 {topic}", topic=notice.topic) if notice.topic else Html(),
        say("⏱ {length}", length=length(say, notice.minutes)) if notice.minutes != _USUAL else Html(),
        say("🎒 To prepare: {preparation}", preparation=notice.preparation) if notice.preparation else Html(),
    )
    return Html("\n".join(one for one in lines if one))


def beforehand(say: Say, session: SessionSeen) -> Html:
    """What everybody has to do for it."""
    lines = (
        say("🎒 To prepare: {preparation}", preparation=session.preparation) if session.preparation else Html(),
        say("📝 Homework: {homework}", homework=session.homework) if session.homework else Html(),
        _documents(say, session.documents),
    )
    return Html("\n".join(one for one in lines if one))


def _documents(say: Say, documents: Sequence[Titled]) -> Html:
    if not documents:
        return Html()
    shown, more = titles(say, documents[:_DOCUMENTS_SHOWN]), len(documents) - _DOCUMENTS_SHOWN
    if more > 0:
        return say("📎 Documents: {documents} and {count} more", documents=shown, count=more)
    return say("📎 Documents: {documents}", documents=shown)


def field(say: Say, field: PlanField) -> str:
    match field:
        case PlanField.LENGTH:
            return say.label("⏱ Length")
        case PlanField.PLACE:
            return say.label("📍 How you meet")
        case PlanField.KIND:
            return say.label("🧭 Kind")
        case PlanField.TOPIC:
            return say.label("💡 Topic")
        case PlanField.AIM:
            return say.label("🎯 Expected result")
        case PlanField.GOALS:
            return say.label("🏁 Goals")
        case PlanField.PREPARATION:
            return say.label("🎒 To prepare")
        case PlanField.HOMEWORK:
            return say.label("📝 Homework")
        case PlanField.DOCUMENTS:
            return say.label("📎 Documents")
        case PlanField.RESPONSIBLE:
            return say.label("👤 Responsible")
        case _:
            assert_never(field)


def session_plan(say: Say, notice: SessionPlan) -> Html:
    session = notice.session
    head = say(
        "📝 <b>Plan of session {number} of {group}</b>\n🕕 {at}",
        number=session.number,
        group=session.group,
        at=say.moment(session.starts_at),
    )
    changed = say("✔ It is changed; the cards of the group follow.") if notice.changed else Html()
    lines = Html("\n".join(say("{field}: {said}", field=name, said=said or "–") for name, said in _said(say, notice)))
    asked = say("<b>What do you want to change?</b>")
    return Html("\n\n".join(one for one in (head, changed, lines, asked) if one))


def _said(say: Say, notice: SessionPlan) -> Iterator[tuple[str, str]]:
    session = notice.session
    said = {
        PlanField.LENGTH: length(say, session.minutes),
        PlanField.PLACE: ": ".join(
            one for one in (place(say, session.place, logged=session.logged), session.address) if one
        ),
        PlanField.KIND: session_kinds.kind(say, session.kind, session.stage),
        PlanField.TOPIC: session.topic,
        PlanField.AIM: notice.aim,
        PlanField.GOALS: notice.goals,
        PlanField.PREPARATION: session.preparation,
        PlanField.HOMEWORK: session.homework,
        PlanField.DOCUMENTS: titles(say, session.documents),
        PlanField.RESPONSIBLE: notice.responsible,
    }
    yield from ((field(say, one), words) for one, words in said.items())


def ask_field(say: Say, notice: AskPlanField) -> Html:
    said = titles(say, notice.session.documents) if notice.field is PlanField.DOCUMENTS else notice.said
    parts = (
        say("I did not understand that. Please look once more.") if notice.misread else Html(),
        question(say, notice.field, has_options=bool(notice.options)),
        say("Now: {said}", said=said) if said else Html(),
    )
    return Html("\n\n".join(one for one in parts if one))


def question(say: Say, field: PlanField, *, has_options: bool) -> Html:
    match field:
        case PlanField.LENGTH:
            return say("<b>How long does it last?</b> Choose, or type it: 1:30, or until 19:30.")
        case PlanField.PLACE:
            return say("<b>How do you meet?</b>")
        case PlanField.KIND:
            return say("<b>What kind of session is it?</b>")
        case PlanField.TOPIC:
            return say("<b>What is it about?</b> Choose, or type it.")
        case PlanField.AIM:
            return say("<b>What should come out of it?</b> Type it in a sentence.")
        case PlanField.GOALS if has_options:
            return say("<b>Which goals of the mentees is it for?</b> Tap one or more, or type them.")
        case PlanField.GOALS:
            return say("<b>Which goals of the mentees is it for?</b> Type them.")
        case _:
            return _question_for_all(say, field)


def _question_for_all(say: Say, field: PlanField) -> Html:
    match field:
        case PlanField.PREPARATION:
            return say("<b>What should people prepare or bring?</b> Type it. It goes into the reminder a day before.")
        case PlanField.HOMEWORK:
            return say("<b>What should mentees do at home for it?</b> Type it. I remind them the evening before.")
        case PlanField.DOCUMENTS:
            return say("<b>Which documents belong to it?</b> Tap one or more.")
        case _:
            return say("<b>Who is responsible for it?</b> Tap one or more, or type names.")


def extra_asked(say: Say, notice: Planning) -> Html:
    """The question about a session that is only being planned."""
    field_of = next(field for field, step in STEP_OF_FIELD.items() if step is notice.step)
    asked = question(say, field_of, has_options=bool(notice.options))
    if not notice.misread:
        return asked
    return Html("\n\n".join((say("I did not understand that. Please look once more."), asked)))


def option(say: Say, field: PlanField, one: PlanOption) -> str:
    said = _option_said(say, field, one)
    short = said if len(said) <= _LONGEST_LABEL else f"{said[: _LONGEST_LABEL - 1]}…"
    return f"✅ {short}" if one.chosen else short


def _option_said(say: Say, field: PlanField, one: PlanOption) -> str:
    match field:
        case PlanField.LENGTH:
            return length(say, one.key)
        case PlanField.PLACE:
            return next((place(say, found) for key, found in enumerate(Place, 1) if key == one.key), one.words)
        case PlanField.KIND:
            return next((session_kinds.kind(say, *of) for key, of in enumerate(KINDS, 1) if key == one.key), one.words)
        case _:
            return one.words


def change_button(say: Say) -> str:
    return say.label("📝 Change the plan")


def back_to_plan_button(say: Say) -> str:
    return say.label("↩ To the plan")


def empty_button(say: Say) -> str:
    return say.label("🗑 Empty it")


def skip_button(say: Say) -> str:
    return say.label("↩ Leave it out")


def extra_button(say: Say, field: PlanField) -> str:
    match field:
        case PlanField.TOPIC:
            return say.label("＋ Topic")
        case PlanField.PREPARATION:
            return say.label("＋ To bring")
        case _:
            return say.label("＋ Length")
