// How many weeks it is until a day that somebody wrote as text, by the same rule as `coprod_sim/board/dated.py`.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMED = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/;
const IN_FIGURES = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/;
const YEAR_FIRST = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
const WEEK = 7 * 24 * 3600 * 1000;

/** Count the whole weeks from a day until the one that is written; null where no whole date can be read, and where it is past. */
export function weeksUntil(text: string, today: Date): number | null {
  const day = dayIn(text.toLowerCase().split(/\s+/).join(" ").trim());
  const now = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return day !== null && day > now ? Math.floor((day - now) / WEEK) : null;
}

function dayIn(text: string): number | null {
  const [first, figures, named] = [YEAR_FIRST, IN_FIGURES, NAMED].map((one) => one.exec(text));
  if (first) return dayOf(Number(first[1]), Number(first[2]), Number(first[3]));
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  if (named && MONTHS.includes(named[2]!)) return dayOf(Number(named[3]), MONTHS.indexOf(named[2]!) + 1, Number(named[1]));
  return null;
}

/** Give a day that there is; null for one like 31 February. */
function dayOf(year: number, month: number, day: number): number | null {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found.getTime() : null;
}
