// What there is for one decision: weeks, money and hours of staff. Asked wherever it is counted, and entered once.

import type { Board } from "../board/board.ts";
import { price, type View } from "../view.ts";
import { isYours } from "./money.ts";
import type { Unit } from "./typed.ts";
import { datesSaid, monthsSaid } from "./weeks.ts";

/** One limit that can be entered. */
export interface Limit {
  name: "weeks" | "budget" | "hours";
  label: string;
  help: string;
  unit: Unit;
  low: number;
  high: number;
  /** Null where nothing is entered. */
  value: number | null;
  /** What is asked about a number that fits but is hardly meant. */
  asks: string;
  put(given: number | null): void;
}

const LONGEST = 520;
const DEAREST = 1e9;
const MOST_HOURS = 1e6;

/** Ask beside a box whether it is meant, where something looks wrong; else nothing. */
export function checked({ words }: Board, said: string): string {
  return said && words.say("board-check", { said });
}

export function limitsAsked(board: Board): Limit[] {
  const { view, words } = board;
  const { currency, weeks_available: weeks } = board.case.money;
  const entered = (name: "budget" | "staff_hours"): number | null => (view[name] as number | null | undefined) ?? null;
  const limit = (name: Limit["name"], unit: Unit, high: number, value: number | null, put: Limit["put"]): Limit =>
    ({ name, unit, low: 0, high, value, put, asks: checked(board, value === 0 ? words.say("board-limits-zero") : name === "weeks" ? [datesSaid(board), monthsSaid(board)].filter(Boolean).join(" ") : ""), label: words.say(`board-limits-${name}`, { currency }), help: words.say(`board-limits-${name}_help`) });
  return [
    limit("weeks", "weeks", LONGEST, isYours(board, "weeks_available") ? weeks : null, (given) => board.change(price(view, "weeks_available", given))),
    limit("budget", "money", DEAREST, entered("budget"), (given) => board.change({ ...view, budget: given } as View)),
    limit("hours", "hours", MOST_HOURS, entered("staff_hours"), (given) => board.change({ ...view, staff_hours: given } as View)),
  ];
}
