"""The look that pictures and texts carry along: light and dark, on paper, and in forced colours.

A picture is drawn once, in the colours for paper. Wherever a page shows it, this sheet says what each of
these colours is there, so that the same picture can be read in any notebook's theme.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from coprod_sim.charts import theme

INSIDE = "coprod"
"""The class of what the look holds for: nothing of the host's own page changes."""
PAIRS = {
    **{name: (getattr(theme, name.upper()), dark) for name, dark in theme.DARK.items()},
    **{
        f"way-{k}": pair
        for k, pair in enumerate(zip(theme.COLOURS, theme.ON_DARK, strict=True))
    },
    "tint": ("#f3f6f9", "#1e272f"),
    "accent": (theme.COLOURS[2], theme.ON_DARK[2]),
    "mark": (theme.COLOURS[0], theme.ON_DARK[0]),
    "good": ("#1c6b3a", "#5fc796"),
}  # fmt: skip
"""Every colour, on light and on dark paper."""
FORCED = {
    **dict.fromkeys(PAIRS, "CanvasText"), "paper": "Canvas", "tint": "Canvas", "accent": "LinkText",
}  # fmt: skip
"""The same where people force colours of their own: ways are told apart by markers and patterns."""
DARK_HOSTS = (
    '[data-jp-theme-light="false"]', '[data-theme="dark"]', '[theme="dark"]', ".vscode-dark",
    ".vscode-high-contrast:not(.vscode-high-contrast-light)",
)  # fmt: skip
"""How JupyterLab and Notebook, Sphinx, Colab and VS Code say that their paper is dark."""
PAPER_OF_HOSTS = {
    "[data-jp-theme-light]:not(.coprod)": "var(--jp-layout-color0)",
    "[class*=vscode-]": "var(--vscode-editor-background)",
}
"""The paper of hosts that name it: a picture's lettering has an edge in this colour."""


@cache
def style() -> str:
    """Give the style sheet: colours by name, what pictures are drawn in, then sizes and lines."""
    light, dark = ({name: pair[k] for name, pair in PAIRS.items()} for k in (0, 1))
    both = {name: f"light-dark({pair[0]},{pair[1]})" for name, pair in PAIRS.items()}
    sheet = resources.files("coprod_sim.charts") / "look.css"
    hosts = "".join(
        f"{host} .{INSIDE}{{--paper:{paper}}}" for host, paper in PAPER_OF_HOSTS.items()
    )
    dark_hosts = ", ".join(f"{host} .{INSIDE}" for host in DARK_HOSTS)
    return "\n".join((
        f".{INSIDE}{{--font:{theme.FONT};{_named(light)}}}",
        f"@supports (color:light-dark(#fff,#000)){{.{INSIDE}{{{_named(both)}}}}}",
        f"{dark_hosts}{{color-scheme:dark;{_named(dark)}}}",
        hosts,
        *_drawn(),
        sheet.read_text(encoding="utf-8"),
        f"@media print{{.{INSIDE}.{INSIDE}.{INSIDE}{{color-scheme:light;{_named(light)}}}}}",
        f"@media (forced-colors:active){{.{INSIDE}.{INSIDE}.{INSIDE}{{{_named(FORCED)}}}"
        f".{INSIDE} svg{{forced-color-adjust:none}}}}",
    ))  # fmt: skip


def _named(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _drawn() -> Iterable[str]:
    """Say, for each colour that a picture is drawn in, which of the named ones it is."""
    names = [*theme.DARK, *(f"way-{k}" for k in range(len(theme.COLOURS)))]
    for name in names:
        for paint in ("fill", "stroke"):
            yield f'.{INSIDE} svg [{paint}="{PAIRS[name][0]}"]{{{paint}:var(--{name})}}'
