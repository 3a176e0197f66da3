"""`parse_mode=HTML` by Telegram's rules: its tags, its nesting, its refusals with byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from simulator.errors import ApiError, bad_request
from simulator.wire import Wire, units

ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
LONGEST_REFERENCE = 9
LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_PLAIN = re.compile(r"[^&<]+")
_SPACE = re.compile(r"[ \t\r\n\0\v]*")
_TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>]*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_PERSON_LINK = re.compile(r"tg://user\?id=(\d+)")


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    begins_at: int


def _reference(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    too_long = len(match.group().removesuffix(";")) > LONGEST_REFERENCE
    return None if too_long or code in SURROGATES or not 0 < code < LAST_CHARACTER else chr(code)


def decode(text: str) -> str:
    return _REFERENCE.sub(lambda match: _reference(match) or match.group(), text)


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    text: list[str] = field(default_factory=list)
    offset: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Wire]]:
        while self.at < len(self.source):
            self._step()
        if self.open_tags:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"')
        return "".join(self.text), self.entities

    def _step(self) -> None:
        match self.source[self.at]:
            case "&":
                self._read_reference()
            case "<" if self.source.startswith("/", self.at + 1):
                self._read_end_tag()
            case "<":
                self._read_start_tag()
            case _:
                self._write(self._take(_PLAIN))

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.offset += units(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        taken = match.group() if match else ""
        self.at += len(taken)
        return taken

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _read_reference(self) -> None:
        match = _REFERENCE.match(self.source, self.at)
        character = match and _reference(match)
        if match and character:
            self.at = match.end()
            self._write(character)
        else:
            self.at += 1
            self._write("&")

    def _read_start_tag(self) -> None:
        begins_at = self.at
        self.at += 1
        name = self._take(_TAG_NAME).lower()
        if not self._peek():
            raise self._refuse("Unclosed start tag", begins_at)
        if name not in ENTITY_OF_TAG:
            raise self._refuse(f'Unsupported start tag "{name}"', begins_at)
        attributes = self._read_attributes(name, begins_at)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refuse('Tag "span" must have class "tg-spoiler"', begins_at)
        self.open_tags.append(_OpenTag(name, attributes, self.offset, len(self.text)))

    def _read_attributes(self, tag: str, begins_at: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._take(_SPACE)
            if self._peek() == ">":
                self.at += 1
                return attributes
            name = self._take(_ATTRIBUTE_NAME)
            if not name:
                raise self._refuse(f'Empty attribute name in the tag "{tag}"', begins_at)
            self._take(_SPACE)
            attributes[name] = self._read_value(tag, name, begins_at)

    def _read_value(self, tag: str, name: str, begins_at: int) -> str:
        if self._peek() != "=":
            if tag == "blockquote" and name == "expandable":
                return ""
            raise self._refuse(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begins_at)
        self.at += 1
        self._take(_SPACE)
        if not self._peek():
            raise self._refuse(f'Unclosed start tag "{tag}"', begins_at)
        value = self._read_quoted() if self._peek() in "'\"" else self._read_token()
        if not self._peek():
            raise self._refuse("Unclosed start tag", begins_at)
        return value

    def _read_token(self) -> str:
        begins_at = self.at
        token = self._take(_NAME_TOKEN).lower()
        if self._peek() and self._peek() not in " \t\r\n\0\v>":
            raise self._refuse("Unexpected end of name token", begins_at)
        return token

    def _read_quoted(self) -> str:
        quote = self._peek()
        end = self.source.find(quote, self.at + 1)
        end = len(self.source) if end < 0 else end
        value = self.source[self.at + 1 : end]
        self.at = min(end + 1, len(self.source))
        return decode(value)

    def _read_end_tag(self) -> None:
        begins_at = self.at
        if not self.open_tags:
            raise self._refuse("Unexpected end tag", begins_at)
        self.at += 2
        name = self._take(_TAG_NAME).lower()
        self._take(_SPACE)
        if self._peek() != ">":
            raise self._refuse("Unclosed end tag", begins_at)
        self.at += 1
        tag = self.open_tags.pop()
        if name and name != tag.name:
            found = f'expected "</{tag.name}>", found "</{name}>"'
            raise bad_request(
                f"can't parse entities: Unmatched end tag at byte offset {self._bytes(begins_at)}, {found}"
            )
        self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        length = self.offset - tag.offset
        if length > 0:
            entity = _entity(tag, "".join(self.text[tag.begins_at :]))
            if entity is not None:
                self.entities.append({"offset": tag.offset, "length": length} | entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode(errors="surrogatepass"))

    def _refuse(self, reason: str, position: int) -> ApiError:
        return _refusal(f"{reason} at byte offset {self._bytes(position)}")


def _refusal(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def _entity(tag: _OpenTag, inside: str) -> Wire | None:
    kind = ENTITY_OF_TAG[tag.name]
    match tag.name:
        case "a":
            return _link(tag.attributes.get("href") or inside)
        case "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in tag.attributes else kind}
        case "code" if tag.attributes.get("class", "").startswith("language-"):
            return {"type": kind, "language": tag.attributes["class"].removeprefix("language-")}
        case "tg-emoji":
            return _custom_emoji(tag.attributes.get("emoji-id", ""))
        case "tg-time":
            return _date_time(tag.attributes.get("unix", ""), tag.attributes.get("format", ""))
        case _:
            return {"type": kind}


def _link(url: str) -> Wire | None:
    person = _PERSON_LINK.fullmatch(url)
    if person:
        return {"type": "text_mention", "user": {"id": int(person.group(1))}}
    if "://" not in url and "." not in url:
        return None
    return {"type": "text_link", "url": url if "://" in url or ":" in url else f"http://{url}"}


def _custom_emoji(identifier: str) -> Wire:
    if not identifier.isdecimal():
        raise _refusal("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _date_time(unix: str, form: str) -> Wire:
    if not unix.isdecimal():
        raise _refusal("Invalid Unix time specified")
    if not _TIME_FORMAT.fullmatch(form):
        raise bad_request("Invalid date-time format specified")
    return {"type": "date_time", "unix_time": int(unix)} | ({"date_time_format": form} if form else {})


def parse_html(source: str) -> tuple[str, list[Wire]]:
    """The plain text and its entities, in the order in which they closed."""
    text, entities = _Parser(source).parse()
    return text, _joined_code(entities)


def _joined_code(entities: list[Wire]) -> list[Wire]:
    """`<pre><code class="language-x">` is one entity with a language; `<code>` alone has none."""
    joined: list[Wire] = []
    for entity in entities:
        last = joined[-1] if joined else {}
        same_place = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if same_place and {last["type"], entity["type"]} == {"pre", "code"} and "language" in last | entity:
            joined[-1] = last | entity | {"type": "pre"}
        else:
            joined.append(entity)
    return [{k: v for k, v in entity.items() if k != "language" or entity["type"] == "pre"} for entity in joined]
