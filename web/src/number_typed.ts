// Reads a number as somebody typed it, for every box on every page: where only one number can be meant it is taken, else the sentence that asks is named. Nothing that was typed is left out.

import type { Words } from "./words.ts";

/** What a box takes. */
export interface Allowed {
  low: number;
  high: number;
  whole?: boolean | undefined;
  /** The number is a share in 100. */
  share?: boolean | undefined;
  /** Names of the unit that may stand behind the number. */
  names?: readonly string[] | undefined;
  /** Signs of the currency that may stand beside it. */
  signs?: readonly string[] | undefined;
}

/** Which sentence asks what is meant, and what stands in its places. */
export interface Fault {
  key: "part" | "two_ways" | "short" | "unread" | "range";
  values: Record<string, string>;
}

export interface Read {
  /** The number; null where the box is empty, or there is a fault. */
  value: number | null;
  fault: Fault | null;
}

/** Read what stands in a box. */
export function readTyped(typed: string, allowed: Allowed): Read {
  const bare = unsigned(without(typed, allowed.names ?? []), allowed.signs ?? []);
  const text = (allowed.share && inHundred(bare)) || bare;
  const fault = text === "" ? null : faultOf(text, allowed);
  return { value: fault || text === "" ? null : numberTyped(text), fault };
}

/** Say what is asked of a number that was not taken: a sentence for what can be meant in more ways than one, else what the box takes. */
export function faultSaid(words: Words, { key, values }: Fault, low: number, high: number): string {
  const said = key === "unread" ? "range" : key;
  return words.say(`typed-${said}`, said === "range" ? { low, high } : values);
}

function faultOf(text: string, { low, high, whole, share }: Allowed): Fault | null {
  const part = share ? perhapsPart(text) : null;
  if (part) return { key: "part", values: part };
  const open = perhapsThousands(text) ?? perhapsCut(text, high);
  if (open) return { key: "two_ways", values: open };
  if (SHORT.test(text)) return { key: "short", values: { whole: inFull(text) } };
  const given = numberTyped(text);
  if (Number.isNaN(given)) return { key: "unread", values: {} };
  return given >= low && given <= high && (!whole || Number.isInteger(given)) ? null : { key: "range", values: {} };
}

const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** Commas or blanks between threes are thousands; a comma before one or two digits, or after a nought, is a decimal point. */
const THOUSANDS = /^[-+]?[1-9]\d{0,2}([, \u00a0\u202f'’])\d{3}(\1\d{3})*(\.\d+)?$/;
const COMMA = /^[-+]?(\d+,\d{1,2}|0,\d+)$/;

const PERHAPS_THOUSANDS = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;

/** Give the readings of what some write for thousands and others for decimals, such as 48.000. */
function perhapsThousands(written: string): Record<string, string> | null {
  if (!PERHAPS_THOUSANDS.test(written)) return null;
  return { typed: written, whole: written.replace(".", ""), thousands: written.replace(".", ","), decimals: `${Number(written)}` };
}

/** A comma before one or two noughts is a decimal point for some, and thousands of which a nought is missing for others. */
const PERHAPS_CUT = /^[-+]?[1-9]\d{0,2},0{1,2}$/;

/** Give the readings of what may be thousands with a nought missing, such as 30,00, where so many fit into the box. */
function perhapsCut(written: string, high: number): Record<string, string> | null {
  const whole = Number(written.split(",")[0]);
  if (!PERHAPS_CUT.test(written) || whole * 1000 > high) return null;
  return { typed: written, whole: `${whole * 1000}`, thousands: `${whole},000`, decimals: `${whole}` };
}

/** Give the share in 100 that was written as per cent, such as 50%; null where it was not. */
export function inHundred(written: string): string | null {
  const [, share] = /^(\d{1,2}|100|\d{1,2}[.,]\d{1,2})\s*%$/.exec(written.trim()) ?? [];
  return share ? share.replace(",", ".") : null;
}

/** Give the readings of a share that may be a part of 1 as well as one of 100, such as 0,2; null where there is one. */
export function perhapsPart(written: string): Record<string, string> | null {
  if (!/^0,\d*[1-9]\d*$/.test(written)) return null;
  const share = Number(written.replace(",", "."));
  return { typed: written, share: `${share}`, hundreds: `${tidy(share * 100)}` };
}

/** Thousands as they are spoken of: 30k. */
const SHORT = /^[-+]?\d+([.,]\d+)?\s*k$/i;

function inFull(written: string): string {
  return `${Math.round(Number(written.replace(/\s*k$/i, "").replace(",", ".")) * 1000)}`;
}

/** Take the sign or the name of the case's own currency off, before or behind a number; any other stays, and is refused. */
export function unsigned(text: string, signs: readonly string[]): string {
  const written = text.trim();
  const sign = signs.find((one) => written.startsWith(one) || written.endsWith(one));
  if (!sign) return written;
  return (written.startsWith(sign) ? written.slice(sign.length) : written.slice(0, -sign.length)).trim();
}

/** Take the name of the unit that a box asks for off behind a number; any other stays, and is refused. */
export function without(text: string, names: readonly string[]): string {
  const written = text.trim();
  const low = written.toLowerCase();
  const name = names.map((one) => one.toLowerCase()).find((one) => low.endsWith(one) && /[\dk]\s*$/.test(low.slice(0, -one.length)));
  return name ? written.slice(0, -name.length).trim() : written;
}

/** Read a number as it is written; NaN where it can be read in more ways than one, or in none. */
export function numberTyped(text: string): number {
  const written = text.trim();
  if (PERHAPS_THOUSANDS.test(written)) return Number.NaN;
  if (PLAIN.test(written)) return Number(written);
  if (COMMA.test(written)) return Number(written.replace(",", "."));
  return THOUSANDS.test(written) ? Number(written.replace(/[^-+\d.]/g, "")) : Number.NaN;
}

/** Take off what reckoning with parts leaves behind the ninth decimal. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Give the step of a slider by which the number that stands there can be reached, so that it is shown where it is. */
export function stepFor(shown: number, low: number, step: number): number | "any" {
  return [step, 1, 0.1].find((one) => one <= step && Math.abs((shown - low) / one - Math.round((shown - low) / one)) < 1e-6) ?? "any";
}
