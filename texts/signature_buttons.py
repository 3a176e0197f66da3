"""What stands on the buttons about signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.signatures import mark

if TYPE_CHECKING:
    from mentoring.notices.kit import SlotSeen
    from mentoring.notices.signatures import SignerSeen
    from texts.say import Say


def issue_button(say: Say) -> str:
    return say.label("✍️ Issue for signing")


def board_button(say: Say, seen: SlotSeen | None = None) -> str:
    if seen is None or not seen.signers:
        return say.label("✍️ Signatures")
    return say.label("✍️ Signatures: {done} of {total}", done=seen.signed, total=seen.signers)


def pages_button(say: Say) -> str:
    return say.label("📄 A page each")


def whole_button(say: Say, *, in_pages: bool) -> str:
    return say.label("📃 One paper") if in_pages else say.label("✅ Let them know")


def my_page_button(say: Say, *, pages: bool) -> str:
    return say.label("📄 Get my page") if pages else say.label("📄 Get the paper")


def photograph_button(say: Say) -> str:
    return say.label("📷 How to photograph")


def row_button(say: Say, seen: SignerSeen) -> str:
    named = f"{mark(seen.state)} {seen.name}"
    return say.label("{named}, guardian", named=named) if seen.as_guardian else named


def there_button(say: Say) -> str:
    return say.label("✅ Signed")


def wrong_page_button(say: Say) -> str:
    return say.label("🔀 Wrong page")


def no_signature_button(say: Say) -> str:
    return say.label("✍️ No signature")


def not_signed_button(say: Say) -> str:
    return say.label("↩️ Not signed after all")


def page_of_button(say: Say) -> str:
    return say.label("📄 Get this page")


def remind_button(say: Say) -> str:
    return say.label("🔔 Remind who is missing")


def file_button(say: Say) -> str:
    return say.label("📁 File all pages")


def day_button(say: Say) -> str:
    return say.label("⏳ Its day")


def tick_button(say: Say, seen: SignerSeen, *, ticked: bool) -> str:
    named = say.label("{name}, guardian", name=seen.name) if seen.as_guardian else seen.name
    return f"{'☑' if ticked else '☐'} {named}"


def all_button(say: Say) -> str:
    return say.label("☑ All of them")


def file_scan_button(say: Say) -> str:
    return say.label("📁 File")
