"""The zip around a Word file: looked at before anything is unpacked, and written so that equal files are equal."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doc_templates.errors import Locked, TooMuch, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMBERS_AT_MOST = 2_000
#: Bytes, unpacked: of all members, and of one.
UNPACKED_AT_MOST, MEMBER_AT_MOST = 64 * 2**20, 24 * 2**20
#: Word packs a long, empty table about sixty times smaller; a bomb, a thousand times.
RATIO_AT_MOST, RATIO_COUNTS_FROM = 250, 2**20

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"

_ENCRYPTED = 0x1
#: How a Word file with a password begins, and one from before 2007.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """A Word file whose size is known to be bearable. Its members are unpacked one at a time."""

    names: tuple[str, ...]
    zipped: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """Raises Unreadable where the member is missing, damaged, or not as long as it says."""
        try:
            return self.zipped.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise Unreadable(type(error).__name__) from None
        except Exception as error:  # noqa: BLE001 - zlib, lzma and bz2 each raise their own
            raise Unreadable(type(error).__name__) from None

    def __contains__(self, name: object) -> bool:
        return name in self.names


def opened(data: bytes) -> Package:
    """Raises Locked, TooMuch or Unreadable; nothing has been unpacked then."""
    if data.startswith(_OLE):
        raise Locked("an OLE container: a password, or the format before 2007")
    try:
        zipped = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unreadable(type(error).__name__) from None
    members = zipped.infolist()
    _look_at_sizes(members, len(data))
    _look_at_names(members)
    return Package(names=tuple(one.filename for one in members), zipped=zipped)


def packed(members: Mapping[str, bytes]) -> bytes:
    """The same members always give the same file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as zipped:
        for name in sorted(members, key=lambda name: (name != CONTENT_TYPES, name)):
            member = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, _REGULAR_FILE
            zipped.writestr(member, members[name])
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    package = opened(data)
    return {name: package.read(name) for name in package.names}


def _look_at_sizes(members: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    if len(members) > MEMBERS_AT_MOST:
        raise TooMuch(f"{len(members)} members")
    total = sum(one.file_size for one in members)
    if total > UNPACKED_AT_MOST or any(one.file_size > MEMBER_AT_MOST for one in members):
        raise TooMuch(f"{total} bytes")
    if total > RATIO_COUNTS_FROM and total > RATIO_AT_MOST * packed_bytes:
        raise TooMuch("packed too tightly")


def _look_at_names(members: list[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in members]
    if any(one.flag_bits & _ENCRYPTED for one in members):
        raise Locked("encrypted members")
    if len({name.lower() for name in names}) < len(names):
        raise Unreadable("two members with one name")
    if any(_leads_out(name) for name in names):
        raise Unreadable("a name that leads out of the package")
    if CONTENT_TYPES not in names or MAIN not in names:
        raise Unreadable("no Word file")


def _leads_out(name: str) -> bool:
    return "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts
