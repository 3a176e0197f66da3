"""From a point on the map to its time zone, without asking anybody."""

from __future__ import annotations

import asyncio


async def zone_at(latitude: float, longitude: float) -> str:
    """An IANA name, at sea one of Etc/…, empty for what is no place; the first call loads the map."""
    return await asyncio.to_thread(_looked_up, latitude, longitude)


def _looked_up(latitude: float, longitude: float) -> str:
    from tzfpy import get_tz

    return get_tz(longitude, latitude)
