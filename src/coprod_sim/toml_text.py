"""Writes plain values as TOML."""

import json
from typing import Any


def listed(name: str, table: dict[str, Any]) -> str:
    """Write a table of a list, under a heading of its own."""
    lines = [f"{_key(k)} = {toml_of(v)}" for k, v in table.items()]
    return "\n".join(["", f"[[{_key(name)}]]", *lines, ""])


def table_lines(table: dict[str, Any], above: tuple[str, ...]) -> list[str]:
    """Write a table: its own settings first, then the tables in it."""
    inner = {k: v for k, v in table.items() if isinstance(v, dict)}
    lines = [f"{_key(k)} = {toml_of(v)}" for k, v in table.items() if k not in inner]
    for name, part in inner.items():
        place = (*above, _key(name))
        lines += ["", f"[{'.'.join(place)}]", *table_lines(part, place)]
    return lines if above else [*lines, ""]


def _key(name: str) -> str:
    plain = name.replace("_", "").replace("-", "")
    return name if plain.isascii() and plain.isalnum() else toml_of(name)


def toml_of(value: Any) -> str:
    """Write one value; TOML escapes text as JSON does, and the delete sign as well."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_of(v) for v in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(k)} = {toml_of(v)}' for k, v in value.items())} }}"
    return repr(value)
