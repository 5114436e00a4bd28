"""Sheets as one HTML file that prints on A4 in black and white, with nothing from outside."""

from collections.abc import Sequence
from html import escape
from importlib import resources

from coprod_sim.live.pack.blocks import Sheet, SheetBlock


def html_pack(title: str, sheets: Sequence[Sheet]) -> str:
    """Write sheets as one page, each starting on a new sheet of paper."""
    style = (resources.files("coprod_sim.live.pack") / "pack.css").read_text(encoding="utf-8")
    several = len(sheets) > 1
    body = "".join(_sheet(sheet, "h2" if several else "h1") for sheet in sheets)
    name = f'<h1 class="pack">{escape(title)}</h1>{_contents(sheets)}' if several else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{name}{body}</main>\n</body>\n</html>\n"
    )


def _contents(sheets: Sequence[Sheet]) -> str:
    lines = "".join(f'<li><a href="#{s.key}">{escape(s.title)}</a></li>' for s in sheets)
    return f'<nav aria-label="Sheets"><ol>{lines}</ol></nav>\n'


def _sheet(sheet: Sheet, tag: str) -> str:
    below = "h3" if tag == "h2" else "h2"
    blocks = "\n".join(_block(b, below, sheet.title) for b in sheet.blocks)
    return (
        f'<section class="sheet" id="{sheet.key}" aria-label="{escape(sheet.title)}">\n'
        f"<{tag}>{escape(sheet.title)}</{tag}>\n{blocks}\n</section>\n"
    )


def _block(b: SheetBlock, tag: str, title: str) -> str:
    if b.kind == "scale":
        return _scale(b)
    if b.kind == "table":
        return _table(b, title)
    said, lines = escape(b.text), _items(b.lines)
    return {
        "head": f"<{tag}>{said}</{tag}>",
        "text": f"<p>{said}</p>",
        "strong": f'<p class="strong">{said}</p>',
        "bullets": f"<ul>{lines}</ul>",
        "ticks": f'<ul class="ticks">{lines}</ul>',
        "card": f'<div class="card"><{tag}>{said}</{tag}><ul>{lines}</ul></div>',
        "write": '<p class="write"></p>' * b.count,
        "page": '<div class="page"></div>',
    }[b.kind]


def _items(lines: Sequence[str]) -> str:
    return "".join(f"<li>{escape(line)}</li>" for line in lines)


def _scale(b: SheetBlock) -> str:
    low, high = (escape(end) for end in b.lines)
    numbers = "".join(f"<li>{k}</li>" for k in range(11))
    return (
        f'<div class="scale"><p class="strong">{escape(b.text)}</p><ol>{numbers}</ol>'
        f'<p class="ends"><span>0: {low}</span><span>10: {high}</span></p></div>'
    )


def _table(b: SheetBlock, title: str) -> str:
    columns = "".join(f'<th scope="col">{escape(c) or "&#160;"}</th>' for c in b.lines)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(c)}</td>" for c in rest)
        + "</tr>"
        for first, *rest in b.rows
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(title)}"><table>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
