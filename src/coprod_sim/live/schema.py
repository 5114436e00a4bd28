"""The tables of the room store, the same on SQLite and PostgreSQL, and the door to open them by.

Without `BEGIN IMMEDIATE` SQLite gives up most votes as soon as two programs write at once.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Engine,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from coprod_sim.errors import InputError
from coprod_sim.live.store_file import make_ready
from coprod_sim.own_places import place_of

SCHEMA = 2
"""The version of the tables."""
BUSY = 5000
"""How long SQLite waits for another program that holds the file [milliseconds]."""
CONNECT = 5
"""How long a PostgreSQL server may take to answer [seconds]."""
PAGES = "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"

tables = MetaData()
meta = Table("meta", tables, Column("schema", Integer, primary_key=True))
rooms = Table(
    "rooms",
    tables,
    Column("code", String(8), primary_key=True),
    Column("token_hash", String(64), nullable=False),
    Column("secret", String(32), nullable=False),  # what lots are drawn from
    Column("plan", Text, nullable=False),
    Column("made", BigInteger, nullable=False),  # milliseconds since 1970, as all times here
    Column("delete_after", BigInteger, nullable=False),
    Column("locked", Boolean, nullable=False, default=False),
    Column("current", String(40)),
    Column("version", Integer, nullable=False, default=1),
    Column("seats", Integer, nullable=False, default=0),  # ever taken; numbers are not used twice
    Column("notice", Text, nullable=False, default=""),
    Column("screen", Text, nullable=False, default=""),
)


def _of_room(*columns: Column) -> tuple:
    return (Column("room", String(8), nullable=False), *columns)


def _inside_room() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["room"], ["rooms.code"], ondelete="CASCADE")


def _inside_seat() -> ForeignKeyConstraint:
    there = ["seats.room", "seats.number"]
    return ForeignKeyConstraint(["room", "seat"], there, ondelete="CASCADE")


phases = Table(
    "phases",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("phase", String(10), nullable=False),
        Column("round", String(20), nullable=False),
    ),
    PrimaryKeyConstraint("room", "activity"),
    _inside_room(),
)
seats = Table(
    "seats",
    tables,
    *_of_room(
        Column("number", Integer, nullable=False),
        Column("key_hash", String(64), nullable=False),
        Column("name", String(40), nullable=False),
        Column("cell", Integer),
    ),
    PrimaryKeyConstraint("room", "number"),
    UniqueConstraint("room", "name"),
    UniqueConstraint("room", "key_hash"),
    _inside_room(),
)
lost_seats = Table(  # keys that open no seat any more, so that their phones can say why
    "lost_seats",
    tables,
    *_of_room(
        Column("key_hash", String(64), nullable=False),
        Column("why", String(10), nullable=False),
    ),
    PrimaryKeyConstraint("room", "key_hash"),
    _inside_room(),
)
votes = Table(  # which sendings have been seen, so that a second one of the same changes nothing
    "votes",
    tables,
    *_of_room(
        Column("seat", Integer, nullable=False),
        Column("vote", String(36), nullable=False),
    ),
    PrimaryKeyConstraint("room", "seat", "vote"),
    _inside_seat(),
)
answers = Table(  # one a seat, activity and round: the latest
    "answers",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("round", String(20), nullable=False),
        Column("seat", Integer, nullable=False),
        Column("answer", Text, nullable=False),
        Column("at", BigInteger, nullable=False),
    ),
    PrimaryKeyConstraint("room", "activity", "round", "seat"),
    _inside_seat(),
)
settings = Table(  # what a trainer has set in a room beyond its columns, by name
    "settings",
    tables,
    *_of_room(
        Column("name", String(20), nullable=False),
        Column("value", Text, nullable=False),
    ),
    PrimaryKeyConstraint("room", "name"),
    _inside_room(),
)
choices = Table(  # what a corner chose: counted once, before it is told
    "choices",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("round", String(20), nullable=False),
        Column("decision", Integer, nullable=False),
        Column("option", Integer, nullable=False),
        Column("by_lot", Boolean, nullable=False),
    ),
    PrimaryKeyConstraint("room", "activity", "round", "decision"),
    _inside_room(),
)
ideas = Table(
    "ideas",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("seat", Integer, nullable=False),
        Column("state", String(10), nullable=False, default="waiting"),
        Column("fate", String(10)),
        Column("why", Text, nullable=False, default=""),
    ),
    PrimaryKeyConstraint("room", "activity", "seat"),
    _inside_seat(),
)
idea_places = (
    Table(  # how a trainer has put ideas together: under a heading, and as one with another
        "idea_places",
        tables,
        *_of_room(
            Column("activity", String(40), nullable=False),
            Column("seat", Integer, nullable=False),
            Column("theme", Text, nullable=False, default=""),
            Column("same_as", Integer),  # the seat whose idea says the same
        ),
        PrimaryKeyConstraint("room", "activity", "seat"),
        _inside_seat(),
    )
)
counted_rounds = Table(  # rounds of which numbers have been given to somebody
    "counted_rounds",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("round", String(20), nullable=False),
    ),
    PrimaryKeyConstraint("room", "activity", "round"),
    _inside_room(),
)
kept_answers = Table(  # counted answers of seats that are gone, so that no number changes
    "kept_answers",
    tables,
    *_of_room(
        Column("activity", String(40), nullable=False),
        Column("round", String(20), nullable=False),
        Column("seat", Integer, nullable=False),
        Column("cell", Integer),
        Column("answer", Text, nullable=False),
    ),
    PrimaryKeyConstraint("room", "activity", "round", "seat"),
    _inside_room(),
)
gone_names = (
    Table(  # made-up names of those who have gone, so that the list does not show who they were
        "gone_names",
        tables,
        *_of_room(
            Column("seat", Integer, nullable=False),
            Column("name", String(40), nullable=False),
        ),
        PrimaryKeyConstraint("room", "seat"),
        _inside_room(),
    )
)
new_codes = (
    Table(  # how often a seat was given a new code to come back by, and when it was last used
        "new_codes",
        tables,
        *_of_room(
            Column("seat", Integer, nullable=False),
            Column("times", Integer, nullable=False),
            Column("taken", BigInteger),
        ),
        PrimaryKeyConstraint("room", "seat"),
        _inside_seat(),
    )
)
co_leaders = Table(  # second devices that lead, each with a key of its own
    "co_leaders",
    tables,
    *_of_room(
        Column("number", Integer, nullable=False),
        Column("key_hash", String(64), nullable=False),
        Column("until", BigInteger),  # when an invitation that nobody has taken up ends
    ),
    PrimaryKeyConstraint("room", "number"),
    _inside_room(),
)


def open_engine(where: str, *, reading: bool = False) -> Engine:
    """Open a store by its URL, or a file by its path; makes the tables that are missing.

    Raises `InputError` for a store that cannot be opened or that a newer version has written.

    Args:
        where: the URL of a store, or the path of a file.
        reading: whether it is opened to be read alone.

    Raises:
        InputError: it cannot be opened, or a newer version has written it.
    """
    url = where if "://" in where else f"sqlite:///{place_of(where)}"
    if not url.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
        raise InputError(
            f"--store must be a file or a postgresql:// address, but is {shown(url)[:80]!r}"
        )
    try:
        engine = _engine(url, reading=reading)
    except InputError:
        raise
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as problem:
        raise InputError(_no_door(url, problem)) from None
    try:
        if not reading:
            _prepare(engine)
    except DBAPIError as problem:
        engine.dispose()
        raise InputError(
            f"the store {shown(where)} cannot be opened: {_first_line(problem)}"
        ) from None
    except InputError:
        engine.dispose()
        raise
    return engine


def shown(where: str) -> str:
    """Give the address of a store as it may be shown: with three stars in place of a password.

    Args:
        where: the URL of a store, or the path of a file.
    """
    if "://" not in where:
        return where
    try:
        return make_url(where).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return where.partition("://")[0] + "://..."


def without_password(where: str) -> tuple[str, str]:
    """Part the address of a store from the password in it, which no command line should hold.

    Args:
        where: the URL of a store, or the path of a file.

    Returns:
        The address without it, and the password, or nothing.
    """
    if "://" not in where:
        return where, ""
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        return where, ""  # refused in a sentence when it is opened
    plain = url._replace(password=None)  # `set` takes no None
    return plain.render_as_string(), str(url.password or "")


def _engine(url: str, *, reading: bool) -> Engine:
    if url.startswith("sqlite:"):
        file = Path(make_url(url).database or "")
        if not reading:
            make_ready(file, SCHEMA)
        engine = create_engine(url, connect_args={"timeout": BUSY / 1000})
        event.listen(engine, "connect", _reader if reading else _writer)
        event.listen(engine, "begin", _begin_plain if reading else _begin_at_once)
        return engine
    address = url.replace("postgresql:", "postgresql+psycopg:", 1)
    return create_engine(address, connect_args={"connect_timeout": CONNECT}, pool_size=4)


def _writer(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for line in (*PAGES, "PRAGMA secure_delete=ON"):
        connection.execute(line)


def _reader(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")


def _begin_at_once(connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_plain(connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _prepare(engine: Engine) -> None:
    with engine.begin() as connection:
        if inspect(connection).has_table("meta"):
            found = connection.execute(select(meta.c.schema)).scalar()
            if found is not None and found > SCHEMA:
                raise InputError(
                    f"the store was written by a newer version of the kit (format {found}, this "
                    f"version knows {SCHEMA}); update the kit, or use another --store"
                )
        tables.create_all(connection)
        if connection.execute(select(meta.c.schema)).first() is None:
            connection.execute(insert(meta).values(schema=SCHEMA))


def _no_door(url: str, problem: Exception) -> str:
    if isinstance(problem, ImportError | NoSuchModuleError):
        return (
            "PostgreSQL needs one more part, the kit's extra [postgres]: "
            "python -m pip install 'psycopg[binary]'"
        )
    return f"--store cannot be used: {shown(url)} is no address of a store"


def _first_line(problem: DBAPIError) -> str:
    return str(problem.orig).strip().partition("\n")[0][:200]
