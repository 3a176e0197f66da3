"""Reads session plans that come back filled in."""
