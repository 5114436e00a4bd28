// A question that takes many plays: it goes step by step, so that the worker can do other work in between.

import { LANES, type Job, type Start } from "./job.ts";
import type { Module, Row } from "./module.ts";

/** What is played: a town, and how first trust is spread in it. */
export interface Place extends Pick<Job, "trusts" | "shares" | "town" | "decisions"> {}

/** Steps that give how much is done, from 0 to 1, and at last the answer. Between two of them nothing is held in the module. */
export type Study<T> = Generator<number, T>;

export interface Answered {
  id: number;
}

/** Plays ways for studies. */
export class Plays {
  constructor(
    readonly module: Module,
    private readonly start: Start,
    private readonly luck: Row,
    private readonly trustsOf: (place: Place) => Row,
  ) {}

  /** Play ways (dials, assumptions, campaign) on one batch of runs: some columns of each, ways x columns x lanes. */
  batch(place: Place, ways: number[][], first: number, columns: number[]): number[] {
    const { module, start } = this;
    return module.within(() => {
      const [town, rows] = [module.put(place.town), module.put(ways.flat())];
      const all = place.decisions * start.groups * start.measures;
      const sums = module.row(place.decisions * ways.length * 2 * start.sums * LANES);
      const values = module.row(ways.length * all * LANES);
      module.call("play", town, this.trustsOf(place), rows, first, this.luck, sums);
      module.call("measure", town, rows, sums, values);
      const there = module.view(values);
      return ways.flatMap((_, k) => columns.flatMap((column) => {
        const at = (k * all + column) * LANES;
        return [...there.subarray(at, at + LANES)];
      }));
    });
  }

  /** Play a series in which the way changes, and count decisions until trust is back, in every run of a batch. */
  waited(place: Place, town: number[], ways: number[][], first: number, bad: number): number[] {
    const { module } = this;
    return module.within(() => {
      const found = module.row(LANES);
      module.call("wait_for_trust", module.put(town), this.trustsOf(place), module.put(ways.flat()), first, bad, found);
      return [...module.view(found)];
    });
  }

  /** Ask the module for a number about a row. */
  number(name: string, row: number[]): number {
    return this.module.within(() => this.module.call(name, this.module.put(row)));
  }

  /** Have the module fill a row in. */
  filled(name: string, given: (number | number[])[], length: number): number[] {
    const { module } = this;
    return module.within(() => {
      const made = module.row(length);
      module.call(name, ...given.map((one) => (typeof one === "number" ? one : module.put(one))), made);
      return [...module.view(made)];
    });
  }
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}
