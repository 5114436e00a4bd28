"""List, merge and clean up the records of sessions."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.files import write_folder
from coprod_sim.spreadsheet import fill_csv


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare what `sessions` can do."""
    step = parser.add_subparsers(dest="step", metavar="STEP", required=True)
    listed = step.add_parser("list", help="list the sessions on this computer")
    merged = step.add_parser("merge", help="pool sessions and write the running total")
    merged.add_argument("folders", metavar="DIR", nargs="+", type=Path, help="folders of sessions")
    merged.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("merged_sessions"),
        help="where to write it (merged_sessions)",
    )  # fmt: skip
    cleaned = step.add_parser("clean", help="delete the rooms and records whose day has come")
    for one in (listed, cleaned):
        one.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="where they are")


def run(args: argparse.Namespace) -> int:
    """Do the step asked for."""
    match args.step:
        case "merge":
            return _merge(args.folders, args.out)
        case "clean":
            return _clean(args.folder)
        case _:
            return _list(args.folder)


def _merge(folders: list[Path], out: Path) -> int:
    from coprod_sim.live.record_page import html_pool  # noqa: PLC0415 - slow to load
    from coprod_sim.live.record_pool import chart, pool  # noqa: PLC0415

    found = pool(folders)
    scores = found.scores.drop(columns="person")
    write_folder(out, {
        "scores.csv": lambda file: fill_csv(file, scores),
        "effects.csv": lambda file: fill_csv(file, found.table()),
        "merged.html": html_pool(found),
        "running_total.svg": chart(found).svg,
    }, private=True)  # fmt: skip
    sys.stdout.write("\n".join(found.sentences()) + f"\nWritten to {out}\n")
    return 0


def _list(folder: Path | None) -> int:
    from coprod_sim.live.record import read_record  # noqa: PLC0415

    root = _root(folder)
    records = sorted(root.glob("*/session.json"))
    if not records:
        sys.stdout.write(f"There are no records of sessions in {root}.\n")
    for path in records:
        try:
            record = read_record(path.parent)
        except InputError as problem:  # the others are listed all the same
            sys.stderr.write(f"coprod-sim: {problem}\n")
            continue
        sys.stdout.write(
            f"{record.day}  plan {record.letter}  {record.sums.crowd:>19}  "
            f"deleted on {record.delete_on}  {path.parent}\n"
        )
    return 0


def _clean(folder: Path | None) -> int:
    from coprod_sim.live.expiry import delete_due  # noqa: PLC0415

    sys.stdout.write(
        (delete_due(root=_root(folder), asked=True).sentence or "Nothing was due.") + "\n"
    )
    return 0


def _root(folder: Path | None) -> Path:
    """Give the folder named, which must be there, or the usual one, which need not."""
    from coprod_sim.live.places import sessions_root  # noqa: PLC0415

    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder")
    return folder or sessions_root()
