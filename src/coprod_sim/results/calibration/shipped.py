"""Makes the sets of assumptions that the findings do not rule out, and puts them into the package."""

import json
import platform
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim import __version__
from coprod_sim.assumptions import REFERENCE
from coprod_sim.files import write_whole
from coprod_sim.results.calibration.accepting import Accepted, accept
from coprod_sim.results.calibration.kept import FILE, not_ruled_out
from coprod_sim.results.calibration.matching import Matched, match, worth_trying
from coprod_sim.results.calibration.reading import QUICK_FIRST, RUNS, SEED, Journal, bands
from coprod_sim.results.calibration.space import NAMES, assumptions_at
from coprod_sim.results.findings.table import SIGNS
from coprod_sim.results.store import LIBRARIES

SIZES = (256, 192, 96)
"""Places played in each round of ruling out."""
WANTED, MOST = 100, 6000
"""Places to keep in the end, and the most that are tried for it."""
Tell = Callable[[str, int, int], None]


def rebuild(folder: Path, tell: Tell = lambda *_: None) -> pd.DataFrame:
    """Rule out, then keep what fits; what was played so far lies in `folder`, so it can be resumed."""
    with Journal(folder / "read.jsonl") as journal:
        found = match(
            journal.all, *bands(), len(NAMES), sizes=SIZES, seed=SEED,
            learn_all=journal.learn_all, tell=partial(tell, "rule out"),
        )  # fmt: skip
        kept = accept(
            worth_trying(found, SEED + len(SIZES)), journal.fitting, wanted=WANTED, most=MOST,
            tell=partial(tell, "keep"),
        )  # fmt: skip
        signs = journal.signs(list(kept.places))
    return _frame(found, kept, signs)


def save(frame: pd.DataFrame, path: Path = FILE) -> None:
    """Write the sets with where they came from inside."""
    write_whole(path, lambda file: frame.to_parquet(file, compression="zstd", index=False))
    not_ruled_out.cache_clear()


def _frame(found: Matched, kept: Accepted, signs: np.ndarray) -> pd.DataFrame:
    rows = [{n: getattr(assumptions_at(u), n) for n in NAMES} for u in kept.places]
    answers = np.hstack([kept.answers, signs])
    frame = pd.DataFrame(rows).join(pd.DataFrame(answers, columns=[*QUICK_FIRST, *SIGNS]))
    frame.attrs = {
        "made_by": "coprod-sim rebuild not_ruled_out",
        "played": len(found.places), "tried": kept.tried, "kept": len(kept.places),
        "distinct": len(np.unique(kept.places, axis=0)),
        "sizes": list(SIZES), "runs": RUNS, "seed": SEED,
        "left": [round(wave.left, 5) for wave in found.waves],
        "foretold": {
            key: round(e.score, 3)
            for key, e in zip(QUICK_FIRST, found.waves[-1].emulators, strict=True)
        },
        "bands": bands_hash(), "reference": list(REFERENCE),
        "coprod_sim": __version__, "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }  # fmt: skip
    return frame


def bands_hash() -> str:
    """Give a short text that changes whenever a published band does."""
    ends = np.stack(bands(), axis=1).tolist()
    return sha256(json.dumps([QUICK_FIRST, ends]).encode()).hexdigest()[:16]
