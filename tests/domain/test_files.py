"""Which files are accepted, and that no name can do harm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.files import (
    FETCH_LIMIT_BYTES,
    LONGEST_NAME,
    FileKind,
    Keeping,
    Received,
    Unfit,
    clean_name,
    is_program,
    unfit_for_comment,
    unfit_for_work,
)


def a_document(name: str, *, mime: str = "", size: int | None = 10) -> Received:
    return Received(kind=FileKind.DOCUMENT, file_name=name, mime=mime, size=size)


@pytest.mark.parametrize(
    "name",
    [
        "a.pdf",
        "A.PDF",
        "a.doc",
        "a.docx",
        "a.odt",
        "a.xls",
        "a.xlsx",
        "a.ods",
        "a.ppt",
        "a.pptx",
        "a.odp",
        "a.txt",
        "a.rtf",
        "a.jpg",
        "a.jpeg",
        "a.png",
        "a.heic",
        "a.webp",
        "Есе за мен.docx",
        "v1.2 final.pdf",
    ],
)
def test_documents_and_pictures_are_accepted(name: str) -> None:
    assert unfit_for_work(a_document(name)) is None


@pytest.mark.parametrize(
    ("name", "mime", "why"),
    [
        ("a.zip", "application/zip", Unfit.ARCHIVE),
        ("a.tar.gz", "", Unfit.ARCHIVE),
        ("a.exe", "", Unfit.PROGRAM),
        ("a.pdf.exe", "application/pdf", Unfit.PROGRAM),
        ("a.pdf", "application/x-msdownload", Unfit.PROGRAM),
        ("photo\u202egpj.exe", "", Unfit.PROGRAM),
        ("a.exe.", "", Unfit.PROGRAM),
        ("a.exe ", "", Unfit.PROGRAM),
        ("a.ex\u200be", "", Unfit.PROGRAM),
        ("a.docm", "", Unfit.PROGRAM),
        ("a.html", "text/html", Unfit.PROGRAM),
        ("a.mp4", "video/mp4", Unfit.KIND),
        ("a", "", Unfit.KIND),
        ("", "application/octet-stream", Unfit.KIND),
        ("", "application/zip", Unfit.ARCHIVE),
    ],
)
def test_archives_programs_and_what_is_neither_document_nor_picture_are_not(name: str, mime: str, why: Unfit) -> None:
    assert unfit_for_work(a_document(name, mime=mime)) is why


def test_a_document_without_an_ending_is_judged_by_what_it_says_it_is() -> None:
    assert unfit_for_work(a_document("essay", mime="application/pdf")) is None


def test_an_empty_file_is_no_file() -> None:
    assert unfit_for_work(a_document("a.pdf", size=0)) is Unfit.EMPTY


def test_a_voice_message_is_a_comment_but_no_work() -> None:
    voice = Received(kind=FileKind.VOICE, size=10)

    assert unfit_for_work(voice) is Unfit.VOICE
    assert unfit_for_comment(voice) is None


@pytest.mark.parametrize("kind", [FileKind.STICKER, FileKind.VIDEO, FileKind.AUDIO, FileKind.OTHER])
def test_nothing_else_is_either(kind: FileKind) -> None:
    assert unfit_for_work(Received(kind=kind)) is Unfit.KIND
    assert unfit_for_comment(Received(kind=kind)) is Unfit.KIND


def test_what_is_larger_than_a_bot_may_fetch_is_kept_by_reference() -> None:
    assert a_document("a.pdf", size=FETCH_LIMIT_BYTES).keeping is Keeping.PENDING
    assert a_document("a.pdf", size=FETCH_LIMIT_BYTES + 1).keeping is Keeping.BY_REFERENCE


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("../../etc/passwd.txt", "_.._etc_passwd.txt"),
        ("C:\\Users\\a.pdf", "C_Users_a.pdf"),
        ("a\x00b\n c.pdf", "ab c.pdf"),
        ("photo\u202egpj.pdf", "photogpj.pdf"),
        ("Ире\u0301на.pdf", "Ире\u0301на.pdf"),
        (" .hidden. ", "hidden"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
        ("...", ""),
    ],
)
def test_names_are_cleaned(name: str, cleaned: str) -> None:
    assert clean_name(name) == unicodedata.normalize("NFC", cleaned)


@pytest.mark.parametrize("beginning", [b"MZ\x90\x00", b"\x7fELF", b"#!/b", b"\xcf\xfa\xed\xfe"])
def test_a_program_is_known_by_how_it_begins(beginning: bytes) -> None:
    assert is_program(beginning)


@pytest.mark.parametrize("beginning", [b"%PDF", b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"\x89PNG", b"{\\rt", b"", b"RIFF"])
def test_documents_and_pictures_do_not_begin_like_one(beginning: bytes) -> None:
    assert not is_program(beginning)


def test_a_file_without_a_name_gets_one() -> None:
    assert Received(kind=FileKind.PHOTO).name == "photo.jpg"
    assert a_document("\u202e").name == "document"


@given(st.text(max_size=300))
def test_no_name_keeps_a_path_a_control_or_too_many_characters(name: str) -> None:
    cleaned = clean_name(name)

    assert len(cleaned) <= LONGEST_NAME
    assert not set(cleaned) & set('/\\:*?"<>|\n\r\t\x00')
    assert all(unicodedata.category(char)[0] != "C" for char in cleaned)
    assert not cleaned.startswith(".")
    assert clean_name(cleaned) == cleaned
    cleaned.encode()
