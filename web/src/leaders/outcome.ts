// What the answers to "Should we ask?" come to, in words: only what was answered is named, and how many questions are open. The same rules
// as in `report/gate_words.py`.

import type { Board } from "../board/board.ts";
import type { Verdict } from "../declared.ts";
import type { View } from "../view.ts";
import { leading } from "./leading.ts";

/** What is asked besides yes or no: how much is at stake, and how far people trust. */
export const SCALES = ["stakes", "trust"] as const;
/** The questions of which a "no" means that asking is too much, not that it has no point. */
const TOO_MUCH = ["means", "time"];

/** Give every answer by the name of its question. */
export function answersOf(view: View): Record<string, string> {
  return { ...(view["gate"] as Record<string, string>), stakes: String(view["stakes"] ?? ""), trust: String(view["trust"] ?? "") };
}

/** Name what the answers come to, by the very questions that were answered. */
export function outcomeSaid(board: Board, verdict: Verdict): string {
  return board.words.say(`gate-outcome_${verdict.outcome}`, { lacks: lacksOf(board, verdict) });
}

export function whySaid(board: Board, verdict: Verdict): string {
  return board.words.say(`gate-outcome_${verdict.outcome}_why`, { lacks: lacksOf(board, verdict) });
}

/** List what to do next; what was answered with no or not sure is put right once each. */
export function stepsSaid(board: Board, verdict: Verdict): string[] {
  const { view, words } = board;
  const given = answersOf(view);
  const settled = verdict.outcome === "promise_less" ? TOO_MUCH : [];
  const open = leading(board).gate.questions.filter((name) => given[name] === "unsure" || (given[name] === "no" && !settled.includes(name)));
  const fixes = open.map((name) => words.say(`gate-fix_${name}`, { answer: given[name]! })).join("\n");
  const said = words.say(`gate-outcome_${verdict.outcome}_do`, { lacks: lacksOf(board, verdict), fixes, law: verdict.duty });
  return said.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** Say how many of the first questions are open, after a verdict that the others led to; nothing where none is. */
export function leftSaid(board: Board): string {
  const { questions } = leading(board).gate;
  const asked = [...questions, ...SCALES];
  const left = openOf(board, asked);
  return left ? board.words.say("gate-left_after", { left, all: asked.length }) : "";
}

/** Count the questions that are open, and all there are, as the messages of a verdict take them. */
export function allLeft(board: Board): { left: number; all: number } {
  const { questions, legal } = leading(board).gate;
  const asked = [...questions, ...SCALES, ...legal];
  return { left: openOf(board, asked), all: asked.length };
}

export function openOf({ view }: Board, asked: readonly string[]): number {
  const given = answersOf(view);
  return asked.filter((name) => !given[name]).length;
}

/** Name the question whose answer decides; "both" where they are those about means and time. */
function lacksOf(board: Board, { because }: Verdict): string {
  const names = because.filter((name) => leading(board).gate.questions.includes(name));
  if (names.length === 1) return names[0]!;
  return names.length && names.every((name) => TOO_MUCH.includes(name)) ? "both" : "several";
}
