// Puts numbers into the sentences of the board: which message fits, and what stands in it.

import { named, type Measure, type Way } from "../declared.ts";
import type { Apart as Apartness, Range, Side } from "../engine/numbers.ts";
import { endsApart, entered, number, span } from "../figures.ts";
import { endSaid } from "../numerals.ts";
import { goalOf } from "../view.ts";
import type { Board } from "./board.ts";

/** Write a range in figures. */
export function ends(board: Board, { low, high }: Range): string {
  return span(board.words, low, high);
}

/** A label in the middle of a sentence. */
export function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Name a way where its whole title stands elsewhere. */
export function short(way: Way): string {
  return way.short ?? way.title;
}

/** Name one's own case in a list of cases, with the title it was given. */
export function ownSaid({ view, words }: Board): string {
  const { title } = (view["own"] ?? {}) as { title?: string };
  return title ? words.say("case-own_titled", { title }) : words.say("case-own");
}

/** Say which span the numbers are read after. */
export function spanSaid(board: Board): string {
  const { count } = board.case.decisions;
  return board.words.say(`board-span-${board.view.span}`, { count });
}

export function decisionsSaid(board: Board): string {
  const { count } = board.case.decisions;
  const one = board.view.span === "one" || count === 1;
  return board.words.say(one ? "board-one-decision" : "board-all-decisions", { count });
}

/** How many decisions hours and weeks are counted for. */
export function spanned(board: Board): number {
  return board.view.span === "one" ? 1 : board.case.decisions.count;
}

export function overSaid(board: Board): string {
  return board.words.say(`board-over-${board.shown.view.over}`);
}

/** Say that so few towns, or models, are too few to name a winner, as `why_no_winner` does; nothing where they are enough. */
export function whyNoWinner({ declared, played, shown, words }: Board): string {
  const { towns, sets } = declared.size.fewest;
  const said = [];
  if (played.towns < towns) said.push(words.say("figure-few_towns", { runs: played.towns }));
  if (played.sets > 0 && played.sets < sets) said.push(words.say("figure-few_sets", { sets: played.sets, models: named(declared.over, shown.view.over).models }));
  return said.join(" ");
}

/** The answer in one sentence, as surely as the paired differences allow; `called` marks a way that goes beyond limits. */
export function answer(board: Board, place = goalOf(board.shown.view), called: (title: string, place: number) => string = (title) => title): string {
  const { numbers, words, shown, decision } = board;
  if (!numbers) return waitingSaid(board, "board-loading");
  const measure = named(board.declared.measures, shown.view.measure);
  const goal = shown.ways[place]!;
  const of = numbers.of(place, decision, measure.name);
  const said = { goal: called(goal.title, place), label: small(measure.label), unit: measure.shown_in, measure: measure.name };
  const rough = board.phase === "rough" || board.phase === "loading";
  const few = rough || shown.ways.length < 2 ? "" : whyNoWinner(board);
  if (place === 0 || few) {
    return rough
      ? words.say("board-answer-rough-alone", { ...said, value: number(of.mean) })
      : [few, words.say("board-answer-alone", { ...said, range: ends(board, of) })].filter(Boolean).join(" ");
  }
  const first = called(small(short(shown.ways[0]!)), 0);
  const apart = numbers.against(place, decision, measure.name);
  if (rough) return roughly(board, { ...said, first }, of.mean, apart.mean);
  const line = words.say(`board-answer-${sideOf(board, place, measure)}`, { ...said, first, better: String(measure.better), ...apartSaid(board, apart) });
  return [line, littleSaid(board, place, measure)].filter(Boolean).join(" ");
}

/** Say of a way that mostly gains too little in how many results, as `little_in_words` in Python does; else nothing. */
function littleSaid(board: Board, place: number, measure: Measure): string {
  if (sideOf(board, place, measure) !== "little") return "";
  const { clear } = apartSaid(board, board.numbers!.against(place, board.decision, measure.name));
  const [share, least] = [number((1 - board.aheadOf(place)) * 100), entered(leastOf(board) * 100)];
  const loses = clear === BETTER[String(measure.better)] ? "no" : "yes";
  return board.words.say("board-answer-few", { better: String(measure.better), share, least, unit: measure.shown_in, loses });
}

/** Say where the usual model lies among those that the range beside it is over, as `usual_in_words` does; nothing over luck alone. */
export function usualSaid(board: Board, place: number): string {
  const { declared, numbers, phase, shown, words } = board;
  const measure = named(declared.measures, shown.view.measure);
  const share = board.usualAbove(place);
  if (!numbers || phase === "rough" || place === 0 || measure.better === "neither" || Number.isNaN(share) || whyNoWinner(board)) return "";
  const { near_top: near } = declared.size;
  const lies = share >= near ? "top" : share <= 1 - near ? "bottom" : "middle";
  const { over } = shown.view;
  return words.say("board-usual", { place: lies, share: number(share * 100), over, models: named(declared.over, over).models });
}

/** Say that figures are still to come; where nothing can be played, that there are none. */
export function waitingSaid({ phase, words }: Board, key: "board-loading" | "board-rough"): string {
  return words.say(phase === "beforehand" || phase === "stopped" ? "board-no_numbers" : key);
}

function roughly(board: Board, said: Record<string, string>, value: number, apart: number): string {
  const written = number(Math.abs(apart));
  const gap = written === "0" ? "same" : apart > 0 ? "more" : "less";
  return board.words.say("board-answer-rough", { ...said, value: number(value), apart: written, gap });
}

/** Say beside a row of the picture how far it is from the first. */
export function besides(board: Board, place: number, measure: Measure): string {
  const { numbers, words, shown, decision } = board;
  if (!numbers || shown.ways.length < 2) return "";
  if (place === 0) return words.say("board-first");
  const first = small(short(shown.ways[0]!));
  return words.say(`board-besides-${sideOf(board, place, measure)}`, { first, ...apartSaid(board, numbers.against(place, decision, measure.name)) });
}

/** What a difference to the first comes to. */
export type Lead = Side | "hardly" | "little";

/** On which side of zero a way does better, by what is better of a measure; on neither for the others. */
const BETTER: Record<string, "more" | "less"> = { high: "more", low: "less" };

/** The smallest gain worth having [share]: as set, else as Python declares it. */
export function leastOf({ declared, shown }: Board): number {
  return Number(shown.view["at_least"] ?? declared.size.least);
}

/**
 * On which side of the first a way lies, as `side_of` in Python has it; `hardly` where nearly all results, 9 in 10, differ by less than is
 * worth having, and `little`, which is never called better, where most results gain less than that, or lose.
 */
export function sideOf(board: Board, place: number, { name, better }: Measure): Lead {
  const { low, high, side } = board.numbers!.against(place, board.decision, name);
  const [least, good] = [leastOf(board) * 100, BETTER[String(better)]];
  if (!good) return side;
  if (low > -least && high < least) return "hardly";
  return [good, `mostly_${good}`].includes(side) && board.aheadOf(place) < board.declared.size.half ? "little" : side;
}

interface Apart extends Record<"clear" | "range" | "more" | "less" | "none", string> {
  /** On which side of nothing the whole of it lies, or that it is open. */
  clear: "more" | "less" | "open";
  /** How far apart where that is clear; else how much more and how much less it may be. */
  range: string;
  /** Which of the two is nothing, as it is written; `above` and `below` where the whole lies on one side. */
  none: "less" | "more" | "both" | "no" | "above" | "below";
}

/** Say on which side of nothing the whole of a difference lies as its ends are written; else that it is open. */
function wholeOf({ low, high }: Apartness): Apart["clear"] {
  if (high > low && low > 0 && endSaid(low) !== "0") return "more";
  return low < high && high < 0 && endSaid(high) !== "0" ? "less" : "open";
}

function apartSaid({ words }: Board, apart: Apartness): Apart {
  const { low, high } = apart;
  const clear = wholeOf(apart);
  const [near, far] = clear === "less" ? [-high, -low] : [low, high];
  const range = endsApart(words, near, far);
  const [less, more] = [-low, high].map((value) => endSaid(clear === "open" ? Math.max(value, 0) : Math.abs(value))) as [string, string];
  const none = clear === "more" ? "above" : clear === "less" ? "below"
    : less === "0" ? (more === "0" ? "both" : "less") : more === "0" ? "more" : "no";
  return { clear, range, more, less, none };
}
