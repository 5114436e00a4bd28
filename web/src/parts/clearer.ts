// Where the way that is spoken of has no clear lead over the first: whether another has one, or does as well for far less.

import type { Board } from "../board/board.ts";
import { besides, decisionsSaid, type Lead, short, sideOf, small, whyNoWinner } from "../board/saying.ts";
import { named } from "../declared.ts";
import { NEAR } from "../numerals.ts";
import { waitsApart } from "./delay.ts";
import { sumAt, sumsOf } from "./money.ts";
import { MET, type Unmet, unmetSaid } from "./unmet.ts";
import { type Beyond, enteredOf, placesOf } from "./weeks.ts";

/** At most this part of the money of the other is far cheaper. */
const FAR = 0.75;

interface Clearer {
  place: number;
  /** Whether it has a clear lead over the first; else it does about as well as the way spoken of, for far less. */
  kind: "clear" | "level";
}

/**
 * Give the way that a headline must name beside the one it speaks of, where that one has no clear lead over the first: of the others
 * that fit what somebody entered, the best with a clear lead; else the best that does about as well on average and is far cheaper.
 */
export function clearerOf(board: Board, spoken: number, beyond: Beyond[]): Clearer | null {
  const { numbers, shown, decision, declared } = board;
  const measure = named(declared.measures, shown.view.measure);
  const { name, better } = measure;
  if (!numbers || spoken === 0 || better === "neither" || whyNoWinner(board)) return null;
  const [good, bad]: [Lead, Lead[]] = better === "low" ? ["less", ["more", "mostly_more"]] : ["more", ["less", "mostly_less"]];
  const side = (place: number): Lead => sideOf(board, place, measure);
  if (side(spoken) === good) return null;
  const gain = (place: number): number => numbers.against(place, decision, name).mean * (better === "low" ? -1 : 1);
  const out = placesOf(enteredOf(beyond));
  const others = [...shown.ways.keys()].filter((place) => place > 0 && place !== spoken && !out.has(place));
  others.sort((one, other) => gain(other) - gain(one));
  const clear = others.find((place) => side(place) === good);
  if (clear !== undefined) return { place: clear, kind: "clear" };
  const sums = sumsOf(board);
  const level = others.find((place) => !bad.includes(side(place)) && gain(place) > gain(spoken) - NEAR && sums && sums[place]![1] <= FAR * sums[spoken]![1]);
  return level === undefined ? null : { place: level, kind: "level" };
}

/** Say which way that is, and that it costs less where it does; nothing where there is none. */
export function clearerSaid(board: Board, spoken: number, beyond: Beyond[], unmet: Unmet = MET): string {
  const found = clearerOf(board, spoken, beyond);
  if (!found) return "";
  const { words, shown, declared } = board;
  const sums = sumsOf(board);
  const [money, other] = sums ? [found.place, spoken].map((place) => sumAt(board, place, sums[place]!)) as [string, string] : ["", ""];
  const cheaper = money !== other && sums![found.place]![1] < sums![spoken]![1];
  return words.say("board-clearer", {
    kind: found.kind, way: shown.ways[found.place]!.title, spoken: small(short(shown.ways[spoken]!)), cheaper: cheaper ? "yes" : "no",
    apart: besides(board, found.place, named(declared.measures, shown.view.measure)), money, other, span: decisionsSaid(board),
    duty: unmetSaid(board, [found.place], unmet, true), waits: waitsApart(board, found.place, spoken),
  });
}
