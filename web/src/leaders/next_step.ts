// What the next step costs and brings: the way compared that lacks least within what a leader has, as already worked out.

import type { Board } from "../board/board.ts";
import { ends, short, small, spanSaid } from "../board/saying.ts";
import { about, listed, money as inMoney } from "../figures.ts";
import { sumsOf } from "../parts/money.ts";

export interface Limits {
  weeks: number;
  money: number;
  /** Hours of staff. */
  hours: number;
}

/** What counts here, as the search beside it has it. */
const MEASURE = "losers_acceptance";

/** Say which way that does not fit needs least more, how much that is, and what it brings; nothing where all fit. */
export function nextStepSaid(board: Board, limits: Limits): string {
  const { words, numbers, decision } = board;
  const found = fittingOf(board, limits);
  if (!found || !numbers) return "";
  const { fitting, next, lacks } = found;
  if (next === undefined) return "";
  return words.say("study-limits_next", {
    more: lackSaid(board, lacks[next]!), way: called(board, next), span: spanSaid(board),
    accept: ends(board, numbers.of(next, decision, MEASURE)), fits: fitting.length ? called(board, fitting[0]!) : "",
    now: fitting.length ? ends(board, numbers.of(fitting[0]!, decision, MEASURE)) : "none",
  });
}

/** Say that a way compared fits, too, and is no worse than what a search found; nothing where the search found better. */
export function fitsBetterSaid(board: Board, limits: Limits, mean: number): string {
  const { words, numbers, decision } = board;
  const place = fittingOf(board, limits)?.fitting[0];
  if (place === undefined || !numbers) return "";
  const now = numbers.of(place, decision, MEASURE);
  return now.mean < mean ? "" : words.say("study-limits_fits_better", { way: called(board, place), now: ends(board, now) });
}

function called({ shown }: Board, place: number): string {
  return small(short(shown.ways[place]!));
}

/** Give the ways that fit, the best first, and the one that lacks least of those that would be better still. */
function fittingOf(board: Board, limits: Limits): { fitting: number[]; next: number | undefined; lacks: Limits[] } | null {
  const { shown, numbers, decision, costs } = board;
  const sums = sumsOf(board, 1);
  if (!numbers || !sums || board.phase === "rough" || costs.length < shown.ways.length) return null;
  const lacks = costs.slice(0, shown.ways.length).map((cost, place) => ({
    weeks: Math.max(cost.weeks - limits.weeks, 0),
    hours: Math.max(cost.staffHours - limits.hours, 0),
    money: Math.max(sums[place]![1] - limits.money, 0),
  }));
  const part = (one: Limits): number => one.weeks / (limits.weeks || 1) + one.hours / (limits.hours || 1) + one.money / (limits.money || 1);
  const mean = (place: number): number => numbers.of(place, decision, MEASURE).mean;
  const places = lacks.map((_, place) => place);
  const fitting = places.filter((place) => part(lacks[place]!) === 0).sort((one, other) => mean(other) - mean(one));
  const best = fitting.length ? mean(fitting[0]!) : -Infinity;
  const next = places.filter((place) => part(lacks[place]!) > 0 && mean(place) > best).sort((one, other) => part(lacks[one]!) - part(lacks[other]!))[0];
  return { fitting, next, lacks };
}

function lackSaid({ words, case: town, declared }: Board, { weeks, hours, money }: Limits): string {
  return listed(words, [
    ...(weeks > 0 ? [words.say("study-limits_in_weeks", { weeks: Number(about(weeks)) })] : []),
    ...(money > 0 ? [inMoney(words, money, money, town.money.currency, declared.theme.signs)] : []),
    ...(hours > 0 ? [words.say("study-limits_in_hours", { hours: Number(about(hours).replaceAll(",", "")) })] : []),
  ]);
}
