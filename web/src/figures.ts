// Ranges, differences and amounts in words, as `coprod_sim/charts/words.py` writes them, from the same messages.

import { about, amount, asWritten, endSaid, MINUS, moneyUp, number, rough } from "./numerals.ts";
import type { Words } from "./words.ts";

/** Months in a year. */
const YEAR = 12;
/** Closer than this, two numbers are one. */
const SAME = 1e-9;

export interface Way {
  /** Decimals, at least. */
  digits?: number;
  /** Whether numbers above 0 carry a plus. */
  sign?: boolean;
}

/** Write two numbers and their difference so that what is shown adds up, as `adding_up` does. */
export function addingUp(before: number, after: number, digits = 0): [before: string, after: string, gain: string] {
  const shown = (value: number, places: number): number => Number(number(value, places).replaceAll(",", "").replace(MINUS, "-"));
  const apart = (places: number): number => shown(after, places) - shown(before, places);
  const agree = number(apart(digits), digits) === number(after - before, digits);
  const places = agree || !Number.isFinite(after - before) ? digits : digits + 1;
  return [number(before, places), number(after, places), number(apart(places), places, true)];
}

/** Write a range; one that is too narrow for whole numbers gets one decimal. */
export function span(words: Words, low: number, high: number, { digits = 0, sign = false }: Way = {}): string {
  if (sign) return endsApart(words, low, high, true);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return words.say("figure-nobody");
  for (let places = digits; places < 2; places++) {
    const ends = [number(low, places), number(high, places)] as const;
    if (ends[0] !== ends[1]) return words.say("figure-span", { low: ends[0], high: ends[1] });
  }
  return number(low, number(low, 1).endsWith(".0") ? 0 : 1);
}

/** Write a range of differences; each end has a decimal only below 1, or where they would seem equal. */
export function endsApart(words: Words, low: number, high: number, sign = false): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return words.say("figure-nobody");
  const alike = number(low) === number(high);
  const [one, other] = [low, high].map((value) => {
    const written = endSaid(value, alike);
    return sign && value > 0 && written !== "0" ? `+${written}` : written;
  }) as [string, string];
  return one === other ? one : words.say("figure-span", { low: one, high: other });
}

/** Write a count, or a range of counts, without false exactness: two figures that count of each end. */
export function counts(words: Words, low: number, high: number): string {
  return span(words, rough(low), rough(high));
}

/** Write a range with its unit: "38 to 52 in 100". */
export function between(words: Words, low: number, high: number, unit: string, digits = 0): string {
  const figure = span(words, low, high, { digits });
  return figure === words.say("figure-nobody") ? figure : words.say("figure-in_unit", { figure, unit });
}

/** Write a range of shares in 100, as `share_between` does: a decimal only where both ends are small, or read as 0. */
export function shareBetween(words: Words, low: number, high: number): string {
  const [one, other] = [number(low), number(high)];
  return one === other && one !== "0" ? one : span(words, low, high, { digits: high < 10 ? 1 : 0 });
}

/** Write a range of chances in 100 as `shareBetween`; one decimal where it would belie the one that was entered, as `chances_between` does. */
export function chancesBetween(words: Words, low: number, high: number, entered: number | null): string {
  const side = (value: number): number => (Math.abs(value - entered!) < SAME ? 0 : Math.sign(value - entered!));
  const hidden = entered !== null && [low, high].some((end) => side(end) !== side(Number(number(end))));
  return hidden ? span(words, low, high, { digits: 1 }) : shareBetween(words, low, high);
}

/** Write how far a range that is clear lies from zero, on whichever side. */
export function distance(words: Words, low: number, high: number, unit: string, digits = 0): string {
  const ends = [Math.abs(low), Math.abs(high)];
  const [near, far] = [Math.min(...ends), Math.max(...ends)];
  const figure = digits ? span(words, near, far, { digits }) : endsApart(words, near, far);
  return figure === words.say("figure-nobody") ? figure : words.say("figure-in_unit", { figure, unit });
}

/** Write a range of differences in words that cannot be misread. */
export function difference(words: Words, low: number, high: number, unit: string, digits = 0): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return words.say("figure-nobody");
  if (low >= 0 || high <= 0) {
    const range = distance(words, low, high, unit, digits);
    return words.say(low < 0 ? "figure-less" : "figure-more", { range });
  }
  const [less, more] = [-low, high].map((end) => (digits ? number(end, digits) : endSaid(end))) as [string, string];
  return words.say("figure-either", { less, more, unit });
}

/** Write an amount, or a range of amounts: an estimate to three figures, what is exact to the pound. */
export function money(words: Words, low: number, high: number, currency: string, signs: Record<string, string>, exact = false): string {
  const ends = [low, high].map((end) => amount(number(asWritten(end, exact)), currency, signs)) as [string, string];
  return ends[0] === ends[1] ? ends[0] : words.say("figure-span", { low: ends[0], high: ends[1] });
}

/** Write money that is lacking, to three figures, and never rounded down: so much more is enough. */
export function moneyLacking(sum: number, currency: string, signs: Record<string, string>): string {
  return amount(number(moneyUp(sum)), currency, signs);
}

/** Write an amount as `money` does that goes beyond what there is; where rounding hides that, say so. */
export function moneyBeside(words: Words, sum: number, there: number, currency: string, signs: Record<string, string>, exact = false): string {
  const written = money(words, sum, sum, currency, signs, exact);
  return asWritten(sum, exact) <= there && there < sum ? words.say("figure-just_over", { amount: written }) : written;
}

/** Write a number that somebody entered with the decimals it has, two at most: rounded, it would be another one than elsewhere on the page. */
export function entered(value: number): string {
  return number(value, [0, 1].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 2);
}

/** Write hours of staff, so that they can be multiplied by their price; those entered as they were. */
export function staffHours(hours: number, own = false): string {
  return own ? entered(hours) : about(hours, 3);
}

/** Write an amount exactly as it was set. */
export function price(sum: number, currency: string, signs: Record<string, string>): string {
  return amount(number(sum, Number.isInteger(sum) ? 0 : 2), currency, signs);
}

/** Write a list: "one, two and three". */
export function listed(words: Words, items: readonly string[]): string {
  const last = items[items.length - 1] ?? "";
  return items.length < 2 ? last : words.say("figure-list", { first: items.slice(0, -1).join(", "), last });
}

/** Write a length of time in months, or in years where it is long or even. */
export function duration(words: Words, months: number): string {
  const years = months >= 2 * YEAR || months === YEAR;
  return years ? words.say("figure-years", { years: Number(number(months / YEAR, 1)) }) : words.say("figure-months", { months });
}

/** Say how long decisions take: "one every 6 months, 3 years in all". */
export function pace(words: Words, { count, months }: { count: number; months: number }): string {
  return words.say("figure-pace", { months, each: duration(words, months), all: duration(words, months * count) });
}

/** Say when something is measured: "after decision 6", or "after the decision" where there is one. */
export function after(words: Words, count: number, decision = count): string {
  return words.say("figure-after", { decision: count === 1 ? 0 : decision });
}

export { about, needed, number, weeksCounted, weeksSaid, weeksWithin } from "./numerals.ts";
export { Words } from "./words.ts";
