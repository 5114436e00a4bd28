// Plays ways that are not on the board as the board plays its own: the same towns and models, so the same numbers.

import { LANES, type Job } from "./job.ts";
import type { Answered, Place, Plays, Study } from "./study.ts";

const PARTS = 5;

export interface BesideAsked extends Place, Pick<Job, "campaign" | "sets" | "runs"> {
  /** The dials of the ways; all are compared with the first. */
  dials: number[][];
  /** Places of the measures that are wanted. */
  columns: number[];
}

export interface Beside extends Answered {
  /** Ways x columns x (mean, low and high of luck, low and high of all), and the same of what the others have more than the first. */
  ranges: number[];
  gains: number[];
}

export function* beside(plays: Plays, asked: BesideAsked): Study<Omit<Beside, "id">> {
  const { dials, columns, sets, runs, campaign } = asked;
  const batches = Math.ceil(runs / LANES);
  const all = batches + sets.length - 1;
  const [assumed, others]: [number[], number[]] = [[], []];
  for (let batch = 0; batch < all; batch++) {
    const set = batch < batches ? 0 : batch - batches + 1;
    const first = (batch < batches ? batch : set) * LANES;
    const ways = dials.map((one) => [...one, ...sets[set]!, ...campaign]);
    (batch < batches ? assumed : others).push(...plays.batch(asked, ways, first, columns));
    yield (batch + 1) / all;
  }
  const width = dials.length * columns.length;
  return {
    ranges: plays.filled("ranges_of_runs", [assumed, others, width, runs], width * PARTS),
    gains: plays.filled("ranges_of_gains", [assumed, others, dials.length, runs], (width - columns.length) * PARTS),
  };
}
