"""What the record can refuse or fail at: each class says what the caller can do about it."""

from __future__ import annotations


class StorageError(Exception):
    """The record could not do what was asked."""


class StorageUnavailable(StorageError):
    """The change is not confirmed: the disk is full, or the database went away. Ask again later.

    It was not stored, with one exception: when PostgreSQL's connection breaks during the commit itself, nobody knows.
    So a unit that is tried again looks first whether its work is done.
    """


class SchemaTooNew(StorageError):
    """The database was written by a newer ementor; only that version or a later one may open it."""


class AlreadyRunning(StorageError):
    """Another process works with this database."""


class WriterStopped(StorageError):
    """The writer takes no more changes: the bot is stopping."""


class BlobTooLarge(StorageError):
    """The file is over the limit; nothing of it was kept."""


class BackupRefused(StorageError):
    """The backup cannot be made or restored as asked; nothing was changed."""
