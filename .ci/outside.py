"""Builds what would be published, installs it in a folder far from here, and does the main jobs there.

Run by `.ci/run`; alone: `.venv/bin/python .ci/outside.py`. Needs the extra `dev` and Chromium.
The folder's name has a space and an accent, as people's folders have.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WAIT = 240
"""How long a page may take on a busy computer, where nothing is compiled yet [seconds]."""
LONGEST = 1_200
"""How long a command may take, downloads among them [seconds]."""
CONTAINER = (
    (ROOT / "docs" / "howto" / "host-the-kit.md").read_text().partition("```dockerfile\n")[2]
)
"""The container file in the docs. No container can be built here, so its lines are run one by one."""
WHEEL = re.compile(r"\S+\.whl")

LESSON = "voila/render/1_awareness.ipynb"
LEADERS = "voila/render/apps/explore_scenarios.ipynb"
PAGES = {
    "": "I decide",
    LESSON: "Go on",
    "voila/render/apps/do_exercises.ipynb": "Which leaflet",
    LEADERS: "Should we ask?",
}
"""What is opened, with a button or a link that must be there."""


def main() -> None:
    """Build, check, install, use."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve() / "dossier à part"
        place.mkdir()
        kit = install(build(place / "dist"), place)
        commands(kit)
        pages(kit)
        copies(kit)
        all_ended(kit.python.parent)


def build(target: Path) -> Path:
    """Build the sdist, and the wheel from it; check both; give the wheel."""
    run([sys.executable, "-m", "build", "--outdir", target, ROOT], ROOT)
    made = sorted(target.iterdir())
    run([sys.executable, "-m", "twine", "check", "--strict", *made], ROOT)
    (wheel,) = (one for one in made if one.suffix == ".whl")
    return wheel


def install(wheel: Path, place: Path) -> "Outside":
    """Install the wheel into an environment of its own, and use it first, as the container file does.

    A user of its own is not made, the folder of the wheel is ours, versions are pinned, and what was
    downloaded before is used.
    """
    venv.create(place / "env", with_pip=True)
    programs = place / "env" / ("Scripts" if os.name == "nt" else "bin")
    kit = Outside(programs / "python", place / "my work")
    for line in in_container("RUN"):
        if not line.startswith("useradd"):
            here = WHEEL.sub(lambda _: shlex.quote(str(wheel)), line).replace("--no-cache-dir", "")
            run(["sh", "-c", here], kit.home, kit.environment)
    return kit


def in_container(order: str) -> list[str]:
    """List what the container file has for an order such as RUN."""
    found = re.findall(rf"^{order} (.*)$", CONTAINER.partition("```")[0], re.MULTILINE)
    return found or sys.exit(f"the container file in the docs has no {order}")


class Outside:
    """The installed kit, used from a folder that holds nothing."""

    def __init__(self, python: Path, here: Path) -> None:
        self.python, self.here = python, here
        here.mkdir()
        self.home = here.parent / "home"
        self.home.mkdir()
        self.program = python.parent / "coprod-sim"

    @property
    def environment(self) -> dict[str, str]:
        """What a person's shell would hold: no path into the project, a home of its own."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COPROD"))}
        path = os.pathsep.join([str(self.python.parent), os.environ["PATH"]])
        pins = {"PIP_CONSTRAINT": (ROOT / "constraints.txt").as_uri(), "PATH": path}
        return kept | pins | {"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache")}

    def do(self, *words: str, says: str) -> str:
        """Run a command and hold that it says something."""
        said = run([self.program, *words], self.here, self.environment)
        if says not in said:
            sys.exit(f"coprod-sim {' '.join(words)} does not say {says!r}:\n{said}")
        return said

    @contextmanager
    def opened(self) -> Iterator[str]:
        """Open the kit and give its address; closes it at the end."""
        _, *words = json.loads(in_container("ENTRYPOINT")[0])
        with subprocess.Popen(
            [self.program, *words],
            cwd=self.here,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as kit:
            over = threading.Timer(WAIT, kit.kill)
            over.start()
            try:
                assert kit.stdout is not None
                line = next((one for one in kit.stdout if "The kit is open at" in one), "")
                over.cancel()
                if not line:
                    sys.exit(
                        f"coprod-sim open ended before it was open, or was not within {WAIT} s"
                    )
                yield line.split(" at ")[1].split()[0]
            finally:
                over.cancel()
                ended(kit)


def ended(kit: subprocess.Popen) -> None:
    """End the kit as a service does, within a time."""
    kit.terminate()
    try:
        kit.wait(WAIT)
    except subprocess.TimeoutExpired:
        kit.kill()
        sys.exit(f"coprod-sim open had not ended {WAIT} s after it was told to")


def commands(kit: Outside) -> None:
    """Do what the README names first."""
    kit.do("--version", says="coprod-sim 0.")
    kit.do("list", says="01_tickbox_or_co_production")
    kit.do("show", "ireland_eighth", says="Ireland")
    kit.do("compare", "reference", "--runs", "8", "--draws", "2", says="Acceptance")
    kit.do("run", "03_trust_repair", says="trust")
    kit.do("exercises", "list", says="Which leaflet")
    kit.do("exercises", "release", "for learners", says="without solutions")
    if not list(kit.here.glob("coprod_sim_results/reference/*.html")):
        sys.exit("compare wrote no page where it was run")


def pages(kit: Outside) -> None:
    """Open the start page, a lesson, the exercises and the leaders' page in a real browser."""
    chromium = shutil.which("chromium") or sys.exit("chromium is needed to open the pages")
    with kit.opened() as address, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_default_timeout(WAIT * 1000)
        for page, holds in PAGES.items():
            tab.goto(address + page)
            tab.get_by_role("button", name=holds).or_(
                tab.get_by_role("link", name=holds)
            ).first.wait_for()
            if page == LESSON:
                to_the_bet(tab)
            print(f"opened: {page or 'the start page'}", flush=True)
        tab.get_by_role("navigation").get_by_role("button", name="What would happen").click()
        tab.locator(".row .figure").first.wait_for()
        tab.get_by_role("navigation").get_by_role("button", name="Take it away").click()
        with tab.expect_download():
            tab.get_by_role("button", name="Save the page (HTML)").click()
        browser.close()


def to_the_bet(tab: Page) -> None:
    """Turn a lesson's parts until the first bet is there."""
    bet = tab.get_by_role("button", name="Place my bet and run it")
    while not bet.is_visible():
        tab.get_by_role("button", name="Go on", exact=True).click()


def copies(kit: Outside) -> None:
    """Take a copy to change, and run an exercise and a simulation of that copy."""
    kit.do("copy", ".", says="notebooks, exercises, simulations")
    kit.do("run", "01_tickbox_or_co_production", says="acceptance")
    folder = next((kit.here / "exercises").glob("1_1*"))
    bring_answers(folder)
    kit.do("exercises", "check", str(folder), says="is a sound")
    shutil.rmtree(kit.here / "notebooks")


def bring_answers(folder: Path) -> None:
    """Lay a trainer's answers into a copied exercise, which must have come without them."""
    answers = folder / "trainer" / "answers.toml"
    if answers.parent.exists():
        sys.exit(f"the kit that learners install holds what only a trainer reads: {answers.parent}")
    answers.parent.mkdir()
    shutil.copy(ROOT / "exercises" / folder.name / "trainer" / "answers.toml", answers)


def all_ended(programs: Path) -> None:
    """Wait until nothing that the kit began runs: it compiles beside what people do."""
    until = time.monotonic() + WAIT
    while left := [words for words in _running() if words and words[0].startswith(str(programs))]:
        if time.monotonic() > until:
            sys.exit(f"still running {WAIT} s after the last command: {left}")
        time.sleep(0.5)


def _running() -> Iterator[list[str]]:
    for process in psutil.process_iter(["cmdline"]):
        yield process.info["cmdline"]


def run(command: list, where: Path, environment: dict[str, str] | None = None) -> str:
    """Run a command, show it, and give what it said; ends everything where it fails."""
    words = [str(word) for word in command]
    print("$", " ".join(words[:6]), flush=True)
    done = subprocess.run(
        words,
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
