"""HTML is read by Telegram's rules, in UTF-16 units."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import formatted
from simulator.errors import ApiError
from simulator.html import parse_html
from simulator.views import as_html
from simulator.wire import Wire, units

READ: list[tuple[str, str, list[Wire]]] = [
    ("plain", "plain", []),
    ("<b>a</b>", "a", [{"type": "bold", "offset": 0, "length": 1}]),
    ("<STRONG>a</strong>", "a", [{"type": "bold", "offset": 0, "length": 1}]),
    ("😀<i>я</i>", "😀я", [{"type": "italic", "offset": 2, "length": 1}]),
    ("<em>😀</em>", "😀", [{"type": "italic", "offset": 0, "length": 2}]),
    ("<u>a</u><ins>b</ins>", "ab", [{"type": "underline", "offset": n, "length": 1} for n in (0, 1)]),
    (
        "<s>a</s><strike>b</strike><del>c</del>",
        "abc",
        [{"type": "strikethrough", "offset": n, "length": 1} for n in range(3)],
    ),
    ('<span class="tg-spoiler">a</span>', "a", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ("<code>a</code>", "a", [{"type": "code", "offset": 0, "length": 1}]),
    ('<code class="language-py">a</code>', "a", [{"type": "code", "offset": 0, "length": 1}]),
    ("<pre>a</pre>", "a", [{"type": "pre", "offset": 0, "length": 1}]),
    (
        '<pre><code class="language-py">a</code></pre>',
        "a",
        [{"type": "pre", "offset": 0, "length": 1, "language": "py"}],
    ),
    ("<blockquote>a</blockquote>", "a", [{"type": "blockquote", "offset": 0, "length": 1}]),
    ("<blockquote expandable>a</blockquote>", "a", [{"type": "expandable_blockquote", "offset": 0, "length": 1}]),
    (
        '<a href="https://x.bg/?a=1&amp;b=2">a</a>',
        "a",
        [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.bg/?a=1&b=2"}],
    ),
    ('<a href="tg://user?id=7">a</a>', "a", [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 7}}]),
    ('<a href="nothing">a</a>', "a", []),
    (
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
        "👍",
        [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"}],
    ),
    (
        '<tg-time unix="1795442057" format="wDt">утре</tg-time>',
        "утре",
        [{"type": "date_time", "offset": 0, "length": 4, "unix_time": 1795442057, "date_time_format": "wDt"}],
    ),
    ("&lt;b&gt; &amp;amp; &quot;&#1103;&#x1F600;", '<b> &amp; "я😀', []),
    ("AT&T &nbsp; &apos;", "AT&T &nbsp; &apos;", []),
    ("a<b></b>c", "ac", []),
    ("<b>a</>", "a", [{"type": "bold", "offset": 0, "length": 1}]),
    ("a > b", "a > b", []),
]

REFUSED = [
    ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("яя<br>", 'Unsupported start tag "br" at byte offset 4'),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href>b</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ("<a href=>b", None),
    ("<a =x>b</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x/y>b</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "text", "entities"), READ, ids=[source for source, _, _ in READ])
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[Wire]) -> None:
    found_text, found = parse_html(source)

    assert found_text == text
    assert [dict(sorted(entity.items())) for entity in found] == [dict(sorted(entity.items())) for entity in entities]


@pytest.mark.parametrize(("source", "reason"), REFUSED, ids=[source for source, _ in REFUSED])
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str | None) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)

    assert reason is None or refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_always_comes_through_unchanged(text: str) -> None:
    assert parse_html(escape(text)) == (text, [])


@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=" /@#."), min_size=1).map(escape),
        lambda inside: st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
            st.sampled_from(["b", "i", "u", "s", "code", "blockquote"]),
            st.lists(inside, min_size=1, max_size=3),
        ),
        max_leaves=8,
    )
)
def test_every_entity_lies_within_the_text_and_shows_as_it_was_written(source: str) -> None:
    text, entities = parse_html(source)

    assert all(0 <= entity["offset"] < entity["offset"] + entity["length"] <= units(text) for entity in entities)  # type: ignore[operator]
    assert parse_html(as_html(text, sorted(entities, key=_outermost_first)))[0] == text


def _outermost_first(entity: Wire) -> tuple[int, int]:
    return int(str(entity["offset"])), -int(str(entity["length"]))


def test_white_space_around_the_text_goes_and_the_entities_move() -> None:
    value = formatted("  \n<b> a </b>\n", parse_mode="HTML")

    assert (value.text, value.entities) == ("a", ({"type": "bold", "offset": 0, "length": 1},))


def test_commands_mentions_and_links_are_found_by_themselves() -> None:
    value = formatted("/start@ementor_bot я😀 @vera_1 #клас https://x.bg/a a@x.bg 1/2")

    found = [(entity["type"], entity["offset"], entity["length"]) for entity in value.entities]
    assert found == [
        ("bot_command", 0, 18),
        ("mention", 23, 7),
        ("hashtag", 31, 5),
        ("url", 37, 14),
        ("email", 52, 6),
    ]
