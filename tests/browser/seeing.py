"""Where things stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page


def phone(page: Page, person_id: int) -> Locator:
    return page.locator(f".phone[data-person='{person_id}']")


def button(on: Locator, label: str) -> Locator:
    """The newest with this label, inline or on the reply keyboard."""
    return on.locator(f'[data-button="{label}"]').last


def deed(on: Locator, name: str) -> Locator:
    return on.locator(f"[data-deed='{name}']")


async def write(on: Locator, text: str) -> None:
    await on.get_by_test_id("composer").fill(text)
    await on.get_by_test_id("composer").press("Enter")


async def open_actions(message: Locator) -> None:
    await message.hover()
    await message.locator(".more").click()
