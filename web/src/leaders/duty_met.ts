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
export function detailsSaid(board: Board, ways = metOf(board)): string {
  const told = ways.filter(({ dials }) => detailsAtMost(board, dials)).map((way) => small(short(way)));
  return told.length ? board.words.say("leaders-page-duty_details", { ways: listed(board.words, told) }) : "";
}

/** Say of ways that would probably meet a likely duty how few of the people affected have a seat; nothing where these are not known. */
export function seatsOfMetSaid(board: Board, ways = metOf(board)): string {
  return ways.map((way) => seatsHeardSaid(board, small(short(way)), seatsOf(board, way))).filter(Boolean).join(" ");
}

/** Say of some of the ways compared, where they would probably meet a likely duty, what the duty may still need; nothing of the others. */
export function stillNeededSaid(board: Board, places: number[]): string {
  const some = places.map((place) => board.shown.ways[place]!);
  const met = metOf(board).filter((way) => some.includes(way));
  return [detailsSaid(board, met), seatsOfMetSaid(board, met)].filter(Boolean).join(" ");
}

/** Say of a way that a search gives, and that would probably meet a likely duty, what the duty may still need: the same as of the ways compared. */
export function stillNeededOf(board: Board, dials: readonly number[]): string {
  const { declared, words } = board;
  const way = words.say("study-duty_this");
  const seats = dials[declared.dials.findIndex(({ name }) => name === "seats")] ?? 0;
  const details = detailsAtMost(board, dials) ? words.say("leaders-page-duty_details", { ways: way }) : "";
  return [details, seatsHeardSaid(board, way, seats)].filter(Boolean).join(" ");
}

/** Say that only so many people have a seat; nothing where all have one, or nobody entered how many are affected. */
export function seatsHeardSaid(board: Board, way: string, seats: number): string {
  const people = affectedOf(board) ?? 0;
  return 0 < seats && seats < people ? board.words.say("leaders-page-duty_seats", { way, seats: number(seats), people: number(people) }) : "";
}

function metOf(board: Board): Way[] {
  return board.shown.ways.filter((way) => !lackingSaid(board, way.dials));
}
