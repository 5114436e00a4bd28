// What was typed into a box and cannot be counted: it is kept until it is mended, and a page for a board says that it is left out.

import type { Board } from "../board/board.ts";

export interface Unread {
  text: string;
  /** The number that counts in its place; null where nothing does. */
  before: number | null;
  /** What is asked there, what is wrong with what was typed, and the step it stands in. */
  label: string;
  fault: string;
  part: string;
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
  const mine = [...(kept.get(board) ?? [])].filter(([key]) => key.startsWith(keyOf(board, "")));
  return mine.map(([, unread]) => unread).filter(({ part }) => part !== WATCHED);
}

/** Forget all of it, as when another file is opened. */
export function forgetUnread(board: Board): void {
  kept.delete(board);
}

function keyOf({ view }: Board, id: string): string {
  return `${view.case} ${id}`;
}
