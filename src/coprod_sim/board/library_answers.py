"""The answers on the library's cases for pages without a model: kept, and worked out anew when stale."""

import json
import lzma
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from coprod_sim.board.answer import answer_of, shortened
from coprod_sim.engagement import load_engagement
from coprod_sim.files import write_whole
from coprod_sim.results import compare
from coprod_sim.results.comparison import DRAWS, RUNS, SEED
from coprod_sim.results.discovery.precomputed import made_with
from coprod_sim.scenarios import load_scenario, scenario_names

MOST_WAYS = 3
"""The most ways that are set side by side."""
FILE = Path(str(resources.files("coprod_sim.board"))) / "data" / "library_answers.json.xz"


@cache
def library_answers() -> dict[str, dict[str, Any]]:
    """Give what the leaders' page shows of every case of the library when it is first chosen.

    Returns:
        For each case what `answer_of` gives, with numbers as exact as any page shows them.
    """
    kept = _kept()
    return {name: kept.get(key_of(name)) or worked_out(name) for name in scenario_names()}


def worked_out(name: str) -> dict[str, Any]:
    """Work out the answer on one case.

    Args:
        name: a case of the library.

    Returns:
        Its answer.
    """
    return shortened(answer_of(compare(name, load_scenario(name).engagements[:MOST_WAYS])))


def key_of(name: str) -> str:
    """Give a short text that changes with everything an answer depends on.

    Args:
        name: a case of the library.

    Returns:
        16 hexadecimal digits.
    """
    case = load_scenario(name)
    ways = [load_engagement(way) for way in case.engagements[:MOST_WAYS]]
    made = [
        made_with(),
        case.model_dump(mode="json"),
        [way.model_dump(mode="json") for way in ways],
    ]
    told = json.dumps([*made, RUNS, DRAWS, SEED], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:16]


def keep_library_answers() -> Path:
    """Write the answers beside the code, each under the key of what it was made with.

    Returns:
        The file.
    """
    table = {key_of(name): answer for name, answer in library_answers().items()}
    FILE.parent.mkdir(exist_ok=True)
    write_whole(FILE, lzma.compress(json.dumps(table, separators=(",", ":")).encode(), preset=9))
    _kept.cache_clear()
    return FILE


@cache
def _kept() -> dict[str, dict[str, Any]]:
    return json.loads(lzma.decompress(FILE.read_bytes())) if FILE.exists() else {}
