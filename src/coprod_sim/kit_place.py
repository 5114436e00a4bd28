"""Says where the kit runs: on the computer of whoever looks at its pages, or on a server."""

import os
from typing import Literal

HOSTED = "COPROD_HOSTED"
"""The environment variable by which the sessions of a kit that is offered to others know that it is."""
ROOMS = "COPROD_HOSTED_ROOMS"
"""The environment variable with the https address of the rooms that pages of a kit on a server may open."""
JUPYTER = "jupyter"
"""What that variable holds where the kit was begun by a Jupyter server."""
HUB = "JUPYTERHUB_USER"
"""What a JupyterHub sets for the notebooks of the people it serves."""


def kit_place() -> Literal["here", "server"]:
    """Say where what people type is kept, for sentences about it."""
    return "server" if os.environ.get(HOSTED) or os.environ.get(HUB) else "here"


def kit_way() -> Literal["jupyter", "proxy"]:
    """Say what stands before a kit on a server: a Jupyter server opens no rooms, a proxy may be told to."""
    by_jupyter = os.environ.get(HUB) or os.environ.get(HOSTED) == JUPYTER
    return "jupyter" if by_jupyter else "proxy"


def machine() -> str:
    """Call the computer that the kit runs on, for messages."""
    return "the server of this kit" if kit_place() == "server" else "this computer"


def room_address() -> str:
    """Give the https address at which pages of a kit on a server open rooms; empty when none was named."""
    return os.environ.get(ROOMS, "") if kit_place() == "server" else ""


def rooms_may_open() -> bool:
    """Say whether pages may open rooms: on a server they would lie open beside its log-in and https."""
    return kit_place() == "here" or bool(room_address())
