"""Turns a form into a Word file: A4, printable in black and white, its answers in content controls."""
