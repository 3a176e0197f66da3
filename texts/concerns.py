"""Words about concerns: for whoever raises one, and for the managers who read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html, escaped
from texts.working_hours import with_hours

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.concerns import ConcernCard, ConcernWriting, OwnConcern
    from texts.say import Say


def writing(say: Say, notice: ConcernWriting) -> Html:
    if not notice.readers and notice.about is None:
        nobody = say("🛟 Nobody else manages your programme, so there is nobody whom I could tell.")
        return Html(f"{nobody}\n\n{_emergency(say, notice.contacts)}")
    said = _preview(say, notice) if notice.words or notice.files else _question(say)
    parts = [said, _addressed(say, notice), _emergency(say, notice.contacts)]
    if notice.full:
        parts.insert(
            1, say("⚠️ There was no room for your last message. Please send this first, and the rest after it.")
        )
    return Html("\n\n".join(parts))


def _question(say: Say) -> Html:
    return say(
        "🛟 <b>What worries you?</b>\n\nWrite it here, in one or several messages. A voice message, a photo or a file "
        "works too. Nothing is sent before you press the button."
    )


def _preview(say: Say, notice: ConcernWriting) -> Html:
    parts = [say("🛟 <b>This will be sent:</b>")]
    if notice.words:
        parts.append(Html(escaped(notice.words)))
    if notice.files:
        parts.append(_files(say, notice.files))
    parts.append(say("You can add to it by writing more. Once sent, nobody can change it."))
    return Html("\n\n".join(parts))


def _addressed(say: Say, notice: ConcernWriting) -> Html:
    readers = ", ".join(notice.readers)
    if not notice.readers:
        return say(
            "👤 {about} will not read it. Nobody else manages your programme yet, so I keep it for the next manager, "
            "and let somebody know that one is needed: not who asks, nor why.",
            about=notice.about or "",
        )
    if notice.mentors:
        names = ", ".join(notice.mentors)
        return say(
            "👤 Read only by <b>{readers}</b>. Please note: {names} mentors you too, and nobody else manages your "
            "programme.",
            readers=readers,
            names=names,
        )
    if notice.about is not None:
        return say(
            "👤 Read only by <b>{readers}</b>: no mentor, nobody in the group, and not {about}.",
            readers=readers,
            about=notice.about,
        )
    return say("👤 Read only by <b>{readers}</b>: no mentor, and nobody in the group.", readers=readers)


def _emergency(say: Say, contacts: str) -> Html:
    call = say("🆘 In danger now? Call 112.")
    return Html(f"{call}\n{escaped(contacts)}") if contacts else call


def _files(say: Say, count: int) -> Html:
    return say.n("📎 {count} file", "📎 {count} files", count)


def own(say: Say, notice: OwnConcern) -> Html:
    head = say(
        "🛟 <b>Your concern C-{number}</b> · {moment}", number=notice.concern_id, moment=say.moment(notice.raised_at)
    )
    became = with_hours(say, _became(say, notice), notice.hours)
    return Html("\n\n".join([head, became, _emergency(say, notice.contacts)]))


def _became(say: Say, notice: OwnConcern) -> Html:
    readers = ", ".join(notice.readers)
    if notice.seen_by is not None and notice.seen_at is not None:
        return say(
            "✅ <b>{name}</b> has seen it on {moment} and takes care of it.",
            name=notice.seen_by,
            moment=say.moment(notice.seen_at),
        )
    if notice.reached:
        return say(
            "Sent to <b>{readers}</b>. It can't be changed any more. I tell you here who has seen it.", readers=readers
        )
    if not notice.readers:
        return say(
            "⚠️ It is kept for another manager, who is still to be appointed. Please don't wait for it: call or tell "
            "somebody whom you trust."
        )
    return say(
        "⚠️ It is kept, but I can't reach <b>{readers}</b> on Telegram now. They get it as soon as I can. Please don't "
        "wait for it: call or tell somebody whom you trust.",
        readers=readers,
    )


def card(say: Say, notice: ConcernCard) -> Html:
    place = notice.group or "–"
    head = say(
        "🛟 <b>Concern C-{number}</b> · {moment}\nFrom <b>{name}</b> · {group}",
        number=notice.concern_id,
        moment=say.moment(notice.raised_at),
        name=notice.name,
        group=place,
    )
    parts = [head]
    if notice.words:
        parts.append(Html(escaped(notice.words)))
    if notice.files:
        parts.append(_files(say, notice.files))
    if notice.seen_by is not None and notice.seen_at is not None:
        parts.append(
            say(
                "✅ <b>{name}</b> takes care of it since {moment}.",
                name=notice.seen_by,
                moment=say.moment(notice.seen_at),
            )
        )
    else:
        parts.append(say("In confidence: neither a mentor nor the group sees this."))
    return Html("\n\n".join(parts))


def file_of(say: Say, number: int) -> Html:
    return say("🛟 Part of concern C-{number}, in confidence.", number=number)


def open_list(say: Say, count: int) -> Html:
    if not count:
        return say("🛟 No concern waits for anybody.")
    return say.n(
        "🛟 <b>{count} concern waits</b> for somebody to take care of it.",
        "🛟 <b>{count} concerns wait</b> for somebody to take care of them.",
        count,
    )


def in_digest(say: Say, count: int) -> Html:
    return say.n("🛟 {count} concern waits for a manager.", "🛟 {count} concerns wait for a manager.", count)


def managers_needed(say: Say, programme: str) -> Html:
    return say(
        "⚠️ Somebody in <b>{programme}</b> needs a manager, and I can't reach any of them on Telegram.\n\nPlease call "
        "them today and ask them to open the bot.",
        programme=programme,
    )


def raise_button(say: Say) -> str:
    return say.label("🛟 Raise a concern")


def send_button(say: Say) -> str:
    return say.label("📨 Send it")


def empty_button(say: Say) -> str:
    return say.label("✏️ Write it anew")


def drop_button(say: Say) -> str:
    return say.label("✖ Don't send")


def about_button(say: Say, name: str) -> str:
    return say.label("It is about {name}", name=name)


def to_programme_button(say: Say, name: str) -> str:
    return say.label("To the managers of {name}", name=name)


def take_button(say: Say) -> str:
    return say.label("✋ I take care of it")


def list_button(say: Say) -> str:
    return say.label("🛟 Concerns")


def line_button(say: Say, number: int, at: datetime) -> str:
    return f"C-{number} · {say.day(at)}"
