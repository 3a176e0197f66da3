"""The methods of the Bot API, a module for each family."""

from __future__ import annotations

from simulator.methods import receiving, sending, webhook

__all__ = ["receiving", "sending", "webhook"]
