// What is said of co-production where a way that a search found is compared and co-production is not. The same rule as in
// `board/looked_at.py`.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import type { Way } from "../declared.ts";
import type { Cost } from "../engine/engine.ts";
import { difference, entered } from "../figures.ts";
import { useAsked } from "../parts/asked.ts";
import { moneyOf, type Sum, sumSaid } from "../parts/money.ts";
import { beyondBy, partsBeyond } from "../parts/weeks.ts";
import { FOUND, waysOf, withOwn } from "../view.ts";
import { playedBeside } from "./compared.ts";
import { TOGETHER, useVerdict } from "./gate.tsx";

/** What is said of the way found beside co-production, by the names that the message has for it. */
const APART = { losing: "losers_acceptance", all: "acceptance", lose: "losers" } as const;
const TOOK_PART = "took_part";
const NOWHERE = -1;

/** What co-production takes, who takes part in it, and how far the way found is from it. */
interface Looked {
  cost: Cost;
  took: [low: number, mean: number, high: number];
  apart: Record<keyof typeof APART, [low: number, high: number]>;
}

export function LookedAt({ board }: { board: Board }) {
  const said = useLookedAt(board);
  return said ? <p class="late looked-at">{said}</p> : null;
}

/** Give the way found and co-production, where only the first of them is compared; else nothing. */
function bothOf(board: Board): [found: Way, together: Way] | null {
  const { declared, shown: { view, ways } } = board;
  const found = ways.find(({ name }) => name === FOUND);
  if (!found || view.ways.includes(TOGETHER) || !declared.ways.some(({ name }) => name === TOGETHER)) return null;
  return [found, board.titled(waysOf({ ...view, ways: [TOGETHER] }, declared))[0]!];
}

/** Say what co-production takes, and how the way found compares with it; what Python has said where nothing can be played. */
function useLookedAt(board: Board): string {
  const { declared, view, words } = board;
  const both = board.phase === "settled" ? bothOf(board) : null;
  const key = both && JSON.stringify([both.map(({ dials }) => dials), view.case, view["own"], view["survey"], view.span, view.over, view.seed, view["assumptions"]]);
  const looked = useAsked(board, key ?? "", async () => both && lookedAt(board, both));
  const decided = useVerdict(board)?.outcome === "co_produce";
  if (!board.live) return board.shown.view.ways.includes(FOUND) ? (declared.looked_at ?? "") : "";
  if (!both || !looked) return "";
  const [found, way] = both.map((one) => short(one)) as [string, string];
  const [losing, all, lose] = (["losing", "all", "lose"] as const).map((name) => difference(words, ...looked.apart[name], "in 100")) as [string, string, string];
  return words.say("leaders-page-looked_at", {
    found, lower_found: small(found), way, lower: small(way), together: decided ? "yes" : "no", takes: takesSaid(board, both[1], looked), losing, all, lose,
  });
}

/** Say what of the limits entered it goes beyond, or what it takes. */
function takesSaid(board: Board, way: Way, looked: Looked): string {
  const { words } = board;
  const cost = withOwn(looked.cost, board.view, way.name);
  const sum = looked.took.map((share) => moneyOf(board, way, cost, share)) as Sum;
  const parts = partsBeyond(board, beyondBy(board, NOWHERE, way, cost, sum), NOWHERE);
  return parts
    ? words.say("leaders-page-looked_at_beyond", { parts })
    : words.say("leaders-page-looked_at_takes", { weeks: entered(cost.weeks), money: sumSaid(board, way, cost, sum) });
}

/** Play both as the board plays its ways, and ask what co-production takes. */
async function lookedAt(board: Board, [found, way]: [Way, Way]): Promise<Looked | null> {
  const measures = [...Object.values(APART), TOOK_PART];
  const theirs = measures.length + measures.indexOf(TOOK_PART);
  const told = await playedBeside(board, [found.dials, way.dials], measures);
  const cost = await board.ask("cost", [way.dials], 3);
  if (!told || !cost) return null;
  const apart = Object.keys(APART).map((name, k) => [name, told.gains(k, -1)] as const);
  const [low, high] = told.ranges(theirs);
  const [staffHours, hoursEach, weeks] = cost.out as [number, number, number];
  return { cost: { staffHours, hoursEach, weeks }, took: [low, told.mean(theirs), high], apart: Object.fromEntries(apart) as Looked["apart"] };
}
