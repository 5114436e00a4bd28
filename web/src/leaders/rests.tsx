// What the numbers about a case of one's own rest on: what was entered, and what was taken as it usually is.

import type { Board } from "../board/board.ts";
import type { OwnQuestion, Survey } from "../declared.ts";
import { small } from "../board/saying.ts";
import { number } from "../figures.ts";
import { leading } from "./leading.ts";
import { isIdle } from "../own.ts";
import { surveyedSaid } from "./surveyed.ts";
import { answerSaid, chosenSaid, losingOf } from "./own.tsx";

/** The answers that the numbers follow from, in the order in which they are asked. */
const COUNTED = ["zero_sum", "draft", "heat", "months", "count", "share_less_heard", "homophily", "institution", "campaign"];

/** Say in one line what was entered and what was not. */
export function restsSaid(board: Board): string {
  const { view, words } = board;
  const asked = leading(board).own.groups.flatMap((group) => group.questions).filter((one) => COUNTED.includes(one.name));
  const own = view["own"] as Record<string, string | number>;
  const counted = asked.filter((one) => !isIdle(one, own, asked));
  const changed = Object.keys(view["assumptions"] as object).length;
  const survey = view["survey"] as Survey | null;
  const told = new Set([
    ...Object.keys(own),
    ...("country" in own || survey ? ["institution"] : []),
    ...(survey?.share_less_heard === undefined ? [] : ["share_less_heard"]),
  ]);
  const entered = counted.filter(({ name }) => told.has(name));
  const named = (list: OwnQuestion[]): string[] => list.map((one) => partSaid(board, one, own));
  return [
    said(board, "entered", [...named(entered), ...(changed ? [words.say("leaders-page-rests_rules", { changed })] : [])]),
    said(board, "usual", named(counted.filter((one) => !entered.includes(one)))),
    ...(survey ? surveyedSaid(words, survey, leading(board).own, String(view["trust"] ?? "")) : []),
  ].filter(Boolean).join(" ");
}

function said({ words }: Board, which: string, parts: string[]): string {
  return parts.length ? words.say(`leaders-page-rests_${which}`, { parts: parts.join("; ") }) : "";
}

function partSaid(board: Board, asked: OwnQuestion, own: Record<string, string | number>): string {
  const { name, usual } = asked;
  const { words } = board;
  const survey = board.view["survey"] as Survey | null;
  const share = name === "share_less_heard" ? survey?.share_less_heard : undefined;
  const value = share === undefined ? (own[name] ?? usual) : share * 100;
  if (name === "institution" && survey) return words.say("leaders-page-rests_survey");
  const country = answerSaid(board, "country", String(own["country"] ?? "GB"));
  const written = typeof value === "number" ? number(value, Number.isInteger(value) || share !== undefined ? 0 : 1) : inShort(chosenSaid(board, name, value));
  return words.say(`leaders-page-rests_${name}`, { value: written, country, answer: String(value), lose: String(losingOf(board, asked, String(value)) ?? "none") });
}

/** Give the answer itself, without the explanation that the form has behind a colon or in brackets. */
function inShort(answer: string): string {
  return small(answer.split(/: | \(/)[0]!);
}
