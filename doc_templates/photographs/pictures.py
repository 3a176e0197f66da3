"""Opens whatever a telephone calls a picture, upright and without colours that paper has not, or says why not."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pillow_heif
from PIL import Image, ImageOps

from doc_templates.errors import TooMuch, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMATS = ("JPEG", "PNG", "HEIF", "WEBP", "TIFF", "BMP", "GIF", "MPO")
#: Decoded, a pixel takes four bytes, and while it is worked on as much again.
MOST_PIXELS = 50_000_000
#: A JPEG can be decoded at a part of its size; the largest telephones take 108 and 200 megapixels.
MOST_PIXELS_OF_A_JPEG = 210_000_000
_A_LITTLE_MORE = 1.25
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I;16N", "I")

pillow_heif.register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # `_check` holds our own, which depend on the kind


@contextmanager
def opened(file: Path) -> Iterator[Image.Image]:
    """Not decoded yet. Raises Unreadable or TooMuch, also for what happens in the block."""
    try:
        with Image.open(file, formats=FORMATS) as image:
            _check(image)
            yield image
    except (Unreadable, TooMuch, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise TooMuch("pixels") from error
    except Exception as error:  # each decoder has its own ways to complain of what it was given
        raise Unreadable(type(error).__name__) from error


def decoded(image: Image.Image, *, longest: int) -> Image.Image:
    """Upright, grey or RGB, at most a quarter more than `longest` pixels on its longest side."""
    image.draft(None, _at_least(image.size, longest))
    image.seek(0)
    image.load()
    small = _plain(_reduced(image, longest))
    return ImageOps.exif_transpose(_turning(small, image))


def read(file: Path, *, longest: int) -> Image.Image:
    """Raises Unreadable, TooMuch."""
    with opened(file) as image:
        return decoded(image, longest=longest)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """As it is shown, without decoding it."""
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION, 1) in _LYING else (width, height)


_ORIENTATION = 0x0112
_LYING = (5, 6, 7, 8)


def _check(image: Image.Image) -> None:
    most = MOST_PIXELS_OF_A_JPEG if image.format in {"JPEG", "MPO"} else MOST_PIXELS
    if image.width * image.height > most:
        raise TooMuch("pixels")


def _at_least(size: tuple[int, int], longest: int) -> tuple[int, int]:
    part = min(1.0, longest / max(size))
    return (max(1, round(size[0] * part)), max(1, round(size[1] * part)))


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    """By whole steps, which is quick, and smoothly only where that leaves much more than is asked for."""
    if image.mode in _SIXTEEN_BITS:
        image = _of_sixteen_bits(image)
    if image.mode in {"1", "P", "PA"} and max(image.size) > longest:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    steps = max(1, max(image.size) // longest)
    image = image.reduce(steps) if steps > 1 else image
    return image.resize(_at_least(image.size, longest)) if max(image.size) > longest * _A_LITTLE_MORE else image


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in {"L", "RGB"}:
        return image
    if "A" in image.getbands() or "transparency" in image.info:
        return _on_white(image.convert("RGBA"))
    return image.convert("L" if image.mode == "1" else "RGB")


def _of_sixteen_bits(image: Image.Image) -> Image.Image:
    """Pillow itself would cut off everything above 255."""
    return image.convert("F").point(lambda level: level * (1 / 257) + 0).convert("L")


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _turning(small: Image.Image, image: Image.Image) -> Image.Image:
    """Reducing forgets what the camera wrote down of how it was held."""
    way = image.getexif().get(_ORIENTATION, 1)
    small.getexif()[_ORIENTATION] = way if isinstance(way, int) else 1
    return small
