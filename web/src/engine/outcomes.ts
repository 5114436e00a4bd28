// Plays the many ways a plan can come out, and has the module say what sets the good ones apart.

import { LANES, type Job } from "./job.ts";
import { type Answered, type Place, type Plays, range, type Study } from "./study.ts";

/** How many ways go through one play. */
const TOGETHER = 8;
/** What is found of each input: what it explains, low, high; what it adds, low, high. */
const FOUND = 6;
/** Where the draft stands in the row of a case (`model/case_row.py`). */
const DRAFT = 5;

export interface OutcomesAsked extends Place, Pick<Job, "sets"> {
  start: number[];
  goal: number[];
  /** Coordinates of every point, from 0 to 1. */
  points: number[][];
  /** Places of what may differ, among the dials, the draft and the campaign of an outcome. */
  inputs: number[];
  /** Before which decision false claims are spread. */
  campaign: number;
  column: number;
}

export interface Outcomes extends Answered {
  /** For each input what it explains of the spread, and what it adds. */
  effects: number[][];
}

export function* outcomes(plays: Plays, asked: OutcomesAsked): Study<Omit<Outcomes, "id">> {
  const { start, goal, points, inputs } = asked;
  const width = goal.length;
  const laid = points.map((point) => plays.filled("outcome_at", [point, start, goal], width + 3));
  const order = range(laid.length).sort((one, other) => laid[one]![width]! - laid[other]![width]!);
  const values = new Array<number>(laid.length * 2 * LANES);
  for (let done = 0; done < order.length; ) {
    const draft = laid[order[done]!]![width]!;
    const some = order.slice(done, done + TOGETHER / 2).filter((k) => laid[k]![width] === draft);
    const ways = some.flatMap((k) => {
      const [, strength, reach] = laid[k]!.slice(width);
      const rest = [...asked.sets[0]!, strength!, reach!, asked.campaign];
      return [[...laid[k]!.slice(0, width), ...rest], [...start, ...rest]];
    });
    const town = asked.town.map((value, k) => (k === DRAFT ? draft : value));
    const batch = plays.batch({ ...asked, town }, ways, 0, [asked.column]);
    some.forEach((k, place) => range(2 * LANES).forEach((n) => (values[k * 2 * LANES + n] = batch[place * 2 * LANES + n]!)));
    done += some.length;
    yield done / order.length;
  }
  const gains = plays.filled("gains_of", [values, LANES], laid.length);
  return { effects: inputs.map((place) => plays.filled("explained", [laid.map((row) => row[place]!), gains], FOUND)) };
}
