"""The broken answers themselves."""

from __future__ import annotations

import orjson
from aiohttp import web

from simulator.errors import ApiError, too_many_requests
from simulator.faults import REFUSALS, Order

PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>"


async def broken_answer(request: web.Request, fault: Order) -> web.Response:
    match fault.kind:
        case "reset_before" | "reset_after":
            return _cut(request)
        case "hang" | "hang_after":
            await fault.released.wait()
            return _cut(request)
        case "html" | "html_after":
            return web.Response(text=PAGE, content_type="text/html", status=502)
        case "garbage" | "garbage_after":
            return web.Response(body=b'{"ok":true,"result":{"message_id":', content_type="application/json")
        case "429":
            return _refusal(too_many_requests(fault.retry_after))
        case kind:
            code = kind.removesuffix("_after")
            return _refusal(ApiError(int(code), fault.description or REFUSALS[code]))


def _cut(request: web.Request) -> web.Response:
    """The connection is reset; what is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _refusal(error: ApiError) -> web.Response:
    return web.Response(body=orjson.dumps(error.wire()), status=error.code, content_type="application/json")
