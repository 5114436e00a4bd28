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
  const { words, shown, numbers, decision, costs } = board;
  const sums = sumsOf(board, 1);
  if (!numbers || !sums || board.phase === "rough" || costs.length < shown.ways.length) return "";
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
  if (next === undefined) return "";
  const called = (place: number): string => small(short(shown.ways[place]!));
  return words.say("study-limits_next", {
    more: lackSaid(board, lacks[next]!), way: called(next), span: spanSaid(board),
    accept: ends(board, numbers.of(next, decision, MEASURE)), fits: fitting.length ? called(fitting[0]!) : "",
    now: fitting.length ? ends(board, numbers.of(fitting[0]!, decision, MEASURE)) : "none",
  });
}

function lackSaid({ words, case: town, declared }: Board, { weeks, hours, money }: Limits): string {
  return listed(words, [
    ...(weeks > 0 ? [words.say("study-limits_in_weeks", { weeks: Number(about(weeks)) })] : []),
    ...(money > 0 ? [inMoney(words, money, money, town.money.currency, declared.theme.signs)] : []),
    ...(hours > 0 ? [words.say("study-limits_in_hours", { hours: Number(about(hours).replaceAll(",", "")) })] : []),
  ]);
}
