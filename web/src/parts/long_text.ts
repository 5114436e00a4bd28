// A text being typed: all of it stays in its box; where it is longer than there is room for, its beginning is used, and that is said.

import type { Board } from "../board/board.ts";
import { number } from "../figures.ts";
import type { View } from "../view.ts";
import { keepLong, longIn } from "./unread.ts";

/** Ends a text of which the beginning alone is used. */
const CUT = "…";

interface Asked {
  board: Board;
  id: string;
  label: string;
  /** How long the text may be [letters]. */
  most: number;
  /** What is used of it, in the view as it is when asked. */
  now(view: View): string;
  put(text: string): void;
  /** The box is about no case, and stays as it is from one to the other. */
  any?: boolean;
}

/** Give what is used of a text: all of it where there is room, else its beginning with a mark that it goes on. */
export function usedOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const begins = text.slice(0, most - CUT.length);
  return `${/[\uD800-\uDBFF]$/.test(begins) ? begins.slice(0, -1) : begins}${CUT}`; // never half of a letter that takes two
}

/** Give what a box needs to have a text typed into it, and what is said of one that is too long. */
export function useLongText({ board, id, label, most, now, put, any = false }: Asked) {
  const value = now(board.view);
  const there = longIn(board, id, value, any);
  const type = (text: string): void => {
    const used = usedOf(text, most);
    keepLong(board, id, value, null, any);
    if (used !== text) keepLong(board, id, used, faultOf(text, used), any);
    put(used);
  };
  const faultOf = (text: string, used: string) => {
    const over = text.length - most;
    const fault = board.words.say("board-text-long", { most: number(most), over, written: number(over), kept: number(used.length - CUT.length) });
    return { text, before: null, label, fault, part: String(board.view["part"] ?? ""), long: { over, used, now } };
  };
  return {
    wrong: there?.fault ?? "",
    box: {
      id, value: there?.text ?? value, "aria-invalid": there !== null,
      onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    },
  };
}
