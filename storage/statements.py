"""Statements that SQLAlchemy words once for each engine; from the second time on they go straight to the driver.

Every change of the record waits for the one writer, so what a statement costs there is what the bot can do in a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from sqlalchemy import Select, literal
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import BindParameter, ColumnElement, Connection, CursorResult, Dialect
    from sqlalchemy.engine.interfaces import DBAPICursor
    from sqlalchemy.types import TypeEngine

T = TypeVar("T")
Core: TypeAlias = Select[*tuple[object, ...]] | UpdateBase
Row: TypeAlias = tuple[object, ...]
Convert: TypeAlias = Callable[[object], object]


class _Slot(NamedTuple):
    """A place for a value: the caller's under `name`, or one that was written into the statement. A tuple, because a
    submission alone fills a hundred of them."""

    name: str
    convert: Convert | None
    asked: bool
    fixed: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wording:
    """A statement as one driver takes it; `converts` are for the columns of its rows."""

    sql: str
    slots: Sequence[_Slot]
    positional: bool
    converts: Sequence[tuple[int, Convert]]

    def execute(self, connection: Connection, values: Mapping[str, object]) -> DBAPICursor:
        cursor = _cursor(connection)
        try:
            cursor.execute(self.sql, self._parameters(values))
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_sqlalchemy(error, self.sql, connection.dialect) from error
        return cursor

    def execute_all(self, connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
        cursor = _cursor(connection)
        try:
            cursor.executemany(self.sql, self._all_parameters(rows))
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_sqlalchemy(error, self.sql, connection.dialect) from error
        finally:
            cursor.close()

    def rows(self, cursor: DBAPICursor) -> Sequence[Row]:
        rows = cursor.fetchall()
        return [self._converted(row) for row in rows] if self.converts else rows

    def _parameters(self, values: Mapping[str, object]) -> Sequence[object] | Mapping[str, object]:
        filled = [
            fixed if not asked else values[name] if convert is None else convert(values[name])
            for name, convert, asked, fixed in self.slots
        ]
        return filled if self.positional else dict(zip((slot.name for slot in self.slots), filled, strict=True))

    def _all_parameters(self, rows: Sequence[Mapping[str, object]]) -> Sequence[Any]:
        if self.positional and len(self.slots) > 1 and all(slot.asked and slot.convert is None for slot in self.slots):
            return [*map(itemgetter(*(slot.name for slot in self.slots)), rows)]
        return [self._parameters(row) for row in rows]

    def _converted(self, row: Row) -> Row:
        fields = list(row)
        for index, convert in self.converts:
            fields[index] = convert(fields[index])
        return tuple(fields)


class Statement:
    """`core` is one constant statement; the names of its values may differ from call to call only for inserts."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.columns = tuple(str(column.key) for column in core.exported_columns)
        self._wordings: dict[tuple[str, ...], _Wording | None] = {}

    def run(self, connection: Connection, values: Mapping[str, object]) -> int:
        """How many rows it changed."""
        wording = self._wordings.get((connection.dialect.name, *values))
        if wording is None:
            return self._by_sqlalchemy(connection, values).rowcount
        cursor = wording.execute(connection, values)
        try:
            return cursor.rowcount
        finally:
            cursor.close()

    def run_all(self, connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
        """For each of the rows, which all name the same values; the first of all rows is worded by SQLAlchemy."""
        for at, row in enumerate(rows):
            wording = self._wordings.get((connection.dialect.name, *row))
            if wording is not None:
                return wording.execute_all(connection, rows[at:])
            self.run(connection, row)
        return None

    def rows(self, connection: Connection, values: Mapping[str, object]) -> Sequence[Row]:
        wording = self._wordings.get((connection.dialect.name, *values))
        if wording is None:
            return [tuple(row) for row in self._by_sqlalchemy(connection, values)]
        cursor = wording.execute(connection, values)
        try:
            return wording.rows(cursor)
        finally:
            cursor.close()

    def mappings(self, connection: Connection, values: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows(connection, values)]

    def _by_sqlalchemy(self, connection: Connection, values: Mapping[str, object]) -> CursorResult[*Row]:
        """Let SQLAlchemy do it, and remember how it was worded."""
        result = connection.execute(self._core, values)
        key = (connection.dialect.name, *values)
        if key not in self._wordings:
            self._wordings[key] = self._worded(result, connection.dialect, values)
        return result

    def _worded(self, result: CursorResult[*Row], dialect: Dialect, values: Mapping[str, object]) -> _Wording | None:
        """None where the wording depends on the values: lists of unknown length, and defaults made in Python."""
        compiled = result.context.compiled
        if (
            not isinstance(compiled, SQLCompiler)
            or compiled.post_compile_params - compiled.literal_execute_params
            or compiled.prefetch
        ):
            return None
        literal = {compiled.bind_names[bind] for bind in compiled.literal_execute_params}
        names = compiled.positiontup if compiled.positional else compiled.bind_names.values()
        # Not what `compiled` holds: it may have been made for another statement that differs in such values only.
        given = result.context.compiled_parameters[0]
        return _Wording(
            sql=result.context.statement,
            slots=[
                _slot(compiled.binds[name], dialect, name=name, asked=name in values, given=given[name])
                for name in names or ()
                if name not in literal
            ],
            positional=compiled.positional,
            converts=_converts(self._core, dialect),
        )


def is_among(column: ColumnElement[T], values: Iterable[T]) -> ColumnElement[bool]:
    """As `in_`, for values that are written into the statement: those are no list of unknown length."""
    return column.in_([literal(value, column.type) for value in values])


def _slot(bind: BindParameter[object], dialect: Dialect, *, name: str, asked: bool, given: object) -> _Slot:
    convert = _in_dialect(bind.type, dialect).bind_processor(dialect)
    if asked:
        return _Slot(name=name, convert=convert, asked=True)
    return _Slot(name=name, convert=None, asked=False, fixed=given if convert is None else convert(given))


def _converts(core: Core, dialect: Dialect) -> Sequence[tuple[int, Convert]]:
    found = (_in_dialect(column.type, dialect).result_processor(dialect, None) for column in core.exported_columns)
    return [(index, convert) for index, convert in enumerate(found) if convert is not None]


def _in_dialect(kind: TypeEngine[object], dialect: Dialect) -> TypeEngine[object]:
    return kind.dialect_impl(dialect)


def _cursor(connection: Connection) -> DBAPICursor:
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.cursor()


def _as_sqlalchemy(error: Exception, sql: str, dialect: Dialect) -> BaseException:
    base = dialect.loaded_dbapi.Error
    return DBAPIError.instance(sql, None, error, base, hide_parameters=True, dialect=dialect)
