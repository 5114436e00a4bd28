"""A box for a long text of one's own: it says when it is full instead of cutting quietly."""

from coprod_sim.apps.controls import Field
from coprod_sim.words import Words

MOST = 20_000
"""The longest text a box takes unless told otherwise [characters]; about ten printed pages."""


def long_box(
    name: str,
    label: str,
    t: Words,
    *,
    help: str = "",
    rows: int = 3,
    most: int = MOST,
    disabled: bool = False,
) -> Field:
    """Declare the box."""
    full = t("page-box_full", most=f"{most:,}")
    return Field(
        id=name, kind="text", label=label, style="long", high=most, step=rows, help=help,
        disabled=disabled, words={"full": full},
    )  # fmt: skip
