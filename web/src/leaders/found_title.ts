// What a way is called that a search within limits found: a name says what is done in it, and promises no more.

import type { Board } from "../board/board.ts";
import { placeOf } from "../declared.ts";

/** From this place on the dial of feedback on, everybody hears what became of what they said. */
const TO_ALL = 3;

/** Name what a search within limits found, by what it looked among and by what is done in it. */
export function foundTitle({ declared, words }: Pick<Board, "declared" | "words">, dials: readonly number[], among: { involving: boolean; lawful: boolean }, limits: string): string {
  if (!among.lawful) return words.say(among.involving ? "study-limits_way_involving" : "study-limits_way", { limits });
  const k = declared.dials.findIndex(({ name }) => name === "feedback");
  return words.say("study-limits_way_lawful", { limits, feedback: placeOf(declared.dials[k]!, dials[k] ?? 0) >= TO_ALL ? "all" : "some" });
}
