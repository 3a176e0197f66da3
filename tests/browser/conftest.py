"""One Chromium for all browser tests; a fresh simulator, bot and page for each."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright, expect

from simulator.phones import Guide, Phones
from simulator.server import Simulator
from tests.browser.echo_bot import EchoBot, echo_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=15_000)  # a busy machine is no failure
session_fixture = pytest_asyncio.fixture(scope="session", loop_scope="session")
fixture = pytest_asyncio.fixture(loop_scope="session")


class PageAt(Protocol):
    def __call__(
        self,
        sim: Simulator,
        width: int = 1280,
        height: int = 800,
        *,
        language: str = "en-GB",
        dark: bool = False,
        at: str = "",
    ) -> Awaitable[Page]: ...


@pytest.fixture(scope="session")
def has_chromium() -> bool:
    return CHROMIUM.exists()


@session_fixture
async def chromium(*, has_chromium: bool) -> AsyncIterator[Browser]:
    if not has_chromium:
        pytest.skip(f"Chromium is not installed at {CHROMIUM} (Debian: apt install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def phones() -> Phones:
    return Phones(Guide(zone="Europe/Sofia"))


@fixture
async def sim(phones: Phones) -> AsyncIterator[Simulator]:
    async with Simulator.start(extend=phones.extend) as simulator:
        yield simulator


@fixture
async def bot(sim: Simulator) -> AsyncIterator[EchoBot]:
    async with echo_bot(sim) as running:
        yield running


@fixture
async def page_at(chromium: Browser) -> AsyncIterator[PageAt]:
    """Opens the page; afterwards no error may have been logged and nothing asked of any other host."""
    complaints: list[str] = []
    async with AsyncExitStack() as stack:

        async def open_page(
            sim: Simulator,
            width: int = 1280,
            height: int = 800,
            *,
            language: str = "en-GB",
            dark: bool = False,
            at: str = "",
        ) -> Page:
            context = await chromium.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale=language,
                has_touch=width <= 600,
                reduced_motion="reduce",
            )
            stack.push_async_callback(context.close)
            page = await context.new_page()
            _listen(page, sim.url, complaints.append)
            await page.goto(f"{sim.url}/#{at}")
            await page.locator(".phone, .nobody").first.wait_for()
            return page

        yield open_page
    assert complaints == []


def _listen(page: Page, own: str, complain: Callable[[str], None]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complain(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((own, own.replace("http", "ws"), "blob:", "data:")):
            complain(f"asked {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complain(str(error)))
    page.on("request", on_request)
