"""Runs the room server until it is stopped, and leaves a note by which the trainer's app finds it."""

import asyncio
import contextlib
import json
import logging
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from coprod_sim.errors import InputError
from coprod_sim.files import json_in, write_whole
from coprod_sim.kit_place import machine
from coprod_sim.live.credentials import new_key
from coprod_sim.live.damaged_rooms import damaged
from coprod_sim.live.places import note_of, own_addresses, public_address
from coprod_sim.live.room_store import Store
from coprod_sim.live.server.app import BODY, make_app
from coprod_sim.live.server.fault_log import keep_sparingly
from coprod_sim.live.server.hub import PURGE_EVERY, Hub, Settings
from coprod_sim.live.store_file import hold

HEADER = 16 * 1024
"""The largest header a phone may send [bytes]."""
IDLE, BODY_WAIT = 5, 10
"""How long a silent connection and a slow body are waited for [seconds]."""
BACKLOG = 1024
WATCH_EVERY = 2.0
"""How often the server looks at this computer's addresses [seconds]."""
FILES = 8192
"""How many connections may be open, if the computer allows it."""
DAMAGED = (
    "These rooms cannot be opened, as what the store holds of them is damaged: %s. Other rooms go on. "
    "Each is deleted on its day, or now with: coprod-sim room --delete CODE"
)
log = logging.getLogger("coprod_sim.room")


def serve(settings: Settings, note: Path, *, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        settings: under which names and for which store.
        note: the file that tells the trainer's app where the server is.
        say: told the address once people can come.

    Raises:
        InputError: the port or the store cannot be used.
    """
    keep_sparingly()
    _allow_many_connections()
    os.umask(0o077)  # what is written is for its owner alone
    held = None if "://" in settings.store else hold(Path(settings.store), _first(note))
    store = Store(settings.store)
    try:
        _name_damaged(store)
        asyncio.run(_serve(settings, store, note, say))
    finally:
        store.close()
        if held is not None:
            held.close()


def _name_damaged(store: Store) -> None:
    """Say which rooms cannot be opened, for whoever started the server."""
    if codes := store.read(damaged).result():
        log.warning(DAMAGED, ", ".join(codes))


async def _serve(settings: Settings, store: Store, note: Path, say: Callable[[str], None]) -> None:
    hub = Hub(settings, store)
    server = HTTPServer(
        make_app(hub),
        max_body_size=BODY,
        max_buffer_size=1024 * 1024,
        max_header_size=HEADER,
        idle_connection_timeout=IDLE,
        body_timeout=BODY_WAIT,
        xheaders=settings.hosted,
    )
    server.add_sockets(_bind(settings))
    write_note(note, settings, settings.address)
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    say(settings.address)
    tasks = [asyncio.create_task(_clean(hub)), asyncio.create_task(_watch(hub, note))]
    await stop.wait()
    for task in tasks:
        task.cancel()
    server.stop()


async def _clean(hub: Hub) -> None:
    """Delete rooms whose day has come, now and then."""
    while True:
        with contextlib.suppress(InputError):
            await hub.purge()
        await asyncio.sleep(PURGE_EVERY)


def _first(note: Path) -> str:
    """Say where the server that wrote a note is, for whoever finds its store taken."""
    try:
        return f", at {json_in(note)['address']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


async def _watch(hub: Hub, note: Path) -> None:
    """Look now and then whether this computer has moved to another network, and show where it is then."""
    while True:
        await asyncio.sleep(WATCH_EVERY)
        with contextlib.suppress(InputError, OSError):
            if await hub.look_round(await asyncio.to_thread(own_addresses)):
                write_note(note, hub.settings, hub.address)


def write_note(note: Path, settings: Settings, address: str) -> None:
    """Write where the server is and its key, for its owner's eyes only."""
    about = {
        "pid": os.getpid(),
        "port": settings.port,
        "address": address,
        "lan": settings.lan,
        "store": settings.store,
        "host_key": settings.host_key,
    }
    write_whole(note, json.dumps(about), private=True)


def _bind(settings: Settings) -> list[socket.socket]:
    where = "0.0.0.0" if settings.lan else "127.0.0.1"  # noqa: S104 - only when asked for
    try:
        return bind_sockets(settings.port, where, family=socket.AF_INET, backlog=BACKLOG)
    except OSError:
        raise InputError(
            f"--port {settings.port} is taken by another program; choose another"
        ) from None


def _allow_many_connections() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def settings_for(store: str, port: int, *, lan: bool, public: str | None) -> Settings:
    """Work out under which names and address a server answers; keeps the key of last time."""
    own = own_addresses() if lan else []
    if lan and not own:
        raise InputError(f"{machine()} is on no network; join the Wi-Fi or turn on a hot-spot")
    address = f"http://{own[0] if own else '127.0.0.1'}:{port}"
    hosts = ["127.0.0.1", "localhost", *own]
    if public:
        address = public_address(public, "--public")
        hosts.append(str(urlsplit(address).hostname))
    return Settings(
        store=store, host_key=_key(store), port=port, address=address, hosts=tuple(hosts),
        own=() if public else ("127.0.0.1", *own), lan=lan, hosted=bool(public),
    )  # fmt: skip


def _key(store: str) -> str:
    """Give the key of the last server for this store, so that a trainer's app keeps its hold."""
    try:
        return str(json_in(note_of(store))["host_key"])
    except (OSError, ValueError, KeyError, TypeError):
        return new_key()
