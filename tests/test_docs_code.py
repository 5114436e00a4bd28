"""Whatever Python the documentation tells people to type works as it stands there."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "docs/doors/modeller.md",
    "docs/howto/leaders-page.md",
    "docs/howto/own-survey.md",
    "docs/python.md",
    "docs/sweeps.md",
    "docs/uncertainty.md",
)
CROSSCHECK = tuple(n for n in ("SALib", "ema_workbench") if find_spec(n) is None)
ELSEWHERE = ("dask_jobqueue", *CROSSCHECK)
"""What needs a cluster to run on; and other programs, where the extra `crosscheck` is not there."""
SURVEY = (
    "age,trust in the council\n" + "".join(f"{20 + k},{k % 5 + 1}\n" for k in range(60)) + "50,9\n"
)
"""A survey like the one that pages read: 1 to 5, and 9 for no answer."""


def blocks(page: str, language: str) -> list[str]:
    text = (HERE / page).read_text(encoding="utf-8")
    return re.findall(
        rf"^```(?:{language}|{{code-cell}} {language})\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )


@pytest.mark.filterwarnings(
    "ignore:altair based:ImportWarning",
    "ignore:ipyparallel not:UserWarning",
    "ignore:The inplace keyword",
)
@pytest.mark.parametrize("page", PAGES)
def test_the_python_on_a_page_runs_as_it_stands(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for k, toml in enumerate(blocks(page, "toml")):
        Path("design.toml" if k == 0 else f"more_{k}.toml").write_text(toml, encoding="utf-8")
    Path("survey.csv").write_text(SURVEY, encoding="utf-8")
    code = [b for b in blocks(page, "python") if not any(name in b for name in ELSEWHERE)]
    assert code
    names: dict[str, object] = {}
    for block in code:
        exec(compile(block, page, "exec"), names)  # noqa: S102 - our own documentation
    told = (HERE / page).read_text(encoding="utf-8")
    for digest in re.findall(r"^    digest: (\w+)\.\.\.$", told, re.MULTILINE):
        assert names["swept"].digest.startswith(digest), "the page tells what its design gives"  # pyright: ignore[reportAttributeAccessIssue]
    ours = {n: v for n, v in names.items() if type(v).__module__.startswith("coprod_sim.")}
    dumb = [n for n, v in ours.items() if not shows_itself(v)]
    assert dumb == [], "what a page leaves in one's hands shows itself below a cell"


def shows_itself(value: object) -> bool:
    drawn = getattr(value, "_repr_mimebundle_", None) or getattr(value, "_repr_html_", lambda: "")
    return bool(drawn())


def test_no_page_with_python_is_left_out():
    ignored = (HERE / ".gitignore").read_text(encoding="utf-8").split()
    made = tuple(line.lstrip("/") for line in ignored if line.startswith("/docs/"))
    pages = (HERE / "README.md", *HERE.glob("docs/**/*.md"), *HERE.glob("*/README.md"))
    found = {
        page.relative_to(HERE).as_posix()
        for page in pages
        if re.search(r"```(python|{code-cell})", page.read_text(encoding="utf-8"))
    }
    assert {page for page in found if not page.startswith(made)} == set(PAGES)
