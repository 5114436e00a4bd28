// Plays bad decisions and then good ones, and counts how many good ones it takes until trust is back.

import { LANES, type Job } from "./job.ts";
import { type Answered, type Place, type Plays, range, type Study } from "./study.ts";

const ENDS = 3;

export interface RepairAsked extends Place, Pick<Job, "sets"> {
  bad: number[];
  good: number[];
  /** From one to so many bad decisions are tried, then so many good ones are played. */
  most: number;
  decisions: number;
  runs: number;
}

export interface Repaired extends Answered {
  /** For each number of bad decisions: mean, low and high of the good ones it takes, and the share of runs without an end. */
  rows: { mean: number; low: number; high: number; late: number }[];
}

/** Where the number of decisions stands in the row of a case (`model/case_row.py`). */
const DECISIONS = 4;

export function* repair(plays: Plays, asked: RepairAsked): Study<Omit<Repaired, "id">> {
  const { bad, good, most, decisions, runs } = asked;
  const rows: Repaired["rows"] = [];
  for (const count of range(most).map((k) => k + 1)) {
    const way = (dials: number[]): number[] => [...dials, ...asked.sets[0]!, 0, 0, 0]; // without false claims
    const ways = [...range(count).map(() => way(bad)), ...range(decisions).map(() => way(good))];
    const town = asked.town.map((value, k) => (k === DECISIONS ? ways.length : value));
    const waited: number[] = [];
    for (let first = 0; first < runs; first += LANES) {
      waited.push(...plays.waited(asked, town, ways, first, count));
      yield (count - 1 + (first + LANES) / runs) / most;
    }
    const [mean, low, high] = plays.filled("mean_and_ends_of", [waited], ENDS) as [number, number, number];
    rows.push({ mean, low, high, late: waited.filter((one) => one > decisions).length / waited.length });
  }
  return { rows };
}
