"""Write the kit as a folder of pages that need no Python: for a web space, a memory stick, a mail."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.words import ENGLISH, words_in


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `site`."""
    parser.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?", help="the folder to write to"
    )
    parser.add_argument(
        "--one",
        metavar="FILE.html",
        type=Path,
        help="write the board for one case as a single file",
    )
    parser.add_argument(
        "--case",
        metavar="CASE",
        help="the case for --one: a name, your own .toml file, or a .coprod.json file that the page saved",
    )
    parser.add_argument("--lang", metavar="CODE", default=ENGLISH, help="the language (en)")


def run(args: argparse.Namespace) -> int:
    """Write the site or the file.

    Raises:
        InputError: when neither or both are asked for, or what is asked for cannot be written.
    """
    if (args.folder is None) == (args.one is None):
        raise InputError("name either a folder for the whole site, or '--one FILE.html'")
    if args.one is None and args.case is not None:
        raise InputError("--case belongs to --one; the whole site has all cases")
    words_in(args.lang)
    sys.stdout.write(f"{_one(args) if args.one else _site(args)}\n")
    return 0


def _site(args: argparse.Namespace) -> str:
    from coprod_sim.site import write_site  # noqa: PLC0415 - other commands need none of it

    names = write_site(args.folder, args.lang)
    size = sum((args.folder / name).stat().st_size for name in names)
    return (
        f"{args.folder}: {len(names)} files, {size // 1000:,} kB. Open {args.folder / 'index.html'}"
    )


def _one(args: argparse.Namespace) -> str:
    from coprod_sim.apps.leaders.in_models import in_models_in_words  # noqa: PLC0415
    from coprod_sim.cli.options import given_case  # noqa: PLC0415
    from coprod_sim.site import write_one_file  # noqa: PLC0415

    given = given_case(args.case or "west_dulwich")
    size = write_one_file(
        args.one, given.case, args.lang, view=given.view, in_models=in_models_in_words
    )
    return f"{args.one}: {size // 1000:,} kB. Open it with a double click, or send it."
