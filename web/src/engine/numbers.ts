// The numbers of a comparison, as ranges: from the engine, or worked out beforehand by Python.

import type { Answer, Declared } from "../declared.ts";

/** One number with its spread: over chance alone (`run`), and over everything asked for. */
export interface Range {
  mean: number;
  runLow: number;
  runHigh: number;
  low: number;
  high: number;
}

/** On which side of zero a difference lies, or mostly lies; open where it takes zero in. */
export type Side = "more" | "less" | "open" | "mostly_more" | "mostly_less";

export interface Apart extends Range {
  side: Side;
}

export const PARTS = 5;
/** How `results/deciding.py` writes the sides. */
const SIDES: Record<number, Side> = { 1: "more", [-1]: "less", 0: "open", 0.5: "mostly_more", [-0.5]: "mostly_less" };

/** Where every number lies: how many there are of each thing. */
export interface Shape {
  ways: number;
  decisions: number;
  groups: number;
  measures: number;
}

/** One share in every run, after every decision: ways x decisions x runs, the first of them as assumed. */
export class Runs {
  constructor(
    private readonly shape: Pick<Shape, "decisions">,
    private readonly shares: Float64Array,
    /** How many runs there are of each way, and how many of them are with the model as it stands. */
    readonly all: number,
    readonly assumed: number,
    /** The place of what it is, after the first decision, among the numbers of a run. */
    readonly column = -1,
  ) {}

  /** Give the share of a way after a decision, in every run: in 100, or as the module has it with `whole` 1, so that no rounding moves a count. */
  of(way: number, decision: number, whole = 100): Float64Array {
    const at = (way * this.shape.decisions + decision) * this.all;
    return this.shares.slice(at, at + this.all).map((share) => share * whole);
  }
}

/** All ranges and paired differences of a comparison; on screen they are shown a hundredfold. */
export class Numbers {
  private readonly group: Map<string, number>;
  private readonly measure: Map<string, number>;

  constructor(
    readonly shape: Shape,
    private readonly ranges: ArrayLike<number | null>,
    private readonly differences: ArrayLike<number | null>,
    private readonly sides: ArrayLike<number>,
    declared: Pick<Declared, "groups" | "measures">,
    /** Who took part in every run; where numbers were worked out beforehand, runs are not at hand. */
    readonly runs: Runs | null = null,
    /** The measure shown in every run. */
    readonly seen: Runs | null = null,
  ) {
    this.group = new Map(declared.groups.map((g, k) => [g.name, k]));
    this.measure = new Map(declared.measures.map((m, k) => [m.name, k]));
  }

  /** Give a measure of a way after a decision, counted from 0, among a group. */
  of(way: number, decision: number, measure: string, group = "all"): Range {
    return this.read(this.ranges, way, decision, measure, group);
  }

  /** Give how far a way is from the first one, run by run. */
  against(way: number, decision: number, measure: string, group = "all"): Apart {
    const side = SIDES[this.sides[this.place(way - 1, decision, measure, group)] ?? 0] ?? "open";
    return { ...this.read(this.differences, way - 1, decision, measure, group), side };
  }

  private place(way: number, decision: number, measure: string, group: string): number {
    const { decisions, groups, measures } = this.shape;
    const [row, column] = [this.group.get(group) ?? 0, this.measure.get(measure) ?? 0];
    return ((way * decisions + decision) * groups + row) * measures + column;
  }

  private read(from: ArrayLike<number | null>, way: number, decision: number, measure: string, group: string): Range {
    const at = this.place(way, decision, measure, group) * PARTS;
    const [mean, runLow, runHigh, low, high] = Array.from({ length: PARTS }, (_, k) => (from[at + k] ?? NaN) * 100);
    return { mean: mean!, runLow: runLow!, runHigh: runHigh!, low: low!, high: high! };
  }
}

/** Take the numbers that Python worked out beforehand. */
export function answered(answer: Answer, declared: Declared): Numbers {
  const shape = {
    ways: answer.ways.length,
    decisions: answer.decisions,
    groups: declared.groups.length,
    measures: declared.measures.length,
  };
  return new Numbers(shape, answer.ranges, answer.differences, answer.sides, declared);
}
