"""What is in the site: every page with the files it needs, by address."""

from importlib import resources

from coprod_sim.board import standalone
from coprod_sim.board.declarations import as_json
from coprod_sim.board.leading import leading
from coprod_sim.board.library_answers import library_answers
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.site.docs import doc_files
from coprod_sim.site.learners import SCRIPT as LEARN
from coprod_sim.site.learners import learner_files
from coprod_sim.site.templates import page
from coprod_sim.wasm.made_from import MODULE
from coprod_sim.words import words_in

ASSETS = ("site.css", "learn.css", "docs.css", "icon.svg")
OFFLINE = "offline.js"
ANSWERS = "assets/answers/"
"""Where the answers worked out beforehand lie."""
PYTHON_ONLY = {
    "survey": "coprod-sim population",
    "room": "coprod-sim room",
    "sweep": "coprod-sim sweep",
    "notebooks": "jupyter lab",
}
"""What the pages cannot do without Python, and the command that brings it."""


def site_files(language: str) -> dict[str, bytes]:
    """Make everything in the site but what keeps it offline.

    Args:
        language: the language of the pages.

    Returns:
        The content of each file by its address inside the site.
    """
    texts = (
        {
            "index.html": page("start.html.j2", language, up="", python_only=PYTHON_ONLY),
            "leaders.html": page("leaders.html.j2", language, up=""),
            "site.webmanifest": _manifest(language),
            "assets/declared.js": f"globalThis.coprodDeclared={_declared()};\n",
            f"assets/{standalone.ENGINE}": standalone.engine_script(),
        }
        | learner_files(language)
        | doc_files(language)
    )
    scripts = (standalone.SCRIPT, standalone.WORKER, LEARN, OFFLINE)
    files = {f"assets/{name}": (standalone.STATIC / name).read_bytes() for name in scripts}
    files |= {f"assets/{name}": _own(name) for name in ASSETS}
    files[f"assets/{MODULE.name}"] = MODULE.read_bytes()
    return files | {name: text.encode() for name, text in (texts | _answers()).items()}


def _declared() -> str:
    return as_json(leading(load_scenario(name) for name in scenario_names()))


def _answers() -> dict[str, str]:
    """Write a script for each case with its answer, for browsers in which the model does not run."""
    return {
        f"{ANSWERS}{name}.js": f"(globalThis.coprodAnswers??={{}}).{name}={as_json(answer)};\n"
        for name, answer in library_answers().items()
    }


def _own(name: str) -> bytes:
    return (resources.files(__package__) / "assets" / name).read_bytes()


def _manifest(language: str) -> str:
    t = words_in(language)
    icon = {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    return as_json({
        "name": t("start-title"), "short_name": t("site-name"), "lang": language,
        "start_url": "index.html", "scope": "./", "display": "minimal-ui", "icons": [icon],
        "background_color": "#ffffff", "theme_color": "#ffffff",
    })  # fmt: skip
