"""Reads a TOML file into a checked value, or says in one sentence what is wrong; writes one back."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from coprod_sim.display import ShowsItself
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.files import bytes_in, refuse_saved_view
from coprod_sim.quantities import declared, in_digits, plain_value
from coprod_sim.toml_text import listed, table_lines, toml_of

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
NAME_ITSELF = "[key]"
"""What pydantic ends a place with when a name in a table is wrong, not its value."""


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
                raise InputError(_faults(kind, problem, name[:60])) from None

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
                    f"but({{{name!r}: {_show(value)}}}) gives a changed copy"
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
            raise InputError(f"changes must be a table {{name: value}}, but is {_show(changes)}")
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
        kind = _owner(type(self), (*sections, ""))
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
        raise InputError(f"{name}: is not a TOML file: {_short(problem)}") from None


def check[T: BaseModel](kind: type[T], table: dict[str, Any], name: str) -> T:
    """Check a table against its declaration and return the value, or all faults as sentences."""
    try:
        return kind.model_validate(table)
    except ValidationError as problem:
        raise InputError(_faults(kind, problem, name)) from None


def _named(kind: type[BaseModel]) -> str:
    first = ", ".join(f"{name}=..." for name in list(kind.model_fields)[:2])
    return f"{kind.__name__} takes each setting by its name: {kind.__name__}({first})"


def _faults(kind: type[BaseModel], problem: ValidationError, name: str) -> str:
    return "\n".join(f"{name}: {_sentence(kind, dict(e))}" for e in problem.errors()[:20])


def settings_of(value: BaseModel, **how: Any) -> dict[str, Any]:
    """Give all settings of a value, those too that stand in no hash of it, in the order of the file."""
    table, fields = value.model_dump(**how), type(value).model_fields
    beside = {name: getattr(value, name) for name, field in fields.items() if field.exclude}
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
        raise InputError(f"the {what.lower()} must be {said}, but is {_show(name)}")
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
            f"there is no {ON_PAGES.get(kind, kind)} called {_show(name)}{hint} ({all_}; "
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


def _show(word: Any) -> str:
    try:
        text = repr(word)
    except ValueError:  # a whole number with thousands of digits
        return "a number with too many digits"
    return text if len(text) <= 62 else text[:58] + "...'"


def _short(problem: Exception) -> str:
    text = " ".join(str(problem).split())
    return text if len(text) <= 200 else text[:197] + "..."


def _place(location: Iterable[str | int]) -> str:
    parts: list[str] = []
    for part in location:
        if part == NAME_ITSELF:
            continue
        word = part if isinstance(part, str) and part.isidentifier() else _show(part)
        parts.append(f"[{part}]" if isinstance(part, int) else ("." if parts else "") + word)
    return "".join(parts)[:160] or "the file"


def _sentence(kind: type[BaseModel], error: dict[str, Any]) -> str:
    given, context = _show(error.get("input")), error.get("ctx", {})
    place = _place((*error["loc"], *_chooser(context)))
    owner = _owner(kind, error["loc"])
    match error["type"]:
        case "extra_forbidden":
            words = _unknown(owner, str(error["loc"][-1]), error.get("input"))
        case "missing" | "union_tag_not_found":
            words = " is missing"
        case "greater_than_equal" | "less_than_equal":
            words = f" must be {_limits(owner, error['loc'], context)}, but is {given}"
        case "finite_number":
            words = f" must be an ordinary number{_between(owner, error['loc'])}, but is {given}"
        case "float_type" | "int_type" | "tuple_type" | "string_type" | "dict_type":
            words = f" must be {_KINDS[error['type']]}{_in_brackets(error) or f', but is {given}'}"
        case "literal_error" | "union_tag_invalid":
            allowed = context.get("expected") or context["expected_tags"]
            words = _one_of(allowed, context.get("tag", error.get("input")))
        case "value_error" | "assertion_error":
            words = f": {_short(context['error'])}"
        case _:
            words = f": {error['msg'][0].lower()}{error['msg'][1:]}, but is {given}"
    return f"{place}{words}"


def _unknown(owner: type[BaseModel], name: str, given: Any) -> str:
    """Say that there is no such setting, and what to write instead."""
    instead = getattr(owner, "instead", {}).get(name)
    if instead:
        return f" is not a known setting any more; {instead.format(given=toml_of(given)[:200])}"
    return f" is not a known setting{did_you_mean(name, owner.model_fields)}"


def _in_brackets(error: dict[str, Any]) -> str:
    """Show a lone value as the list it should have been; nothing where no list is asked for."""
    given = error.get("input")
    if error["type"] != "tuple_type" or not isinstance(given, str | int | float):
        return ""
    return f": write {error['loc'][-1]} = [{toml_of(given)[:200]}]"


def _one_of(expected: str, given: object) -> str:
    """Say which words are allowed, which one was given, and the nearest."""
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    return f" must be {expected}, but is {_show(given)}{did_you_mean(str(given), allowed)}"


def _chooser(context: dict[str, Any]) -> tuple[str, ...]:
    """Give the setting that should have chosen among declarations, where that is what failed."""
    return (context["discriminator"].strip("'"),) if "discriminator" in context else ()


_KINDS = {
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list in square brackets",
    "string_type": "a text",
    "dict_type": "a table of names and values",
}


def _limits(
    owner: type[BaseModel], location: tuple[str | int, ...], context: dict[str, Any]
) -> str:
    """Give the allowed range of a declared quantity, or the one limit that was crossed."""
    if "ge" in context:
        return _between(owner, location).strip() or f"at least {in_digits(context['ge'])}"
    return _between(owner, location).strip() or f"at most {in_digits(context['le'])}"


def _between(owner: type[BaseModel], location: tuple[str | int, ...]) -> str:
    """Give the allowed range of a declared quantity, nothing for anything else."""
    quantity = dict(declared(owner)).get(str(location[-1]))
    ends = quantity and f"{in_digits(quantity.low)} and {in_digits(quantity.high)}"
    return f" between {ends}" if ends else ""


def _owner(kind: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """Find the declaration that holds the setting at a place."""
    among: list[type[BaseModel]] = []
    for part in location[:-1]:
        field = kind.model_fields.get(str(part))
        if field is None:  # the place in a list, or the kind that chooses among declarations
            kind = next((one for one in among if _chosen_by(one, part)), kind)
        else:
            among = list(_declarations(field.annotation))
            kind = among[0] if len(among) == 1 else kind
    return kind


def _declarations(hint: Any) -> Iterator[type[BaseModel]]:
    """List the declarations a field may hold, also inside lists, unions and names for types."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in (getattr(hint, "__value__", None), *get_args(hint)):
        if inner is not None:
            yield from _declarations(inner)


def _chosen_by(kind: type[BaseModel], word: str | int) -> bool:
    return "kind" in kind.model_fields and word in get_args(kind.model_fields["kind"].annotation)
