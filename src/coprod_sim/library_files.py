"""Reads a TOML file into a checked value, or says in one sentence what is wrong; writes one back."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from coprod_sim.display import ShowsItself
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.file_faults import faults_of, owner_of, shortened, shown
from coprod_sim.files import bytes_in, refuse_saved_view
from coprod_sim.quantities import plain_value
from coprod_sim.toml_text import listed, table_lines

LIMIT = 256 * 1024
"""The largest file that is read [bytes]."""
DEEP = re.compile(
    rb"""(?:[ \t]{0,40}(?:[\w-]{1,80}|"[^"\n]{0,80}"|'[^'\n]{0,80}')[ \t]{0,40}\.){40}"""
)
"""A key with more parts than any has, which would take a parser ever longer."""
BESIDE = {
    "coprod_sim.scenarios": ("coprod_sim.engagement", "a way of involving people (engagement)"),
    "coprod_sim.engagement": ("coprod_sim.scenarios", "a case (scenario) that ways are tried on"),
}
"""The library where a name may stand that is missing in another, and what it names there."""
ON_PAGES = {"scenario": "case (scenario)", "engagement": "way of involving people (engagement)"}
"""What pages call a kind of file, before its own name; 'coprod-sim list' names all of these kinds."""


class FileValue(ShowsItself, BaseModel):
    """A value that is read from a file: unknown keys, loose types and later changes are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)
    called: ClassVar[str] = ""
    """What messages call a value that has no name of its own."""
    instead: ClassVar[Mapping[str, str]] = {}
    """What to write in place of a setting that once was; `{given}` is its value."""

    if not TYPE_CHECKING:  # pragma: no branch - so that type checkers see each declaration's fields

        def __init__(self, *unnamed: Any, **settings: Any) -> None:
            """Make a value, or say in sentences what is wrong.

            Raises:
                InputError: For an unknown setting, for one without its name, or for a value that cannot be.
            """
            if unnamed:
                raise InputError(_named(type(self)))
            try:
                super().__init__(**settings)
            except ValidationError as problem:
                kind = type(self)
                given, usual = settings.get("name"), kind.called or kind.__name__.lower()
                name = str(given) if isinstance(given, str | int) and given else usual
                raise InputError(faults_of(kind, problem, name[:60])) from None

        # Else pydantic would come here for values inside others too, and lose where the fault lies.
        __init__.__pydantic_base_init__ = True

        def __setattr__(self, name: str, value: Any) -> None:
            """Refuse to change what may be shared, and say how a changed copy is made.

            Raises:
                InputError: For every setting.
            """
            if name in type(self).model_fields:
                raise InputError(
                    f"{name} stays as it is, for others may use the same value; "
                    f"but({{{name!r}: {shown(value)}}}) gives a changed copy"
                )
            super().__setattr__(name, value)

    @model_validator(mode="before")
    @classmethod
    def _without_numpy(cls, given: Any) -> Any:
        """Take NumPy's numbers and arrays for plain ones."""
        return {k: plain_value(v) for k, v in given.items()} if isinstance(given, dict) else given

    def but(self, changes: Mapping[str, Any] | None = None, /, **more: Any) -> Self:
        """Return a checked copy with some settings changed: the one way to change any such value.

        Args:
            changes: new values by name; `"people.citizens"` changes one setting of a section, and so does
                `"people": {"citizens": 400}`: what is not named stays. A value that is no section, such as
                `assumptions` or `people.trust`, is replaced whole. A whole number may come as a float.
            **more: the same, for names without a dot.

        Returns:
            A new value of the same kind; this one stays as it is.

        Raises:
            InputError: for an unknown setting, with the nearest name, or for a value that cannot be.
        """
        name = getattr(self, "name", "") or self.called or type(self).__name__.lower()
        given: Any = changes or {}
        if not isinstance(given, Mapping):
            raise InputError(f"changes must be a table {{name: value}}, but is {shown(changes)}")
        table = settings_of(self)
        for place, value in {**given, **more}.items():
            *sections, last = place.split(".")
            inner = table
            for depth, section in enumerate(sections, start=1):
                inner = inner.setdefault(section, {})
                if not isinstance(inner, dict):
                    raise InputError(self._no_section(name, sections[:depth], place, inner))
            new = _whole(plain_value(value))
            stays = inner[last] if not sections and self._is_section(last) else {}
            inner[last] = {**stays, **new} if isinstance(new, dict) else new
        return check(type(self), table, name)

    def _is_section(self, name: str) -> bool:
        return isinstance(getattr(self, name, None), FileValue)

    def _no_section(self, name: str, sections: list[str], place: str, found: Any) -> str:
        """Say that there is nothing of which one setting could be changed, and how to give it whole."""
        there = ".".join(sections)
        if found is not None:
            return f"{name} has no {there}, so {place} cannot be changed"
        kind = owner_of(type(self), (*sections, ""))
        whole = ", ".join(f'"{each}": ...' for each in kind.model_fields)
        return (
            f"{name} has no {there}, so {place} cannot be changed alone; give it whole: "
            f'but({{"{there}": {{{whole}}}}})'
        )


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file, refusing what is too large, not UTF-8 or not TOML in a sentence."""
    try:
        data = bytes_in(path, LIMIT)
    except OSError as problem:
        raise InputError(f"{path}: {problem.strerror or 'cannot be read'}") from None
    if len(data) > LIMIT:
        size = path.stat().st_size // 1024
        raise InputError(f"{path.name}: the file is {size} KiB, the limit is {LIMIT // 1024} KiB")
    return parse_toml(data, path.name)


def parse_toml(data: bytes, name: str) -> dict[str, Any]:
    """Turn bytes into a table; `name` is the file's name for the message."""
    if DEEP.search(data):
        raise InputError(f"{name}: is nested too deeply")
    try:
        return tomllib.loads(data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as problem:
        raise InputError(f"{name}: is not UTF-8 text (byte {problem.start})") from None
    except RecursionError:
        raise InputError(f"{name}: is nested too deeply") from None
    except (tomllib.TOMLDecodeError, ValueError) as problem:
        raise InputError(f"{name}: is not a TOML file: {shortened(problem)}") from None


def check[T: BaseModel](kind: type[T], table: dict[str, Any], name: str) -> T:
    """Check a table against its declaration and return the value, or all faults as sentences."""
    try:
        return kind.model_validate(table)
    except ValidationError as problem:
        raise InputError(faults_of(kind, problem, name)) from None


def _named(kind: type[BaseModel]) -> str:
    first = ", ".join(f"{name}=..." for name in list(kind.model_fields)[:2])
    return f"{kind.__name__} takes each setting by its name: {kind.__name__}({first})"


def settings_of(value: BaseModel, **how: Any) -> dict[str, Any]:
    """Give all settings of a value, those too that stand in no hash of it, in the order of the file."""
    table, fields = value.model_dump(**how), type(value).model_fields
    aside = {name: getattr(value, name) for name, field in fields.items() if field.exclude}
    beside = {
        name: one.model_dump(**how) if isinstance(one, BaseModel) else one
        for name, one in aside.items()
        if one is not None or not how.get("exclude_none")
    }
    return {name: (table | beside)[name] for name in fields if name in table or name in beside}


def as_toml(value: BaseModel, opening: str = "", *, apart: tuple[str, ...] = ()) -> str:
    """Write a value as the text of a TOML file that `check` turns back into the same value.

    What is not set is left out; `opening` goes before it, as a comment. Lists of tables that are named in
    `apart` stand at the end, each table under a heading of its own.
    """
    head = "".join(f"# {line}".rstrip() + "\n" for line in opening.splitlines())
    table = settings_of(value, mode="json", exclude_none=True)
    lists = {name: table.pop(name) for name in apart}
    text = head + "\n".join(table_lines(table, ()))
    return text + "".join(listed(name, one) for name, tables in lists.items() for one in tables)


@cache
def library_names(package: str) -> tuple[str, ...]:
    """List the names in a library folder, in alphabetical order; the folder is read once."""
    folder = resources.files(package) / "library"
    names = (p.name for p in folder.iterdir() if p.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in names))


def load[T: FileValue](kind: type[T], package: str, name: str | Path | T) -> T:
    """Load a value by its library name, which is read once, or by the path of a `.toml` file.

    Args:
        kind: The declaration of the value, which takes its `name` from the file.
        package: The package whose folder `library` holds the files.
        name: The name, or a path that ends in `.toml`; a value of this kind is given back as it is.

    Returns:
        The checked value; it is shared and cannot be changed.

    Raises:
        InputError: For an unknown name, with the nearest one, and for a file that does not hold one.
    """
    if isinstance(name, kind):
        return name
    if not isinstance(name, str | Path):
        what = kind.__name__
        if isinstance(name, tuple) and name[:1] == ("name",):
            raise InputError(f"Mesa takes a {what} apart; put it in a list, as in [value]")
        said = f"a name in the library, the path of a .toml file, or a value of the kind {what}"
        raise InputError(f"the {what.lower()} must be {said}, but is {shown(name)}")
    name = str(name)
    return _read(kind, package, name) if name.endswith(".toml") else _shipped(kind, package, name)


@cache
def _shipped[T: FileValue](kind: type[T], package: str, name: str) -> T:
    return _read(kind, package, name)


def _read[T: FileValue](kind: type[T], package: str, name: str) -> T:
    stem, table = find(package, name, kind.__name__.lower())
    return check(kind, {"name": stem} | table, f"{stem}.toml")


def find(package: str, name: str, kind: str) -> tuple[str, dict[str, Any]]:
    """Find a file by its name in a library folder, or by its path; return its name and its table."""
    names = library_names(package)
    refuse_saved_view(name)
    if name.endswith(".toml"):
        stem = Path(name).stem
        if stem in names and not Path(name).exists():
            raise InputError(
                f"{name}: there is no such file; the library has this {ON_PAGES.get(kind, kind)}: "
                f"write {stem!r}"
            )
        return stem, read_toml(Path(name))
    if name not in names:
        hint = _elsewhere(package, name) or did_you_mean(name, names)
        all_ = "'coprod-sim list' names all" if kind in ON_PAGES else f"known: {', '.join(names)}"
        raise InputError(
            f"there is no {ON_PAGES.get(kind, kind)} called {shown(name)}{hint} ({all_}; "
            "or give the path of a .toml file)"
        )
    data = (resources.files(package) / "library" / f"{name}.toml").read_bytes()
    return name, parse_toml(data, f"{name}.toml")


def _elsewhere(package: str, name: str) -> str:
    """Say that the name stands in the other library, or that a file of this name lacks only its ending."""
    other, words = BESIDE.get(package, ("", ""))
    if other and name in library_names(other):
        return f"; {name!r} is {words}"
    file = Path(f"{name}.toml")
    if file.is_file():
        return f"; there is a file {file}: write {str(file)!r}"
    titled = _titles(package).get(" ".join(name.casefold().split()))
    return f"; that is the title of {titled!r}" if titled else ""


@cache
def _titles(package: str) -> dict[str, str]:
    """Give the names in a library by their titles, in small letters; the files are read once."""
    tables = {name: find(package, name, "file")[1] for name in library_names(package)}
    return {str(table.get("title", "")).casefold(): name for name, table in tables.items()}
