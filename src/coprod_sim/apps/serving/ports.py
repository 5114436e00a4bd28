"""Finds a port of this computer that the kit can be reached at."""

import socket
import sys

from coprod_sim.errors import InputError

USUAL_PORT = 8866
PORTS = (1024, 65535)


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
