"""Use cases: one module for each area, one transaction for each use case."""
