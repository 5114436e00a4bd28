"""Holds what a function is given to what its signature says it takes; what is amiss becomes a sentence."""

import inspect
import math
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cache, wraps
from pathlib import Path
from types import NoneType
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import plain_whole

SAID = {
    bool: "True or False", int: "a whole number", float: "a number", str: "text", Path: "a path",
    NoneType: "nothing", Callable: "a function", Mapping: "a table {name: value}", Iterable: "a list",
}  # fmt: skip
"""What messages call the kinds that are no classes of this kit."""

INSTEAD = {
    "population": '; give the people with the case: case.but({"people.trust": {"file": "people.toml"}})',
    "assume": '; give it with the case: case.but({"assumptions.trust_half_life": 48.0})',
    "streaming": "; coprod_sim.results.streaming.stream keeps no table of runs",
    "citizens": '; give it with the case: case.but({"people.citizens": 400})',
    "set": '; turn dials with load_engagement("co_production").but({"influence": 0.2})',
}
"""What Python has in place of options of the command line that are no arguments, by their names."""


def takes_what_it_says[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Let a function refuse, before it begins, arguments that are not what its signature says.

    Whole numbers may come as floats and as NumPy's, truth as NumPy's. Cases and ways, which come by
    name, by file or as they are, are left to what loads them: it knows the names.
    """

    @wraps(function)
    def checked(*given: P.args, **named: P.kwargs) -> R:
        try:
            bound = inspect.signature(function).bind(*given, **named)
        except TypeError:
            _known_by_name(function, named)
            return function(*given, **named)  # says itself which argument is missing or too many
        bound.arguments.update(fitting(function, bound.arguments))
        return function(*bound.args, **bound.kwargs)

    return checked


def _known_by_name(function: Callable[..., Any], named: Mapping[str, Any]) -> None:
    """Refuse an argument by a name that the function does not have, with the nearest one that it has."""
    takes = [name for name in inspect.signature(function).parameters if name != "self"]
    for name in named:
        if name not in takes:
            hint = INSTEAD.get(name) or did_you_mean(name, takes)
            said = f"{function.__name__} knows no {name!r:.60}{hint}"
            raise InputError(f"{said} (known: {', '.join(takes)})")


def fitting(function: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Give arguments as a function's signature asks for them.

    Args:
        function: the function.
        given: arguments by name; those whose kind it does not say stay as they are.

    Returns:
        The arguments, numbers as plain ones.

    Raises:
        InputError: for one of another kind.
    """
    kinds = _kinds(function)
    return {name: _fit(name, kinds[name], v) if name in kinds else v for name, v in given.items()}


@cache
def _kinds(function: Callable[..., Any]) -> dict[str, tuple[Any, ...]]:
    """List the kinds each argument may have; nothing for those that are left to what loads them."""
    gathered = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    single = [
        n for n, p in inspect.signature(function).parameters.items() if p.kind not in gathered
    ]
    hints = get_type_hints(function)
    found = {name: tuple(_one_by_one(hints[name])) for name in single if name in hints}
    return {n: kinds for n, kinds in found.items() if kinds and not any(map(_loaded, kinds))}


def _one_by_one(hint: Any) -> Iterable[Any]:
    """Take a hint apart into the kinds it allows."""
    if isinstance(hint, TypeAliasType):
        return _one_by_one(hint.__value__)
    origin = get_origin(hint)
    if origin is Union or type(hint).__name__ == "UnionType":
        return [kind for part in get_args(hint) for kind in _one_by_one(part)]
    return [] if hint is Any else [hint]


def _loaded(kind: Any) -> bool:
    """Say whether a kind, or what a list holds, is a value that comes from a file."""
    return hasattr(kind, "but") or any(
        _loaded(one) for part in get_args(kind) for one in _one_by_one(part)
    )


def _fit(name: str, kinds: tuple[Any, ...], value: Any) -> Any:
    """Give a value as the first of the kinds that it is."""
    for kind in kinds:
        plain = _as(_bare(kind), value, kind)
        if plain is not _UNFIT:
            return plain
    wanted = " or ".join(dict.fromkeys(_said(kind) for kind in kinds if kind is not NoneType))
    raise InputError(f"{name} must be {wanted}, but is {_shown(value)}{_hint(kinds, value)}")


_UNFIT = object()


def _as(kind: Any, value: Any, whole: Any) -> Any:
    """Give a value as a kind; `_UNFIT` where it is of another."""
    if kind is Literal:
        fits = value in get_args(whole)
    elif kind is Callable:
        fits = callable(value)
    elif kind is bool:
        return bool(value) if type(value).__name__ in ("bool", "bool_") else _UNFIT
    elif kind in (int, float):
        return _number(kind, value)
    elif kind is Iterable:
        return _listed(value)
    else:
        fits = isinstance(value, kind) if isinstance(kind, type) else True
    return value if fits else _UNFIT


def _number(kind: type, value: Any) -> Any:
    if isinstance(value, bool | str | bytes):
        return _UNFIT
    try:
        if kind is int:
            number = plain_whole(value)
        else:
            number = value if isinstance(value, int | float) else float(value)
    except (TypeError, ValueError, OverflowError):
        return _UNFIT
    return _UNFIT if math.isnan(number) else number


def _listed(value: Any) -> Any:
    """Give a list as it is, and what else has an order as one."""
    if isinstance(value, list | tuple):
        return value
    unlike = isinstance(value, str | bytes | Mapping | Set) or hasattr(value, "but")
    return _UNFIT if unlike or not isinstance(value, Iterable) else tuple(value)


def _bare(kind: Any) -> Any:
    """Give the kind of a container, whatever it holds."""
    bare = get_origin(kind) or kind
    if bare is Callable or getattr(bare, "__name__", "") == "Callable":
        return Callable
    if isinstance(bare, type) and issubclass(bare, Mapping):
        return Mapping
    listed = isinstance(bare, type) and getattr(bare, "__module__", "") in (
        "collections.abc",
        "builtins",
    )
    return Iterable if listed and issubclass(bare, Iterable) and bare is not str else bare


def _said(kind: Any) -> str:
    bare = _bare(kind)
    if bare is Literal:
        return " or ".join(map(repr, get_args(kind)))
    return SAID.get(bare) or f"a {getattr(bare, '__name__', bare)}"


def _shown(value: Any) -> str:
    """Show what was given: as it is where that is short, or else what it is."""
    text = " ".join(repr(value).split())
    return text if len(text) <= 60 else f"a {type(value).__name__}"


def _hint(kinds: tuple[Any, ...], value: Any) -> str:
    """Say where a table is wanted and a result has one, which."""
    frame = getattr(value, "frame", None)
    return "; give its .frame" if frame is not None and isinstance(frame, kinds[0]) else ""
