"""Whatever Python the documentation tells people to type works as it stands there."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "docs/doors/modeller.md",
    "docs/python.md",
    "docs/sweeps.md",
    "docs/uncertainty.md",
)
QUEUES = "dask_jobqueue"
"""A library that talks to a queue; its few lines need a cluster to run on."""


def blocks(page: str, language: str) -> list[str]:
    text = (HERE / page).read_text(encoding="utf-8")
    return re.findall(
        rf"^```(?:{language}|{{code-cell}} {language})\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_python_on_a_page_runs_as_it_stands(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for k, toml in enumerate(blocks(page, "toml")):
        Path("design.toml" if k == 0 else f"more_{k}.toml").write_text(toml, encoding="utf-8")
    code = [block for block in blocks(page, "python") if QUEUES not in block]
    assert code
    names: dict[str, object] = {}
    for block in code:
        exec(compile(block, page, "exec"), names)  # noqa: S102 - our own documentation


def test_no_page_with_python_is_left_out():
    found = {
        str(path.relative_to(HERE))
        for path in (HERE / "README.md", *HERE.glob("docs/**/*.md"), *HERE.glob("*/README.md"))
        if re.search(r"```(python|{code-cell})", path.read_text(encoding="utf-8"))
    }
    assert found == set(PAGES)
