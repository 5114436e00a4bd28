// A number being typed: what stands in the box is the hand's until it leaves; while it does not fit, the number from before counts.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { number } from "../figures.ts";
import { keepUnread, unreadIn } from "./unread.ts";

/** What a number counts: written behind it, it is taken off. */
export type Unit = "weeks" | "hours" | "months" | "people" | "decisions" | "money" | "rate";

interface Asked {
  board: Board;
  id: string;
  /** What is asked. */
  label: string;
  /** What the number is about, where boxes of several stand in the same place in turn. */
  of?: string | undefined;
  unit?: Unit | undefined;
  low: number;
  high: number;
  whole?: boolean | undefined;
  /** The number is a share in 100. */
  share?: boolean | undefined;
  /** Null where nothing is entered. */
  value: number | null;
  /** Takes the number, or null when the box is emptied. */
  put(given: number | null): void;
}

/** Give what a box needs to have a number typed into it, and what is wrong with what stands there. */
export function useTyped({ board, id, label, of = "", unit, low, high, whole, share, value, put }: Asked) {
  const { words } = board;
  const place = `${id} ${of}`;
  const there = unreadIn(board, place, value);
  const [typed, setTyped] = useState<string | null>(there?.text ?? null);
  const [wrong, setWrong] = useState(there?.fault ?? "");
  // What counted when the hand came to the box: it counts again while what is typed does not fit.
  const before = useRef(value);
  if (typed === null) before.current = value;
  const shown = useRef(board.view.case);
  useEffect(() => {
    if (shown.current === board.view.case) return;
    shown.current = board.view.case;
    before.current = value;
    setTyped(there?.text ?? null);
    setWrong(there?.fault ?? "");
  }, [board.view.case]);
  const read = (text: string): string => {
    const bare = without(text, namesOf(board, share ? "share" : unit));
    const { currency } = board.case.money;
    return unit === "money" || unit === "rate" ? unsigned(bare, [board.declared.theme.signs[currency] ?? currency, currency]) : bare;
  };
  const faultOf = (typed: string): string => {
    const text = read(typed);
    const given = numberTyped(text);
    const percent = share ? inHundred(text) : null;
    if (percent) return words.say("board-number-percent", { share: percent });
    const part = share ? perhapsPart(text) : null;
    if (part) return words.say("board-number-part", part);
    const open = perhapsThousands(text) ?? perhapsCut(text, high);
    if (open) return words.say("board-number-two_ways", open);
    if (SHORT.test(text)) return words.say("board-number-short", { whole: inFull(text) });
    if (text === "" || (given >= low && given <= high && (!whole || Number.isInteger(given)))) return "";
    if (Number.isNaN(given)) return words.say("board-number-unread");
    return words.say(whole ? "board-number-whole" : "board-cost-range", { low: number(low, places(low)), high: number(high, places(high)) });
  };
  const told = (text: string): string => {
    const [fault, counts] = [faultOf(text), before.current];
    return fault && counts !== null ? `${fault} ${words.say("board-number-kept", { value: number(counts, places(tidy(counts))) })}` : fault;
  };
  const type = (text: string): void => {
    setTyped(text);
    const fault = told(text);
    const now = fault ? before.current : read(text) === "" ? null : numberTyped(read(text));
    keepUnread(board, place, fault ? { text, before: now, label, fault, part: String(board.view["part"] ?? "") } : null);
    if (now !== value) put(now);
    if (!fault) setWrong("");
  };
  const leave = (text: string): void => {
    setWrong(told(text));
    if (!faultOf(text)) setTyped(null);
  };
  return {
    wrong,
    box: {
      id, type: "text" as const, inputMode: "decimal" as const, autocomplete: "off", value: typed ?? (value === null ? "" : `${tidy(value)}`), "aria-invalid": wrong !== "",
      onInput: (event: { currentTarget: HTMLInputElement }) => type(event.currentTarget.value),
      onChange: (event: { currentTarget: HTMLInputElement }) => setWrong(told(event.currentTarget.value)),
      onBlur: (event: { currentTarget: HTMLInputElement }) => leave(event.currentTarget.value),
    },
  };
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
export function unsigned(text: string, signs: string[]): string {
  const written = text.trim();
  const sign = signs.find((one) => written.startsWith(one) || written.endsWith(one));
  if (!sign) return written;
  return (written.startsWith(sign) ? written.slice(sign.length) : written.slice(0, -sign.length)).trim();
}

/** Give the names of a unit as they are written behind a number, as the words have them. */
function namesOf({ words }: Board, unit: Unit | "share" | undefined): string[] {
  return unit === undefined || unit === "money" ? [] : words.say("board-number-units", { unit }).split(", ");
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
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Give the decimals an end of a range needs. */
function places(end: number): number {
  return `${end}`.split(".")[1]?.length ?? 0;
}
