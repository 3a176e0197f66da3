"""Words about photographs of paper before they are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.scans import Advice, ScanState
from texts.say import Html
from texts.submissions import reference

if TYPE_CHECKING:
    from mentoring.notices.scans import PageShown, ScanCard, ScanSent
    from texts.say import Say


def scan_card(say: Say, card: ScanCard) -> Html:
    parts = [_count(say, card), _state(say, card), *_advice(say, card), _when(say, card)]
    return Html("\n\n".join(part for part in parts if part))


def _count(say: Say, card: ScanCard) -> Html:
    count = sum(page.number is not None for page in card.pages)
    if card.to_file:
        return say.n("📄 <b>{count} page, not filed yet</b>", "📄 <b>{count} pages, not filed yet</b>", count)
    return say.n("📄 <b>{count} page, not sent yet</b>", "📄 <b>{count} pages, not sent yet</b>", count)


def _state(say: Say, card: ScanCard) -> Html:
    match card.state:
        case ScanState.READY if card.to_file:
            return say("Is everything readable? Then press “Go on”.")
        case ScanState.READY:
            return say("Is everything readable? Then press “Send”.")
        case ScanState.PENDING if card.goes_on:
            return say("I am joining the photos to one PDF, and then go on.")
        case ScanState.PENDING:
            return say("I am joining the photos to one PDF; you need not wait for that.")
        case ScanState.FAILED if card.to_file:
            return say("I can't join these to one PDF, so they will be filed as photos.")
        case ScanState.FAILED:
            return say("I can't join these to one PDF, so your mentor will get the photos as they are.")
        case _:
            assert_never(card.state)


def _when(say: Say, card: ScanCard) -> Html:
    if card.more:
        return say(
            "➕ Send me the other pages now or on another day. I wait until {moment}.", moment=say.moment(card.goes_at)
        )
    if card.goes_on:
        return Html("")
    if card.to_file:
        return say("Without a press I go on by myself at {clock}.", clock=say.clock(card.goes_at))
    return say("Without a press I send it by myself at {clock}.", clock=say.clock(card.goes_at))


def _advice(say: Say, card: ScanCard) -> list[Html]:
    """Of every page at most the first: one thing is easily done better."""
    alone = len(card.pages) == 1
    lines = [_of_page(say, page, alone=alone) for page in card.pages if page.number is not None and page.advice]
    return [Html("\n".join(lines))] if lines else []


def _of_page(say: Say, page: PageShown, *, alone: bool) -> Html:
    what = _what(say, page.advice[0])
    if alone:
        return Html(f"💡 {what[:1].upper()}{what[1:]}")
    where = say("Page {number}:", number=page.number or 0)
    return Html(f"💡 {where} {what}")


def _what(say: Say, advice: Advice) -> Html:
    match advice:
        case Advice.BLURRED:
            return say("this looks blurred. Hold the phone still, near a window, and take it again.")
        case Advice.DARK:
            return say("this is dark. Take it again near a window or a lamp, without your own shadow on it.")
        case Advice.BRIGHT:
            return say("the writing is hardly seen in so much light. Take it again without the flash.")
        case Advice.SMALL:
            return say("this is a small picture. Sent as a file, it keeps all its sharpness.")
        case Advice.CUT:
            return say("an edge of the paper is cut off. Take it again with all four corners.")
        case _:
            assert_never(advice)


def ordering(say: Say, card: ScanCard, chosen: PageShown) -> Html:
    out = sum(page.number is None for page in card.pages)
    head = say("🔀 <b>Page {number}</b>", number=chosen.number or 0)
    what = say("◀ ▶ move it, ↻ turns it, ✖ leaves it out. The numbers choose another page.")
    left = say.n("{count} photo is left out.", "{count} photos are left out.", out) if out else Html("")
    wait = say("The picture follows in a moment.") if card.state is ScanState.PENDING else Html("")
    return Html("\n\n".join(part for part in (head, what, left, wait) if part))


def take_again(say: Say, card: ScanCard, page: PageShown) -> Html:
    how = say(
        "📷 Send me the new photo now. Lay the paper flat, near a window, all four corners in the picture, no shadow."
    )
    if len(card.pages) == 1:
        return how
    instead = say("It takes the place of page {number}.", number=page.number or 0)
    return Html(f"{how}\n\n{instead}")


def went_by_itself(say: Say, sent: ScanSent) -> Html:
    if sent.pressed:
        return say("✔️ The pages are one PDF now.")
    if sent.to_file:
        return say("⏱ Nothing was pressed for a while, so I went on with it.")
    if sent.number is None:
        return say("⏱ Nothing was pressed for a while, so I have sent it.")
    return say("⏱ Nothing was pressed for a while, so I have sent it, as <b>{name}</b>.", name=reference(sent.number))


def send_button(say: Say, *, to_file: bool) -> str:
    return say.label("📥 Go on") if to_file else say.label("📨 Send")


def more_button(say: Say) -> str:
    return say.label("➕ Add pages")


def order_button(say: Say) -> str:
    return say.label("🔀 Order, turn, leave out")


def turn_button(say: Say) -> str:
    return say.label("↻ Turn")


def again_button(say: Say) -> str:
    return say.label("📷 Take again")


def put_back_button(say: Say, number: int) -> str:
    return say.label("➕ Put back photo {number}", number=number)


def done_button(say: Say) -> str:
    return say.label("✔️ Done")


def number(value: int, *, chosen: bool) -> str:
    return f"·{value}·" if chosen else str(value)
