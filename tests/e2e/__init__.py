"""See CONTRIBUTING.md for the suites."""
