// The main picture as data: which rows, on which scale, with which bands. Python draws the same from the same.

import type { Measure } from "../declared.ts";
import type { Numbers, Range } from "../engine/numbers.ts";
import { around, HUNDRED, type Scale } from "./scale.ts";

export interface PictureRow {
  place: number;
  name: string;
  range: Range;
}

export interface Picture {
  scale: Scale;
  rows: PictureRow[];
}

/** Set the ways side by side on one measure after one decision. */
export function pictureOf(
  numbers: Numbers,
  measure: Measure,
  titles: readonly string[],
  decision: number,
  group = "all",
): Picture {
  const rows = titles.map((name, place) => ({ place, name, range: numbers.of(place, decision, measure.name, group) }));
  return { scale: scaleOf(measure, rows.map((row) => row.range)), rows };
}

export function scaleOf(measure: Measure, ranges: readonly Range[]): Scale {
  return measure.share ? HUNDRED : around(ranges.flatMap(({ mean, low, high }) => [mean, low, high]));
}

export { answered } from "../engine/numbers.ts";
