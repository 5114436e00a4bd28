// What has to be said beside the answer: one list, in the order and the words of `briefing/cautions.py` and `apps/leaders/said_beside.py`.
// What the gate and a duty to ask say comes before it, right beside the headline (`leaders/beside.tsx`).

import type { Board } from "../board/board.ts";
import { short, small, whyNoWinner } from "../board/saying.ts";
import { number } from "../figures.ts";
import { MINUS, NEAR } from "../numerals.ts";
import { OWN, recommendedOf } from "../view.ts";
import { belowSaid } from "./cost.tsx";
import { spokenOf } from "./explained.ts";
import { effortsSaid } from "./low.ts";
import { sumsOf } from "./money.ts";
import { soughtSaid } from "./sought.ts";
import { thereOf } from "./there.ts";
import { type Beyond, beyondOf, beyondSaid, countedSaid, datesSaid, insteadSaid, monthsSaid, noneFitsSaid, partsBeyond } from "./weeks.ts";

/** Say what a board must know beside the answer, the weightiest first; only what holds. */
export function cautionsOf(board: Board): string[] {
  const { shown, declared, words } = board;
  if (!board.numbers) return [];
  const [beyond, place, recommended] = [beyondOf(board), spokenOf(board), recommendedOf(shown.view)];
  const late = partsBeyond(board, beyond, recommended);
  return [
    late && words.say("board-recommended_late", { parts: late }),
    tooLongSaid(board, beyond, recommended),
    effortsSaid(board),
    ...worseSaid(board, place),
    ...harmedSaid(board, place),
    outsideSaid(board),
    soughtSaid(shown.view, declared, words),
    belowOf(board, place),
    datesSaid(board),
    countedSaid(board),
    monthsSaid(board) || insteadSaid(board),
  ].filter(Boolean);
}

/** Name the ways that do not fit, unless the headline says so of all, or it is the recommended one alone, of which it is said before. */
function tooLongSaid(board: Board, beyond: Beyond[], recommended: number): string {
  const counted = beyond.filter((one) => one.entered || thereOf(board).whose === "assumed");
  const told = noneFitsSaid(board, beyond) || counted.every((one) => one.place === recommended && one.entered);
  return told ? "" : beyondSaid(board, beyond, false);
}

/** Warn where more people lose than by the first way in most results, or the decision is worse in most; as `_worse` in Python. */
export function worseSaid(board: Board, place: number): string[] {
  const { declared, decision, shown, words } = board;
  if (place === 0 || whyNoWinner(board)) return [];
  const [way, first] = [place, 0].map((one) => small(short(shown.ways[one]!))) as [string, string];
  const [mean, firstMean] = [place, 0].map((one) => number(board.numbers!.of(one, decision, "losers").mean)) as [string, string];
  return Object.entries(declared.worse).flatMap(([measure, said]) => {
    const share = board.worseOf(place, measure);
    return share > declared.size.half ? [words.say(`board-care-${said}`, { way, first, share: number(share * 100), mean, first_mean: firstMean })] : [];
  });
}

/** Warn where the decision leaves people worse off, and where more say yes to what does not serve them. */
function harmedSaid(board: Board, place: number): string[] {
  const { shown, words } = board;
  if (whyNoWinner(board)) return [];
  const [way, first] = [shown.ways[place]!, shown.ways[0]!].map((one) => small(short(one)));
  const harms = board.numbers!.of(place, board.decision, "quality").high <= -NEAR;
  return [
    harms ? words.say("board-care-harms", { way: way! }) : "",
    place > 0 && isMisled(board, place) ? words.say("board-care-misled", { way: way!, first: first! }) : "",
  ];
}

/** Whether more people than under the first way say yes to what does not serve them, as `is_misled` in Python has it. */
function isMisled({ numbers, decision }: Board, place: number): boolean {
  const gain = (measure: string) => numbers!.against(place, decision, measure);
  const blind = gain("swayed").low > 0 || gain("reasoned_judgement").high < 0 || gain("quality").high < 0;
  return blind || (gain("acceptance").low > 0 && numbers!.of(place, decision, "quality").high < 0);
}

/** Name the numbers of the model that lie outside what is plausible; those that a case of the library has are meant so. */
function outsideSaid(board: Board): string {
  const { declared, view, words } = board;
  const given = view.case === OWN ? board.case.assumptions : ((view["assumptions"] ?? {}) as Record<string, number>);
  const told = (declared.assumed ?? []).flatMap(({ name, label, least, most, fixed }) => {
    const value = given[name];
    if (value === undefined || fixed || (least <= value && value <= most)) return [];
    return [words.say("board-care-outside_one", { label: small(label), value: digits(value), least: digits(least), most: digits(most) })];
  });
  const outside = (declared.assumed ?? []).filter(({ name, least, most, fixed }) => given[name] !== undefined && !fixed && (given[name]! < least || given[name]! > most));
  const who = outside.every(({ name }) => given[name] === declared.opposed?.[name]) ? "case" : "other";
  return told.length ? words.say("board-care-outside", { count: told.length, which: told.join("; "), who }) : "";
}

function digits(value: number): string {
  return String(value).replace("-", MINUS);
}

/** Warn once of costs below published prices, of the way spoken about before others. */
function belowOf(board: Board, place: number): string {
  const sums = sumsOf(board, 1);
  return [place, ...board.shown.ways.keys()].map((k) => belowSaid(board, k, sums?.[k])).find(Boolean) ?? "";
}
