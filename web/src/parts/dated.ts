// How many weeks it is until a day that somebody wrote as text, by the same rule as `coprod_sim/board/dated.py`.

import { dayOf, type WrittenDay, writtenDay } from "./written_day.ts";

const WEEK = 7 * 24 * 3600 * 1000;

/** Count the whole weeks from a day until the one that is written; null where no day can be read, and where it is past. */
export function weeksUntil(text: string, today: Date): number | null {
  const [found, now] = [writtenDay(text, today), dayOf(today)];
  return found !== null && found.day > now ? Math.floor((found.day - now) / WEEK) : null;
}

/** Write a day as the pages write their date. */
export function writtenSaid({ day }: WrittenDay): string {
  return new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
