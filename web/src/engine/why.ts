// Plays what a difference is made of, and has it shared out: over the five steps, and over the ways they work.

import { LANES, type Job } from "./job.ts";
import { type Answered, type Place, type Plays, range, type Study } from "./study.ts";

/** How many runs stand behind every set of steps, as in `results/attribution.py`. */
const RUNS = 24;
const ENDS = 3;

export interface WhyAsked extends Place, Pick<Job, "campaign"> {
  start: number[];
  goal: number[];
  set: number[];
  /** The measure after the decision that is looked at: its place among the numbers of a run. */
  column: number;
  steps: number;
  channels: number;
}

/** Mean, low and high of a share, one a row. */
export type Share = [mean: number, low: number, high: number];

export interface Shares extends Answered {
  steps: Share[];
  /** What the steps stand on, and what works through no channel. */
  conditions: Share;
  channels: Share[];
  other: Share;
  runs: number;
}

export function* why(plays: Plays, asked: WhyAsked): Study<Omit<Shares, "id">> {
  const { start, goal, set, steps, channels } = asked;
  const ends = (values: number[]): Share => plays.filled("mean_and_ends_of", [values], ENDS) as Share;
  const shared = (worth: number[], players: number): Share[] =>
    range(players).map((k) => ends(plays.filled("shapley_value", [worth, players, k], RUNS)));

  const sets = range(2 ** steps).map((on) => plays.filled("switch_steps", [start, goal, on], goal.length));
  const stepped = yield* valuesOf(plays, asked, [...sets, start].map((dials) => [...dials, ...set]), 0, 0.5);
  const off = range(2 ** channels).map((on) => plays.filled("switch_channels", [set, on], set.length));
  const both = yield* valuesOf(plays, asked, off.flatMap((changed) => [[...goal, ...changed], [...start, ...changed]]), 0.5, 1);
  const gains = range(off.length).flatMap((k) => difference(run(both, 2 * k), run(both, 2 * k + 1)));
  return {
    steps: shared(stepped.slice(0, sets.length * RUNS), steps),
    conditions: ends(difference(run(stepped, 0), run(stepped, sets.length))),
    channels: shared(gains, channels),
    other: ends(run(gains, 0)),
    runs: RUNS,
  };
}

/** Play ways and give the measure of each in every run: ways x runs. */
function* valuesOf(plays: Plays, asked: WhyAsked, ways: number[][], from: number, to: number): Study<number[]> {
  const found = new Array<number>(ways.length * RUNS);
  const rows = ways.map((way) => [...way, ...asked.campaign]);
  for (let first = 0; first < RUNS; first += LANES) {
    const batch = plays.batch(asked, rows, first, [asked.column]);
    batch.forEach((value, k) => (found[Math.floor(k / LANES) * RUNS + first + (k % LANES)] = value));
    yield from + ((to - from) * (first + LANES)) / RUNS;
  }
  return found;
}

function run(values: number[], way: number): number[] {
  return values.slice(way * RUNS, (way + 1) * RUNS);
}

function difference(one: number[], other: number[]): number[] {
  return one.map((value, k) => value - other[k]!);
}
