// What is asked of the engine, and what it answers. Everything is plain numbers.

import type { Case, Declared, OverName, Way } from "../declared.ts";

/** Runs that are played side by side. */
export const LANES = 8;

export interface Job {
  id: number;
  /** Names everything but the ways: where it is the same, a way that was played once is the same too. */
  world: string;
  /** The town and its decisions, a `CaseRow`. */
  town: number[];
  /** The place of its tables of first trust. */
  trusts: [number, number];
  /** How many in a survey gave the answers 0 to 10, in either group; then these make the tables. */
  shares: [number[], number[]] | null;
  /** For each way its dials, in the order of the rules. */
  ways: number[][];
  /** Assumptions: first as they stand, then every other set. */
  sets: number[][];
  campaign: [number, number, number];
  runs: number;
  decisions: number;
  /** A dial is held: after the first numbers a newer job is likelier than a use for the rest. */
  moving: boolean;
  /** The places of the share that takes part, and of the measure shown, after the first decision, and how far apart decisions lie. */
  took: [column: number, apart: number];
  seen: [column: number, apart: number];
  /** What is counted: the decision, the group and the measure in one, whether more (1) or less (-1) is better, and the smallest gain worth having. */
  ahead: [column: number, times: number, atLeast: number];
  /** The same for each measure by which a way can be worse than the first; 1 where more is worse, and above what it is so. */
  worse: [column: number, times: number, atLeast: number][];
}

export interface Reply {
  id: number;
  ranges: Float64Array;
  differences: Float64Array;
  /** For each difference the side of zero on which it lies. */
  sides: Float64Array;
  /** For each way the share of results, over the set that ranges are over, in which it gains enough over the first; of the first itself there is none. */
  ahead: number[];
  /** For each way the share of other models in which it gains less than with the model as it stands; not a number over luck alone. */
  above: number[];
  /** For each way but the first the share of results in which it ends worse than the first, by each measure of `Job.worse`. */
  worse: number[][];
  /** For each way the staff hours, the hours of each participant and the weeks of one decision. */
  costs: Float64Array;
  /** The share that takes part: ways x decisions x runs, and how many of the runs are with the model as it stands. */
  took: Float64Array;
  /** The same of the measure shown. */
  seen: Float64Array;
  assumed: number;
  /** From 0 to 1: how much of the job is in these numbers. */
  done: number;
}

/** A call of one of the module's functions: numbers and rows in, and how long the row is that it fills in. */
export interface Ask {
  id: number;
  name: string;
  given: (number | number[])[];
  out: number;
}

export interface Told {
  id: number;
  found: number;
  out: number[];
}

/** What the worker is told first: the module, and the tables every job needs. */
export interface Start {
  wasm: ArrayBuffer | string;
  trusts: number[][];
  groups: number;
  measures: number;
  sums: number;
  /** How many numbers the luck that stays from play to play may take (`engine/kept_luck.py`). */
  luck: number;
}

export interface Asked {
  case: Case;
  ways: Way[];
  over: OverName;
  seed: number;
  decision: number;
  measure: string;
  atLeast: number;
  moving: boolean;
}

/** Put a job together: what Python does in `trial_of`, `setting_of` and `sets_over`, with the numbers as they are. */
export function jobOf(asked: Asked, declared: Declared, id: number): Job {
  const { case: town, ways, seed } = asked;
  const columns = declared.measures.length;
  const group = declared.groups.findIndex((one) => one.name === "all");
  const counted = (name: string): [column: number, times: number] => {
    const measure = declared.measures.findIndex((one) => one.name === name);
    return [(asked.decision * declared.groups.length + group) * columns + measure, declared.measures[measure]?.better === "low" ? -1 : 1];
  };
  const row = caseRow(town, seed);
  return {
    id,
    world: JSON.stringify([town.name, row, town.trusts, town.shares, town.campaign, town.assumptions, asked.over]),
    town: row,
    trusts: town.trusts,
    shares: town.shares ?? null,
    ways: ways.map((way) => way.dials),
    sets: setsOf(town, asked.over, declared),
    campaign: campaignOf(town),
    runs: declared.size.runs,
    decisions: town.decisions.count,
    moving: asked.moving,
    took: [columnOf(declared, 1, "took_part"), declared.groups.length * columns],
    seen: [columnOf(declared, 1, asked.measure), declared.groups.length * columns],
    ahead: [...counted(asked.measure), asked.atLeast],
    worse: Object.keys(declared.worse).map((name) => {
      const [column, times] = counted(name);
      return [column, -times, declared.size.at_all];
    }),
  };
}

/** Give the place of a measure after the last of some decisions, among everybody, in the numbers of a run. */
export function columnOf({ groups, measures }: Declared, decisions: number, name: string): number {
  const group = groups.findIndex((one) => one.name === "all");
  return ((decisions - 1) * groups.length + group) * measures.length + measures.findIndex((one) => one.name === name);
}

/** Let what a case itself assumes stand in a set of assumptions. */
export function asAssumed(set: number[], town: Pick<Case, "assumptions">, declared: Declared): number[] {
  return set.map((value, k) => town.assumptions[declared.assumptions[k] ?? ""] ?? value);
}

/** Give the sets of assumptions that a range is taken over, with what the case assumes; first as they stand. */
export function setsOf(town: Pick<Case, "assumptions">, over: OverName, declared: Declared): number[][] {
  const sets = declared.over.find((one) => one.name === over)?.sets ?? [];
  return [declared.reference, ...sets].map((set) => asAssumed(set, town, declared));
}

/** Give strength, reach and time of a case's campaign. */
export function campaignOf({ campaign }: Pick<Case, "campaign">): [number, number, number] {
  return campaign ? [campaign.strength, campaign.reach, campaign.decision] : [0, 0, 0];
}

/** Write a case as the row `model/case_row.py` declares. */
export function caseRow(town: Pick<Case, "people" | "decisions" | "less_heard">, seed: number): number[] {
  const { decisions, people } = town;
  const low = seed % 2 ** 32;
  const high = Math.floor(seed / 2 ** 32);
  return [
    people.citizens, town.less_heard, people.contacts, people.homophily, decisions.count, decisions.draft,
    decisions.direction === "either" ? 1 : 0, decisions.heat, decisions.months, low, high, low, high,
  ];
}
