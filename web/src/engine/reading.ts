// Plays a lesson's run and reads numbers off it: ways may change from decision to decision, each number has its range.

import { LANES, type Start } from "./job.ts";
import type { Module, Row } from "./module.ts";

/** One number of a run that goes into a column: its sign, and the places of the way, the group, the decision, the measure. */
export type Part = [sign: number, way: number, group: number, decision: number, measure: number];

export interface ReadAsked {
  id: number;
  trusts: [number, number];
  shares: null;
  town: number[];
  decisions: number;
  campaign: [number, number, number];
  /** For each way its dials decision by decision, of which the last stay, and assumptions of its own. */
  ways: { series: number[][]; assumptions: [number, number][] }[];
  /** Assumptions: first as they stand, then every other set. */
  sets: number[][];
  runs: number;
  /** Into how many groups more a run is split, such as those who gain and lose; 0 where none of them is asked for. */
  splits: number;
  /** What is read off, each as the sum of its parts. */
  columns: Part[][];
}

/** For each column its mean, both ends over luck, and both ends over everything, in hundredths. */
export interface ReadOff {
  id: number;
  found: number[][];
}

const ENDS = 5;
const HUNDRED = 100;

export function readOff(module: Module, start: Start, trusts: Row, luck: Row, asked: ReadAsked): ReadOff {
  const { columns, sets, runs } = asked;
  const assumed = Math.ceil(runs / LANES);
  const town = module.put(asked.town);
  const batches = Array.from({ length: assumed + sets.length - 1 }, (_, batch) => {
    const set = batch < assumed ? 0 : batch - assumed + 1;
    const first = (batch < assumed ? batch : set) * LANES;
    return module.within(() => columnsOf(module, start, asked, [town, trusts, luck], sets[set]!, first));
  });
  const row = (some: number[][]): Row => module.put(some.flat());
  const found = module.row(columns.length * ENDS);
  module.call("ranges_of_runs", row(batches.slice(0, assumed)), row(batches.slice(assumed)), columns.length, runs, found);
  const ends = [...module.view(found)];
  return { id: asked.id, found: columns.map((_, k) => ends.slice(k * ENDS, (k + 1) * ENDS)) };
}

/** Play one batch and give every column of it, a number a lane. */
function columnsOf(module: Module, start: Start, asked: ReadAsked, [town, trusts, luck]: [Row, Row, Row], set: number[], first: number): number[] {
  const { ways, decisions, campaign, splits } = asked;
  const rowsAt = (decision: number): number[] => ways.flatMap(({ series, assumptions }) => {
    const own = [...set];
    for (const [place, value] of assumptions) own[place] = value;
    return [...series[Math.min(decision, series.length - 1)]!, ...own, ...campaign];
  });
  const last = module.put(rowsAt(decisions - 1));
  const played = ways.length * decisions;
  const sums = module.row(played * 2 * (start.sums + splits * (start.sums + 1)) * LANES);
  const [values, parted] = [start.groups, splits].map((groups) => module.row(played * groups * start.measures * LANES)) as [Row, Row];
  if (ways.every(({ series }) => series.length === 1)) module.call("play", town, trusts, last, first, luck, sums);
  else {
    const all = module.put(Array.from({ length: decisions }, (_, k) => rowsAt(k)).flat());
    module.call("play_series", town, trusts, all, first, sums);
  }
  module.call("measure", town, last, sums, values);
  if (splits) module.call("measure_splits", town, last, sums, parted);
  const [whole, split] = [module.view(values), module.view(parted)];
  const found = ([, way, group, decision, measure]: Part, lane: number): number => {
    const [there, groups, place] = group < start.groups ? [whole, start.groups, group] : [split, splits, group - start.groups];
    return there[(((way * decisions + decision) * groups + place) * start.measures + measure) * LANES + lane]!;
  };
  return asked.columns.flatMap((parts) => Array.from({ length: LANES }, (_, lane) =>
    parts.reduce((sum, part) => sum + part[0] * found(part, lane) * HUNDRED, 0)));
}
