// Which day somebody means by what they wrote, by the same rule as `coprod_sim/board/written_days.py`.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const COUNTS = [
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
  "seventeen", "eighteen", "nineteen", "twenty",
];
/** The first day of each part of a month; its end is its last day. */
const PARTS: Record<string, number> = { early: 1, "start of": 1, "beginning of": 1, mid: 11, "middle of": 11, late: 21, "end of": 31, end: 31 };

const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "([12]\\d{3})\\b";
const COUNT = `(\\d{1,3}|an?|${COUNTS.join("|")})`;
const UNIT = "(day|week|month)s?\\b";
const ALONE = `(?:^|[,;:(] ?)${MONTH}(?:$|[,;)])|\\b(?:in|by|before|until|till|during|next|for) ${MONTH}`;
const A_DAY = 24 * 3600 * 1000;

/** The day that somebody means. */
export interface WrittenDay {
  /** Its beginning in milliseconds since 1970, by UTC. */
  day: number;
  /** It was written as a whole date. */
  plain: boolean;
  /** It is the same day whenever the words are read: a year was written. */
  fixed: boolean;
  /** It is the earliest of several days that the words may mean. */
  earliest: boolean;
}

/** Today, as the calendar of whoever's computer this is has it. */
interface Today {
  year: number;
  /** From 1. */
  month: number;
  date: number;
  day: number;
}

type Read = (found: RegExpExecArray, today: Today) => WrittenDay | null;

/** Read which day somebody means, before or after today; null where none can be read. */
export function writtenDay(text: string, now: Date): WrittenDay | null {
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, date: now.getDate(), day: dayOf(now) };
  const line = text.toLowerCase().split(/\s+/).join(" ").trim();
  for (const [pattern, read] of READ) {
    const found = pattern.exec(line);
    if (found) return read(found, today);
  }
  return monthAlone(line, today);
}

/** Give the day of a moment by the calendar of whoever's computer this is. */
export function dayOf(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
}

function written(day: number | null, more: Partial<WrittenDay> = {}): WrittenDay | null {
  return day === null ? null : { day, plain: false, fixed: false, earliest: false, ...more };
}

/** Give a day that there is; null for one like 31 February. */
function dated(year: number, month: number, day: number): number | null {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found.getTime() : null;
}

function whole(year: string, month: number, day: string): WrittenDay | null {
  return written(dated(Number(year.length > 2 ? year : `20${year}`), month, Number(day)), { plain: true, fixed: true });
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

/** Count days, weeks or months of the calendar from today. */
function ahead([, count, unit]: RegExpExecArray, today: Today): WrittenDay | null {
  const number = /^\d/.test(count!) ? Number(count) : Math.max(COUNTS.indexOf(count!), 0) + 1;
  if (unit !== "month") return written(today.day + number * (unit === "week" ? 7 : 1) * A_DAY);
  const months = today.month - 1 + number;
  return written(inMonth(today.year + Math.floor(months / 12), (months % 12) + 1, today.date));
}

/** Give a day of a month; its last where it has not so many. */
function inMonth(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()));
}

/** Give the first day of a part of a month, and the last day for its end. */
function partOf([, part, name, year]: RegExpExecArray, today: Today): WrittenDay | null {
  const month = monthOf(name!);
  const day = inMonth(year ? Number(year) : yearOf(month, today), month, PARTS[part!]!);
  return written(day, { fixed: Boolean(year), earliest: !part!.startsWith("end") });
}

function yearOf(month: number, today: Today): number {
  return today.year + (month < today.month ? 1 : 0);
}

/** Give the next such day from today: 29 February may be years ahead. */
function next(day: number, month: number, today: Today): WrittenDay | null {
  for (let year = today.year; year < today.year + 9; year++) {
    const found = dated(year, month, day);
    if (found !== null && found >= today.day) return written(found);
  }
  return null;
}

/** Read "February 16"; "February 27" may mean a year as well. */
function monthFirst([, name, day, ending]: RegExpExecArray, today: Today): WrittenDay | null {
  return !ending && Number(day) >= today.year % 100 ? null : next(Number(day), monthOf(name!), today);
}

/** Read a month with no year, where it stands for a time and nothing else does. */
function monthAlone(line: string, today: Today): WrittenDay | null {
  const found = new RegExp(ALONE).exec(line);
  if (!found || /\d/.test(line) || line.match(new RegExp(`\\b${MONTH}`, "g"))!.length > 1) return null;
  const month = monthOf((found[1] ?? found[2])!);
  return written(Date.UTC(yearOf(month, today), month - 1, 1), { earliest: true });
}

/** How a day may be written, the plainest first, and how it is read. */
const READ: [RegExp, Read][] = [
  [/\b([12]\d{3})-(\d{1,2})-(\d{1,2})\b/, (m) => whole(m[1]!, Number(m[2]), m[3]!)],
  [/\b(\d{1,2})[./](\d{1,2})[./]([12]\d{3}|\d{2})\b/, (m) => whole(m[3]!, Number(m[2]), m[1]!)],
  [new RegExp(`\\b${DAY}(?: of)? (${MONTHS.join("|")})[a-z]*\\.?,? ${YEAR}`), (m) => whole(m[3]!, monthOf(m[2]!), m[1]!)],
  [new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}`), (m) => whole(m[3]!, monthOf(m[1]!), m[2]!)],
  [new RegExp(`\\b(?:in|within) (?:the next |about |around )?${COUNT} ${UNIT}(?! (?:of|after|before|from (?!now\\b|today\\b))\\b)`), ahead],
  [new RegExp(`(?:^|[,;:(] ?)(?:about |around )?${COUNT} ${UNIT}(?:$| from (?:now|today)\\b)`), ahead],
  [new RegExp(`\\b(${Object.keys(PARTS).join("|")})[ -](?:in )?${MONTH}(?:,? ${YEAR})?`), partOf],
  [new RegExp(`\\b${DAY}(?: of)? ${MONTH}`), (m, today) => next(Number(m[1]), monthOf(m[2]!), today)],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(st|nd|rd|th)?\\b`), monthFirst],
  [new RegExp(`\\b${MONTH},? ${YEAR}`), (m) => written(dated(Number(m[2]), monthOf(m[1]!), 1), { fixed: true, earliest: true })],
];
