// What a way is in deeds: each dial's own sentence where it stands, and what is not done.

import type { Board } from "../board/board.ts";
import { small } from "../board/saying.ts";
import { caption, type Dial, dialFigure, placeOf } from "../declared.ts";
import { listed } from "../figures.ts";

/** Say what is done where dials stand so, what is hardly done, and what is not. */
export function doneSaid({ declared, words }: Board, dials: number[]): string {
  const all = declared.dials.flatMap((dial, k) => (dial.anchors.length ? [{ dial, value: dials[k] ?? 0 }] : []));
  const done = all.filter(({ dial, value }) => placeOf(dial, value) > 0);
  const hardly = all.filter(({ dial, value }) => value > dial.low && placeOf(dial, value) === 0);
  const not = all.filter(({ dial, value }) => value === dial.low);
  const seats = Math.round(dials[declared.dials.findIndex((dial) => dial.name === "seats")] ?? 0);
  return [
    ...done.map(({ dial, value }) => words.say("board-done-dial", { dial: dial.label, value: shown(dial, value), caption: caption(dial, value) })),
    hardly.length ? words.say("board-done-hardly", { dials: listed(words, hardly.map(({ dial, value }) => `${small(dial.label)} (${shown(dial, value)})`)) }) : "",
    not.length ? words.say("board-done-not", { dials: listed(words, not.map(({ dial }) => small(dial.label))) }) : "",
    seats > 0 ? words.say("board-done-seats", { seats }) : "",
  ].filter(Boolean).join(" ");
}

function shown(dial: Dial, value: number): string {
  return dialFigure(dial, value);
}
