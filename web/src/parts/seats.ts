// How many seats a way has; 0 means that all who come have room.

import type { Board } from "../board/board.ts";
import type { Way } from "../declared.ts";

export function seatsOf({ declared }: Board, way: Way): number {
  return way.dials[declared.dials.findIndex((dial) => dial.name === "seats")] ?? 0;
}
