"""What the how-to pages tell people to type exists, runs, and shows what the pages say it shows."""

import contextlib
import io
import re
import shlex
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
MADE = {"changelog.md", "columns.md", "commands.md", "contributing.md", "exercises.md"}
"""Pages that the site makes from other files; they may be old."""
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("*/README.md"),
        *(page for page in DOCS.glob("*.md") if page.name not in MADE),
        *DOCS.glob("decisions/*.md"),
        *DOCS.glob("doors/*.md"),
        *DOCS.glob("howto/*.md"),
    ]
)
HOWTOS = sorted(set(DOCS.glob("howto/*.md")) - {DOCS / "howto" / "index.md"})
STAYS_OPEN = {"open", "room"}
TOO_LONG = ("100000", "1000000", "-m benchmarks")
"""What takes minutes; that these commands and options exist is tested all the same."""
NOT_OURS = ("SESSION_1", "git", "nbgrader")


def typed(text: str) -> list[str]:
    """Give every command of ours on a page: in blocks, in tables and in running text."""
    joined = text.replace("\\\n", " ")
    inline = re.findall(r"`(coprod-sim [^`\n]+)`", joined)
    blocks = re.findall(r"^\s*(?:\S*/)?(coprod-sim .+)$", joined, re.MULTILINE)
    return [re.split(r"\s+#|\s&&", line)[0].strip().rstrip(".") for line in (*inline, *blocks)]


def ours(*words: str) -> tuple[int, str]:
    """Type a command of ours in this process; give its exit code and what it printed."""
    (script,) = entry_points(group="console_scripts", name="coprod-sim")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        try:
            code = script.load()(list(words))
        except SystemExit as stop:
            code = int(stop.code or 0)
    return code, printed.getvalue()


@pytest.fixture(scope="module")
def helps() -> dict[tuple[str, ...], str]:
    """The help texts that were asked for already."""
    return {}


def help_of(helps: dict[tuple[str, ...], str], command: tuple[str, ...]) -> str:
    if command not in helps:
        code, helps[command] = ours(*command, "--help")
        assert code == 0, f"{command} is not a command"
    return helps[command]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_and_option_on_a_page_exists(page: Path, helps):
    for line in typed(page.read_text(encoding="utf-8")):
        words = shlex.split(line)[1:]
        if not words or words[0].isupper():  # "coprod-sim COMMAND --help"
            continue
        of_the_kit = words[0].startswith("-")  # "coprod-sim --version"
        command = () if of_the_kit else tuple(words[: 2 if words[0] == "sessions" else 1])
        told = help_of(helps, command)
        for option in (word for word in words if word.startswith("--")):
            assert re.search(rf"{option}\b", told), f"{line}: {option} is not an option"
        if words[0] == "exercises":
            assert words[1] in told


def test_every_row_of_the_readmes_table_has_a_how_to_page():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## What you can type")[2].partition("\n## ")[0]
    told = " ".join(page.read_text(encoding="utf-8") for page in HOWTOS)
    for line in typed(table):
        command = " ".join(
            shlex.split(line)[: 3 if "sessions" in line or "exercises" in line else 2]
        )
        options = re.findall(r"--[a-z-]+", line)
        assert command in told, f"no how-to page says {command}"
        assert all(option in told for option in options), line


def files_of(text: str) -> dict[str, str]:
    """Give the files that a page shows, by their captions."""
    found = re.findall(r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```$", text, re.S | re.M)
    return dict(found)


def shown_of(text: str) -> list[str]:
    """Give every line of output that a page shows; three dots stand for what may change."""
    blocks = re.findall(r"^```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def runnable(text: str) -> list[list[str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    kept = [
        line
        for line in lines
        if line.startswith("coprod-sim")
        and line.split()[1] not in STAYS_OPEN
        and not any(word in line for word in (*TOO_LONG, *NOT_OURS))
    ]
    return [shlex.split(line)[1:] for line in kept]


@pytest.mark.slow
@pytest.mark.parametrize("page", HOWTOS, ids=lambda path: path.stem)
def test_a_how_to_page_works_as_it_stands_and_shows_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    text = page.read_text(encoding="utf-8")
    for name, content in files_of(text).items():
        Path(name).write_text(content, encoding="utf-8")
    printed = []
    for words in runnable(text):
        code, out = ours(*words)
        assert code == 0, words
        printed.append(out)
    seen = {line.strip() for line in "".join(printed).splitlines()}
    everything = "".join(printed)
    for line in shown_of(text):
        pattern = re.escape(line).replace(re.escape("..."), ".+")
        assert line in seen or re.search(pattern, everything), (
            f"{page.stem} shows {line!r}, which was not printed"
        )


def test_nobody_is_sent_to_an_index_on_which_the_kit_is_not():
    """The kit has no home on an index yet; an extra is named by the packages it brings."""
    shown = [
        p
        for end in ("md", "py", "ftl")
        for top in ("src", "docs", "notebooks")
        for p in (ROOT / top).rglob(f"*.{end}")
    ]
    assert len(shown) > 300
    asked = re.compile(r"coprod-sim\[[a-z]")
    assert [p.name for p in shown if asked.search(p.read_text(encoding="utf-8"))] == []
