// What was typed into a box and cannot be counted: it is kept until it is mended, and a page for a board says that it is left out.

import type { Board } from "../board/board.ts";
import type { View } from "../view.ts";

export interface Unread {
  text: string;
  /** The number that counts in its place; null where nothing does. */
  before: number | null;
  /** What is asked there, what is wrong with what was typed, and the step it stands in. */
  label: string;
  fault: string;
  part: string;
  /** A text that is longer than its box has room for: how many letters are too many, the beginning that is used, and what stands there now. */
  long?: { over: number; used: string; now(view: View): string };
}

const kept = new WeakMap<Board, Map<string, Unread>>();

/** Keep what stands in a box of the case that is shown, or forget it with null. */
export function keepUnread(board: Board, id: string, unread: Unread | null): void {
  const all = kept.get(board) ?? new Map<string, Unread>();
  kept.set(board, all);
  if (unread) all.set(keyOf(board, id), unread);
  else all.delete(keyOf(board, id));
}

/** Give what stands unread in a box; null where nothing does, or where another number has been entered since. */
export function unreadIn(board: Board, id: string, value: number | null): Unread | null {
  const found = kept.get(board)?.get(keyOf(board, id));
  return found && found.before === value ? found : null;
}

/** The step that watches one town: nothing typed there is on the page for a board. */
const WATCHED = "town";

/** Give everything about the case that is shown that was typed and does not count. */
export function unreadOf(board: Board): Unread[] {
  const mine = [...(kept.get(board) ?? [])].filter(([key]) => key.startsWith(keyOf(board, "")) || key.startsWith(`${ANY} `));
  const there = mine.map(([, unread]) => unread).filter(({ part }) => part !== WATCHED);
  return there.filter(({ long }) => !long || long.now(board.view) === long.used);
}

/** Take out all that stands unread about a case, so that it can be put aside with it. */
export function takeUnread(board: Board, town: string): Map<string, Unread> {
  const all = kept.get(board) ?? new Map<string, Unread>();
  const mine = new Map([...all].filter(([key]) => key.startsWith(`${town} `)));
  for (const key of mine.keys()) all.delete(key);
  return mine;
}

/** Put back what was taken out. */
export function giveUnread(board: Board, mine: Map<string, Unread>): void {
  kept.set(board, new Map([...(kept.get(board) ?? []), ...mine]));
}

/** Forget all of it, as when another file is opened. */
export function forgetUnread(board: Board): void {
  kept.delete(board);
}

/** Stands before what was typed in a box that is about no case. */
const ANY = "*";

function keyOf({ view }: Board, id: string, any = false): string {
  return `${any ? ANY : view.case} ${id}`;
}

/** Keep the whole of a text whose beginning alone is used, or forget it with null. `any`: the box is about no case. */
export function keepLong(board: Board, id: string, used: string, long: Unread | null, any = false): void {
  const all = kept.get(board) ?? new Map<string, Unread>();
  kept.set(board, all);
  if (long) all.set(keyOf(board, `${id} ${used}`, any), long);
  else all.delete(keyOf(board, `${id} ${used}`, any));
}

/** Give the whole of a text by the beginning of it that is used; null where that is all of it. */
export function longIn(board: Board, id: string, used: string, any = false): Unread | null {
  return kept.get(board)?.get(keyOf(board, `${id} ${used}`, any)) ?? null;
}
