"""Our own Voila: only the kit's pages, only this computer, nothing from outside, no session left behind."""

import logging
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tornado.web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from coprod_sim.apps.page_style import page_style
from coprod_sim.apps.serving.around import around_pages
from coprod_sim.apps.serving.forked import NAME, can_fork, end_all
from coprod_sim.apps.serving.handlers import Alive, EndSession, LogIn, PageLine, StartPage
from coprod_sim.apps.serving.host_names import OURS
from coprod_sim.apps.serving.page_handler import Page
from coprod_sim.apps.serving.ports import port_for, socket_at
from coprod_sim.apps.serving.refusals import NotHere, plainly
from coprod_sim.apps.serving.sessions import PageSession
from coprod_sim.apps.serving.stopping import undisturbed
from coprod_sim.apps.serving.surroundings import own_surroundings, sockets_fit
from coprod_sim.apps.serving.turns import ASK, LOOK, UNANSWERED, USUAL_IDLE, Turns
from coprod_sim.apps.serving.way_in import WayIn
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write
from coprod_sim.kit_folders import ONLY_IN_NOTEBOOKS

LEADERS = "apps/explore_scenarios.ipynb"
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]
"""The browser code that widgets need; everything else installed stays away from the page."""
REFILL = 8.0
"""How long the next session waits before it warms up, so as not to slow the one just opened [seconds]."""
ASKING = {"ws_ping_interval": 1000 * ASK, "ws_ping_timeout": 1000 * UNANSWERED}
"""How Jupyter is told to ask browsers whether they are still there [thousandths of a second]."""
POOLS = {"default": {"pool_size": 0}, LEADERS: {"pool_size": 2}}
"""Sessions kept warm: one for the visitor, one for a reload or the next. Without the first entry Voila
would keep one for every notebook there is."""
PATIENCE = 120
"""How long a page's output is waited for; after the usual 4 a busy computer's page stays empty [seconds]."""
UNTRUSTED = "Notebook %s is not trusted"
"""What Jupyter warns of at each page: it would not show the outputs in the file, and ours have none."""
KERNEL = r"(?P<kernel_id>[0-9a-f-]{36})"
IN_PLACE_OF = {TornadoVoilaHandler: Page, VoilaKernelWebsocketHandler: PageLine}
"""Our own handlers, by those of Voila that they stand in for."""


@dataclass(frozen=True)
class Serving:
    """How the kit is served.

    Attributes:
        port: the port to use; None takes the usual one, or any if that is taken.
        socket: the path of a socket to use in place of a port, which only its owner can reach.
        base_url: what stands before every address, as behind a proxy; begins and ends with a slash.
        names: names of this computer besides its own, under which pages may be asked for.
        token: whether pages ask for a token, so that other accounts of this computer cannot open them.
        most: how many sessions run at a time; whoever comes later is asked to wait. 0 sets no limit.
        idle: after how long without a page a session ends [minutes].
        rooms: the https address of the rooms that pages of a hosted kit may open; empty when they may not.
        log: the file that warnings are written to.
        browser: whether a browser window is opened.
    """

    port: int | None = None
    socket: str = ""
    base_url: str = "/"
    names: tuple[str, ...] = ()
    token: bool = False
    most: int = 0
    idle: int = USUAL_IDLE
    rooms: str = ""
    log: Path | None = None
    browser: bool = False

    @property
    def hosted(self) -> bool:
        """Whether it is offered to others, so that its pages do not speak of "this computer"."""
        own_way = self.socket or self.names or self.most or self.base_url != "/"
        return bool(own_way or self.rooms)


class Launcher(Voila):
    """Voila with the kit's start page, sessions that end with their page, and packed answers."""

    notebooks: Path
    serving: Serving
    when_ready: Callable[[int], None]
    door: socket.socket
    """What it listens on in place of a port, where that was asked for."""

    def load_config_file(self, *_where: Any, **_how: Any) -> None:
        """Read nobody's settings: those of the kit are all there are."""

    def init_settings(self) -> dict[str, Any]:
        """Pack what is sent, and answer to this computer's own names alone."""
        settings = super().init_settings()
        settings["allow_remote_access"] = bool(
            self.serving.socket
        )  # only its owner reaches a socket
        settings["local_hostnames"] = [*OURS, *self.serving.names]
        settings["compress_response"], settings["default_handler_class"] = True, NotHere
        settings.update(ASKING)
        settings["serving"], settings["turns"] = self.serving, Turns(self.serving.most)
        return settings

    def init_handlers(self) -> list[Any]:
        """Put our own addresses before Voila's."""
        ours = [
            ("", StartPage, {"notebooks": self.notebooks}),
            ("login", LogIn),
            (rf"coprod/alive/{KERNEL}", Alive),
            (rf"voila/api/shutdown/{KERNEL}", EndSession),
            (r"(?:voila/(?:tree|api/contents)|logout).*", NotHere),
        ]
        below = [(self.base_url + pattern, *rest) for pattern, *rest in ours]
        return [*below, *(_ours(handler) for handler in super().init_handlers())]

    def listen(self) -> None:
        """Say that the page can be opened as soon as the server takes requests."""
        IOLoop.current().add_callback(self._say_ready)  # the loop begins once the port is ours
        if not self.serving.socket:
            super().listen()
            return
        server = HTTPServer(self.app)
        server.add_socket(self.door)
        self.ioloop = IOLoop.current()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Stopping")
        finally:
            self.stop()

    def stop(self) -> None:
        """End all sessions; one that is just being begun is in no list of Jupyter's yet."""
        with undisturbed():
            end_all()
            with suppress(tornado.web.HTTPError):
                super().stop()

    def _say_ready(self) -> None:
        threading.Thread(
            target=self.when_ready, args=(self.port,)
        ).start()  # a browser may take long


def _ours(handler: tuple[Any, ...]) -> tuple[Any, ...]:
    pattern, kind, *rest = handler
    return (pattern, IN_PLACE_OF.get(kind) or plainly(kind), *rest)


def open_kit(notebooks: Path, serving: Serving, say: Callable[[str], None]) -> None:
    """Serve the kit until it is stopped.

    Args:
        notebooks: the folder of the pages.
        serving: how it is served.
        say: is given the one line people need: the address, which carries the token if there is one.

    Raises:
        InputError: the port or the socket cannot be used, or the file for warnings cannot be written.
    """
    door = socket_at(serving.socket) if serving.socket else None
    port = 0 if serving.socket else port_for(serving.port)
    key = secrets.token_hex(16) if serving.token else ""

    way_in = WayIn()

    def ready(at: int) -> None:
        address = f"http://127.0.0.1:{at}{serving.base_url}" + (f"?token={key}" if key else "")
        say(f"The kit is open at {serving.socket or address}  Stop it with Ctrl-C.")
        if serving.browser:
            webbrowser.open(way_in.to(address) if key else address)

    with own_surroundings(hosted=serving.hosted, rooms=serving.rooms) as folder, closing(way_in):
        app = Launcher.instance(config=_config(notebooks, serving, port, key, folder))
        app.notebooks, app.serving, app.when_ready = notebooks, serving, ready
        if door is not None:
            app.door = door
        app.initialize([])
        app.root_dir = str(notebooks)
        _keep_warnings(serving.log)
        app.start()


def _keep_warnings(file: Path | None) -> None:
    """Write what goes wrong into a file if one is named: the terminal is for the line people need."""
    logging.getLogger("tornado.access").setLevel(logging.CRITICAL)
    loggers = logging.getLogger(), logging.getLogger(Launcher.__name__)
    speaking = [handler for logger in loggers for handler in logger.handlers]
    # what speaks for loggers that nobody has given a handler
    for shown in (*speaking, *filter(None, [logging.lastResort])):
        shown.setLevel(logging.CRITICAL if file else logging.ERROR)
    if file is None:
        return
    try:
        kept = logging.FileHandler(file, encoding="utf-8")
    except OSError as problem:
        raise InputError(cannot_write(file, problem)) from None
    kept.setLevel(logging.WARNING)
    kept.addFilter(lambda record: record.msg != UNTRUSTED)
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.captureWarnings(capture=True)
    for logger in loggers:
        logger.addHandler(kept)


def _config(notebooks: Path, serving: Serving, port: int, key: str, folder: Path) -> Config:
    c = Config()
    c.Voila.port, c.Voila.port_retries, c.Voila.ip = port, 0, "127.0.0.1"
    c.Voila.open_browser, c.Voila.root_dir = False, str(notebooks)
    c.Voila.log_level, c.Voila.token = logging.WARNING, key
    c.Voila.base_url, c.Voila.connection_dir_root = serving.base_url, str(folder)
    voila = c.VoilaConfiguration
    voila.template, voila.theme = "coprod", "light"
    voila.resources = {"look": str(page_style()), "around": around_pages()}
    voila.strip_sources, voila.show_tracebacks = True, False
    voila.allow_template_override = voila.allow_theme_override = "NO"
    voila.extension_allowlist = EXTENSIONS
    voila.preheat_kernel = True
    c.VoilaExecutor.iopub_timeout = PATIENCE
    c.VoilaExecutor.skip_cells_with_tag = ONLY_IN_NOTEBOOKS
    voila.default_pool_size = 0
    c.VoilaKernelManager.kernel_pools_config = POOLS
    c.VoilaKernelManager.fill_delay = REFILL
    c.MappingKernelManager.cull_idle_timeout = 60 * serving.idle
    c.MappingKernelManager.cull_interval = LOOK
    c.MappingKernelManager.cull_connected = False
    c.AsyncMappingKernelManager.kernel_manager_class = f"{PageSession.__module__}.PageSession"
    c.PageSession.log_file = str(serving.log or "")
    # A session that was begun again would be empty, and its page dead in silence.
    c.KernelManager.autorestart = False
    if can_fork():
        c.KernelProvisionerFactory.default_provisioner_name = NAME
    if sockets_fit(folder):
        c.KernelManager.transport = "ipc"
    return c
