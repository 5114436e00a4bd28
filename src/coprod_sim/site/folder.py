"""Writes the site into a folder, and never over what somebody else has put there."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from coprod_sim import __version__
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, json_in, write_whole
from coprod_sim.site.contents import ANSWERS, site_files
from coprod_sim.site.offline import offline_script

LIST = "site.json"
"""What a site is known by: the files in it, so that a newer one can take its place."""


def write_site(folder: Path, language: str = "en") -> list[str]:
    """Write all pages, scripts and the model.

    Args:
        folder: where to; it is made if it is not there. An older site in it is replaced, and what somebody
            has put beside that stays.
        language: the language of the pages.

    Returns:
        What was written, as addresses inside the folder.

    Raises:
        InputError: when something else is in the folder, or where a page belongs, or it cannot be written to.
    """
    old = _files_there(folder)
    try:  # before the work: who may not write here should not wait for it
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / LIST, _listed(old))
    except OSError as problem:
        raise InputError(cannot_write(folder, problem)) from None
    files = site_files(language)
    stamp = sha256(b"".join(name.encode() + body for name, body in sorted(files.items())))
    kept = [name for name in files if not name.startswith(ANSWERS)]  # hardly any browser needs them
    files["offline-worker.js"] = offline_script(kept, stamp.hexdigest()[:16])
    _refuse_what_is_theirs(folder, files.keys() - set(old))
    try:
        # all of it, so that a site whose writing is broken off is known again
        write_whole(folder / LIST, _listed({*old, *files}))
        for name, body in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, body)
        for name in set(old) - set(files) - {LIST}:
            (folder / name).unlink(missing_ok=True)
        write_whole(folder / LIST, _listed(files))
    except OSError as problem:
        raise InputError(cannot_write(folder, problem)) from None
    return sorted({*files, LIST})


def _listed(names: Iterable[str]) -> str:
    return json.dumps({"made_with": __version__, "files": sorted(names)}, indent=1)


def _refuse_what_is_theirs(folder: Path, new: Iterable[str]) -> None:
    """Refuse to write a new page over what lies there and is of no older site."""
    for name in sorted(new):
        if (folder / name).exists():
            raise InputError(
                f"{folder / name}: is not from an earlier site, and a page belongs there; move it away, "
                "so that it is not lost"
            )


def _files_there(folder: Path) -> list[str]:
    """List the files of an older site; refuse a folder that holds things and no site."""
    if folder.is_file():
        raise InputError(f"{folder}: is a file; name a folder, or write '--one {folder}'")
    if not folder.is_dir() or not any(folder.iterdir()):
        return []
    try:
        table = json_in(folder / LIST)
        files = table["files"] if table["made_with"] else []
        return [
            name for name in files if (folder / name).resolve().is_relative_to(folder.resolve())
        ]
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(
            f"{folder}: holds other things; choose a new folder, so that nothing of yours is lost"
        ) from None
