// A number to enter: it is taken while it fits; what does not fit stays in the box, and is said when the hand leaves it: till then the number from before counts.

import type { ComponentChildren } from "preact";
import type { Board } from "../board/board.ts";
import { entered, number } from "../figures.ts";
import { type Unit, useTyped } from "../parts/typed.ts";

interface Given {
  board: Board;
  id: string;
  label: string;
  help: string;
  unit?: Unit | undefined;
  low: number;
  high: number;
  whole?: boolean;
  /** The number is a share in 100. */
  share?: boolean;
  /** Null where nothing is entered yet. */
  value: number | null;
  /** The number stands there though nobody entered it. */
  assumed?: boolean;
  /** Takes the number; null when the box is emptied. */
  put(given: number | null): void;
  /** What stands below the help. */
  children?: ComponentChildren;
}

export function Amount({ board, id, label, help, unit, low, high, whole, share, value, assumed, put, children }: Given) {
  const { words } = board;
  const doubt = share && value !== null && value > 0 && value < 1; // 0.1 is oftener meant as 10 in 100
  const { wrong, box } = useTyped({ board, id, label, unit, low, high, whole, share, value, assumed, put });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input {...box} aria-describedby={`${id}-help ${id}-wrong`} />
      <p class="wrong" id={`${id}-wrong`} role="alert">{wrong}</p>
      {doubt && !wrong && <p class="late" role="status">{words.say("typed-share_doubt", { value: entered(value), meant: number(value * 100) })}</p>}
      <p class="help" id={`${id}-help`}>{help}</p>
      {children}
    </div>
  );
}
