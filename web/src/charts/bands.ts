// The bands of a row: pale for the whole range, dark for luck alone, a line for the mean, as `coprod_sim/charts/bands.py` draws them.

import type { Range } from "../engine/numbers.ts";
import { placeOf } from "./panels.ts";
import { marks, type Scale } from "./scale.ts";
import type { Look, Style } from "./style.ts";
import { tag } from "./svg.ts";

/** An element to draw: its name and its attributes; `class` says which it is. */
export type Shape = readonly ["line" | "rect", Record<string, string | number> & { class: string }];

export interface Shown {
  /** Ranges are over luck alone. */
  luck?: boolean;
  /** Whole ranges are not known yet. */
  rough?: boolean;
}

/** Give the guide lines and the bands of a row, in the order in which they are drawn. */
export function shapes(style: Style, scale: Scale, range: Range, look: Look, { luck, rough }: Shown = {}): Shape[] {
  const { pale, dark, line } = style.bands;
  const at = (value: number): number => placeOf({ ...scale, start: 0, end: style.sizes.width }, value);
  const band = (kind: string, low: number, high: number, shade: number): Shape => bandOf(style, kind, at(low), at(high), look, shade);
  const guides = marks(scale).map((mark) => lineOf(style, Math.abs(mark) < 1e-9 ? "zero" : "guide", at(mark), [0, 1]));
  if (!Number.isFinite(range.mean)) return guides;
  return [
    ...guides,
    ...(rough ? [] : [band("wide", range.low, range.high, pale)]),
    ...(luck ? [] : [band("narrow", range.runLow, range.runHigh, dark)]),
    lineOf(style, "mean", at(range.mean), line),
  ];
}

/** Write a row's bands as SVG. */
export function bar(style: Style, scale: Scale, range: Range, look: Look, shown?: Shown): string {
  return shapes(style, scale, range, look, shown).map(([name, attributes]) => tag(name, attributes)).join("");
}

function bandOf({ bands }: Style, kind: string, start: number, end: number, look: Look, shade: number): Shape {
  const [top, tall] = bands.band;
  return ["rect", {
    class: kind, x: start, y: top * bands.tall, width: Math.max(end - start, bands.shortest), height: tall * bands.tall,
    fill: look.colour, opacity: `${shade}`,
  }];
}

function lineOf({ bands }: Style, kind: "guide" | "zero" | "mean", x: number, [top, tall]: [number, number]): Shape {
  const [stroke, width] = bands.strokes[kind];
  return ["line", { class: kind, x1: x, y1: top * bands.tall, x2: x, y2: (top + tall) * bands.tall, stroke, "stroke-width": width }];
}

export { lookOf } from "./style.ts";
export { around, HUNDRED } from "./scale.ts";
