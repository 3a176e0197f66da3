"""Words around a print pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.packs import PackStage
from texts import kit
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.prints import PrintCard, PrintPackSent
    from texts.say import Say


def choose(say: Say) -> Html:
    return say("🖨 <b>To print for the first session</b>\n\nFor which group?")


def card(say: Say, notice: PrintCard) -> Html:
    head = say("🖨 <b>To print for the first session of {group}</b>", group=notice.group_name)
    return Html("\n\n".join([head, *_paragraphs(say, notice)]))


def _paragraphs(say: Say, notice: PrintCard) -> list[Html]:
    match notice.stage:
        case PackStage.ASKING:
            return _asking(say, notice)
        case PackStage.MAKING:
            return [_making(say, notice)]
        case PackStage.READY:
            return [say.n("{count} form is ready.", "{count} forms are ready.", notice.total)]
        case PackStage.FAILED:
            return [say("It could not be made. Please try once more.")]
        case _:
            assert_never(notice.stage)


def _asking(say: Say, notice: PrintCard) -> list[Html]:
    if not notice.total:
        return [say("This programme uses no documents for the first session.")]
    lines = [
        say("{code} {title} × {count}", code=one.title.code, title=kit.title(say, one.title), count=one.count)
        for one in notice.titles
    ]
    return [Html("\n".join(lines)), say("With everybody's names, each in their own language."), _how(say, notice)]


def _how(say: Say, notice: PrintCard) -> Html:
    if notice.as_pdf:
        return say("It comes as one PDF; each form begins on a sheet of its own.")
    return say("It comes as Word files in one ZIP, numbered in the order of printing.")


def _making(say: Say, notice: PrintCard) -> Html:
    if not notice.done:
        return say("It is being made. I send it here.")
    return say("It is being made: {done} of {total}. I send it here.", done=notice.done, total=notice.total)


def sent(say: Say, notice: PrintPackSent) -> Html:
    head = say("🖨 <b>{group}</b>, {day}", group=notice.group_name, day=say.date(notice.on))
    forms = say.n("{count} form to print.", "{count} forms to print.", notice.forms)
    back = say("Every page carries its code: photographed and sent back, it is known again.")
    return Html(f"{head}\n{forms}\n{back}")


def print_button(say: Say) -> str:
    return say.label("🖨 Print for the first session")


def make_button(say: Say) -> str:
    return say.label("🖨 Make it")


def other_group_button(say: Say) -> str:
    return say.label("👥 Another group")


def pack_word(say: Say) -> str:
    """The beginning of its file's name."""
    return say.label("To-print")
