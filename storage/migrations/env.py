"""Run by Alembic; the connection comes from storage.migrate."""

from __future__ import annotations

from alembic import context

import storage.tables  # noqa: F401 -- fills the metadata
from storage.migrations.rendering import render_plainly
from storage.schema import metadata, word_partial_indexes

word_partial_indexes("sqlite", "postgresql")
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render_plainly,
    user_module_prefix="sa.",
)
context.run_migrations()
