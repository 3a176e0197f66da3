"""Signatures: who has signed, whose page is awaited, and how a page is signed and photographed."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.papers import HAVE_SIGNED, SignerState
from mentoring.record_ids import RecordId, shown
from mentoring.slots import SlotState
from texts import form_words, kit
from texts.say import Html
from texts.submissions import reference

if TYPE_CHECKING:
    from mentoring.notices.signatures import (
        AllSigned,
        AskHowToIssue,
        AskWhoSigned,
        MissingReminded,
        MySignature,
        PageFiled,
        PageSent,
        SignatureBoard,
        SignedCopy,
        SignerCard,
        SignerSeen,
    )
    from texts.say import Say


def how_to_issue(say: Say, notice: AskHowToIssue) -> Html:
    who = say("{group}: {names}", group=notice.group_name, names=", ".join(notice.names))
    head = say("✍️ <b>{document}</b>: whose signatures are needed:", document=kit.named(say, notice.slot))
    if not notice.in_pages:
        ask = say("Shall I let everybody know?")
        return Html(f"{head}\n{who}\n\n{ask}")
    ways = say(
        "A page each: everybody signs a page of their own and sends a photo of it, also from another town.\n"
        "One paper: all sign the same paper, and you send one scan of it."
    )
    return Html(f"{head}\n{who}\n\n{ways}")


def board(say: Say, notice: SignatureBoard) -> Html:
    head = say(
        "✍️ <b>{document}</b> · {group}: {done} of {total} signed.",
        document=kit.named(say, notice.slot),
        group=notice.group_name,
        done=notice.done,
        total=notice.total,
    )
    return Html("\n".join([head, "", *(_row(say, one) for one in notice.signers), "", _what_next(say, notice)]))


def _row(say: Say, seen: SignerSeen) -> Html:
    return say(
        "{mark} {name}, {role}: {state}, since {day}",
        mark=mark(seen.state),
        name=seen.name,
        role=role(say, seen),
        state=state(say, seen.state),
        day=say.day(seen.since),
    )


def _what_next(say: Say, notice: SignatureBoard) -> Html:
    match notice.slot.state:
        case SlotState.FILED:
            return say("📁 All pages are filed.")
        case SlotState.ACCEPTED:
            return say("All have signed. File the pages now.")
        case _ if any(one.state is SignerState.SENT for one in notice.signers):
            return say("Tap a name to look at the page that came.")
        case _:
            return say("Pages come here by themselves; a scan of the whole paper you can send me like any file.")


def mark(of: SignerState) -> str:
    match of:
        case SignerState.MISSING | SignerState.NOT_NEEDED:
            return "⬜"
        case SignerState.SENT:
            return "🟡"
        case SignerState.RETURNED:
            return "↩️"
        case SignerState.SIGNED | SignerState.COVERED:
            return "✅"
        case _:
            assert_never(of)


def state(say: Say, of: SignerState) -> str:
    match of:
        case SignerState.MISSING:
            return say.label("awaited")
        case SignerState.SENT:
            return say.label("to be looked at")
        case SignerState.RETURNED:
            return say.label("sent back")
        case SignerState.SIGNED:
            return say.label("signed")
        case SignerState.COVERED:
            return say.label("signed, on a scan")
        case SignerState.NOT_NEEDED:
            return say.label("no longer needed")
        case _:
            assert_never(of)


def role(say: Say, seen: SignerSeen) -> str:
    return say.label("parent or guardian") if seen.as_guardian else form_words.role(say, seen.role)


def signer(say: Say, notice: SignerCard) -> Html:
    seen = notice.signer
    head = say("✍️ <b>{document}</b> · {group}", document=kit.named(say, notice.slot), group=notice.group_name)
    lines = [head, _row(say, seen)]
    if notice.submission_id is not None and seen.number is not None:
        lines.append(say("The page came as {number}.", number=reference(seen.number)))
    if notice.can_decide:
        lines.append(say("Is the signature there?"))
    elif seen.on_paper and seen.state not in HAVE_SIGNED:
        lines.append(say("Without Telegram: bring the page, then send me a photo of it and say whose it is."))
    return Html("\n".join(lines))


def mine(say: Say, notice: MySignature) -> Html:
    count = say("Signed so far: {done} of {total}.", done=notice.done, total=notice.total)
    named = say("<b>{document}</b> · {group}", document=kit.named(say, notice.slot), group=notice.group_name)
    parts = [_my_state(say, notice, named)]
    if notice.state is SignerState.MISSING and notice.with_guardian:
        parts.append(say("A parent or guardian signs on the same page."))
    if notice.state in {SignerState.MISSING, SignerState.RETURNED} and notice.slot.day is not None:
        parts.append(say("Please send it {until}.", until=kit.until(say, notice.slot)) if notice.pages else Html(""))
    return Html("\n".join([*(one for one in parts if one), count]))


def _my_state(say: Say, notice: MySignature, named: Html) -> Html:
    match notice.state:
        case SignerState.MISSING if notice.pages:
            return say(
                "✍️ {what}: your signature is needed.\n"
                "1. Get your page and print it. No printer? Sign the paper that is brought to you.\n"
                "2. Sign it.\n"
                "3. Photograph it and send the photo here.",
                what=named,
            )
        case SignerState.MISSING:
            return say(
                "✍️ {what}: your signature is needed. Sign the paper that your mentor or manager brings; there is "
                "nothing for you to send.",
                what=named,
            )
        case SignerState.SENT:
            return say("🟡 {what}: your page is here. Your mentor or manager looks at it.", what=named)
        case SignerState.RETURNED:
            return say("↩️ {what}: your page came back. Please send it once more.", what=named)
        case SignerState.SIGNED | SignerState.COVERED:
            return say("✅ {what}: your signature is here. Nothing more to do.", what=named)
        case SignerState.NOT_NEEDED:
            return say("⚪ {what}: your signature is no longer needed.", what=named)
        case _:
            assert_never(notice.state)


def page(say: Say, notice: PageSent) -> Html:
    title = kit.title(say, notice.title)
    number = shown(RecordId(notice.record_id))
    if notice.to_read:
        return say("📄 <b>{title}</b>, to read first. It is the page after it that is signed.", title=title)
    if notice.whose is not None:
        return say(
            "✍️ <b>{title}</b>: the page of {name}. When it is signed, send me a photo of it. Its number is {number}.",
            title=title,
            name=notice.whose,
            number=number,
        )
    return say(
        "✍️ <b>{title}</b>: print it, sign it, photograph it and send the photo here. I recognise it by its number "
        "<b>{number}</b> at the bottom.",
        title=title,
        number=number,
    )


def how_to_photograph(say: Say) -> Html:
    return say(
        "📷 <b>A photo that can be read</b>\n"
        "• Lay the page flat on a table, near a window, without a lamp above it.\n"
        "• Hold the phone straight above it, so that all four corners are in the picture.\n"
        "• Wait until it is sharp. The signature and the number at the bottom must be readable.\n"
        "• Send the photo here. Nothing to write with it."
    )


def all_signed(say: Say, notice: AllSigned) -> Html:
    return say("✅ “{title}” is signed by everybody. Thank you!", title=kit.title(say, notice.title))


def copy(say: Say, notice: SignedCopy) -> Html:
    title = kit.title(say, notice.title)
    if notice.own:
        return say("📁 “{title}”, {group}: filed. This is your own page.", title=title, group=notice.group_name)
    return say("📁 “{title}”, {group}: filed. This is your copy.", title=title, group=notice.group_name)


def reminded(say: Say, notice: MissingReminded) -> Html:
    if not notice.people:
        return say("Everybody who is missing was reminded today already.")
    return say.n("One person is reminded.", "{count} people are reminded.", notice.people)


def who_signed(say: Say, notice: AskWhoSigned) -> Html:
    return say(
        "✍️ <b>{document}</b> · {group}: who has signed on this scan? Tick them, then file it.",
        document=kit.named(say, notice.slot),
        group=notice.group_name,
    )


def filed(say: Say, notice: PageFiled) -> Html:
    return say(
        "📁 <b>{document}</b> · {group}: the scan is filed with the signatures of {names}.\n"
        "Signed so far: {done} of {total}.",
        document=kit.named(say, notice.slot),
        group=notice.group_name,
        names=", ".join(notice.names),
        done=notice.done,
        total=notice.total,
    )


def guardian_of(say: Say) -> str:
    return say.label("parent or guardian")
