// Makes a chart of panels from its numbers by its recipe, as `coprod_sim/charts/recipe.py` does.

import { isClear } from "../numerals.ts";
import type { Range } from "../engine/numbers.ts";
import { span, type Words } from "../figures.ts";
import { key, notes, type Drawn, type Panel, type Placed, type Row, stack } from "./panels.ts";
import { around, HUNDRED } from "./scale.ts";
import { lookOf, type Recipe, type Style } from "./style.ts";
import { picture } from "./svg.ts";

/** A row to draw: whose it is, and its numbers. */
export interface Line {
  place: number;
  range: Range;
  name?: string;
  group?: string;
  words?: string;
}

/** The rows of one panel, what they are measured in, and a value to mark. */
export interface PanelNumbers {
  title: string;
  unit: string;
  lines: Line[];
  limit?: [number, string];
}

/** A line of the key: what a marker stands for. Without a place it is any way's. */
export interface Named {
  title: string;
  place?: number;
  hollow?: boolean;
}

export interface Told {
  title: string;
  finding: string;
  panels: PanelNumbers[];
  names?: Named[];
  said?: string[];
}

const SHARE = "in 100";

/** Draw a chart from its numbers. */
export function chart(style: Style, words: Words, recipe: Recipe, told: Told): string {
  const names = (told.names ?? []).map(({ title, place, hollow }) => ({
    title, look: place === undefined ? style.any : lookOf(style, place), hollow: hollow ?? false,
  }));
  const [head, below]: Drawn = names.length ? key(style, names) : [[], 0];
  const [lines, foot]: Drawn = told.said?.length ? notes(style, told.said, below) : [[], below];
  const [drawn, height] = stack(style, panelsOf(style, words, recipe, told.panels), foot);
  return picture(style, told.title, told.finding, height, [...head, ...lines, ...drawn]);
}

/** Make the panels of a chart from its numbers. */
export function panelsOf(style: Style, words: Words, recipe: Recipe, panels: readonly PanelNumbers[]): Panel[] {
  return panels.map((panel, k) => ({
    title: panel.title,
    unit: panel.unit,
    scale: scaleOf(style, recipe, panel, panels),
    rows: panel.lines.map((_, n) => rowOf(style, words, recipe, panel.lines, n)),
    foot: recipe.foot === "each" || !(panel.unit === SHARE && panels[k + 1]?.unit === SHARE),
    ...(panel.limit && { limit: panel.limit }),
  }));
}

function scaleOf(style: Style, recipe: Recipe, panel: PanelNumbers, panels: readonly PanelNumbers[]): Placed {
  const ends = { start: style.sizes.left, end: recipe.named ? style.sizes.full : style.sizes.right };
  const share = panel.unit === SHARE;
  if (recipe.scale === "hundred" || (recipe.scale === "kind" && share)) return { ...HUNDRED, ...ends };
  const alike = recipe.scale === "alike" ? panels.filter((other) => (other.unit === SHARE) === share) : [panel];
  const values = alike.flatMap(({ lines }) => lines.flatMap(({ range }) => [range.mean, range.low, range.high]));
  return { ...around([...values, panel.limit?.[0] ?? 0]), ...ends };
}

function rowOf(style: Style, words: Words, recipe: Recipe, lines: readonly Line[], k: number): Row {
  const line = lines[k]!;
  const kind = recipe.kinds[line.group ?? ""];
  const several = new Set(lines.map(({ place }) => place)).size < lines.length;
  const apart = several && k > 0 && lines[k - 1]!.place !== line.place;
  return {
    look: kind?.look ?? (recipe.look === "place" ? lookOf(style, line.place) : style.plain),
    range: line.range,
    name: line.name ?? "",
    words: wordsOf(words, recipe, line),
    bar: kind?.bar ?? recipe.bar,
    above: apart ? style.sizes.apart : 0,
    hollow: hollowOf(recipe, line),
  };
}

function hollowOf(recipe: Recipe, { range, group }: Line): boolean {
  if (recipe.hollow === "unclear") return !isClear(range.low, range.high);
  return recipe.hollow !== "" && recipe.hollow === group;
}

function wordsOf(words: Words, recipe: Recipe, line: Line): string {
  if (recipe.words === "given") return line.words ?? "";
  const way = { digits: recipe.words === "tenths" ? 1 : 0, sign: recipe.words === "signed" };
  return span(words, line.range.low, line.range.high, way);
}

export { Words } from "../words.ts";
