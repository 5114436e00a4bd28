"""What the progress file holds, how two records become one, and how an old file is read."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field

from coprod_sim import __version__
from coprod_sim.errors import InputError
from coprod_sim.files import json_of
from coprod_sim.library_files import FileValue, check

FORMAT = 2
"""The version of the progress file; it goes up when an old one could be misread."""
MOST_BYTES = 5_000_000
"""The largest progress file that is read [bytes]; a year of work has about 200,000."""
BEGINNING = "1970-01-01T00:00:00.000000+00:00"
"""The time of items that were kept before times were."""


class StoredItem(FileValue):
    """One thing that was kept, and when it was last changed (UTC, to the microsecond)."""

    value: Any
    at: str = BEGINNING


class ProgressRecord(FileValue):
    """Everything a learner has done, by names such as `exercise/1_1/answer`."""

    format: Literal[2] = FORMAT
    made_with: str = __version__
    items: dict[Annotated[str, Field(max_length=200)], StoredItem] = Field(default_factory=dict)


def merged(one: ProgressRecord, other: ProgressRecord) -> ProgressRecord:
    """Put two records together: the last write of each item wins, nothing is lost."""
    items = dict(one.items)
    for name, item in other.items.items():
        if name not in items or item.at >= items[name].at:
            items[name] = item
    return ProgressRecord(items=items)


def written(record: ProgressRecord) -> bytes:
    """Write a record as JSON that people can read."""
    return json.dumps(record.model_dump(mode="json"), indent=1, ensure_ascii=False).encode()


def read(data: bytes, name: str) -> ProgressRecord:
    """Read a record; older ones are brought up to date, newer and foreign ones refused in a sentence."""
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: is too large for a progress file ({len(data) // 1000} kB)")
    try:
        table = json_of(data)
    except ValueError:
        raise InputError(f"{name}: cannot be read; it is damaged, or no progress file") from None
    if not isinstance(table, dict) or not isinstance(table.get("format"), int):
        raise InputError(f"{name}: is not a progress file of this kit")
    found = table["format"]
    if found > FORMAT:
        raise InputError(
            f"{name}: was written by a newer version of the kit (format {found}, this one reads {FORMAT})"
        )
    while table["format"] != FORMAT:
        if table["format"] not in UPGRADES:
            raise InputError(f"{name}: has the unknown format {str(found)[:20]}")
        table = UPGRADES[table["format"]](table)
    return check(ProgressRecord, table, name)


def _from_1(table: dict[str, Any]) -> dict[str, Any]:
    """Give every item of the first format a time; it had none, for only one page could be open."""
    kept = table.get("items", {})
    items = {str(k): {"value": v} for k, v in kept.items()} if isinstance(kept, dict) else {}
    return {"format": 2, "made_with": str(table.get("made_with", "")), "items": items}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1}
"""How a file of each older format becomes one of the next."""
