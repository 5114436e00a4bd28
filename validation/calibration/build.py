"""Makes the sets of assumptions that the findings do not rule out, and puts them into the package."""

import json
import platform
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim import __version__
from coprod_sim.assumptions import REFERENCE
from coprod_sim.files import write_whole
from coprod_sim.results.nroy import FILE, made_with, not_ruled_out
from coprod_sim.results.store import LIBRARIES
from coprod_sim.results.uncertainty import FREE, plausible_at
from validation.calibration.history_matching import (
    Matched,
    match,
)
from validation.calibration.history_matching import (
    not_ruled_out as plausible_points,
)
from validation.calibration.rejection import Accepted, accept
from validation.calibration.simulator import (
    CHECKED,
    LEARNT,
    MOST_MISSED,
    READ,
    RUNS,
    SEED,
    Simulator,
    bands,
    emulable,
    learnt_bands,
)
from validation.findings.reference_case import ENGAGEMENTS, SCENARIOS
from validation.findings.table import FINDINGS, met, scores

SIZES = (256, 192, 128)
"""Points simulated in each wave of history matching."""
WANTED, MOST = 100, 20000
"""Sets to keep in the end, and the most points that are tried for it."""
DRAWS = 64
"""Plausible draws on which every finding is measured: the first points of the first wave."""
AGAIN, CLOSE = 5, 1e-9
"""Sets simulated again to see whether stored ones still hold, and how closely [relative]."""
Tell = Callable[[str, int, int], None]


def rebuild(folder: Path, tell: Tell = lambda *_: None) -> pd.DataFrame:
    """Rule out by history matching, then keep by rejection what fits.

    Args:
        folder: where outputs are kept as they come, so that it can be resumed; those of another model
            lie in another file.
        tell: is told what is done, how far it is, and how much there is.

    Returns:
        A row for each set: the assumptions, and every finding that counts.
    """
    path = folder / f"outputs_{_short(_provenance())}.jsonl"
    with Simulator(path) as simulator:
        found = match(
            simulator.learnt, *learnt_bands(), len(FREE), sizes=SIZES, seed=SEED,
            learn_all=simulator.learn_all, tell=partial(tell, "history matching"),
        )  # fmt: skip
        kept = accept(
            plausible_points(found, SEED + len(SIZES)), simulator.fitting, wanted=WANTED, most=MOST,
            tell=partial(tell, "rejection"),
        )  # fmt: skip
        tell("plausible draws", 0, DRAWS)
        draws = simulator.all(found.points[:DRAWS], emulable(found.outputs[:DRAWS]))
        values = simulator.all(kept.points, kept.outputs[:, : len(LEARNT)])
        return _frame(found, kept, values, draws)


def renewed(stored: pd.DataFrame) -> pd.DataFrame | None:
    """Give stored sets the hashes of the model as it is now, if they are what it would give.

    A rule can be written otherwise and say the same; then an hour of simulating would change nothing.

    Args:
        stored: sets with how they were made in `attrs`.

    Returns:
        The same sets; nothing if assumptions or bands have changed, or some of the sets played again
        give other outputs.
    """
    now, before = _provenance(), stored.attrs
    given = before["made_with"]["assumptions"] == now["made_with"]["assumptions"]
    if not given or before["bands"] != now["bands"]:
        return None
    for row in np.linspace(0, len(stored) - 1, AGAIN).astype(int):
        p = REFERENCE._replace(**stored.iloc[row][list(FREE)])
        outputs = {key: FINDINGS[key].read(p, RUNS, SEED) for key in (*READ, *CHECKED)}
        if not np.allclose(list(outputs.values()), stored.iloc[row][list(outputs)], rtol=CLOSE):
            return None
    out = stored.copy()
    out.attrs = before | now
    return out


def save(frame: pd.DataFrame, path: Path = FILE) -> None:
    """Write the sets with where they came from inside; whole, or not at all."""
    write_whole(path, lambda file: frame.to_parquet(file, compression="zstd", index=False))
    not_ruled_out.cache_clear()


def _frame(
    found: Matched, kept: Accepted, values: pd.DataFrame, draws: pd.DataFrame
) -> pd.DataFrame:
    rows = [{n: getattr(plausible_at(u), n) for n in FREE} for u in kept.points]
    frame = pd.DataFrame(rows).join(values)
    frame.attrs = _provenance() | {
        "played": len(found.points), "tried": kept.tried, "kept": len(kept.points),
        "missed": MOST_MISSED, "sizes": list(SIZES), "runs": RUNS, "seed": SEED,
        "left": [round(wave.left, 5) for wave in found.waves],
        "foretold": {
            key: round(e.score, 3)
            for key, e in zip(LEARNT, found.waves[-1].emulators, strict=True)
        },
        "plausible": _plausible(draws),
        "coprod_sim": __version__, "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }  # fmt: skip
    return frame


def _plausible(draws: pd.DataFrame) -> dict[str, Any]:
    """Say how plausible draws fare: how many meet each finding, and how many findings each draw meets."""
    return {
        "draws": len(draws),
        "met": met(draws).mean().round(4).to_dict(),
        "scores": {part: counts.tolist() for part, counts in scores(draws).items()},
    }


def _provenance() -> dict[str, Any]:
    """Say what sets made with the model as it is now would be made with."""
    played = {"scenarios": list(SCENARIOS), "engagements": list(ENGAGEMENTS)}
    return played | {
        "made_by": "python -m validation calibration",
        "made_with": made_with(played),
        "assumptions": list(FREE), "fit": list(READ), "check": list(CHECKED),
        "bands": bands_hash(), "reference": list(REFERENCE),
    }  # fmt: skip


def bands_hash() -> str:
    """Give a short text that changes whenever a published band does."""
    return _short([READ, np.stack(bands(), axis=1).tolist()])


def _short(what: object) -> str:
    return sha256(json.dumps(what).encode()).hexdigest()[:16]
