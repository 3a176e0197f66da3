from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pytest
from PIL import Image

from doc_templates import pdfs
from doc_templates.errors import Dangerous, Locked, TooMuch
from doc_templates.orders import PageToJoin
from doc_templates.photographs import paper
from doc_templates.photographs.joining import BUDGET_BYTES, Joined, join
from doc_templates.photographs.looking import look
from doc_templates.photographs.pages import SHORTEST, page_of
from doc_templates.photographs.pictures import read
from doc_templates.photographs.previews import preview
from mentoring.scans import Advice
from tests.doc_templates import hostile
from tests.doc_templates.camera import Shot, photographed, seen
from tests.doc_templates.pages import page
from tests.doc_templates.recognising import paper as a_paper

if TYPE_CHECKING:
    from pathlib import Path

SENT = a_paper(7)
PAGE = page(SENT.code, SENT.record_id)
A4 = 297 / 210


def taken(file: Path, shot: Shot) -> Path:
    file.write_bytes(photographed(PAGE, shot))
    return file


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "1"),
        ("PNG", "I;16"), ("WEBP", "RGBA"), ("TIFF", "RGB"), ("TIFF", "I;16"), ("BMP", "RGB"),
        ("GIF", "P"), ("HEIF", "RGB"),
    ],
)  # fmt: skip
def test_each_kind_of_picture_is_opened(kind: str, mode: str, tmp_path: Path) -> None:
    file, image = tmp_path / "picture", Image.new("RGB", (300, 400), (200, 200, 200))
    converted = Image.new("I;16", image.size, 200 * 257) if mode == "I;16" else image.convert(mode)
    converted.save(file, kind)
    opened = read(file, longest=400)

    assert opened.size == (300, 400)
    assert opened.mode in {"L", "RGB"}
    assert abs(np.asarray(opened).mean() - 200) < (60 if mode == "1" else 8)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(tmp_path / "clear.png")

    assert read(tmp_path / "clear.png", longest=50).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(("way", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))])
def test_the_camera_says_which_way_is_up(way: int, corner: tuple[int, int], tmp_path: Path) -> None:
    file, exif = tmp_path / "held.jpg", Image.Exif()
    exif[0x0112] = way
    image = Image.new("L", (400, 200), 255)
    image.paste(0, (0, 0, 60, 60))
    image.save(file, exif=exif)
    upright = read(file, longest=400)
    darkest = (corner[0] * (upright.width - 1), corner[1] * (upright.height - 1))

    assert upright.size == ((400, 200) if way < 5 else (200, 400))
    assert upright.convert("L").getpixel(darkest) < 20  # type: ignore[operator] # of a grey picture it is a number


def test_a_picture_with_too_many_pixels_is_not_decoded(tmp_path: Path) -> None:
    file = tmp_path / "huge.png"
    file.write_bytes(hostile.png(100_000, 100_000))

    with pytest.raises(TooMuch):
        read(file, longest=400)


@pytest.mark.parametrize(
    ("shot", "advice"),
    [
        (Shot(seed=3), ()),
        (Shot(seed=3, angle=90, noise=8, shadow=0.5), ()),
        (Shot(seed=3, blur=2.5), (Advice.BLURRED,)),
        (Shot(seed=3, shaken=9), (Advice.BLURRED,)),
        (Shot(seed=3, dark=0.3), (Advice.DARK,)),
        (Shot(seed=3, side=800), (Advice.SMALL,)),
        (Shot(seed=3, aside=0.2), (Advice.CUT,)),
    ],
)
def test_advice_says_what_to_do_better(shot: Shot, advice: tuple[Advice, ...], tmp_path: Path) -> None:
    assert look(taken(tmp_path / "photo.jpg", shot)).advice == advice


def test_a_page_from_a_scanner_needs_no_advice(tmp_path: Path) -> None:
    Image.fromarray(PAGE).save(tmp_path / "scan.png")

    assert look(tmp_path / "scan.png").advice == ()


@pytest.mark.parametrize("size", [(1, 1), (40, 40), (3, 2000)])
def test_a_tiny_picture_is_small_and_no_more_is_known(size: tuple[int, int], tmp_path: Path) -> None:
    Image.new("L", size, 200).save(tmp_path / "tiny.png")
    seen_as = look(tmp_path / "tiny.png")

    assert (seen_as.width, seen_as.height, seen_as.sharpness, seen_as.papers) == (*size, 0.0, ())


def test_a_photographed_page_is_flat_upright_and_white(tmp_path: Path) -> None:
    shot = Shot(seed=2, angle=184, tilt=0.06, shadow=0.5, dark=0.8, noise=4)
    made = page_of(taken(tmp_path / "askew.jpg", shot), turns=0)

    assert abs(made.height / made.width / A4 - 1) < 0.01
    assert unlike(made) < 12


def test_it_is_turned_once_more_where_somebody_asks(tmp_path: Path) -> None:
    file = taken(tmp_path / "askew.jpg", Shot(seed=2))
    once, not_at_all = page_of(file, turns=1), page_of(file, turns=0)

    assert np.array_equal(np.asarray(once), np.rot90(np.asarray(not_at_all), -1))


def test_ink_keeps_its_colour_and_paper_loses_that_of_the_lamp(tmp_path: Path) -> None:
    printed = np.stack([PAGE] * 3, axis=-1)
    printed[2200:2500, 400:900] = (170, 60, 30)  # blue, in the order of OpenCV
    warm = (seen(printed, Shot(seed=2, shadow=0.4)) * [0.8, 0.92, 1.0]).astype(np.uint8)
    Image.fromarray(warm[..., ::-1]).save(tmp_path / "signed.png")
    made = page_of(tmp_path / "signed.png", turns=0)
    ink, empty = (np.asarray(made)[round(made.height * at)][made.width // 3] for at in (0.8, 0.92))

    assert made.mode == "RGB"
    assert int(ink[2]) - int(ink[0]) > 60
    assert int(empty.max()) - int(empty.min()) < 20


def test_without_opencv_pages_are_joined_as_they_lie(tmp_path: Path) -> None:
    file, into = taken(tmp_path / "askew.jpg", Shot(seed=2, angle=5)), tmp_path / "all.pdf"
    script = (
        "import sys; sys.modules['cv2'] = None; from pathlib import Path;"
        "from doc_templates.orders import PageToJoin;"
        "from doc_templates.photographs.joining import *; from doc_templates.photographs.looking import look;"
        "*files, into, shown = map(Path, sys.argv[1:]);"
        "join([PageToJoin(file=file) for file in files], into, shown); print(look(files[0]).papers[0].record_id)"
    )
    command = [sys.executable, "-c", script, str(file), str(into), str(tmp_path / "shown.jpg")]
    said = subprocess.run(command, check=True, capture_output=True, text=True)

    assert said.stdout.strip() == SENT.record_id
    assert image_sizes(into) == [(960, 1280)]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_no_sheet_stays_as_it_is(seed: int) -> None:
    noise = Image.frombytes("RGB", (90, 120), random.Random(seed).randbytes(90 * 120 * 3)).resize((900, 1200))

    assert paper.corners(noise) is None
    assert paper.corners(Image.new("RGB", (900, 1200), "white")) is None


def test_photographs_and_pdfs_become_one_that_fits(tmp_path: Path) -> None:
    photos = [taken(tmp_path / f"{n}.jpg", Shot(seed=n, angle=4 * n, side=3000, noise=8)) for n in range(2)]
    (tmp_path / "letter.pdf").write_bytes(hostile.pdf(3))
    into, shown = tmp_path / "all.pdf", tmp_path / "shown.jpg"
    joined = join([PageToJoin(file=file) for file in (*photos, tmp_path / "letter.pdf")], into, shown)

    assert joined == Joined(pages=5, size=into.stat().st_size)
    assert joined.size < BUDGET_BYTES
    assert [max(size) for size in image_sizes(into)] >= [SHORTEST, SHORTEST]
    assert max(read(shown, longest=2000).size) == 1280


def test_many_large_pages_share_what_there_is(tmp_path: Path) -> None:
    file, into = tmp_path / "noise.png", tmp_path / "all.pdf"
    Image.frombytes("RGB", (1200, 1700), random.Random(1).randbytes(1200 * 1700 * 3)).save(file)

    freely = join([PageToJoin(file=file)] * 3, into, tmp_path / "shown.jpg")

    assert join([PageToJoin(file=file)] * 3, into, tmp_path / "shown.jpg", 1_600_000).size < 1_600_000 < freely.size


def test_nothing_that_the_camera_wrote_down_is_handed_on(tmp_path: Path) -> None:
    file, exif = tmp_path / "here.jpg", Image.Exif()
    exif[0x010E] = "at home in Sofia"
    Image.new("RGB", (600, 800), "white").save(file, exif=exif)
    join([PageToJoin(file=file)], tmp_path / "all.pdf", tmp_path / "shown.jpg")

    assert b"Sofia" in file.read_bytes()
    assert b"Sofia" not in (tmp_path / "all.pdf").read_bytes()


def test_what_a_pdf_would_do_by_itself_stays_behind(tmp_path: Path) -> None:
    for name in ("launch.pdf", "submit.pdf", "script_on_page.pdf", "embedded.pdf"):
        (tmp_path / name).write_bytes(hostile.named(name))
        (tmp_path / "calm.pdf").write_bytes(pdfs.without_actions(tmp_path / name))

        with pytest.raises(Dangerous):
            pdfs.check_actions(tmp_path / name)
        pdfs.check_actions(tmp_path / "calm.pdf")


def test_a_locked_pdf_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(hostile.pdf(encryption=pikepdf.Encryption(owner="o", user="u")))

    with pytest.raises(Locked):
        preview(tmp_path / "locked.pdf", tmp_path / "shown.jpg")


def test_a_code_is_read_from_a_pdf(tmp_path: Path) -> None:
    Image.fromarray(PAGE).save(tmp_path / "filled.pdf", resolution=250)

    assert pdfs.papers_in_pdf(tmp_path / "filled.pdf") == (SENT,)


def image_sizes(file: Path) -> list[tuple[int, int]]:
    with pikepdf.open(file) as opened:
        images = [found for each in opened.pages for found in each.obj.Resources.get("/XObject", {}).values()]
        return [(int(image.Width), int(image.Height)) for image in images]


def unlike(made: Image.Image) -> float:
    """By how many levels the page differs from what was printed, in the mean and seen from afar."""
    small, printed = (image.convert("L").resize((60, 85)) for image in (made, Image.fromarray(PAGE)))
    return float(np.abs(np.asarray(small).astype(float) - np.asarray(printed)).mean())
