"""The record: tables, queries by subject, migrations, the writer thread and the blob store."""
