"""Nobody but the visitor's own browser acts through the page's interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from simulator.server import Simulator

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _advance(sim: Simulator, headers: dict[str, str]) -> int:
    async with aiohttp.ClientSession() as session:
        response = await session.post(f"{sim.url}/phones/do/advance", json={"seconds": 60}, headers=headers)
        return response.status


async def test_another_site_cannot_act_through_the_visitors_browser(sim: Simulator) -> None:
    assert await _advance(sim, {"Origin": "https://evil.example"}) == 403
    assert await _advance(sim, {"Sec-Fetch-Site": "cross-site"}) == 403
    assert await _advance(sim, {"Host": "evil.example"}) == 403
    assert sim.clock.offset.total_seconds() == 0


async def test_the_page_itself_can_act(sim: Simulator) -> None:
    assert await _advance(sim, {"Origin": sim.url}) == 200
    assert sim.clock.offset.total_seconds() == 60


async def test_another_site_cannot_listen(sim: Simulator) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(f"{sim.url}/phones/live", origin="https://evil.example")


async def test_a_form_of_another_kind_is_refused(sim: Simulator) -> None:
    async with aiohttp.ClientSession() as session:
        response = await session.post(f"{sim.url}/phones/do/advance", data="seconds=60")
        assert response.status == 415


async def test_the_page_may_load_from_its_own_host_only(sim: Simulator) -> None:
    async with aiohttp.ClientSession() as session, session.get(sim.url) as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
