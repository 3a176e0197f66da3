"""Phones in a web page: what the simulated people see and do, for a person at a browser."""

from __future__ import annotations

from simulator.phones.guide import Bilingual, Guide, Hint
from simulator.phones.pages import Phones

__all__ = ["Bilingual", "Guide", "Hint", "Phones"]
