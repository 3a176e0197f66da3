"""Files that somebody made to do harm, or that came to harm on their way; none is large before it is opened."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

import pikepdf
import pillow_heif
from docx import Document
from PIL import Image

from mentoring.scans import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def files() -> Iterator[tuple[str, bytes, frozenset[Verdict]]]:
    """Name, content, and what may be said of it."""
    for verdicts, made in _EXPECTED:
        yield from ((name, content(), verdicts) for name, content in made.items())


def named(name: str) -> bytes:
    return next(made[name]() for _, made in _EXPECTED if name in made)


def names() -> set[str]:
    return {name for _, made in _EXPECTED for name in made}


def docx(changed: Mapping[str, bytes] | None = None) -> bytes:
    """A good Word file with some of its parts replaced or added."""
    good = io.BytesIO()
    Document().save(good)
    parts = _unzipped(good.getvalue()) | dict(changed or {})
    return zipped(parts)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return made.getvalue()


def document(inside: str, before: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}{before}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'.encode()


def links(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return f'<Relationships xmlns="{RELATIONS}">{link}</Relationships>'.encode()


def pdf(pages: int = 1, change: Callable[[pikepdf.Pdf], None] | None = None, **saved: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as opened:
        for _ in range(pages):
            opened.add_blank_page()
        if change is not None:
            change(opened)
        opened.save(made, **saved)  # type: ignore[arg-type] # one of its many options
    return made.getvalue()


def picture(kind: str, size: tuple[int, int] = (60, 80), mode: str = "RGB", **options: object) -> bytes:
    made = io.BytesIO()
    noise = Image.frombytes(mode, size, random.Random(1).randbytes(size[0] * size[1] * len(mode)))
    if kind == "HEIF":
        pillow_heif.from_pillow(noise).save(made)
    else:
        noise.save(made, kind, **options)
    return made.getvalue()


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """What its header says is not what it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _laughs(level: int = 9) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, level))
    return document(f"&l{level - 1};", f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>')


def _quadratic() -> bytes:
    return document("&a;" * 5_000, f'<!DOCTYPE d [<!ENTITY a "{"a" * 50_000}">]>')


def _outside(system: str) -> bytes:
    return document("&x;", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{system}">]>')


def _in_utf_16() -> bytes:
    return _outside("file:///etc/passwd").decode().replace("UTF-8", "UTF-16").encode("utf-16")


def _wrong_crc() -> bytes:
    good = bytearray(zipped({MAIN: b"<b/>"}))
    good[good.find(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(good)


def _wrong_crc_stored() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(MAIN, b"<w>whole</w>")
    return made.getvalue().replace(b"whole", b"wrong", 1)


def _lying_size() -> bytes:
    """It says that it unfolds to ten bytes."""
    content = bytearray(zipped({MAIN: b"0" * 30_000_000}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(content)


def _overlapping() -> bytes:
    """A thousand members that are all the same bytes."""
    whole = zipped({MAIN: b"0" * 20_000_000})
    at, end = whole.rfind(b"PK\x01\x02"), whole.rfind(b"PK\x05\x06")
    entry = whole[at:end]
    entries = entry + b"".join(entry.replace(MAIN.encode(), f"word/d{n:07}.xml".encode()) for n in range(999))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entries), at, 0)
    return whole[:at] + entries + tail


def _encrypted_member() -> bytes:
    content = bytearray(zipped({"[Content_Types].xml": b"<a/>", MAIN: b"<b/>"}))
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def _twice() -> bytes:
    return zipped({MAIN: b"<a/>", "WORD/document.xml": b"<b/>"})


def _nested() -> bytes:
    inner = zipped({"zeros": b"\0" * 10_000_000})
    for _ in range(4):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return inner


def _deep() -> bytes:
    return document("<w:p>" * 100_000 + "</w:p>" * 100_000)


def _many_attributes() -> bytes:
    attributes = " ".join(f'a{n}="1"' for n in range(100_000))
    return document(f"<w:p {attributes}/>")


def _act(opened: pikepdf.Pdf, **act: pikepdf.Object) -> None:
    opened.Root.OpenAction = pikepdf.Dictionary({f"/{name}": value for name, value in act.items()})


def _script(opened: pikepdf.Pdf) -> None:
    _act(opened, S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _script_on_page(opened: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    opened.pages[0].obj.AA = pikepdf.Dictionary(O=script)


def _launch(opened: pikepdf.Pdf) -> None:
    _act(opened, S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))


def _embed(opened: pikepdf.Pdf) -> None:
    opened.attachments["evil.exe"] = b"MZ"


def _submit(opened: pikepdf.Pdf) -> None:
    button = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=pikepdf.String("http://127.0.0.1/")),
    )  # fmt: skip
    opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(button)])


def _goes_round(opened: pikepdf.Pdf) -> None:
    """Its tree of pages contains itself."""
    opened.Root.Pages.Kids.append(opened.Root.Pages)


def _form_in_itself(opened: pikepdf.Pdf) -> None:
    form = opened.make_stream(b"/X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    opened.pages[0].Resources = form.Resources
    opened.pages[0].Contents = opened.make_stream(b"/X Do " * 100)


def _huge_image(opened: pikepdf.Pdf) -> None:
    image = opened.make_stream(zlib.compress(b"\0" * 10_000_000, 9))
    image.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60_000, Height=60_000, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceRGB, Filter=pikepdf.Name.FlateDecode,
    )  # fmt: skip
    opened.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=image))
    opened.pages[0].Contents = opened.make_stream(b"600 0 0 800 0 0 cm /X Do")


def _huge_paper(opened: pikepdf.Pdf) -> None:
    opened.pages[0].MediaBox = pikepdf.Array([0, 0, 10_000_000, 10_000_000])


def _unfolding(opened: pikepdf.Pdf) -> None:
    once = zlib.compress(b"0 0 m 1 1 l S " * 3_000_000, 9)
    stream = opened.make_stream(zlib.compress(once, 9))
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    opened.pages[0].Contents = stream


def _exif_garbage() -> bytes:
    return picture("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + random.Random(2).randbytes(400))


def _exif_nonsense() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 99
    return picture("JPEG", exif=exif.tobytes())


def _many_frames() -> bytes:
    made = io.BytesIO()
    frames = [Image.new("P", (500, 500), n % 250) for n in range(300)]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    return made.getvalue()


def _bmp_bomb() -> bytes:
    good = bytearray(picture("BMP"))
    good[18:26] = struct.pack("<ii", 60_000, 60_000)
    return bytes(good)


def _jpeg_bomb() -> bytes:
    good = bytearray(picture("JPEG"))
    at = good.find(b"\xff\xc0")
    good[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    return bytes(good)


def _tiff_bomb() -> bytes:
    good = picture("TIFF", (60, 80))
    return good.replace(struct.pack("<HHIHH", 256, 4, 1, 60, 0), struct.pack("<HHII", 256, 4, 1, 900_000))


def _tiff_that_goes_round() -> bytes:
    """Its second page is its first."""
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + struct.pack("<H", 1)
        + struct.pack("<HHII", 256, 4, 1, 9)
        + struct.pack("<I", 8)
    )


def _cut(content: Callable[[], bytes], part: float) -> bytes:
    whole = content()
    return whole[: round(len(whole) * part)]


def _spoilt(content: Callable[[], bytes], seed: int) -> bytes:
    """Some bytes are others."""
    chance, whole = random.Random(seed), bytearray(content())
    for _ in range(max(8, len(whole) // 300)):
        whole[chance.randrange(len(whole))] = chance.randrange(256)
    return bytes(whole)


def _with_macro() -> dict[str, bytes]:
    return {"word/vbaProject.bin": OLE + b"VBA"}


_FINE, _BROKEN, _LOCKED = frozenset({Verdict.FINE}), frozenset({Verdict.BROKEN}), frozenset({Verdict.LOCKED})
_DANGEROUS, _TOO_MUCH = frozenset({Verdict.DANGEROUS}), frozenset({Verdict.TOO_MUCH})
_NOT_FINE = _BROKEN | _TOO_MUCH | _DANGEROUS
_ANY = _NOT_FINE | _FINE

_Made = dict[str, "Callable[[], bytes]"]
_GOOD: _Made = {
    "good.docx": docx,
    "good.pdf": partial(pdf, 3),
    "linked.docx": lambda: docx({LINKS: links("hyperlink", "https://example.org/")}),
    "paper.docx": lambda: picture("JPEG"),
    "letter.jpg": docx,
    "grey16.png": lambda: picture("PNG", (40, 40), "L"),
    "cmyk.jpg": lambda: picture("JPEG", (40, 40), "CMYK"),
    "clear.webp": lambda: picture("WEBP", (40, 40), "RGBA"),
    "iphone.heic": partial(picture, "HEIF"),
    "frames.gif": _many_frames,
    "exif.jpg": _exif_garbage,
    "nonsense.jpg": _exif_nonsense,
    "notes.txt": "Здравейте".encode,
}
_WITH_LOCKS: _Made = {
    "locked.docx": lambda: OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500,
    "locked_member.docx": _encrypted_member,
    "locked.pdf": lambda: pdf(encryption=pikepdf.Encryption(owner="o", user="u")),
    "locked.odt": lambda: zipped({"content.xml": b"?", "META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
}
_THAT_ACT: _Made = {
    "macro.docx": lambda: docx(_with_macro()),
    "macro.docm": lambda: docx({"[Content_Types].xml": b"<t>application/vnd.ms-word.document.macroEnabled.main</t>"}),
    "macro.doc": lambda: OLE + b"\0" * 500 + "_VBA_PROJECT".encode("utf-16-le") + b"\0" * 500,
    "activex.docx": lambda: docx({"word/activeX/activeX1.xml": b"<a/>"}),
    "ole.docx": lambda: docx({"word/embeddings/oleObject1.bin": b"MZ"}),
    "basic.odt": lambda: zipped({"content.xml": b"<a/>", "Basic/Standard/Module1.xml": b"<a/>"}),
    "template.docx": lambda: docx({LINKS: links("attachedTemplate", "http://127.0.0.1/t.dotm")}),
    "frame.docx": lambda: docx({LINKS: links("frame", "file://127.0.0.1/share")}),
    "pixel.docx": lambda: docx({LINKS: links("image", "http://127.0.0.1/p.png")}),
    "traversal.docx": lambda: docx({"../../etc/cron.d/evil": b"x"}),
    "absolute.docx": lambda: docx({"/etc/passwd": b"x"}),
    "drive.docx": lambda: docx({"C:\\windows\\evil.dll": b"x"}),
    "laughs.docx": lambda: docx({MAIN: _laughs()}),
    "quadratic.docx": lambda: docx({MAIN: _quadratic()}),
    "passwd.docx": lambda: docx({MAIN: _outside("file:///etc/passwd")}),
    "fetch.docx": lambda: docx({MAIN: _outside("http://127.0.0.1:9/x")}),
    "utf16.docx": lambda: docx({MAIN: _in_utf_16()}),
    "parameter.docx": lambda: docx(
        {MAIN: document("", '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>')}
    ),
    "styles.docx": lambda: docx({"word/styles.xml": _laughs()}),
    "object.rtf": lambda: rb"{\rtf1{\object\objemb{\*\objdata 0105}}}",
    "program.pdf": lambda: b"MZ\x90\0" + b"\0" * 200,
    "script.docx": lambda: b"#!/bin/sh\nrm -rf ~\n",
    "script.pdf": lambda: pdf(1, _script),
    "script_on_page.pdf": lambda: pdf(1, _script_on_page),
    "launch.pdf": lambda: pdf(1, _launch),
    "embedded.pdf": lambda: pdf(1, _embed),
    "submit.pdf": lambda: pdf(1, _submit),
    "picture_and_zip.jpg": lambda: picture("JPEG") + zipped({"evil.js": b"x"}),
    "picture_and_pdf.jpg": lambda: picture("JPEG")[:2] + b"\xff\xfe\x00\x10%PDF-1.4 hidden" + picture("JPEG")[2:],
    "pdf_and_zip.pdf": lambda: pdf() + zipped({"word/other.xml": b"<a/>"}),
}
_TOO_LARGE: _Made = {
    "ratio.docx": lambda: docx({MAIN: document("0" * 20_000_000)}),
    "member.docx": lambda: docx({MAIN: document("0" * 60_000_000)}),
    "members.docx": lambda: docx({f"word/{n}.xml": b"<a/>" for n in range(2_100)}),
    "overlapping.docx": _overlapping,
    "pages.pdf": lambda: pdf(10_000),
    "gigapixel.png": lambda: png(100_000, 100_000, b"\0" * 1_000_000),
    "large.bmp": _bmp_bomb,
    "large.jpg": _jpeg_bomb,
    "large.tif": _tiff_bomb,
}
_DAMAGED: _Made = {
    "empty.pdf": lambda: b"",
    "truncated.docx": lambda: _cut(docx, 0.6),
    "crc.docx": _wrong_crc,
    "crc_stored.docx": _wrong_crc_stored,
    "twice.docx": _twice,
    "torn.docx": lambda: docx({MAIN: document("<w:p><w:r></w:p>")}),
    "truncated.pdf": lambda: _cut(pdf, 0.2),
    "no_pages.pdf": lambda: pdf(0),
    "only_a_mark.pdf": lambda: b"%PDF-1.7\n%%EOF",
    "truncated.jpg": lambda: _cut(lambda: picture("JPEG", (600, 800)), 0.5),
    "truncated.png": lambda: _cut(lambda: picture("PNG", (600, 800)), 0.5),
    "truncated.heic": lambda: _cut(partial(picture, "HEIF"), 0.6),
    "truncated.webp": lambda: _cut(lambda: picture("WEBP", (600, 800)), 0.3),
    "truncated.tif": lambda: _cut(lambda: picture("TIFF", (600, 800)), 0.3),
    "only_a_mark.jpg": lambda: b"\xff\xd8\xff\xe0",
    "no_size.png": lambda: png(0, 0),
    "nested.zip": _nested,
    "round.tif": _tiff_that_goes_round,
}
#: Whatever is said of them, something is, and soon.
_STRANGE: _Made = {
    "lying.docx": _lying_size,
    "deep.docx": lambda: docx({MAIN: _deep()}),
    "attributes.docx": lambda: docx({MAIN: _many_attributes()}),
    "wide.png": lambda: png(50_000_000, 1, b"\0" * 3_000),
    "round.pdf": lambda: pdf(1, _goes_round),
    "form.pdf": lambda: pdf(1, _form_in_itself),
    "image.pdf": lambda: pdf(1, _huge_image),
    "paper.pdf": lambda: pdf(1, _huge_paper),
    "unfolding.pdf": lambda: pdf(1, _unfolding),
    "no_table.pdf": lambda: pdf(3).replace(b"startxref", b"startxxxx"),
    "noise.bin": lambda: random.Random(3).randbytes(5_000),
    "font.ttf": lambda: b"\0\1\0\0" + random.Random(4).randbytes(2_000),
    **{f"spoilt{n}.docx": partial(_spoilt, docx, n) for n in range(4)},
    **{f"spoilt{n}.pdf": partial(_spoilt, partial(pdf, 5), n) for n in range(4)},
    **{f"spoilt{n}.jpg": partial(_spoilt, partial(picture, "JPEG", (300, 400)), n) for n in range(4)},
    **{f"spoilt{n}.png": partial(_spoilt, partial(picture, "PNG", (300, 400)), n) for n in range(2)},
    **{f"spoilt{n}.heic": partial(_spoilt, partial(picture, "HEIF", (300, 400)), n) for n in range(3)},
    **{f"spoilt{n}.webp": partial(_spoilt, partial(picture, "WEBP", (300, 400)), n) for n in range(2)},
    **{f"spoilt{n}.tif": partial(_spoilt, partial(picture, "TIFF", (300, 400)), n) for n in range(2)},
}
_EXPECTED: tuple[tuple[frozenset[Verdict], _Made], ...] = (
    (_FINE, _GOOD),
    (_LOCKED, _WITH_LOCKS),
    (_DANGEROUS, _THAT_ACT),
    (_TOO_MUCH, _TOO_LARGE),
    (_BROKEN, _DAMAGED),
    (_ANY, _STRANGE),
)
