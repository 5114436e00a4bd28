// One measure over the decisions: a line a way, with the range around it, as `coprod_sim/charts/over_time.py` draws it.

import type { Range } from "../engine/numbers.ts";
import { span, type Words } from "../figures.ts";
import { spread, textWidth, wrap } from "./labels.ts";
import { markNumber, type Placed, placeOf } from "./panels.ts";
import { around, HUNDRED, marks } from "./scale.ts";
import { type Look, lookOf, type Style } from "./style.ts";
import { line, marker, outline, picture, type Point, text } from "./svg.ts";

export interface Series {
  title: string;
  finding: string;
  /** The measure with its unit, over the plot. */
  heading: string;
  /** What stands under the plot: what is counted along it. */
  foot: string;
  share: boolean;
  /** Decimals of the ranges beside the lines, at least. */
  digits?: number;
  /** For each way its title, and its numbers after each decision. */
  ways: { title: string; ranges: Range[] }[];
}

interface Plot {
  x: Placed;
  y: Placed;
  left: number;
}

/** Draw a measure over the decisions: lines for means, light bands for ranges, dark for luck. */
export function overTime(style: Style, words: Words, series: Series): string {
  const { text: size, leading, width } = style.sizes;
  const { shortest, margin } = style.series;
  const heading = wrap(style, series.heading, width - margin, 2, true);
  const top = style.series.top + (heading.length - 1) * leading;
  const labels = series.ways.map(({ title, ranges }) => labelOf(style, words, title, ranges.at(-1)!, series.digits));
  const tall = Math.max(shortest, labels.reduce((sum, label) => sum + heightOf(style, label), 0));
  const y = up(series, top + tall, top);
  const left = Math.max(...marks(y).map((mark) => textWidth(style, markNumber(mark)))) + 8;
  const plot = { x: across(style, series, left), y, left };
  const foot = wrap(style, series.foot, width - left - margin);
  const parts = [
    ...heading.map((one, k) => text(style, 0, size + k * leading, one, { bold: true })),
    ...frame(style, series, foot, plot),
    ...series.ways.flatMap(({ ranges }, k) => bands(ranges, lookOf(style, k), plot)),
    ...series.ways.flatMap(({ ranges }, k) => curve(style, ranges, lookOf(style, k), plot)),
    ...ends(style, series, labels, plot, top),
  ];
  return picture(style, series.title, series.finding, top + tall + leading * (1 + foot.length) + 8, parts);
}

function heightOf({ sizes }: Style, words: readonly string[]): number {
  return words.length * sizes.leading + 6;
}

/** Draw the final ranges as bars, and the names beside them, pushed apart to be readable. */
function ends(style: Style, { ways }: Series, labels: string[][], { x, y }: Plot, top: number): string[] {
  const { sizes: { width }, series: { labels: room, whisker: step } } = style;
  const last = ways.map(({ ranges }) => ranges.at(-1)!);
  const wanted = last.map(({ mean }) => (Number.isFinite(mean) ? placeOf(y, mean) : y.start));
  const places = spread(wanted, labels.map((words) => heightOf(style, words)), top - 6, y.start + 6);
  return last.flatMap((range, k) => [
    ...(Number.isFinite(range.mean) ? whisker(style, range, lookOf(style, k), x.end + 12 + step * k, y) : []),
    ...labelDrawn(style, labels[k]!, lookOf(style, k), [width - room, places[k]!]),
  ]);
}

function across({ sizes, series }: Style, { ways }: Series, left: number): Placed {
  const count = ways[0]!.ranges.length;
  const end = sizes.width - series.labels - series.whisker * ways.length - 12;
  if (count === 1) return { low: 1, high: 2, start: (left + end) / 2, end, step: 2 };
  const step = [1, 2, 5, 10].find((one) => count / one <= 8) ?? 10;
  return { low: 1, high: count, start: left + 6, end, step };
}

function up({ share, ways }: Series, start: number, end: number): Placed {
  if (share) return { ...HUNDRED, start, end };
  return { ...around(ways.flatMap(({ ranges }) => ranges.flatMap(({ low, high }) => [low, high]))), start, end };
}

function frame(style: Style, { ways }: Series, foot: readonly string[], { x, y, left }: Plot): string[] {
  const { sizes: { text: size, leading }, paint: { axis, grid, quiet } } = style;
  const lines = marks(y).flatMap((mark) => {
    const at = placeOf(y, mark);
    return [
      line([left, at], [x.end + 4, at], Math.abs(mark) < 1e-9 ? axis : grid),
      text(style, left - 6, at + size * 0.36, markNumber(mark), { anchor: "end", fill: quiet }),
    ];
  });
  const counted = ways[0]!.ranges.length > 1;
  const under = y.start + leading;
  const counts = counted ? marks(x).map((mark) => text(style, placeOf(x, mark), under, `${mark}`, { anchor: "middle", fill: quiet })) : [];
  const below = counted ? under + leading : under;
  return [...lines, ...counts, ...foot.map((one, k) => text(style, left, below + k * leading, one, { fill: quiet }))];
}

/** Place a way's numbers; decisions without a value are left out. */
function pointsOf(ranges: readonly Range[], part: keyof Range, { x, y }: Plot): Point[] {
  return ranges.flatMap((range, k): Point[] =>
    Object.values(range).some(Number.isNaN) ? [] : [[placeOf(x, k + 1), placeOf(y, range[part])]]);
}

function bands(ranges: readonly Range[], look: Look, plot: Plot): string[] {
  const sorts: [keyof Range, keyof Range, number][] = [["low", "high", 0.1], ["runLow", "runHigh", 0.26]];
  return sorts.flatMap(([low, high, strength]) => {
    const area = [...pointsOf(ranges, high, plot), ...pointsOf(ranges, low, plot).toReversed()];
    return area.length > 2 ? [outline(area, { fill: look.colour, "fill-opacity": strength })] : [];
  });
}

function curve(style: Style, ranges: readonly Range[], look: Look, plot: Plot): string[] {
  const points = pointsOf(ranges, "mean", plot);
  const stroke = { stroke: look.colour, "stroke-width": 2.2, "stroke-dasharray": look.dash };
  const shown = points.length <= style.series.many ? points : points.slice(-1);
  const joined = points.length > 1 ? [outline(points, { fill: "none", "stroke-linejoin": "round", ...stroke })] : [];
  return [...joined, ...shown.map((point) => marker(style, look, point, 4.2))];
}

function labelOf(style: Style, words: Words, title: string, { low, high }: Range, digits = 0): string[] {
  return [...wrap(style, title, style.series.labels - 16, style.series.named), span(words, low, high, { digits })];
}

function whisker(style: Style, range: Range, look: Look, x: number, y: Placed): string[] {
  return [
    line([x, placeOf(y, range.low)], [x, placeOf(y, range.high)], look.colour, 1.6),
    line([x, placeOf(y, range.runLow)], [x, placeOf(y, range.runHigh)], look.colour, 5),
    marker(style, look, [x, placeOf(y, range.mean)], 3.2),
  ];
}

function labelDrawn(style: Style, words: readonly string[], look: Look, [x, middle]: Point): string[] {
  const { text: size, leading } = style.sizes;
  const foot = middle - (words.length * leading) / 2 + size;
  const { width } = style.sizes;
  const start = Math.min(x + 16, width - style.series.margin - textWidth(style, words[words.length - 1]!, true)); // a wide range stays whole
  const lines = words.map((one, k) => text(style, k === words.length - 1 ? start : x + 16, foot + k * leading, one, { bold: k === words.length - 1 }));
  return [marker(style, look, [x + 6, foot - size * 0.36]), ...lines];
}

export { Words } from "../words.ts";
