"""QR codes as pictures that a phone still reads from a bad print."""

from __future__ import annotations

import io

#: About 500 pixels a side: Telegram does not shrink it, and a printer keeps its edges.
_PIXELS_PER_MODULE = 12


def qr_picture(text: str) -> bytes:
    """A PNG; a quarter of the code may be dirty or torn."""
    import segno

    picture = io.BytesIO()
    segno.make_qr(text, error="q").save(picture, kind="png", scale=_PIXELS_PER_MODULE, border=4)
    return picture.getvalue()
