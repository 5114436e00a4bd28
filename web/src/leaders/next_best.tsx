// What the way a page speaks of gains, and costs, beside the next best way that was compared: a comparison with the first way alone would
// leave out what a board could choose instead. The same rule as in `apps/leaders/next_best.py`.

import type { Board } from "../board/board.ts";
import { decisionsSaid, ends as endsSaid, leastOf, short, small, spanned, whyNoWinner } from "../board/saying.ts";
import { named } from "../declared.ts";
import { columnOf } from "../engine/job.ts";
import type { Runs } from "../engine/numbers.ts";
import { difference, entered } from "../figures.ts";
import { useAsked } from "../parts/asked.ts";
import { delayed, waitsApart } from "../parts/delay.ts";
import { spokenOf } from "../parts/explained.ts";
import { chanceSaid, type Ends, meetsOf } from "../parts/meets.ts";
import { sumAt, sumsOf } from "../parts/money.ts";
import { beyondOf, calledWith, enteredOf, noneFitsSaid, placesOf } from "../parts/weeks.ts";
import { leftOf } from "../view.ts";
import { endsOf, useDearer } from "./dearer.ts";
import { useLikely } from "./duty.ts";
import { detailsAtMost } from "./duty_met.ts";
import { lackingSaid, unmetOf } from "./lacking.ts";
import { LINE } from "./on_paper.ts";

/** Give the place of the least dear way that would probably meet a likely duty which the first would not; null where there is no other than `place`. */
export function leastDear(board: Board, likely: boolean, place: number): number | null {
  const least = leastOfAll(board, likely);
  return least === place ? null : least;
}

function leastOfAll(board: Board, likely: boolean): number | null {
  const { ways } = board.shown;
  const sums = sumsOf(board, 1);
  if (!likely || !sums || !lackingSaid(board, ways[0]!.dials)) return null;
  const meeting = [...ways.keys()].filter((one) => !lackingSaid(board, ways[one]!.dials));
  return meeting.sort((one, other) => sums[one]![1] - sums[other]![1])[0] ?? null;
}

/** Say that a way is itself the least dear one that would probably meet a likely duty which the first would not; else nothing. */
function itselfSaid(board: Board, likely: boolean, place: number): string {
  if (leastOfAll(board, likely) !== place) return "";
  return board.words.say("leaders-page-beside_itself", { way: short(board.shown.ways[place]!), say: sayIn(board, place) });
}

function sayIn(board: Board, place: number | null): string {
  return place !== null && detailsAtMost(board, board.shown.ways[place]!.dials) ? "details" : "more";
}

/**
 * Give the place of the way that a board must see beside the one spoken of: the least dear that would meet the duty; else, of the others but
 * the first, the best, those before all that would probably meet a likely duty and fit what was entered. Beside the first, what fits comes
 * before all. Null where there is no other.
 */
export function nextBest(board: Board, likely: boolean, place: number): number | null {
  const { declared, shown, numbers, decision } = board;
  const least = leastDear(board, likely, place);
  const out = placesOf(enteredOf(beyondOf(board)));
  if (!numbers || (least !== null && !(place === 0 && out.has(least)))) return least;
  const { name, better } = named(declared.measures, shown.view.measure);
  const unmet = unmetOf(board, likely);
  const foremost = place === 0 ? [out, unmet] : [unmet, out];
  const worth = (one: number): number => numbers.of(one, decision, name).mean * (better === "low" ? -1 : 1);
  const order = (one: number): number[] => [...foremost.map((these) => Number(these.has(one))), -worth(one)];
  const others = [...shown.ways.keys()].filter((one) => one > 0 && one !== place);
  const before = (one: number, other: number): number => order(one).map((value, k) => value - order(other)[k]!).find((apart) => apart !== 0) ?? 0;
  return others.sort(before)[0] ?? null;
}

/** Give what is shown in every run, where the module has said it of the measure that is shown. */
function seenOf({ declared, shown, numbers }: Board): Runs | null {
  return numbers?.seen?.column === columnOf(declared, 1, shown.view.measure) ? numbers.seen : null;
}

/** Give in what share of the results that ranges are over a way gains enough over another; not a number where runs are not at hand. */
export function aheadOfOther(board: Board, place: number, other: number): number {
  const { declared, shown, decision } = board;
  const seen = seenOf(board);
  if (!seen) return NaN;
  const times = named(declared.measures, shown.view.measure).better === "low" ? -1 : 1;
  const [ours, theirs] = [place, other].map((one) => seen.of(one, decision, 1)) as [Float64Array, Float64Array];
  const gains = Array.from(ours, (one, k) => (one - theirs[k]!) * times);
  const over = gains.length > seen.assumed ? gains.slice(seen.assumed) : gains;
  const there = over.filter((gain) => !Number.isNaN(gain));
  return there.filter((gain) => gain >= leastOf(board)).length / there.length;
}

/** Say whether the way spoken of is the least dear that would meet a likely duty, how far it ends from another, by the `ends` of the difference where they are known, and what both take. */
export function besideSaid(board: Board, likely: boolean, place: number, other: number | null, ends: Ends | null): string[] {
  const { declared, shown, words, numbers, decision, costs } = board;
  const sums = sumsOf(board);
  if (!numbers || !sums || whyNoWinner(board)) return [];
  const itself = itselfSaid(board, likely, place);
  if (other === null) return [itself].filter(Boolean);
  const measure = named(declared.measures, shown.view.measure);
  const beyond = beyondOf(board);
  const way = small(short(shown.ways[place]!));
  const [range, other_range] = [place, other].map((one) => endsSaid(board, numbers.of(one, decision, measure.name))) as [string, string];
  const [weeks, other_weeks] = [place, other].map((one) => entered(costs[one]!.weeks * spanned(board))) as [string, string];
  const [money, other_money] = [place, other].map((one) => sumAt(board, one, sums[one]!)) as [string, string];
  const least = leastDear(board, likely, place);
  const none = noneFitsSaid(board, beyond);
  const called = (one: number): string => (none ? small(short(shown.ways[one]!)) : calledWith(board, beyond, small(short(shown.ways[one]!)), one));
  const apart = words.say("leaders-page-beside", {
    other: called(other), way, status: other === least ? "cheapest" : unmetOf(board, likely).has(other) ? "unmet" : "other",
    label: small(measure.label), apart: ends ? difference(words, ...ends, measure.shown_in) : "none",
    least: least === null || least === other ? "none" : called(least), say: sayIn(board, least),
  });
  return [[itself, apart].filter(Boolean).join(" "), words.say("leaders-page-beside_takes", { way, range, other_range, unit: measure.shown_in, weeks, other_weeks, money, other_money, span: decisionsSaid(board), waits: waitsApart(board, place, other) })];
}

/** Say so under the headline once it rests, run by run; where nothing can be played, without the difference. Beside the dials (`brief`), where both end and what they take stands in picture and table on the same sheet. */
export function BesideSays({ board, brief = false }: { board: Board; brief?: boolean | undefined }) {
  const { shown, numbers } = board;
  const likely = useLikely(board);
  const rests = ["settled", "beforehand"].includes(board.phase);
  const place = rests ? spokenOf(board) : 0;
  const other = rests ? nextBest(board, likely, place) : null;
  const seen = seenOf(board);
  const measure = shown.view.measure;
  const of = JSON.stringify([other, place, measure, Boolean(seen), board.decision, other === null ? 0 : [place, other].map((one) => numbers!.of(one, board.decision, measure))]);
  const ends = useAsked(board, of, async () => {
    if (other === null || !seen) return null;
    const theirs = seen.of(other, board.decision);
    return endsOf(board, Array.from(seen.of(place, board.decision), (one, k) => one - theirs[k]!));
  });
  if (!rests || (other !== null && board.phase === "settled" && !ends)) return null;
  const [apart, takes] = besideSaid(board, likely, place, other, ends);
  return apart ? <p class="beside">{apart}{!brief && takes && <span class={LINE}> {takes}</span>}</p> : null;
}

/**
 * Say from which chance of a lost challenge on the way spoken of is cheaper than the one beside it; nothing where it is not known yet, nor of
 * the first, which the other sentences are about, unless another is the least dear one that would meet a likely duty.
 */
export function useBesideEven(board: Board, challenge: number | null): string {
  const { shown, view, words } = board;
  const place = board.numbers ? spokenOf(board) : 0;
  const likely = useLikely(board);
  const lawful = leastDear(board, likely, place);
  const least = lawful ?? (place > 0 ? nextBest(board, likely, place) : null);
  const known = least !== null && challenge !== null && [place, least].every((one) => one === 0 || leftOf(view, shown.ways[one]!.name) !== null);
  const dearer = useDearer(board, known ? delayed(board, sumsOf(board, 1)) : null, [place], least ?? 0);
  if (!known || !dearer || dearer === "unknown") return "";
  const stays = (one: number): number => (one === 0 ? 1 : leftOf(view, shown.ways[one]!.name)!);
  const meets = meetsOf(dearer[0]!, challenge * (stays(least) - stays(place)));
  const [other, base, first] = [place, least, 0].map((one) => small(short(shown.ways[one]!))) as [string, string, string];
  return words.say("said-even-beside", {
    ...chanceSaid(board, meets), other, base, first,
    lawful: lawful === null ? "no" : "yes", met: lawful !== null && lackingSaid(board, shown.ways[place]!.dials) ? "no" : "yes",
  });
}
