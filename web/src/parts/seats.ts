// How many seats a way has; 0 means that all who come have room.

import type { Board } from "../board/board.ts";
import type { Declared, Way } from "../declared.ts";

export function seatsOf({ declared }: Board, way: Way): number {
  return way.dials[declared.dials.findIndex((dial) => dial.name === "seats")] ?? 0;
}

/** From this part of the seats on, a room counts as full: a few people who are drawn stay away, and lots may draw a few too many. */
export const FULL = 0.95;

/** Give how many people sit in a room where so many are drawn: nobody without a seat, and a room that is full by its seats. */
export function seated(people: number, seats: number): number {
  return seats > 0 && people >= FULL * seats ? seats : people;
}

/** Give the costs besides hours that a way can have: without seats nobody is found by lot, and no members are paid. */
export function besidesAsked({ besides: { names, seated } }: Declared, seats: number): string[] {
  return seats > 0 ? names : names.filter((name) => !seated.includes(name));
}
