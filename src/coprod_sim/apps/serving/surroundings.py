"""What the pages stand on besides the kit: nobody else's settings, kernels, start-up files or folders."""

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir

from coprod_sim.apps.serving.stopping import undisturbed
from coprod_sim.file_lock import lock_of, locked
from coprod_sim.kit_place import HOSTED, ROOMS

SHARE = Path(__file__).parent / "share"
LONGEST_SOCKET = 103
"""The longest path of a socket that every system takes [bytes]."""
BELOW = len("/voila_12345678/kernel-01234567-89ab-cdef-0123-456789abcdef-ipc-12345")
"""What a session's sockets add to the path of the folder they lie in [bytes]."""
PREFIX, USED = "coprod_", "kit"
"""How the names of such folders begin, and what in them is locked as long as they are used."""
OF_SESSIONS = ("voila_", "ipython")
"""How the names of what sessions make in such a folder begin."""
YOUNG = 60.0
"""A folder without a lock is left alone for so long: its kit may be just ending [seconds]."""
SHORT = "/tmp"  # noqa: S108 - a folder of our own is made in it, which only its owner may enter


@contextmanager
def own_surroundings(*, hosted: bool = False, rooms: str = "") -> Iterator[Path]:
    """Keep Jupyter's settings, programs and files of this person away while the kit is served.

    A person's own settings could open the kit to the network, let code run, or take away what pages
    need; a kernel called 'python3' of theirs could be another Python; files that run when IPython
    starts could change what pages do; and a folder that others may enter would show them sessions.

    Args:
        hosted: whether the kit is offered to others, which its pages then say.
        rooms: the https address of rooms that may be opened from pages of a hosted kit, if they may.

    Yields:
        A folder that only its owner may enter, with the shortest path there is; it goes in the end.
    """
    _remove_left_over()
    with _own_folder() as folder:
        before = os.environ.copy()
        os.environ.update({
            "JUPYTER_NO_CONFIG": "1", "JUPYTER_PATH": str(SHARE), "JUPYTER_DATA_DIR": str(folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(folder), "IPYTHONDIR": str(folder / "ipython"),
            HOSTED: (before.get(HOSTED) or "yes") if hosted else "", ROOMS: rooms,
        })  # fmt: skip
        os.environ.pop("PYTHONSTARTUP", None)
        os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
        try:
            yield folder
        finally:
            # the empty one that Jupyter has made
            shutil.rmtree(jupyter_config_dir(), ignore_errors=True)
            os.environ.clear()
            os.environ.update(before)


@contextmanager
def _own_folder() -> Iterator[Path]:
    """Make the folder and hold its lock, unless another kit took it for left over before it was locked."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_shortest()))
        try:
            with locked(folder / USED):
                if lock_of(folder / USED).exists():
                    yield folder
                    return
        finally:
            with undisturbed():
                shutil.rmtree(folder, ignore_errors=True)


def _remove_left_over() -> None:
    """Remove folders of kits of this person that were killed: who still uses one holds its lock."""
    for folder in Path(_shortest()).glob(f"{PREFIX}*"):
        try:
            if _is_left_over(folder):
                with locked(folder / USED, patience=0):
                    shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue


def _is_left_over(folder: Path) -> bool:
    """Say whether a folder was made by a kit of this person, or by a session that outlived its kit's end."""
    found = folder.lstat()
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == getattr(os, "getuid", int)()
    if not ours or lock_of(folder / USED).exists():
        return ours
    begun = [one.name for one in folder.iterdir()]
    of_sessions = bool(begun) and all(name.startswith(OF_SESSIONS) for name in begun)
    return of_sessions and time.time() - found.st_mtime > YOUNG


def sockets_fit(folder: Path) -> bool:
    """Say whether the paths of a session's sockets in a folder are short enough for the system.

    Args:
        folder: where the sessions' files lie.

    Returns:
        False as well on Windows, which has no such sockets; then sessions are reached by port and key.
    """
    return sys.platform != "win32" and len(os.fsencode(folder)) + BELOW <= LONGEST_SOCKET


def _shortest() -> str:
    usual = tempfile.gettempdir()
    short = Path(SHORT).is_dir() and os.access(SHORT, os.W_OK)
    return SHORT if short and len(SHORT) < len(usual) else usual
