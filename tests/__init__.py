"""Tests; see CONTRIBUTING.md for the suites."""
