"""Photographs of paper: looked at, read, turned upright, straightened and joined to one PDF."""
