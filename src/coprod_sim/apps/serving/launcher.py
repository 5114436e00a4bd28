"""Our own Voila: only the kit's pages, only this computer, nothing from outside, no session left behind."""

import logging
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tornado.web
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from coprod_sim.apps.serving.handlers import Alive, EndSession, StartPage
from coprod_sim.errors import InputError

HERE = Path(__file__).parent
USUAL_PORT = 8866
PORTS = (1024, 65535)
EXPLORER = "apps/explore_scenarios.ipynb"
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]
"""The browser code that widgets need; everything else installed stays away from the page."""
IDLE, LOOK, REFILL = 600, 60, 8.0
"""After how long without a page a session ends, how often that is looked at, and how long the next
session waits before it warms up, so as not to slow the one that has just opened [seconds]."""
POOLS = {"default": {"pool_size": 0}, EXPLORER: {"pool_size": 2}}
"""Sessions kept warm: one for the visitor, one for a reload or the next. Without the first entry Voila
would keep one for every notebook there is."""
PATIENCE = 120
"""How long a page's output is waited for; after the usual 4 a busy computer's page stays empty [seconds]."""
KERNEL = r"(?P<kernel_id>[0-9a-f-]{36})"


class Launcher(Voila):
    """Voila with the kit's start page, sessions that end with their page, and packed answers."""

    notebooks: Path
    when_ready: Callable[[int], None]

    def init_settings(self) -> dict[str, Any]:
        """Pack what is sent, and answer to this computer's own names alone."""
        settings = super().init_settings()
        settings["allow_remote_access"] = False
        settings["compress_response"] = True
        return settings

    def init_handlers(self) -> list[Any]:
        """Put our own addresses before Voila's."""
        ours = [
            (r"/", StartPage, {"notebooks": self.notebooks}),
            (rf"/coprod/alive/{KERNEL}", Alive),
            (rf"/voila/api/shutdown/{KERNEL}", EndSession),
            (r"/voila/(?:tree|api/contents).*", tornado.web.ErrorHandler, {"status_code": 404}),
        ]
        return [*ours, *(_ready_or_cold(handler) for handler in super().init_handlers())]

    def listen(self) -> None:
        """Say that the page can be opened as soon as the server takes requests."""
        threading.Timer(0.2, lambda: self.when_ready(self.port)).start()
        super().listen()


class Page(TornadoVoilaHandler):
    """A page that takes a warm session if one is ready, and else starts one at once."""

    def should_use_rendered_notebook(self, notebook_data: dict, pool_size: int, *rest: Any) -> bool:
        """Pass over warm sessions that are still warming up: waiting for them takes longer."""
        pools = self.kernel_manager._pools.get(self.path_args[0], [])
        ready = bool(pools) and pools[0].done()
        return ready and super().should_use_rendered_notebook(notebook_data, pool_size, *rest)


def _ready_or_cold(handler: tuple[Any, ...]) -> tuple[Any, ...]:
    pattern, kind, *rest = handler
    return (pattern, Page if kind is TornadoVoilaHandler else kind, *rest)


def open_kit(
    notebooks: Path, port: int | None, *, browser: bool, say: Callable[[str], None]
) -> None:
    """Serve the kit until it is stopped; `say` is given the one line people need.

    Raises `InputError` when the port cannot be used.
    """
    chosen = _port(port)
    folder = str(HERE / "share")
    os.environ["JUPYTER_PATH"] = os.pathsep.join(
        filter(None, [folder, os.environ.get("JUPYTER_PATH")])
    )
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

    def ready(at: int) -> None:
        address = f"http://127.0.0.1:{at}/"
        say(f"The kit is open at {address}  Stop it with Ctrl-C.")
        if browser:
            webbrowser.open(address)

    app = Launcher.instance(config=_config(notebooks, chosen))
    app.notebooks, app.when_ready = notebooks, ready
    app.initialize([])
    app.root_dir = str(notebooks)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    app.start()


def _config(notebooks: Path, port: int) -> Config:
    c = Config()
    c.Voila.port, c.Voila.port_retries, c.Voila.ip = port, 0, "127.0.0.1"
    c.Voila.open_browser, c.Voila.root_dir = False, str(notebooks)
    c.Voila.log_level = logging.ERROR
    voila = c.VoilaConfiguration
    voila.template, voila.theme = "coprod", "light"
    voila.strip_sources, voila.show_tracebacks = True, False
    voila.allow_template_override = voila.allow_theme_override = "NO"
    voila.extension_allowlist = EXTENSIONS
    voila.preheat_kernel = True
    c.VoilaExecutor.iopub_timeout = PATIENCE
    voila.default_pool_size = 0
    c.VoilaKernelManager.kernel_pools_config = POOLS
    c.VoilaKernelManager.fill_delay = REFILL
    c.MappingKernelManager.cull_idle_timeout, c.MappingKernelManager.cull_interval = IDLE, LOOK
    c.MappingKernelManager.cull_connected = False
    if sys.platform != "win32":
        c.KernelManager.transport = "ipc"
    return c


def _port(asked: int | None) -> int:
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
