"""Tells jupyter-server-proxy how to start the kit behind a Jupyter server, as on a JupyterHub or Binder."""

import sys
from pathlib import Path
from typing import Any

from coprod_sim.kit_place import HOSTED, JUPYTER

NAME = "coprod-sim"
ICON = Path(__file__).parents[2] / "site" / "assets" / "icon.svg"
PATIENCE = 180
"""How long the kit may take to answer for the first time [seconds]."""


def in_jupyter() -> dict[str, Any]:
    """Describe the kit to jupyter-server-proxy, which finds this function by its entry point.

    Returns:
        How it is started: on a socket that only its owner reaches, with Jupyter's log-in before it.
    """
    kit = [sys.executable, "-m", "coprod_sim", "open", "--no-browser"]
    return {
        "command": [*kit, "--socket", "{unix_socket}", "--base-url", f"{{base_url}}{NAME}"],
        "environment": {HOSTED: JUPYTER},
        "unix_socket": True,
        "absolute_url": True,
        "timeout": PATIENCE,
        "new_browser_tab": True,
        "launcher_entry": {
            "title": "Co-production kit", "icon_path": str(ICON), "path_info": f"{NAME}/",
        },
    }  # fmt: skip
