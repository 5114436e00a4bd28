// What charts are made of, as Python declares it (`coprod_sim/charts/declared.py`): nothing of it is typed here.

export interface Look {
  colour: string;
  marker: string;
  dash: string;
}

export interface Recipe {
  named: boolean;
  bar: boolean;
  look: "place" | "plain";
  scale: "kind" | "alike" | "own" | "hundred";
  hollow: string;
  kinds: Record<string, { look: Look; bar: boolean }>;
  foot: "each" | "shared";
  words: "span" | "signed" | "tenths" | "given";
}

type Names = "width" | "text" | "leading" | "left" | "right" | "full" | "row" | "named" | "gap" | "near" | "apart";

export interface Style {
  sizes: Record<Names, number>;
  series: Record<"top" | "labels" | "named" | "whisker" | "shortest" | "many" | "margin", number>;
  even: Record<"head" | "tall" | "many", number>;
  bands: {
    tall: number;
    band: [number, number];
    line: [number, number];
    pale: number;
    dark: number;
    shortest: number;
    strokes: Record<"guide" | "zero" | "mean", [string, number]>;
  };
  paint: Record<"paper" | "ink" | "quiet" | "axis" | "grid" | "font" | "widest", string>;
  looks: Look[];
  plain: Look;
  any: Look;
  shapes: Record<string, [number, number][]>;
  letters: { widths: [string, number][]; capital: number; other: number; far: number; bold: number; farUp: number };
  recipes: Record<string, Recipe>;
}

/** Give the look of a way by its place. */
export function lookOf(style: Style, place: number): Look {
  return style.looks[place % style.looks.length]!;
}
