"""Finds a port of this computer that the kit can be reached at."""

import os
import socket
import sys
from pathlib import Path

from coprod_sim.apps.serving.surroundings import LONGEST_SOCKET
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write

USUAL_PORT = 8866
PORTS = (1024, 65535)
WAITING = 128
"""How many visitors may wait at a socket's door at a time."""


def port_for(asked: int | None) -> int:
    """Give the port to use.

    Args:
        asked: the port somebody asked for; None takes the usual one, or any if that is taken.

    Returns:
        A port that is free.

    Raises:
        InputError: the one asked for is out of range, or taken by another program.
    """
    if asked is None:
        return USUAL_PORT if _free(USUAL_PORT) else _any_port()
    low, high = PORTS
    if not low <= asked <= high:
        raise InputError(f"--port must be between {low} and {high}, but is {asked}")
    if not _free(asked):
        raise InputError(
            f"--port {asked} is taken by another program; choose another, or leave --port out"
        )
    return asked


def socket_at(path: str) -> socket.socket:
    """Listen on a socket that only its owner can reach.

    Args:
        path: the file of the socket; one that was left over is replaced.

    Returns:
        The socket, which takes connections.

    Raises:
        InputError: the path is too long for this system, something else lies there, or it cannot be made.
    """
    if sys.platform == "win32":
        raise InputError("--socket needs a system with such sockets; here, give --port")
    length = len(os.fsencode(path))
    if length > LONGEST_SOCKET:
        raise InputError(
            f"--socket: the path {path} has {length} bytes, and a socket's path may have {LONGEST_SOCKET}; "
            "name a shorter one, such as /tmp/kit.sock"
        )
    file = Path(path)
    if file.exists() and not file.is_socket():
        raise InputError(f"--socket: {path} is there already and is no socket; name another file")
    door = socket.socket(socket.AF_UNIX)
    try:
        file.unlink(missing_ok=True)
        door.bind(path)
        file.chmod(0o600)
    except OSError as problem:
        door.close()
        raise InputError(f"--socket: {cannot_write(file, problem)}") from None
    door.setblocking(False)
    door.listen(WAITING)
    return door


def _free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform == "win32":  # there the usual option would share a port that is taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
