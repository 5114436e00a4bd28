// Looks for the best dials: the module says what to try next and what is better, here it is only played.

import { LANES, type Job } from "./job.ts";
import { takingPart } from "./taking.ts";
import { type Answered, type Place, type Plays, range, type Study } from "./study.ts";

const COST = 3;
/** How many ways go through one play. */
const TOGETHER = 8;
/** How many times as many runs a find is checked in as it was searched with. */
const CHECKED = 5;
/** What stands where in what a stand brings (`Weighed`). */
export const [MONEY, WEEKS, MEAN, SHARE] = [2, 3, 4, 5] as const;

/** How the module lays a search out (`results/discovery/searching.py`). */
export interface Layout {
  state: number;
  most: number;
  weighed: number;
  phase: number;
  done: number;
  score: number;
  point: number;
  /** The first of the runs on which the result is checked: the search never sees them. */
  fresh: number;
}

export interface SearchAsked extends Place, Pick<Job, "sets" | "campaign"> {
  layout: Layout;
  /** 0 for the cheapest way to a target, 1 for the best within limits. */
  mode: number;
  /** Target, how surely, money, weeks, hours of staff, people who must come, prices of hours, people: as `weigh` takes them. */
  terms: number[];
  /** Stands from which the search may begin; the first is taken where nothing fits. */
  starts: number[][];
  /** The way whose other dials stay, the places of the dials that are turned, and of those that change nothing and stay at 0. */
  goal: number[];
  turned: number[];
  idle: number[];
  /** The measure, and the share that takes part. */
  columns: [number, number];
  runs: number;
  /** How many people there are, how many are affected where that is known, and the seats: who takes part is counted as on the board. */
  citizens: number;
  affected: number | null;
  seats: number;
  /** For each dial the least at which it stands, whatever is tried. */
  least: number[];
  /** Ways for which somebody entered hours and weeks: a stand that is one of them takes those. */
  own: { dials: number[]; effort: number[] }[];
}

/** What a stand brings, in the order of `weigh`: fits, score, money, weeks, mean, share of runs, what is surely reached. */
export type Weighed = number[];

export interface Searched extends Answered {
  reached: boolean;
  dials: number[];
  /** On the runs that were searched with, and on fresh ones. */
  found: Weighed;
  fresh: Weighed;
  /** What the first start brings: the highest that can be reached, or the least that can be spent. */
  first: Weighed;
  /** The measure in every fresh run, and the ends of 9 in 10 of them. */
  values: number[];
  ends: [low: number, high: number];
  /** The share of people that takes part: the ends of 9 in 10 fresh runs. */
  took: [low: number, high: number];
  /** In how many of still other runs it reaches the goal, 0 to 1. */
  checked: number;
  tried: number;
}

export function* search(plays: Plays, asked: SearchAsked): Study<Omit<Searched, "id">> {
  const { layout, mode, starts } = asked;
  const known = new Map<string, Weighed>();
  let state = plays.filled("begin_search", [mode], layout.state);
  let stands = starts;
  while (state[layout.phase] !== layout.done) {
    const missing = [...new Map(stands.map((stand) => [keyOf(asked, stand), stand]))].filter(([key]) => !known.has(key)).map(([, stand]) => stand);
    for (let k = 0; k < missing.length; k += TOGETHER) {
      const some = missing.slice(k, k + TOGETHER);
      const found = some.map((stand) => keyOf(asked, stand));
      played(plays, asked, some, 0).forEach(({ weighed }, n) => known.set(found[n]!, weighed));
      yield plays.number("how_far", state);
    }
    const told = stands.flatMap((stand) => known.get(keyOf(asked, stand))!);
    state = plays.filled("take", [state, stands.flat(), told], layout.state);
    stands = proposed(plays, asked, state);
  }
  const reached = Number.isFinite(state[layout.score]);
  const stand = reached ? state.slice(layout.point, layout.point + asked.turned.length) : starts[0]!;
  const [fresh] = played(plays, asked, [stand], layout.fresh);
  // Finds are chosen among by the fresh runs: how often one reaches the goal is counted in others, and in more of them.
  const [last] = played(plays, { ...asked, runs: CHECKED * asked.runs }, [stand], 2 * layout.fresh);
  return {
    reached, dials: dialsOf(asked, stand), found: known.get(keyOf(asked, stand))!, first: known.get(keyOf(asked, starts[0]!))!,
    fresh: fresh!.weighed, values: fresh!.values, ends: endsOf(plays, fresh!.values), took: endsOf(plays, fresh!.took), checked: last!.weighed[SHARE]!, tried: known.size,
  };
}

/** Give the ends of 9 in 10 of the numbers that there are. */
function endsOf(plays: Plays, values: number[]): [number, number] {
  const there = values.filter(Number.isFinite);
  return there.length ? (plays.filled("mean_and_ends_of", [there], 3).slice(1) as [number, number]) : [NaN, NaN];
}

function proposed(plays: Plays, { layout, turned }: SearchAsked, state: number[]): number[][] {
  const { module } = plays;
  return module.within(() => {
    const made = module.row(layout.most * turned.length);
    const count = module.call("propose", module.put(state), made);
    const there = module.view(made);
    return range(count).map((k) => [...there.subarray(k * turned.length, (k + 1) * turned.length)]);
  });
}

/** Stands that differ in nothing that counts are played once. */
function keyOf(asked: SearchAsked, stand: number[]): string {
  return dialsOf(asked, stand).join();
}

function dialsOf({ goal, idle, least, turned }: SearchAsked, stand: number[]): number[] {
  const dials = [...goal];
  turned.forEach((place, k) => (dials[place] = idle.includes(place) ? 0 : Math.max(stand[k]!, least[place]!)));
  return dials;
}

interface Played {
  weighed: Weighed;
  values: number[];
  took: number[];
}

/** Play stands, and have the module weigh what each brings. */
function played(plays: Plays, asked: SearchAsked, stands: number[][], first: number): Played[] {
  const dials = stands.map((stand) => dialsOf(asked, stand));
  const ways = dials.map((one) => [...one, ...asked.sets[0]!, ...asked.campaign]);
  const [values, took] = [stands.map((): number[] => []), stands.map((): number[] => [])];
  for (let run = 0; run < asked.runs; run += LANES) {
    const batch = plays.batch(asked, ways, first + run, asked.columns);
    stands.forEach((_, k) => {
      values[k]!.push(...batch.slice(2 * k * LANES, (2 * k + 1) * LANES));
      took[k]!.push(...batch.slice((2 * k + 1) * LANES, (2 * k + 2) * LANES));
    });
  }
  return stands.map((_, k) => {
    const effort = asked.own.find((way) => way.dials.join() === dials[k]!.join())?.effort ?? plays.filled("cost", [dials[k]!], COST);
    const { citizens, affected, seats } = asked;
    const counted = took[k]!.map((share) => takingPart(share, citizens, affected, seats) / citizens);
    const given = [asked.mode, ...asked.terms, effort, values[k]!, counted];
    return { values: values[k]!, took: took[k]!, weighed: plays.filled("weigh", given, asked.layout.weighed) };
  });
}
