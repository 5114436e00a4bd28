// A number being typed: what stands in the box is the hand's until it leaves; while it does not fit, the number from before counts.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { number } from "../figures.ts";
import { type Read, readTyped, tidy } from "../number_typed.ts";
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
  /** Null where nothing stands there. */
  value: number | null;
  /** The number stands there though nobody entered it: typed, it counts as entered. */
  assumed?: boolean | undefined;
  /** Takes the number, or null when the box is emptied. */
  put(given: number | null): void;
}

/** Give what a box needs to have a number typed into it, and what is wrong with what stands there. */
export function useTyped({ board, id, label, of = "", unit, low, high, whole, share, value, assumed, put }: Asked) {
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
  // Another number has come from elsewhere, such as a slider or "Put these dials back": what was typed no longer stands against it.
  useEffect(() => {
    if (typed === null || value === before.current || !faultOf(typed)) return;
    before.current = value;
    keepUnread(board, place, null);
    setTyped(null);
    setWrong("");
  }, [value]);
  const { currency } = board.case.money;
  const signs = unit === "money" || unit === "rate" ? [board.declared.theme.signs[currency] ?? currency, currency] : [];
  const read = (text: string): Read => readTyped(text, { low, high, whole, share, names: namesOf(board, share ? "share" : unit), signs });
  const faultOf = (text: string): string => {
    const { fault } = read(text);
    if (!fault) return "";
    if (fault.key !== "range") return words.say(`typed-${fault.key}`, fault.values);
    return words.say(whole ? "board-number-whole" : "board-cost-range", { low: number(low, places(low)), high: number(high, places(high)) });
  };
  const told = (text: string): string => {
    const [fault, counts] = [faultOf(text), before.current];
    return fault && counts !== null ? `${fault} ${words.say("board-number-kept", { value: number(counts, places(tidy(counts))) })}` : fault;
  };
  const type = (text: string): void => {
    setTyped(text);
    const fault = told(text);
    const now = fault ? before.current : read(text).value;
    keepUnread(board, place, fault ? { text, before: now, label, fault, part: String(board.view["part"] ?? "") } : null);
    if (now !== value || (assumed && !fault && now !== null)) put(now);
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

/** Give the names of a unit as they are written behind a number, as the words have them. */
function namesOf({ words }: Board, unit: Unit | "share" | undefined): string[] {
  return unit === undefined || unit === "money" ? [] : words.say("board-number-units", { unit }).split(", ");
}

/** Give the decimals an end of a range needs. */
function places(end: number): number {
  return `${end}`.split(".")[1]?.length ?? 0;
}
