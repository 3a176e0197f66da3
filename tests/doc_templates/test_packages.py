"""The zip is looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from doc_templates.errors import Locked, TooMuch, Unreadable
from doc_templates.packages import CONTENT_TYPES, MAIN, MEMBERS_AT_MOST, opened, packed, unpacked

WORD = {CONTENT_TYPES: b"<Types/>", MAIN: b"<document/>"}


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in (*WORD, *names):
            file.writestr(zipfile.ZipInfo(name), b"x")
    return made.getvalue()


def test_what_was_packed_can_be_unpacked_and_is_always_the_same() -> None:
    assert unpacked(packed(WORD)) == WORD
    assert packed(WORD) == packed(dict(reversed(WORD.items())))


@pytest.mark.parametrize("name", ["../x", "word/../../x", "/etc/passwd", "C:/x", "word\\..\\x"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        opened(zipped(name))


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(Unreadable):
        opened(zipped("Word/Document.xml"))


def test_too_many_members_are_refused() -> None:
    with pytest.raises(TooMuch):
        opened(zipped(*(f"word/{number}" for number in range(MEMBERS_AT_MOST))))


def test_a_bomb_is_refused_unopened() -> None:
    with pytest.raises(TooMuch):
        opened(packed(WORD | {"word/media/x.bin": b"\0" * 23_000_000}))


def test_a_locked_file_is_told_from_a_broken_one() -> None:
    with pytest.raises(Locked):
        opened(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 512)


def test_a_member_that_is_not_what_it_says_is_refused() -> None:
    damaged = bytearray(packed(WORD | {"word/x.xml": b"hello" * 100}))
    place = damaged.index(b"word/x.xml") + len(b"word/x.xml")
    damaged[place : place + 5] = b"\xff" * 5
    package = opened(bytes(damaged))

    with pytest.raises(Unreadable):
        package.read("word/x.xml")
    with pytest.raises(Unreadable):
        package.read("word/nothing.xml")
