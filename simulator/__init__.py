"""Telegram on your own machine: a strict Bot API server with a web page of phones."""
