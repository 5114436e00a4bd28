// Plays ways in every model that fits the findings: what each model says of their differences.

import { LANES, type Job } from "./job.ts";
import type { Answered, Place, Plays, Study } from "./study.ts";

export interface ModelsAsked extends Place, Pick<Job, "campaign" | "sets"> {
  /** The dials of the ways. */
  dials: number[][];
  /** Places of the measures that are kept of every run. */
  columns: number[];
}

export interface Models extends Answered {
  /** Models x ways x columns x lanes. */
  values: number[];
}

export function* models(plays: Plays, asked: ModelsAsked): Study<Omit<Models, "id">> {
  const values: number[] = [];
  for (const [k, set] of asked.sets.entries()) {
    const ways = asked.dials.map((dials) => [...dials, ...set, ...asked.campaign]);
    values.push(...plays.batch(asked, ways, (k + 1) * LANES, asked.columns)); // each model has towns of its own
    yield (k + 1) / asked.sets.length;
  }
  return { values };
}
