"""Check the model against published findings, calibrate and describe it, make shipped data anew."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pandas as pd

from coprod_sim.board.library_answers import keep_library_answers
from coprod_sim.errors import InputError
from coprod_sim.results import nroy
from coprod_sim.results.discovery import precomputed
from validation import claims, odd, structures, uncertainty, versions
from validation.calibration import build
from validation.documents import Blocks, rewrite
from validation.findings import assumption_sources, evidence, telling
from validation.predictions import page, register

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS: dict[str, tuple[Path, Blocks]] = {
    "findings": (
        ROOT / "docs" / "evidence.md",
        {**evidence.BLOCKS, **telling.BLOCKS, **assumption_sources.BLOCKS, **page.BLOCKS},
    ),
    "uncertainty": (ROOT / "docs" / "uncertainty.md", uncertainty.BLOCKS),
    "odd": (ROOT / "docs" / "odd.md", odd.BLOCKS),
    "structures": (ROOT / "docs" / "trace.md", structures.BLOCKS),
    "versions": (ROOT / "docs" / "versions.md", versions.BLOCKS),
    "claims": (ROOT / "docs" / "claims.md", claims.BLOCKS),
    "exercise_claims": (ROOT / "validation" / "exercise_claims.md", claims.EXERCISE_BLOCKS),
}
"""The documents with measured blocks, by the command that writes them anew."""
HELP = """\
findings     set every published finding beside what the model gives: docs/evidence.md
predictions  predict the listed studies that have no prediction yet (minutes), and set what was
             found beside all predictions: docs/evidence.md; those written down are kept
calibration  find the assumptions that the findings do not rule out (an hour), and ship them;
             if those that ship still hold, only their hash is renewed (a minute)
uncertainty  say what these leave open: docs/uncertainty.md
versions     set what the first version of the model gave beside the second: docs/versions.md
claims       count in how many models what the lessons say holds (minutes), and ship the counts; set
             them beside the claims: docs/claims.md, and validation/exercise_claims.md
odd          write the tables of the model's description: docs/odd.md
structures   play the reference case with other rules in place of ours, one at a time: docs/trace.md
precomputed  play the library's cases, and ship the answers that stand there at once (half an hour);
             if those that ship still hold, only their hash is renewed (a minute)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and say which files were written."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        written = _written(options)
    except InputError as problem:
        parser.error(str(problem))
    for path in written:
        sys.stdout.write(f"Written: {path} ({path.stat().st_size / 1000:.0f} kB)\n")
    return 0


def _written(options: argparse.Namespace) -> list[Path]:
    if options.what in BUILDERS:
        return BUILDERS[options.what](options)
    path, blocks = DOCUMENTS[options.what]
    rewrite(path, blocks)
    return [path]


def _calibration(options: argparse.Namespace) -> list[Path]:
    stored = None if options.again else build.renewed(pd.read_parquet(nroy.FILE))
    build.save(build.rebuild(options.out, _tell) if stored is None else stored)
    path, blocks = DOCUMENTS["uncertainty"]
    rewrite(path, blocks)
    return [nroy.FILE, path]


def _precomputed(options: argparse.Namespace) -> list[Path]:
    known = None if options.again else precomputed.renewed()
    tell = partial(_tell, "cases")
    precomputed.save(
        precomputed.with_new_cases(known, tell) if known else precomputed.rebuild(tell=tell)
    )
    return [precomputed.FILE, keep_library_answers()]


def _claims(_options: argparse.Namespace) -> list[Path]:
    saved = claims.save(_tell)
    documents = [DOCUMENTS[name] for name in ("claims", "exercise_claims")]
    for path, blocks in documents:
        rewrite(path, blocks)
    return [saved, *(path for path, _ in documents)]


def _predictions(_options: argparse.Namespace) -> list[Path]:
    registered = register.register()
    path, blocks = DOCUMENTS["findings"]
    rewrite(path, blocks, only=page.BLOCKS)
    return [registered, path]


def _tell(what: str, done: int, all_: int) -> None:
    sys.stderr.write(f"{what}: {done} of {all_}\n")


BUILDERS: dict[str, Callable[[argparse.Namespace], list[Path]]] = {
    "calibration": _calibration,
    "claims": _claims,
    "precomputed": _precomputed,
    "predictions": _predictions,
}
"""What makes data that ship."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m validation",
        description=__doc__,
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "what", choices=list(dict.fromkeys([*DOCUMENTS, *BUILDERS])), metavar="WHAT"
    )
    parser.add_argument(
        "--again", action="store_true", help="make it again even if what ships still holds"
    )
    parser.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("coprod_sim_results/calibration"),
        help="where unfinished calibration is kept, so that it can be resumed",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
