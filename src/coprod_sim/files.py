"""Writes files whole or not at all, and reads JSON of any origin without coming to a stop."""

import errno
import glob
import json
import os
import re
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from shlex import quote
from typing import Any, BinaryIO

from coprod_sim.errors import InputError
from coprod_sim.file_lock import NO_LINK

VIEW_ENDING = ".coprod.json"
"""How the name of a view ends that the leaders' page saved."""

type Content = bytes | str | Callable[[BinaryIO], object]
"""What goes into a file: its bytes, its text (written as UTF-8), or what fills the open file."""
PRIVATE_FOLDER = 0o700
"""What a folder allows that only its owner may look into."""
LARGEST = 100_000_000
"""The largest file of JSON or text that is read [bytes]."""
FORGOTTEN = 3600
"""When an unfinished file belongs to a process that was killed, and is swept away [seconds]."""


def write_whole(path: Path, content: Content, *, private: bool = False) -> None:
    """Write a file under another name, see it onto the disk, then put it into place.

    Whoever opens `path` finds the old file or the new one, never half of it, whatever breaks and
    however many write at a time.

    Args:
        path: where the file belongs; its folder is there.
        content: what goes into it.
        private: whether only its owner may read it.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    _sweep(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open(part, "xb", opener=_private if private else None) as file:
            _fill(file, content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def write_folder(
    folder: Path, files: Mapping[str, Content], *, private: bool = False
) -> list[Path]:
    """Write several files into a folder, each of them whole.

    Args:
        folder: where they belong; made if it is not there.
        files: what goes into each, by its path within the folder.
        private: whether only their owner may look into the folder and read them.

    Returns:
        The paths of the files, in the order given.

    Raises:
        InputError: the folder cannot be written to.
    """
    paths = [folder / name for name in files]
    try:
        for path, content in zip(paths, files.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            if private:
                path.parent.chmod(PRIVATE_FOLDER)
            write_whole(path, content, private=private)
    except OSError as problem:
        raise InputError(cannot_write(folder, problem)) from None
    return paths


def opened_to_add(path: Path) -> BinaryIO:
    """Open a file for its owner alone, made if it is missing, to write behind what it holds.

    Args:
        path: the file; a link that somebody has laid there is not followed.

    Raises:
        OSError: it cannot be written, or it is a link or no ordinary file.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OSError(errno.EINVAL, "is a link or no ordinary file")
    file = open(path, "ab", opener=_private)  # noqa: SIM115 - whoever asks closes it
    if sys.platform != "win32":
        os.fchmod(file.fileno(), 0o600)
    return file


def cannot_write(place: Path, problem: OSError) -> str:
    """Say in words that a place cannot be written to, and why; two slashes at its head are one."""
    return f"{re.sub('^//', '/', str(place))}: cannot be written to ({problem.strerror or problem})"


def private_folder(folder: Path) -> Path:
    """Make a folder that its owner alone may look into, also where it was made otherwise before."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    folder.chmod(PRIVATE_FOLDER)
    return folder


def refuse_saved_view(name: str) -> None:
    """Refuse a file that the leaders' page saved where a file of the library's kind is asked for.

    Args:
        name: what was given as a name, or as a path.

    Raises:
        InputError: where it is such a file, with the command that takes it.
    """
    if name.endswith(VIEW_ENDING):
        raise InputError(
            f"{name}: this is a view that the leaders' page saved, with a case, ways and answers in it; "
            f"it is compared on the command line: coprod-sim compare {quote(name)}"
        )


def bytes_in(path: Path, most: int) -> bytes:
    """Read an ordinary file; nothing is waited for, and hardly more is read than is taken.

    Args:
        path: the file.
        most: how much is taken [bytes]; of a file that is larger, one byte more is given.

    Raises:
        OSError: it cannot be read, or it is no ordinary file, such as a pipe or a device.
    """
    if not path.is_dir() and path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "is no ordinary file")
    with path.open("rb") as file:
        return file.read(most + 1)


def json_in(path: Path) -> Any:
    """Read a JSON file, which may be damaged or made to do harm.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is too large, is no JSON, or is nested more deeply than can be read.
    """
    return json_of(_all_of(path))


def text_in(path: Path) -> str:
    """Read a text file (UTF-8), which may be damaged or made to do harm.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is too large, or is no text.
    """
    return _all_of(path).decode("utf-8")


def _all_of(path: Path) -> bytes:
    data = bytes_in(path, LARGEST)
    if len(data) > LARGEST:
        raise ValueError("is too large")
    return data


def json_of(text: bytes | str) -> Any:
    """Read JSON, which may be damaged or made to do harm.

    Args:
        text: what a file holds, or what was sent.

    Raises:
        ValueError: it is no JSON, or is nested more deeply than can be read.
    """
    try:
        return json.loads(text)
    except (RecursionError, MemoryError):
        raise ValueError("is nested too deeply") from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | NO_LINK, 0o600)


def _fill(file: BinaryIO, content: Content) -> None:
    if callable(content):
        content(file)
    else:
        file.write(content.encode() if isinstance(content, str) else content)


def _sweep(path: Path) -> None:
    """Take away what a process that was killed has left beside this file."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        try:
            if left.stat().st_mtime < time.time() - FORGOTTEN:
                left.unlink()
        except OSError:
            continue  # another process was quicker, or it is not ours to take away


def _settle(folder: Path) -> None:
    """See the new name onto the disk as well, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
