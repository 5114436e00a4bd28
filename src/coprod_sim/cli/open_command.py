"""Open the kit in your browser: explore cases, learn, train. Stop it with Ctrl-C."""

import argparse
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from coprod_sim import kit_folders
from coprod_sim.apps.serving.host_names import host_name
from coprod_sim.apps.serving.turns import USUAL_IDLE, kept_for
from coprod_sim.cli.command_line import STOPPED
from coprod_sim.cli.options import whole
from coprod_sim.errors import InputError
from coprod_sim.own_places import home_for_libraries
from coprod_sim.quantities import whole_number

MOST_SESSIONS = 1000
MOST_IDLE = 24 * 60
"""The longest that a session without a page can be kept [minutes]."""
LATER = f"up to {kept_for(1) - 1} later"
"""How much later it may be, as it takes time to notice that a browser was lost [minutes]."""
PAGE = "apps/explore_scenarios.ipynb"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--port", type=whole, metavar="N", help="the port to use (usually 8866)")
    key = parser.add_mutually_exclusive_group()
    key.add_argument(
        "--token", action="store_true",
        help="open only with the key in the address that is shown; usual unless behind a proxy",
    )  # fmt: skip
    key.add_argument(
        "--no-token", action="store_true",
        help="open without a key, also for others with an account on this computer",
    )  # fmt: skip
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")
    parser.add_argument(
        "--most", type=whole, default=0, metavar="N",
        help="serve at most N pages with a session at a time; whoever comes later waits (0: no limit)",
    )  # fmt: skip
    parser.add_argument(
        "--idle", type=whole, default=USUAL_IDLE, metavar="MINUTES",
        help=f"end a session so many minutes after its browser was lost (usually {USUAL_IDLE}), or {LATER}",
    )  # fmt: skip
    parser.add_argument(
        "--log", type=Path, metavar="FILE", help="write warnings and errors to this file"
    )
    behind = parser.add_argument_group("behind a proxy")
    behind.add_argument(
        "--base-url", default="/", metavar="PATH", help="what stands before every address (/kit/)"
    )
    behind.add_argument(
        "--name", action="append", default=[], metavar="HOST",
        help="another name that pages may be asked for by; may be given more than once",
    )  # fmt: skip
    behind.add_argument(
        "--rooms", default="", metavar="URL",
        help="let the trainer's page open rooms for phones behind this https address; without it, none",
    )  # fmt: skip
    behind.add_argument(
        "--socket", default="", metavar="FILE",
        help="listen on a socket that only you can reach, in place of a port",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Serve the kit until it is stopped."""
    os.environ.update(home_for_libraries())
    notebooks = find_notebooks()
    if kit_folders.is_shipped(notebooks):  # what people do is kept where they stand
        from coprod_sim.learning.progress.progress_place import (  # noqa: PLC0415
            NAME,
            SET_BY,
            handed_in,
            progress_file,
        )

        here = Path.cwd()
        os.environ.setdefault(SET_BY, str(progress_file() if handed_in(here) else here / NAME))
    from coprod_sim.live.places import public_address  # noqa: PLC0415

    names = tuple(host_name(name) for name in args.name)
    rooms = public_address(args.rooms, "--rooms") if args.rooms else ""
    from coprod_sim.apps.serving.launcher import (  # noqa: PLC0415 - other commands need no server
        Serving,
        open_kit,
    )

    serving = Serving(
        port=args.port, socket=args.socket, base_url=base_url(args.base_url), names=names,
        token=_needs_key(args), rooms=rooms, log=args.log,
        idle=whole_number("--idle", args.idle, 1, MOST_IDLE),
        most=whole_number("--most", args.most, 0, MOST_SESSIONS), browser=not args.no_browser,
    )  # fmt: skip
    try:
        with suppress(KeyboardInterrupt):  # so early that the server did not hear it
            open_kit(notebooks, serving, _say)
    finally:
        _offer_to_end_the_room()
    sys.stderr.write(STOPPED)
    return 0


def _needs_key(args: argparse.Namespace) -> bool:
    """Say whether pages ask for a key: as soon as another account is made, others could open them else.

    A socket only its owner reaches. Behind a proxy, which knows who asks, it depends on who else is here.
    """
    if args.token or args.no_token or args.socket:
        return args.token
    return not args.name or several_accounts()


def base_url(given: str) -> str:
    """Give what stands before every address, with a slash at both ends.

    Args:
        given: a path, as people write it: "kit", "/kit", "/kit/".

    Returns:
        "/" for none, else the path between slashes.

    Raises:
        InputError: it is a whole address, or holds what no path can.
    """
    path = given.strip("/")
    if not re.fullmatch(r"[\w.~@%-]+(/[\w.~@%-]+)*", path, re.ASCII) and path:
        raise InputError(
            f"--base-url must be a path such as /kit/, but is {given!r:.60}; the name of the computer"
            " does not belong to it"
        )
    return f"/{path}/" if path else "/"


def several_accounts() -> bool:
    """Say whether more than one person has an account on this computer, as far as it can be told."""
    try:
        import pwd  # noqa: PLC0415 - not on Windows
    except ImportError:
        return False
    first = 500 if sys.platform == "darwin" else 1000
    people = [
        one for one in pwd.getpwall()
        if first <= one.pw_uid < 60_000 and not one.pw_shell.endswith(("nologin", "false"))
    ]  # fmt: skip
    return len(people) > 1


def _offer_to_end_the_room() -> None:
    """Say that a live room goes on without the kit, and offer to end it."""
    from coprod_sim.live.control import RoomServer  # noqa: PLC0415 - slow to load

    server = RoomServer.find()
    if server is None:
        return
    _say(f"The live room is still open at {server.address}, also without the kit.")
    if not sys.stdin.isatty():
        _say("End it with: coprod-sim room --stop")
        return
    sys.stdout.write("End it now? Answers stay in the store until their day. [y/N] ")
    sys.stdout.flush()
    if sys.stdin.readline().strip().casefold() in ("y", "yes"):
        server.stop()
        _say("The room has ended. Open 'I train' to go on with it.")


def find_notebooks() -> Path:
    """Find the folder with the pages: where the command is run, or the kit's own."""
    return kit_folders.first_with(kit_folders.NOTEBOOKS, [PAGE])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
