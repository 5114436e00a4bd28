"""Asks a browser whether what stands on a page can be read: how far its letters differ from the paper."""

from playwright.sync_api import Frame, Page

FAINT = """(inside) => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const bent = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const line = [r, g, b].map((c) => bent(c / 255));
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2];
  };
  const paper = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parts(getComputedStyle(at).backgroundColor);
      if (alpha > 0.5) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const faint = [], all = [...document.querySelectorAll(`${inside}, ${inside} *`)];
  let read = 0;
  for (const node of all) {
    const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const box = node.getBoundingClientRect();
    if (!own || !box.width || !box.height || node.closest("style, title, desc, [disabled]")) continue;
    const style = getComputedStyle(node), svg = node instanceof SVGElement;
    const ink = svg ? style.fill : style.color;
    const [one, other] = [light(parts(ink)), light(paper(node))].sort((a, b) => b - a);
    read += 1;
    if ((one + 0.05) / (other + 0.05) < 4.5) faint.push(`${node.textContent.trim().slice(0, 40)}: ${ink}`);
  }
  return [read, faint];
}"""
WIDE = """(inside) =>
  [...document.querySelectorAll(`${inside} svg`)].map((s) => s.getBoundingClientRect().width)"""


def faint(page: Page | Frame, inside: str = ".coprod") -> list[str]:
    """List what is written too faintly for WCAG AA; there must be something to read at all."""
    read, found = page.evaluate(FAINT, inside)
    assert read > 20, read
    return found


def widest(page: Page | Frame, inside: str = ".coprod") -> float:
    """Give the width of the widest picture [pixels]."""
    return max(page.evaluate(WIDE, inside))
