// Rows of dots or bars with their ranges, in panels, as `coprod_sim/charts/panels.py` draws them.

import type { Range } from "../engine/numbers.ts";
import { textWidth, wrap } from "./labels.ts";
import { marks, type Scale } from "./scale.ts";
import type { Look, Style } from "./style.ts";
import { line, marker, tag, text } from "./svg.ts";

/** A scale that has its place in the picture. */
export interface Placed extends Scale {
  start: number;
  end: number;
}

export interface Row {
  look: Look;
  range: Range;
  words: string;
  name: string;
  hollow: boolean;
  bar: boolean;
  above: number;
}

export interface Panel {
  title: string;
  unit: string;
  scale: Placed;
  rows: Row[];
  foot: boolean;
  limit?: [number, string];
}

/** Parts of a picture, and where they end. */
export type Drawn = [string[], number];

export function placeOf(scale: Placed, value: number): number {
  return scale.start + ((value - scale.low) / (scale.high - scale.low)) * (scale.end - scale.start);
}

/** Write a round number at a scale, with a real minus sign. */
export function markNumber(mark: number): string {
  const plain = Number(mark.toPrecision(10));
  return plain.toLocaleString("en-GB", { maximumFractionDigits: 10 }).replace("-", "\u2212");
}

/** Draw what the markers stand for. */
export function key(style: Style, names: readonly { title: string; look: Look; hollow: boolean }[]): Drawn {
  const { sizes } = style;
  const parts: string[] = [];
  let y = 0;
  for (const { title, look, hollow } of names) {
    parts.push(marker(style, look, [sizes.left, y + sizes.text * 0.65], 5, hollow));
    for (const words of wrap(style, title, sizes.width - 24)) {
      y += sizes.leading;
      parts.push(text(style, 22, y - 4, words));
    }
    y += 3;
  }
  return [parts, y + 6];
}

/** Draw a key with as many names on a line as there is room for. */
export function keyInLines(style: Style, names: readonly { title: string; look: Look }[]): Drawn {
  const { sizes } = style;
  const parts: string[] = [];
  let [x, y] = [0, 0];
  for (const { title, look } of names) {
    const wide = 22 + textWidth(style, title) + 14;
    if (x > 0 && x + wide > sizes.width + 14) [x, y] = [0, y + sizes.leading];
    parts.push(marker(style, look, [x + sizes.left, y + sizes.text * 0.65], 5), text(style, x + 22, y + sizes.leading - 4, title));
    x += wide;
  }
  return [parts, y + sizes.leading + 4];
}

/** Draw quiet lines. */
export function notes(style: Style, said: readonly string[], y: number): Drawn {
  const { sizes, paint } = style;
  const lines = said.flatMap((one) => wrap(style, one, sizes.width));
  const parts = lines.map((words, k) => text(style, 0, y + k * sizes.leading + sizes.text, words, { fill: paint.quiet }));
  return [parts, y + lines.length * sizes.leading + 8];
}

/** Draw panels one under the other. */
export function stack(style: Style, panels: readonly Panel[], y: number): Drawn {
  const { gap } = style.sizes;
  const parts: string[] = [];
  for (const panel of panels) {
    const [drawn, end] = panelDrawn(style, panel, y);
    parts.push(...drawn);
    y = end + (panel.foot ? gap : gap - 6);
  }
  return [parts, y - gap + 8];
}

function panelDrawn(style: Style, panel: Panel, from: number): Drawn {
  const { leading } = style.sizes;
  const [head, foot] = heading(style, panel, from);
  const rows: string[] = [];
  let y = foot + 4 + (panel.limit ? leading : 0);
  for (const row of panel.rows) {
    const [drawn, end] = rowDrawn(style, row, panel.scale, y);
    rows.push(...drawn);
    y = end;
  }
  return [[...head, ...guides(style, panel, foot + 6, y), ...rows], y + (panel.foot ? leading : 0)];
}

function heading(style: Style, { title, unit }: Panel, y: number): Drawn {
  const { width, text: size, leading } = style.sizes;
  const room = width - (unit ? textWidth(style, unit) + 8 : 0);
  const parts = unit ? [text(style, width, y + size, unit, { anchor: "end", fill: style.paint.quiet })] : [];
  for (const words of wrap(style, title, room, 2, true)) {
    parts.push(text(style, 0, y + size, words, { bold: true }));
    y += leading;
  }
  return [parts, y];
}

function guides(style: Style, panel: Panel, top: number, bottom: number): string[] {
  const { axis, grid } = style.paint;
  const lines = marks(panel.scale).map((mark) => {
    const x = placeOf(panel.scale, mark);
    return line([x, top], [x, bottom], Math.abs(mark) < 1e-9 ? axis : grid);
  });
  const feet = panel.foot ? numbers(style, panel.scale, bottom + style.sizes.text) : [];
  return [...lines, ...feet, ...(panel.limit ? limitDrawn(style, panel, top, bottom) : [])];
}

function numbers(style: Style, scale: Placed, y: number): string[] {
  const all = marks(scale);
  const feet = all.map((mark) => footOf(style, placeOf(scale, mark), markNumber(mark)));
  const meet = feet.some(([, end], k) => k + 1 < feet.length && end + style.sizes.near > feet[k + 1]![0]);
  const every = meet ? 2 : 1;
  return all.flatMap((mark, k) => {
    if (Math.round(mark / scale.step) % every !== 0) return [];
    const [start, end] = feet[k]!;
    return [text(style, (start + end) / 2, y, markNumber(mark), { anchor: "middle", fill: style.paint.quiet })];
  });
}

function footOf(style: Style, x: number, words: string): [number, number] {
  const half = textWidth(style, words) / 2;
  const middle = Math.min(Math.max(x, half), style.sizes.width - half);
  return [middle - half, middle + half];
}

function limitDrawn(style: Style, { scale, limit }: Panel, top: number, bottom: number): string[] {
  const { near, width, text: size } = style.sizes;
  const [value, name] = limit!;
  const x = placeOf(scale, value);
  const right = x > (scale.start + scale.end) / 2;
  const words = wrap(style, name, right ? x - near : width - x - near, 1)[0] ?? "";
  return [
    line([x, top], [x, bottom], style.paint.ink, 1.5, "4 3"),
    text(style, x + (right ? -near : near), top + size - 2, words, { anchor: right ? "end" : "start" }),
  ];
}

function rowDrawn(style: Style, row: Row, scale: Placed, from: number): Drawn {
  const { left, width, text: size, leading, row: tall, named } = style.sizes;
  const y = from + row.above;
  if (!row.name) {
    const middle = y + tall / 2;
    const beside = text(style, width, middle + size * 0.36, row.words, { anchor: "end" });
    return [[beside, ...mean(style, row, scale, middle)], y + tall];
  }
  const words = wrap(style, row.name, width - left - textWidth(style, row.words) - 12, 1)[0] ?? "";
  const head = [
    text(style, left + 4, y + size + 2, words),
    text(style, width, y + size + 2, row.words, { anchor: "end" }),
  ];
  return [[...head, ...mean(style, row, scale, y + leading + 9)], y + named];
}

function mean(style: Style, row: Row, scale: Placed, y: number): string[] {
  if (!Number.isFinite(row.range.mean)) return [];
  if (row.bar) return [bar(row, scale, y), ...rangeDrawn(row, scale, y, style.paint.ink)];
  const dot = marker(style, row.look, [placeOf(scale, row.range.mean), y], 5, row.hollow);
  return [...rangeDrawn(row, scale, y, row.look.colour), dot];
}

function bar(row: Row, scale: Placed, y: number): string {
  const ends = [placeOf(scale, 0), placeOf(scale, row.range.mean)];
  const [start, end] = [Math.min(...ends), Math.max(...ends)];
  return tag("rect", { x: start, y: y - 5, width: Math.max(end - start, 0.5), height: 10, fill: row.look.colour });
}

function rangeDrawn({ range, hollow }: Row, scale: Placed, y: number, colour: string): string[] {
  const parts: string[] = [];
  if (Number.isFinite(range.low) && range.high > range.low) {
    const [start, end] = [placeOf(scale, range.low), placeOf(scale, range.high)];
    parts.push(line([start, y], [end, y], colour, 1.6, hollow ? "3 2.5" : ""));
    for (const x of [start, end]) parts.push(line([x, y - 4], [x, y + 4], colour, 1.6));
  }
  if (Number.isFinite(range.runLow) && range.runHigh > range.runLow) {
    parts.push(line([placeOf(scale, range.runLow), y], [placeOf(scale, range.runHigh), y], colour, 5));
  }
  return parts;
}
