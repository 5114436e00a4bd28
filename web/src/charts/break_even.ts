// What ways cost along the chance of a lost challenge, as `coprod_sim/charts/break_even.py` draws it.

import { textWidth } from "./labels.ts";
import { key, keyInLines, markNumber, type Placed, placeOf } from "./panels.ts";
import { around, marks } from "./scale.ts";
import { type Look, lookOf, type Style } from "./style.ts";
import { line, marker, outline, picture, type Point, text } from "./svg.ts";

type Ends = [number, number];

export interface Risked {
  title: string;
  finding: string;
  /** What stands beside the money, which is counted in ones or in thousands, and under the chances. */
  unit: { ones: string; thousands: string };
  foot: string;
  ways: { title: string; place: number; never: Ends; always: Ends }[];
  /** The reader's own chance, from 0 to 1; null where none is given. */
  chance: number | null;
}

interface Plot {
  x: Placed;
  y: Placed;
}

/** Draw the ways' money, risk counted in, along the chance; the reader's own chance is marked. */
export function breakEven(style: Style, risked: Risked, keyed: typeof key | typeof keyInLines = key): string {
  const { sizes: { leading, width }, even: { head, tall }, paint } = style;
  const { ways, chance } = risked;
  const size = Math.max(...ways.flatMap(({ never, always }) => [...never, ...always])) >= style.even.many ? 1000 : 1;
  const [names, top] = keyed(style, ways.map(({ title, place }) => ({ title, look: lookOf(style, place), hollow: false })));
  const above = top + head;
  const foot = above + tall;
  const money = ways.flatMap(({ never, always }) => [...never, ...always]).map((value) => value / size);
  const y = { ...around(money), start: foot, end: above };
  const left = Math.max(...marks(y).map((mark) => textWidth(style, markNumber(mark)))) + 8;
  const plot = { x: { low: 0, high: 100, start: left, end: width - 14, step: 25 }, y };
  const parts = [
    ...names,
    ...frame(style, size > 1 ? risked.unit.thousands : risked.unit.ones, risked.foot, plot, left, top),
    ...ways.flatMap((way) => wayDrawn(way, lookOf(style, way.place), plot, size)),
    ...(chance === null ? [] : ownDrawn(chance)),
  ];
  return picture(style, risked.title, risked.finding, foot + 2 * leading + 6, parts);

  function ownDrawn(given: number): string[] {
    const own = placeOf(plot.x, given * 100);
    const markers = ways.map((way) => marker(style, lookOf(style, way.place), [own, placeOf(y, middle(at(way, given)) / size)]));
    return [line([own, above], [own, foot], paint.ink, 1.5, "4 3"), ...markers];
  }
}

function at({ never, always }: { never: Ends; always: Ends }, chance: number): Ends {
  return [never[0] + (always[0] - never[0]) * chance, never[1] + (always[1] - never[1]) * chance];
}

function middle([low, high]: Ends): number {
  return (low + high) / 2;
}

function frame(style: Style, unit: string, foot: string, { x, y }: Plot, left: number, top: number): string[] {
  const { sizes: { text: size, leading }, paint: { grid, quiet } } = style;
  const lines = marks(y).flatMap((mark) => {
    const place = placeOf(y, mark);
    return [
      line([left, place], [x.end, place], grid),
      text(style, left - 6, place + size * 0.36, markNumber(mark), { anchor: "end", fill: quiet }),
    ];
  });
  const under = y.start + leading;
  const chances = marks(x).map((mark) => text(style, placeOf(x, mark), under, `${mark}`, { anchor: "middle", fill: quiet }));
  return [
    text(style, 0, top + size - 2, unit, { fill: quiet }),
    ...lines, ...chances,
    text(style, left, under + leading, foot, { fill: quiet }),
  ];
}

function wayDrawn({ never, always }: { never: Ends; always: Ends }, look: Look, { x, y }: Plot, size: number): string[] {
  const along = (one: number, other: number): [Point, Point] =>
    [[placeOf(x, 0), placeOf(y, one / size)], [placeOf(x, 100), placeOf(y, other / size)]];
  const over = along(never[1], always[1]);
  const under = along(never[0], always[0]);
  const stroke = { stroke: look.colour, "stroke-width": 2.2, "stroke-dasharray": look.dash };
  return [
    outline([...over, ...under.toReversed()], { fill: look.colour, "fill-opacity": "0.15" }),
    outline(along(middle(never), middle(always)), { fill: "none", ...stroke }),
  ];
}
