"""Says where the kit runs: on the computer of whoever looks at its pages, or on a server."""

import os
from typing import Literal

HOSTED = "COPROD_HOSTED"
"""The environment variable by which the sessions of a kit that is offered to others know that it is."""
HUB = "JUPYTERHUB_USER"
"""What a JupyterHub sets for the notebooks of the people it serves."""


def kit_place() -> Literal["here", "server"]:
    """Say where what people type is kept, for sentences about it."""
    return "server" if os.environ.get(HOSTED) or os.environ.get(HUB) else "here"


def machine() -> str:
    """Call the computer that the kit runs on, for messages."""
    return "the server of this kit" if kit_place() == "server" else "this computer"
