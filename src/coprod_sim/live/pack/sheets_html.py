"""Sheets as one HTML file that prints on A4 in black and white, with nothing from outside."""

from collections.abc import Sequence
from importlib import resources

from markupsafe import Markup

from coprod_sim.live.pack.sheet_blocks import Sheet, SheetBlock
from coprod_sim.markup import bullets, document, element, joined, table


def html_pack(title: str, sheets: Sequence[Sheet]) -> str:
    """Write sheets as one page, each starting on a new sheet of paper.

    Args:
        title: what the page is called.
        sheets: what goes in, in order; a single sheet stands without contents before it.

    Returns:
        The page, which needs no other file.
    """
    several = len(sheets) > 1
    head = (element("h1", title, class_="pack"), _contents(sheets)) if several else ()
    tag = "h2" if several else "h1"
    return document(title, print_style(), *head, *(_sheet(sheet, tag) for sheet in sheets))


def print_style() -> str:
    """Give the style of everything that a session prints."""
    return (resources.files("coprod_sim.live.pack") / "pack.css").read_text(encoding="utf-8")


def _contents(sheets: Sequence[Sheet]) -> Markup:
    links = [element("a", sheet.title, href=f"#{sheet.key}") for sheet in sheets]
    return element("nav", bullets(links, tag="ol"), aria_label="Sheets")


def _sheet(sheet: Sheet, tag: str) -> Markup:
    below = "h3" if tag == "h2" else "h2"
    of_signs = sheet.blocks[0].kind == "sign"  # each stands alone on its paper
    blocks = [_block(b, below, sheet.title) for b in sheet.blocks]
    return element(
        "section",
        element(tag, sheet.title, class_="above-signs" if of_signs else None),
        *blocks,
        class_="sheet",
        id=sheet.key,
        aria_label=sheet.title,
    )


def _block(b: SheetBlock, tag: str, title: str) -> Markup:
    if b.kind == "scale":
        return _scale(b)
    if b.kind == "cut":
        return _cut(b)
    if b.kind == "table":
        return table([c or "\N{NO-BREAK SPACE}" for c in b.lines], b.rows, title)
    if b.kind == "grid":
        return element("div", table(b.lines, b.rows, title), class_="grid")
    head = element(tag, b.text)
    return {
        "head": head,
        "text": element("p", b.text),
        "strong": element("p", b.text, class_="strong"),
        "sign": element("p", b.text, class_="sign"),
        "bullets": bullets(b.lines),
        "ticks": bullets(b.lines, class_="ticks"),
        "card": element("div", head, bullets(b.lines), class_="card"),
        "write": joined(*[element("p", class_="write")] * b.count),
        "page": element("div", class_="page"),
    }[b.kind]


def _cut(b: SheetBlock) -> Markup:
    cards = (joined(element("strong", large), element("br"), words) for large, words in b.rows)
    return bullets(cards, class_="cut")


def _scale(b: SheetBlock) -> Markup:
    low, high = b.lines
    numbers = bullets([str(k) for k in range(11)], tag="ol")
    ends = element("p", element("span", f"0: {low}"), element("span", f"10: {high}"), class_="ends")
    return element("div", element("p", b.text, class_="strong"), numbers, ends, class_="scale")
