// Fits words into the room there is, as `coprod_sim/charts/labels.py` does.

import type { Style } from "./style.ts";

/** Estimate how wide a line of text is, on the generous side, for fonts we cannot know. */
export function textWidth(style: Style, words: string, bold = false): number {
  const wide = Array.from(words).reduce((sum, letter) => sum + letterWidth(style, letter), 0);
  return style.sizes.text * (bold ? style.letters.bold : 1) * wide;
}

function letterWidth({ letters }: Style, letter: string): number {
  const odd = letters.widths.find(([these]) => these.includes(letter));
  if (odd) return odd[1];
  if (letter.codePointAt(0)! > letters.farUp) return letters.far;
  return /\p{Uppercase}/u.test(letter) ? letters.capital : letters.other;
}

/** Break text into at most so many lines; what does not fit ends in an ellipsis. */
export function wrap(style: Style, words: string, width: number, lines = 2, bold = false): string[] {
  const out: string[] = [];
  let rest = words.split(/\s+/).filter(Boolean).join(" ");
  while (rest && out.length < lines - 1) {
    const head = fitting(style, rest, width, bold);
    out.push(head);
    rest = rest.slice(head.length).trimStart();
  }
  return rest ? [...out, cut(style, rest, width, bold)] : out;
}

function fitting(style: Style, words: string, width: number, bold: boolean): string {
  const ends = [...words.matchAll(/ +|-|$/g)].map((found) => found.index + found[0].length);
  const fit = ends.filter((end) => textWidth(style, words.slice(0, end).trimEnd(), bold) <= width);
  return fit.length ? words.slice(0, fit.at(-1)).trimEnd() : broken(style, words, width, bold);
}

function broken(style: Style, words: string, width: number, bold: boolean): string {
  const letters = Array.from(words);
  let end = 1;
  while (end < letters.length && textWidth(style, letters.slice(0, end + 1).join(""), bold) <= width) end += 1;
  return letters.slice(0, end).join("");
}

function cut(style: Style, words: string, width: number, bold: boolean): string {
  if (textWidth(style, words, bold) <= width) return words;
  return `${broken(style, words, width - textWidth(style, "…", bold), bold).trimEnd()}…`;
}

/** Push labels apart vertically: give each middle, as near as possible to where it is wanted. */
export function spread(wanted: readonly number[], heights: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = wanted.map(() => 0);
  let edge = bottom;
  for (const k of order.toReversed()) {
    places[k] = Math.min(wanted[k]!, edge - heights[k]! / 2);
    edge = places[k]! - heights[k]! / 2;
  }
  edge = top;
  for (const k of order) {
    places[k] = Math.max(places[k]!, edge + heights[k]! / 2);
    edge = places[k]! + heights[k]! / 2;
  }
  return places;
}
