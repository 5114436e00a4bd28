// Where a duty to ask is likely and the first way would probably not meet it: what the way spoken of gains, and costs, beside the least dear
// way that would. The same rule as in `apps/leaders/lawful.py`.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { named } from "../declared.ts";
import { columnOf } from "../engine/job.ts";
import { difference, shareBetween } from "../figures.ts";
import { useAsked } from "../parts/asked.ts";
import { delayed } from "../parts/delay.ts";
import { spokenOf } from "../parts/explained.ts";
import { meetsOf, whenSaid } from "../parts/meets.ts";
import { sumsOf } from "../parts/money.ts";
import { leftOf } from "../view.ts";
import { endsOf, useDearer } from "./dearer.ts";
import { useLikely } from "./duty.ts";
import { lackingSaid } from "./lacking.ts";

/** Give the place of the least dear way that would probably meet a likely duty which the first would not; null where there is no other than `place`. */
export function leastDear(board: Board, likely: boolean, place: number): number | null {
  const { ways } = board.shown;
  const sums = sumsOf(board, 1);
  if (!likely || !sums || !lackingSaid(board, ways[0]!.dials)) return null;
  const meeting = [...ways.keys()].filter((one) => !lackingSaid(board, ways[one]!.dials));
  const least = meeting.sort((one, other) => sums[one]![1] - sums[other]![1])[0];
  return least === undefined || least === place ? null : least;
}

/** Say under the headline how far the way spoken of ends from that way, run by run; nothing where the page is about luck too short to tell. */
export function LawfulSays({ board }: { board: Board }) {
  const { declared, shown, words, numbers } = board;
  const measure = named(declared.measures, shown.view.measure);
  const likely = useLikely(board);
  const settled = board.phase === "settled";
  const place = settled ? spokenOf(board) : 0;
  const least = settled ? leastDear(board, likely, place) : null;
  const seen = numbers?.seen?.column === columnOf(declared, 1, measure.name) ? numbers.seen : null;
  const of = JSON.stringify([least, place, measure.name, Boolean(seen), board.decision, least === null ? 0 : [place, least].map((one) => numbers!.of(one, board.decision, measure.name))]);
  const ends = useAsked(board, of, async () => {
    if (least === null || !seen) return null;
    const theirs = seen.of(least, board.decision);
    return endsOf(board, Array.from(seen.of(place, board.decision), (one, k) => one - theirs[k]!));
  });
  if (least === null || !ends) return null;
  const [way, lawful] = [place, least].map((one) => small(short(shown.ways[one]!))) as [string, string];
  return <p class="late duty">{words.say("leaders-page-lawful", { lawful, way, label: small(measure.label), apart: difference(words, ...ends, measure.shown_in) })}</p>;
}

/** Say from which chance of a lost challenge on the way spoken of is cheaper than that way; nothing where it is not known yet. */
export function useLawfulEven(board: Board, challenge: number | null): string {
  const { shown, view, words } = board;
  const place = board.numbers ? spokenOf(board) : 0;
  const least = leastDear(board, useLikely(board), place);
  const known = least !== null && challenge !== null;
  const dearer = useDearer(board, known ? delayed(board, sumsOf(board, 1)) : null, [place], least ?? 0);
  if (!known || !dearer || dearer === "unknown") return "";
  const stays = (one: number): number => (one === 0 ? 1 : (leftOf(view, shown.ways[one]!.name) ?? 0));
  const { meet: [low, high], when } = meetsOf(dearer[0]!, challenge * (stays(least) - stays(place)));
  const [other, base, first] = [place, least, 0].map((one) => small(short(shown.ways[one]!))) as [string, string, string];
  const chance = shareBetween(words, Math.max(low, 0) * 100, Math.min(high, 1) * 100);
  return words.say("said-even-beside", { when: whenSaid(when, chance), other, base, first, met: lackingSaid(board, shown.ways[place]!.dials) ? "no" : "yes", chance });
}
