// How many seats a way has; 0 means that all who come have room.

import type { Board } from "../board/board.ts";
import type { Declared, Way } from "../declared.ts";

export function seatsOf({ declared }: Board, way: Way): number {
  return way.dials[declared.dials.findIndex((dial) => dial.name === "seats")] ?? 0;
}

/** Give the costs besides hours that a way can have: without seats nobody is found by lot, and no members are paid. */
export function besidesAsked({ besides: { names, seated } }: Declared, seats: number): string[] {
  return seats > 0 ? names : names.filter((name) => !seated.includes(name));
}
