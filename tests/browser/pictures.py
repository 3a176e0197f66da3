"""Takes the README's pictures from the demo: `uv run python -m tests.browser.pictures`, where Chromium is installed."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.async_api import Browser, async_playwright

from bot.demo import put_on
from bot.demo.stage import ZONE, Stage, staging
from simulator.phones import Guide, Phones
from simulator.server import Simulator
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.seeing import button, phone

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page, ViewportSize

FOLDER = Path(__file__).parents[2] / "docs" / "images"
DESK: ViewportSize = {"width": 1200, "height": 840}
SMALL: ViewportSize = {"width": 390, "height": 760}


@dataclass(frozen=True, kw_only=True)
class Studio:
    stage: Stage
    browser: Browser

    async def takes(
        self,
        name: str,
        *shown: str,
        size: ViewportSize,
        language: str = "en-GB",
        dark: bool = False,
        first: Callable[[Page], Awaitable[None]] | None = None,
    ) -> None:
        """`shown` are phones as the page's address names them; `first` is what somebody does there before."""
        context = await self.browser.new_context(
            viewport=size, locale=language, color_scheme="dark" if dark else "light", reduced_motion="reduce"
        )
        page = await context.new_page()
        await page.goto(f"{self.stage.sim.url}/#{','.join(shown)}")
        await page.locator(".phone").first.wait_for()
        if first is not None:
            await first(page)
        await page.mouse.move(0, 0)
        await page.wait_for_load_state("networkidle")
        await page.screenshot(path=FOLDER / f"{name}.png")
        await context.close()


async def take_all(studio: Studio) -> None:
    cast = studio.stage.cast
    anton, vera, ilya, maria = (f"{person.id}@bot" for person in (cast.anton, cast.vera, cast.ilya, cast.maria))

    async def ivan_joins(page: Page) -> None:
        of_ivan = phone(page, cast.ivan.id)
        await of_ivan.locator("[data-message] a", has_text="start=").last.click()
        await button(of_ivan, "🇧🇬 Български").click()
        await button(of_ivan, "Иван Стоянов").click()
        await button(of_ivan, "✅ Да, включвам се").wait_for()

    await studio.takes("phones", anton, vera, maria, size=DESK)
    await studio.takes("session", ilya, size=SMALL)
    doorstep = next(chat.id for chat in studio.stage.sim.world.chats.values() if cast.ivan.id in chat.members)
    await studio.takes("joining", f"{cast.ivan.id}@{doorstep}", size=SMALL, language="bg-BG", first=ivan_joins)


async def main() -> None:
    phones = Phones(Guide(zone=ZONE))
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        sim = await stack.enter_async_context(Simulator.start(extend=phones.extend))
        stage = await stack.enter_async_context(staging(sim, folder))
        await put_on(stage, phones)
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        stack.push_async_callback(browser.close)
        await take_all(Studio(stage=stage, browser=browser))


if __name__ == "__main__":
    asyncio.run(main())
