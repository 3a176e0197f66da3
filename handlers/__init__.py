"""Inbound Telegram: parse the update, call one use case, choose the answer."""
