"""The simulator's page of phones, driven in headless Chromium."""
