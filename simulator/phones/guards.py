"""Who may talk to the page's interface: a browser that opened the page itself, on this machine.

A site elsewhere must not act through a visitor's browser, neither by a posted form (Origin) nor by a name that was made
to point at the loopback address (Host).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    if not is_local(request.headers.get("Host", "")) or not _is_own(request):
        return web.json_response(
            {"error": "This page answers only the browser that opened it, on this machine."}, status=403
        )
    response = await handler(request)
    if not response.prepared:
        response.headers.update(HEADERS)
    return response


def is_local(host: str) -> bool:
    """Of a Host header or the host part of an address: `localhost`, 127.0.0.0/8 or ::1, with any port."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _is_own(request: web.Request) -> bool:
    if request.method == "GET" and request.headers.get("Sec-Fetch-Dest") == "document":
        return True  # following a link to this page, from wherever it stands, does nothing yet
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    return origin is None or origin == f"{request.scheme}://{request.headers['Host']}"
