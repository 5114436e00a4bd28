// What has to be said of ways that would probably meet a likely duty to ask: the duty may still need more. The same rules as in
// `apps/leaders/duty_met.py`.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { placeOf, type Way } from "../declared.ts";
import { listed, number } from "../figures.ts";
import { affectedOf } from "../parts/affected.ts";
import { seatsOf } from "../parts/seats.ts";
import { lackingSaid } from "./lacking.ts";

/** The place of the sentence on the dial of real influence up to which people choose details at most. */
const DETAILS = 1;

/** Say whether dials let people choose details at most. */
export function detailsAtMost({ declared }: Board, dials: readonly number[]): boolean {
  const k = declared.dials.findIndex(({ name }) => name === "influence");
  return placeOf(declared.dials[k]!, dials[k] ?? 0) <= DETAILS;
}

/** Warn of ways that would probably meet a likely duty, but not where people could still say no. */
export function detailsSaid(board: Board): string {
  const told = metOf(board).filter(({ dials }) => detailsAtMost(board, dials)).map((way) => small(short(way)));
  return told.length ? board.words.say("leaders-page-duty_details", { ways: listed(board.words, told) }) : "";
}

/** Say of ways that would probably meet a likely duty how few of the people affected have a seat; nothing where these are not known. */
export function seatsOfMetSaid(board: Board): string {
  return metOf(board).map((way) => seatsHeardSaid(board, small(short(way)), seatsOf(board, way))).filter(Boolean).join(" ");
}

/** Say that only so many people have a seat; nothing where all have one, or nobody entered how many are affected. */
export function seatsHeardSaid(board: Board, way: string, seats: number): string {
  const people = affectedOf(board) ?? 0;
  return 0 < seats && seats < people ? board.words.say("leaders-page-duty_seats", { way, seats: number(seats), people: number(people) }) : "";
}

function metOf(board: Board): Way[] {
  return board.shown.ways.filter((way) => !lackingSaid(board, way.dials));
}
