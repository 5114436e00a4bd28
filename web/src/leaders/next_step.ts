// What the next step costs and brings: the way compared that lacks least within what a leader has, as already worked out.

import type { Board } from "../board/board.ts";
import { ends, overSaid, short, small, spanSaid } from "../board/saying.ts";
import { entered, listed, moneyLacking, needed } from "../figures.ts";
import { participants, sumAt, sumsOf } from "../parts/money.ts";
import { effortsOf } from "../view.ts";
import { lackingSaid } from "./lacking.ts";

export interface Limits {
  weeks: number;
  money: number;
  /** Hours of staff. */
  hours: number;
}

/** What counts here, as the search beside it has it. */
const MEASURE = "losers_acceptance";

/** Say which way that does not fit needs least more, where a duty to ask is `likely` first of those that would probably meet it, how much that is, and what it brings, and give the ways it names; nothing where all fit. */
export function nextStepOf(board: Board, limits: Limits, likely = false): { said: string; places: number[] } | null {
  const { words, numbers, decision } = board;
  const found = fittingOf(board, limits, likely);
  if (!found || !numbers) return null;
  const { fitting, next, lacks } = found;
  if (next === undefined) return null;
  const said = words.say("study-limits_next", {
    more: lackSaid(board, lacks[next]!), way: called(board, next), span: spanSaid(board), over: overSaid(board),
    accept: ends(board, numbers.of(next, decision, MEASURE)), fits: fitting.length ? called(board, fitting[0]!) : "",
    now: fitting.length ? ends(board, numbers.of(fitting[0]!, decision, MEASURE)) : "none",
  });
  return { said, places: [next, ...fitting.slice(0, 1)] };
}

/** Find the best of the ways compared that fit, each with the figures that were entered for it; `least` people must take part, and a duty to ask be met where that is wanted. */
export function bestCompared(board: Board, limits: Limits, least: number, lawful: boolean): { place: number; mean: number } | null {
  const { numbers, decision } = board;
  const came = (place: number): boolean => participants(board, board.shown.ways[place]!, numbers!.of(place, decision, "took_part").mean) >= least;
  const met = (place: number): boolean => !lawful || !lackingSaid(board, board.shown.ways[place]!.dials);
  const place = fittingOf(board, limits)?.fitting.find((one) => came(one) && met(one));
  return place === undefined ? null : { place, mean: numbers!.of(place, decision, MEASURE).mean };
}

/** Say that the best within limits is one of the ways compared, and what it takes by the figures on the board. */
export function bestComparedSaid(board: Board, place: number, limits: string): string[] {
  const { words, numbers, decision, costs, shown } = board;
  const own = Object.keys(effortsOf(board.view, shown.ways[place]!.name)).length;
  return [
    words.say("study-limits_compared", { limits, way: called(board, place), best: ends(board, numbers!.of(place, decision, MEASURE)), span: spanSaid(board), over: overSaid(board) }),
    words.say("study-limits_compared_takes", {
      weeks: entered(costs[place]!.weeks), money: sumAt(board, place, sumsOf(board, 1)![place]!), own: own ? "yes" : "no",
    }),
  ];
}

export function called({ shown }: Board, place: number): string {
  return small(short(shown.ways[place]!));
}

/** Give the ways that fit, the best first, and the one that lacks least of those that would be better still; a way that would not meet a `likely` duty comes last. */
function fittingOf(board: Board, limits: Limits, likely = false): { fitting: number[]; next: number | undefined; lacks: Limits[] } | null {
  const { shown, numbers, decision, costs } = board;
  const sums = sumsOf(board, 1);
  if (!numbers || !sums || board.phase === "rough" || costs.length < shown.ways.length) return null;
  const lacks = costs.slice(0, shown.ways.length).map(({ weeks, staffHours }, place) => lacksOf({ weeks, hours: staffHours, money: sums[place]![1] }, limits));
  const part = (one: Limits): number => one.weeks / (limits.weeks || 1) + one.hours / (limits.hours || 1) + one.money / (limits.money || 1);
  const mean = (place: number): number => numbers.of(place, decision, MEASURE).mean;
  const places = lacks.map((_, place) => place);
  const fitting = places.filter((place) => part(lacks[place]!) === 0).sort((one, other) => mean(other) - mean(one));
  const nextOf = (among: number[]): number | undefined => {
    const best = Math.max(-Infinity, ...fitting.filter((place) => among.includes(place)).map(mean));
    return among.filter((place) => part(lacks[place]!) > 0 && mean(place) > best).sort((one, other) => part(lacks[one]!) - part(lacks[other]!))[0];
  };
  const lawful = likely ? places.filter((place) => !lackingSaid(board, shown.ways[place]!.dials)) : [];
  const next = nextOf(lawful) ?? nextOf(places);
  return { fitting, next, lacks };
}

/** Give how much more something takes than there is, from the figure that is written for it against a limit, so that the two add up on the page. */
function lacking(takes: number, there: number, shown: number): number {
  return takes > there ? Math.max(shown - there, 0) || takes - there : 0;
}

/** Give the number that `needed` writes. */
function written(value: number, figures: 2 | 3 = 2): number {
  return Number(needed(value, figures).replaceAll(",", ""));
}

/** Say how much more something takes than there is, in the same figures. */
export function lacksSaid(board: Board, takes: Limits, limits: Limits): string {
  return lackSaid(board, lacksOf(takes, limits));
}

function lacksOf({ weeks, hours, money }: Limits, limits: Limits): Limits {
  return { weeks: lacking(weeks, limits.weeks, weeks), hours: lacking(hours, limits.hours, written(hours, 3)), money: Math.max(money - limits.money, 0) };
}

function lackSaid({ words, case: town, declared }: Board, { weeks, hours, money }: Limits): string {
  return listed(words, [
    ...(weeks > 0 ? [words.say("study-limits_in_weeks", { weeks: written(weeks) })] : []),
    ...(money > 0 ? [moneyLacking(money, town.money.currency, declared.theme.signs)] : []),
    ...(hours > 0 ? [words.say("study-limits_in_hours", { hours: written(hours, 3) })] : []),
  ]);
}
