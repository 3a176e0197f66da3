"""Looks into office files: nothing is unpacked before its size is known, and nothing in them may act by itself."""

from __future__ import annotations

import re
import zipfile
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from lxml import etree

from doc_templates.errors import Dangerous, Locked, TooMuch, Unreadable
from doc_templates.packages import MEMBER_AT_MOST, MEMBERS_AT_MOST, RATIO_AT_MOST, RATIO_COUNTS_FROM, UNPACKED_AT_MOST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENCRYPTED_MEMBER = 0x1
#: Only what is written as a link may point outside: an external template or picture is fetched on opening.
_LINK = "/hyperlink"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS = re.compile(
    r"(^|/)(vbaproject|vbadata|activex|oleobject)[^/]*(/|\.(bin|xml)$)|^Basic/|^Scripts/", re.IGNORECASE
)
_MACRO_TYPE = b"macroenabled"
_XML = (".xml", ".rels", ".rdf")
_CHUNK = 2**16
#: Read first: where it speaks of encryption, all else is noise.
_MANIFEST = "META-INF/manifest.xml"
#: As these names stand in the folders of an OLE file.
_ENCRYPTED_PACKAGE, _VBA, _PACKAGER = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "_VBA_PROJECT", "\1Ole10")
)


def look(file: Path) -> None:
    """Into .docx, .xlsx, .pptx, .odt and their kin. Raises Unreadable, TooMuch, Locked, Dangerous."""
    with _zipped(file) as zipped:
        members = zipped.infolist()
        _check_sizes(members, file.stat().st_size)
        _check_names(members)
        for member in sorted(members, key=lambda member: member.filename != _MANIFEST):
            _check_member(member.filename, zipped.read(member))


def look_at_old(file: Path) -> None:
    """Word and its kin before 2007, and newer ones with a password. Raises Locked, Dangerous."""
    content = file.read_bytes()
    if _ENCRYPTED_PACKAGE in content:
        raise Locked("a password")
    if _VBA in content or _PACKAGER in content:
        raise Dangerous("macros")


def look_at_rich_text(file: Path) -> None:
    """Raises Dangerous."""
    if re.search(rb"\\obj(data|update|autlink|emb)|\\\*\\template", file.read_bytes()):
        raise Dangerous("an object")


@contextmanager
def _zipped(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as zipped:
            yield zipped
    except (Unreadable, TooMuch, Locked, Dangerous, MemoryError):
        raise
    except Exception as error:  # zlib, lzma and bz2 each raise their own
        raise Unreadable(type(error).__name__) from error


def _check_sizes(members: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(one.file_size for one in members)
    if len(members) > MEMBERS_AT_MOST or total > UNPACKED_AT_MOST:
        raise TooMuch("unpacked")
    if any(one.file_size > MEMBER_AT_MOST for one in members):
        raise TooMuch("one member")
    if total > RATIO_COUNTS_FROM and total > RATIO_AT_MOST * packed:
        raise TooMuch("packed too tightly")


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in members]
    if any(one.flag_bits & _ENCRYPTED_MEMBER for one in members):
        raise Locked("encrypted members")
    if len({name.lower() for name in names}) < len(names):
        raise Unreadable("two members with one name")
    if any(_leads_out(name) for name in names):
        raise Dangerous("a name that leads out of the package")
    if any(_MACROS.search(name) for name in names if not name.endswith("/")):
        raise Dangerous("macros")


def _leads_out(name: str) -> bool:
    return "\\" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts


def _check_member(name: str, content: bytes) -> None:
    if name == "[Content_Types].xml" and _MACRO_TYPE in content.lower():
        raise Dangerous("macros")
    if name == _MANIFEST and b"encryption-data" in content:
        raise Locked("a password")
    if name.endswith(_XML):
        _check_xml(name, content)


def _check_xml(name: str, content: bytes) -> None:
    """No document type, whose entities may unfold or fetch; it is looked for before a parser sees it."""
    plain = content.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Dangerous("a document type")
    parser = etree.XMLPullParser(
        ("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    for start in range(0, len(content), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
        _check_elements(parser, is_of_links=name.endswith(".rels"))
    parser.close()


def _check_elements(parser: etree.XMLPullParser, *, is_of_links: bool) -> None:
    """Each is forgotten once seen, so that a long document takes no more memory than a short one."""
    for _, element in parser.read_events():
        if is_of_links and element.tag == _RELATIONSHIP and element.get("TargetMode") == "External":
            _check_link(element.get("Type", ""))
        element.clear()


def _check_link(kind: str) -> None:
    if not kind.endswith(_LINK):
        raise Dangerous("something is fetched on opening")
