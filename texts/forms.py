"""The templates section: what there is to take, what each is for, and what to do with it then."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.handouts import Way
from mentoring.kit import Anchor, Per, Phase, Toolbar, Visibility
from mentoring.notices.forms import Asked
from mentoring.people import Role
from mentoring.record_ids import RecordId, shown
from texts import kit
from texts.purposes import purpose
from texts.say import Html

if TYPE_CHECKING:
    from datetime import timedelta

    from mentoring.notices.forms import (
        ChooseAim,
        FormCard,
        FormFailed,
        FormSent,
        FormsNotMade,
        Listed,
        Templates,
    )
    from texts.say import Say

_GAP = Html("")


def templates(say: Say, notice: Templates) -> Html:
    lines = [say("📑 <b>Templates</b>"), say("Take a form, fill it in and send it back to me. Nothing is put in here.")]
    if notice.guide is not None and notice.page == 0:
        lines += [_GAP, say("📖 First read: <b>{title}</b>", title=kit.title(say, notice.guide))]
    if notice.owed:
        lines += [_GAP, say("<b>What you need next</b>"), *(kit.line(say, one) for one in notice.owed)]
    lines += [_GAP] if notice.documents else []
    before: Phase | None = None
    for one in notice.documents:
        if one.phase is not before:
            lines.append(say("<b>{phase}</b>", phase=phase(say, one.phase)))
            before = one.phase
        lines.append(_listed(say, one))
    return Html("\n".join(lines))


def _listed(say: Say, one: Listed) -> Html:
    title = kit.title(say, one.title)
    if one.mandatory:
        return say("● {code} {title}", code=one.title.code, title=title)
    return say("○ {code} {title}", code=one.title.code, title=title)


def phase(say: Say, phase: Phase) -> str:
    match phase:
        case Phase.START:
            return say.label("At the start")
        case Phase.SELECTION:
            return say.label("Choosing people")
        case Phase.INITIAL:
            return say.label("First session")
        case Phase.SESSIONS:
            return say.label("During the sessions")
        case Phase.MIDDLE:
            return say.label("In the middle")
        case Phase.FINAL:
            return say.label("At the end")
        case _:
            assert_never(phase)


def card(say: Say, notice: FormCard) -> Html:
    code = notice.title.code
    lines = [say("📄 <b>{code} {title}</b>", code=code, title=kit.title(say, notice.title))]
    said = purpose(say, code)
    lines += [said] if said is not None else []
    lines += [_GAP, *_about(say, notice)] if _about(say, notice) else []
    whose = _whose(say, notice)
    lines += [_GAP, whose] if whose is not None else []
    return Html("\n".join(lines))


def _about(say: Say, notice: FormCard) -> list[Html]:
    lines = []
    if notice.filled_by:
        lines.append(say("✏️ Filled in by: {who}", who=_roles(say, notice.filled_by)))
    if notice.signed_by:
        lines.append(say("✍️ Signed by: {who}", who=_roles(say, notice.signed_by)))
    if notice.toolbar is not None:
        lines.append(say("🗄 Filed in: {where}; {who}", where=_toolbar(say, notice.toolbar), who=_readers(say, notice)))
    until = _until(say, notice)
    return [*lines, until] if until is not None else lines


def _until(say: Say, notice: FormCard) -> Html | None:
    if notice.day is not None:
        line = say("🗓 Until {day}", day=say.date(notice.day))
        return say("🔴 Was due on {day}", day=say.date(notice.day)) if notice.overdue else line
    if notice.anchor is None:
        return None if notice.per is Per.NOBODY else say("🗓 When there is need of it")
    return say("🗓 Due {when}", when=_when(say, notice.anchor, notice.after))


def _when(say: Say, anchor: Anchor, after: timedelta) -> Html:
    what = _anchor(say, anchor)
    if not after:
        return say("on the day: {what}", what=what)
    if after.days < 0:
        return say.n("{count} day before {what}", "{count} days before {what}", -after.days, what=what)
    return say.n("{count} day after {what}", "{count} days after {what}", after.days, what=what)


def _anchor(say: Say, anchor: Anchor) -> Html:
    match anchor:
        case Anchor.JOINING:
            return say("joining")
        case Anchor.INITIAL_SESSION:
            return say("the first session")
        case Anchor.SESSION:
            return say("each session")
        case Anchor.MIDDLE:
            return say("the middle of the programme")
        case Anchor.FINAL_SESSION:
            return say("the final session")
        case Anchor.END:
            return say("the end of the programme")
        case _:
            assert_never(anchor)


def _roles(say: Say, roles: tuple[Role, ...]) -> Html:
    names = {Role.MENTEE: say("mentee"), Role.MENTOR: say("mentor"), Role.MANAGER: say("manager")}
    return Html(", ".join(names[one] for one in roles))


def _toolbar(say: Say, toolbar: Toolbar) -> Html:
    return say("“Managing”") if toolbar is Toolbar.MANAGING else say("“Monitoring”")


def _readers(say: Say, notice: FormCard) -> Html:
    match notice.visibility:
        case Visibility.GROUP:
            return say("the whole group can find it there")
        case Visibility.LEADERS:
            return say("mentors and managers can find it there")
        case Visibility.MANAGERS:
            return say("only managers can find it there")
        case _:
            assert_never(notice.visibility)


def _whose(say: Say, notice: FormCard) -> Html | None:
    if not notice.filled:
        return None
    parts = []
    if notice.about is not None:
        parts.append(say("for <b>{name}</b>", name=notice.about))
    if notice.group is not None:
        parts.append(say("group <b>{group}</b>", group=notice.group))
    if notice.session is not None:
        parts.append(say("session {number}", number=notice.session))
    return say("📎 With what I know already filled in: {what}", what=Html(", ".join(parts))) if parts else None


def choose(say: Say, notice: ChooseAim) -> Html:
    title = kit.title(say, notice.title)
    match notice.asked:
        case Asked.GROUP:
            return say("📄 <b>{title}</b>: for which group?", title=title)
        case Asked.PERSON:
            return say("📄 <b>{title}</b>: for whom?", title=title)
        case Asked.SESSION:
            return say("📄 <b>{title}</b>: of which session?", title=title)
        case _:
            assert_never(notice.asked)


def sent(say: Say, notice: FormSent) -> Html:
    head = say("📄 <b>{title}</b>", title=kit.title(say, notice.title))
    if notice.read_only:
        return Html("\n".join([head, say("To read. Nothing has to be filled in or sent back.")]))
    named = [head, *_of_whom(say, notice)]
    return Html("\n".join([Html(" · ".join(named)), _what_next(say, notice), _how_known(say, notice)]))


def _of_whom(say: Say, notice: FormSent) -> list[Html]:
    about = [say("{name}", name=notice.about)] if notice.about is not None else []
    session = [say("session {number}", number=notice.session)] if notice.session is not None else []
    group = [say("{name}", name=notice.group)] if notice.group and not about else []
    return [*about, *group, *session]


def _what_next(say: Say, notice: FormSent) -> Html:
    if notice.filed_for:
        return say("📥 I file it under “Monitoring” of each group that it covers.")
    if notice.signed:
        return say("Print it, let everybody sign, photograph each page whole and send the photos here.")
    if notice.way is Way.FOR_PRINT:
        return say("Print it, write by hand, photograph each page whole and send the photos here.")
    return say("Fill it in on a computer or phone and send the file here, or print it and send photos of the pages.")


def _how_known(say: Say, notice: FormSent) -> Html:
    if notice.record_id is None:
        return say("This is a blank form: when it comes back, I ask what it is.")
    number = shown(RecordId(notice.record_id))
    return say("I recognise it by its number <b>{number}</b> at the bottom of the page.", number=number)


def failed(say: Say, notice: FormFailed) -> Html:
    return say(
        "📄 “{title}” could not be made just now. Nothing is lost: please try again in a while, or take the blank "
        "form. Whoever looks after me knows of it.",
        title=kit.title(say, notice.title),
    )


def not_made(say: Say, notice: FormsNotMade) -> Html:
    return say.n(
        "⚠️ {count} form could not be made today, the last one {code}. The log says why.",
        "⚠️ {count} forms could not be made today, the last one {code}. The log says why.",
        notice.count,
        code=notice.code,
    )


def how_back(say: Say) -> Html:
    return say(
        "<b>How to send a form back</b>\n"
        "• Filled in as a file: save it and send me the file here.\n"
        "• On paper: lay each page flat in good light, photograph it whole with the square at the bottom, and send me "
        "the photos here, several at once if you like.\n"
        "I find out what it is, and pass it on."
    )
