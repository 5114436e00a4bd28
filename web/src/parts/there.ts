// How many weeks there are for one decision, and who says so.

import type { Board } from "../board/board.ts";
import { OWN } from "../view.ts";
import { weeksUntil } from "./dated.ts";
import { isYours } from "./money.ts";

export const WEEKS_A_MONTH = 52 / 12;

export interface There {
  /** No limit where nobody says. */
  weeks: number;
  /** Entered as weeks, as a day or as months in public; or assumed for a case of the library. */
  whose: "yours" | "date" | "months" | "assumed" | "nobody";
}

/** Give the weeks there are: as entered, until the day entered, of the months entered, or as a case of the library has them. */
export function thereOf(board: Board): There {
  const { view } = board;
  const { weeks_available: weeks } = board.case.money;
  if (isYours(board, "weeks_available")) return { weeks, whose: "yours" };
  if (view.case !== OWN) return { weeks, whose: "assumed" };
  const dated = datedOf(board);
  if (dated !== null) return { weeks: dated, whose: "date" };
  const months = monthsOf(board);
  return months === null ? { weeks: Infinity, whose: "nobody" } : { weeks: Math.round(months * WEEKS_A_MONTH), whose: "months" };
}

/** Give the whole weeks for each decision until the day entered for one's own case, which is that of the last of a series; null where none can be read. */
export function datedOf(board: Board): number | null {
  const weeks = untilTheDay(board);
  return weeks === null ? null : Math.floor(weeks / decisionsEntered(board));
}

/** Give the whole weeks until the day entered for one's own case, for all its decisions; null where none can be read. */
export function untilTheDay(board: Board): number | null {
  return board.view.case === OWN ? weeksUntil(byWhen(board), new Date()) : null;
}

/** Give how many decisions were entered for one's own case; 1 for another, and where nobody entered it. */
export function decisionsEntered({ view }: Board): number {
  const { count } = (view["own"] ?? {}) as { count?: unknown };
  return view.case === OWN && typeof count === "number" ? Math.max(Math.trunc(count), 1) : 1;
}

/** Write weeks that there are; where a day was entered for a series, they are those of each decision. */
export function eachSaid(board: Board, weeks: string): string {
  return thereOf(board).whose === "date" && decisionsEntered(board) > 1 ? board.words.say("board-weeks-each", { weeks }) : weeks;
}

/** Whether somebody entered a limit: weeks or a day. Months in public leave open how long getting ready may take. */
export function isLimit({ whose }: There): boolean {
  return whose === "yours" || whose === "date";
}

/** Give the months entered for a decision of one's own; null where nobody entered them. */
export function monthsOf({ view }: Board): number | null {
  const { months } = (view["own"] ?? {}) as { months?: unknown };
  return view.case === OWN && typeof months === "number" ? months : null;
}

/** Give the day that was entered for a decision of one's own, as it was written. */
export function byWhen({ view }: Board): string {
  return String((view["own"] as { by_when?: unknown } | undefined)?.by_when ?? "");
}
