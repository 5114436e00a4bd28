"""Run the live room that people join on their phones; stop it with Ctrl-C."""

import argparse
import sys
import warnings

from coprod_sim.cli.options import whole
from coprod_sim.cli.plain_signs import can_write
from coprod_sim.errors import Caution, InputError


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `room`."""
    parser.add_argument("--lan", action="store_true", help="let phones on your network in")
    parser.add_argument(
        "--port",
        type=whole,
        metavar="N",
        help="the port to use (usually 8844, or the next that is free)",
    )
    parser.add_argument("--store", metavar="FILE|URL", help="a file, or a postgresql:// address")
    parser.add_argument(
        "--public", metavar="URL", help="run behind this https address (a reverse proxy)"
    )
    parser.add_argument("--check", action="store_true", help="only look whether the room will work")
    parser.add_argument("--stop", action="store_true", help="stop the room server that runs")
    parser.add_argument("--delete", metavar="CODE", help="delete one room, then stop")
    parser.add_argument("--qr", action="store_true", help="draw the address as a QR code as well")


def run(args: argparse.Namespace) -> int:
    """Run the room server, or do the one thing asked."""
    from coprod_sim.live.places import store_at  # noqa: PLC0415 - keeps others fast

    store = store_at(args.store)
    if args.port is not None and not 1024 <= args.port <= 65535:
        raise InputError(f"--port must be between 1024 and 65535, but is {args.port}")
    if args.stop:
        return _stop(store)
    if args.delete:
        return _delete(store, args.delete)
    if args.check:
        return _check(args, store)
    return _serve(args, store, args.port or _free_port(args, store))


def _free_port(args: argparse.Namespace, store: str) -> int:
    """Give the usual port, or the next free one; a proxy passes on to the usual one alone."""
    from coprod_sim.live.control import RoomServer, port_to_use  # noqa: PLC0415
    from coprod_sim.live.places import USUAL_PORT  # noqa: PLC0415

    if args.public or RoomServer.find(store):  # which is then told, with its address
        return USUAL_PORT
    port = port_to_use(store, lan=args.lan)
    if port != USUAL_PORT:
        sys.stdout.write(f"The room takes port {port}.\n")
    return port


def _serve(args: argparse.Namespace, store: str, port: int) -> int:
    from coprod_sim.live.places import note_of  # noqa: PLC0415
    from coprod_sim.live.preflight import look_aside  # noqa: PLC0415
    from coprod_sim.live.schema import without_password  # noqa: PLC0415
    from coprod_sim.live.server.run import serve, settings_for  # noqa: PLC0415
    from coprod_sim.words import words_in  # noqa: PLC0415

    if without_password(store)[1]:
        warnings.warn(LEAVE_OUT, Caution, stacklevel=2)
    settings = settings_for(store, port, lan=args.lan, public=args.public)

    def ready(address: str) -> None:
        for one in look_aside(words_in("en"), store):
            sys.stdout.write(f"{one.sentence.strip()}\n")
        sys.stdout.write(f"The room is open at {address}  Stop it with Ctrl-C.\n")
        if args.lan:
            _explain(address, draw=args.qr)
        sys.stdout.flush()

    serve(settings, note_of(store), say=ready)
    return 0


LEAVE_OUT = (
    "the password stands in the command, where every account of this computer can read it; leave it out of"
    " --store, and give it as PGPASSWORD or in the file that PGPASSFILE names"
)
"""What is said of a password on the command line."""
BLOCKS = "\u2580\u2584\u2588"
"""What the code is drawn with in a terminal."""


def _explain(address: str, *, draw: bool) -> None:
    import segno  # noqa: PLC0415

    from coprod_sim.words import words_in  # noqa: PLC0415

    if (draw or sys.stdout.isatty()) and can_write(BLOCKS):
        segno.make(address).terminal(sys.stdout, compact=True)
    elif draw:
        sys.stdout.write(f"This window's code page ({sys.stdout.encoding}) cannot draw the code.\n")
    sys.stdout.write(words_in("en")("preflight-warning").strip() + "\n")


def _check(args: argparse.Namespace, store: str) -> int:
    from coprod_sim.live.control import RoomServer  # noqa: PLC0415
    from coprod_sim.live.places import USUAL_PORT  # noqa: PLC0415
    from coprod_sim.live.preflight import look  # noqa: PLC0415
    from coprod_sim.words import words_in  # noqa: PLC0415

    server, words = RoomServer.find(store), words_in("en")
    names = {True: "fine", False: "mend", None: "try"}
    asked = None if server else args.port or (USUAL_PORT if args.public else None)
    findings = look(store, asked, server, lan=args.lan)
    for one in findings:
        mark = words(f"preflight-{names[one.fine]}")
        sys.stdout.write(f"{one.what} ({mark}): {one.sentence.strip()}\n")
    return 0 if all(one.fine is not False for one in findings) else 1


def _stop(store: str) -> int:
    from coprod_sim.live.control import RoomServer  # noqa: PLC0415

    server = RoomServer.find(store)
    if server is not None:
        server.stop()
    told = (
        "No room server runs for this store." if server is None else "The room server has stopped."
    )
    sys.stdout.write(f"{told} Rooms stay in the store until their day.\n")
    return 0


def _delete(store: str, typed: str) -> int:
    from coprod_sim.live.control import RoomServer  # noqa: PLC0415
    from coprod_sim.live.credentials import read_code  # noqa: PLC0415
    from coprod_sim.live.room import remove  # noqa: PLC0415
    from coprod_sim.live.room_store import Store  # noqa: PLC0415

    code = read_code(typed)
    if code is None:
        raise InputError(f"--delete needs the code of a room, but is {typed[:20]!r}")
    server = RoomServer.find(store)
    if server is not None:
        server.delete(code)
    else:
        opened = Store(store)
        try:
            opened.write(lambda c: remove(c, code)).result()
            opened.sweep()
        finally:
            opened.close()
    sys.stdout.write(f"Room {code} is deleted, with all answers.\n")
    return 0
