"""Write the next migration from what the tables say: `uv run python -m storage.migrations "Sessions have a place"`.

Read what it wrote: Alembic takes a renamed column for a new one, and knows nothing of the rows.
"""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from alembic import command

from storage.engine import open_database
from storage.migrate import alembic_config, upgrade
from storage.migrations import HOME, numbers


def write_next(message: str) -> None:
    number = f"{int(max(numbers(), default='0')) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'empty.db'}")
        upgrade(database)
        with database.writing.begin() as connection:
            config = alembic_config(connection)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            config.set_section_option("post_write_hooks", "hooks", "ruff")
            config.set_section_option("post_write_hooks", "ruff.type", "exec")
            config.set_section_option("post_write_hooks", "ruff.executable", "ruff")
            config.set_section_option("post_write_hooks", "ruff.options", "format REVISION_SCRIPT_FILENAME")
            command.revision(config, message, autogenerate=True, rev_id=number, version_path=str(HOME / "versions"))
        database.close()


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m storage.migrations", description="Write the next migration.")
    parser.add_argument("message", help="what changes, as a sentence")
    write_next(parser.parse_args().message)
