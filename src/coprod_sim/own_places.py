"""Finds a folder that belongs to the person who runs the kit, also where they have no home."""

import os
import stat
import sys
import tempfile
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.files import PRIVATE_FOLDER


def home_of_person() -> Path:
    """Give the home of whoever runs this, or a folder of theirs among the temporary files.

    A container may run under a number that no account has, and a service without a home.

    Returns:
        The home, if there is one that can be entered; else a folder that only they may enter.

    Raises:
        OSError: there is neither, or somebody else has taken the folder's name.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return _among_temporary_files()
    return (
        home if home.is_dir() and os.access(home, os.W_OK | os.X_OK) else _among_temporary_files()
    )


def home_for_libraries() -> dict[str, str]:
    """Give what to set for libraries that fail where nobody knows a home, as Jupyter's do.

    Returns:
        An environment variable; nothing where there is a home to be found.

    Raises:
        OSError: there is no home, nor a folder in its place.
    """
    try:
        Path.home()
    except RuntimeError:
        return {"HOME": str(home_of_person())}
    return {}


def place_of(given: str) -> Path:
    """Give the place that a path names, in which '~' stands for somebody's home.

    Args:
        given: the path, as it was typed.

    Returns:
        The whole path; a link at its end is not followed, so that whoever opens it sees that it is one.

    Raises:
        InputError: '~' stands for a home that nobody knows.
    """
    try:
        whole = Path(given).expanduser()
        return whole.parent.resolve() / whole.name
    except RuntimeError:
        raise InputError(
            f"{given}: there is no home here that '~' could stand for; write the whole path"
        ) from None


def _among_temporary_files() -> Path:
    """Make the folder, and trust it only if it is this person's own: others can write beside it."""
    owner = os.getuid() if sys.platform != "win32" else "own"
    folder = Path(tempfile.gettempdir()) / f"coprod_sim_{owner}"
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    if sys.platform != "win32":
        found = folder.lstat()
        theirs = found.st_uid != owner or not stat.S_ISDIR(found.st_mode)
        if theirs or stat.S_IMODE(found.st_mode) & 0o077:
            raise PermissionError(13, "somebody else may change what lies there", str(folder))
    return folder
