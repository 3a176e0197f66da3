"""Whatever a person wrote, what is sent fits Telegram's limits and is whole HTML."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fitting import fitted, pieces, units

WORDS = st.text(st.sampled_from("абв xyz<>&\"'\n🙂👍🏽é"), max_size=40)
TAGS = st.sampled_from(["b", "i", "code", "blockquote", "tg-spoiler"])


PIECES = st.lists(st.tuples(WORDS, st.none() | TAGS, st.booleans()), max_size=30)


def woven(pieces: list[tuple[str, str | None, bool]]) -> str:
    """Escaped words between tags that are opened and closed in order."""
    parts: list[str] = []
    still_open: list[str] = []
    for words, tag, closes in pieces:
        parts.append(html.escape(words))
        if still_open and closes:
            parts.append(f"</{still_open.pop()}>")
        elif tag is not None:
            still_open.append(tag)
            parts.append(f"<{tag}>")
    return "".join([*parts, *(f"</{tag}>" for tag in reversed(still_open))])


messages = PIECES.map(woven)


class Reader(HTMLParser):
    """Reads as Telegram does: tags must close in order, and what is left is the text."""

    def __init__(self) -> None:
        super().__init__()
        self.still_open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(value is not None for _, value in attrs)
        self.still_open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.still_open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(message: str) -> str:
    reader = Reader()
    reader.feed(message)
    reader.close()
    assert reader.still_open == []
    return reader.text


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(messages)
def test_the_length_is_counted_as_telegram_counts_it(message: str) -> None:
    assert units(message) == utf16(read(message))


@settings(max_examples=300)
@given(messages, st.integers(1, 200))
def test_what_is_cut_fits_is_whole_html_and_begins_as_it_did(message: str, limit: int) -> None:
    shortened = read(fitted(message, limit))

    assert utf16(shortened) <= limit
    assert read(message).startswith(shortened.removesuffix("…"))


@settings(max_examples=300)
@given(messages, st.integers(5, 200))
def test_what_is_parted_fits_is_whole_html_and_loses_no_word(message: str, limit: int) -> None:
    parts = [read(part) for part in pieces(message, limit)]

    assert all(utf16(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(read(message).split())


def test_what_is_parted_between_words_keeps_its_looks() -> None:
    link = '<a href="https://example.org/">'
    assert pieces(f"one {link}two three four</a> five", 14) == [f"one {link}two three</a>", f"{link}four</a> five"]


def test_what_fits_is_left_alone() -> None:
    message = "<b>" + "я" * 4096 + "</b>"

    assert fitted(message, 4096) == message


def test_a_long_text_ends_after_a_whole_word() -> None:
    assert fitted("one two <b>three four</b> five", 16) == "one two <b>three…</b>"


def test_a_link_is_never_cut_inside() -> None:
    message = f'see <a href="https://example.org/{"x" * 300}">the page</a> and more'

    assert fitted(message, 10) == f'see <a href="https://example.org/{"x" * 300}">the…</a>'
