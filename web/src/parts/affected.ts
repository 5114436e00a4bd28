// How many people a decision of one's own touches: the model's shares of them, beside the town that it runs.

import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import type { Range } from "../engine/numbers.ts";
import { counts, number } from "../figures.ts";
import { OWN } from "../view.ts";

/** How many people are affected, in one's own case; null where nobody entered it. */
export function affectedOf({ view }: Board): number | null {
  const { people_affected: given } = (view["own"] ?? {}) as { people_affected?: unknown };
  return view.case === OWN && typeof given === "number" && given >= 1 ? given : null;
}

/** Write how many people are affected; "0" where nobody entered it. */
export function affectedWritten(board: Board): string {
  return number(affectedOf(board) ?? 0);
}

/** What a sentence needs to speak of the people affected, or of none where nobody entered them. */
export function affectedIn(board: Board): { entered: string; people: string } {
  return { entered: affectedOf(board) === null ? "no" : "yes", people: affectedWritten(board) };
}

/** Say how many of the people affected lose by it under a way, and how many accept it; nothing where none were entered. */
export function affectedSaid(board: Board, place: number): string {
  const people = affectedOf(board);
  if (people === null) return "";
  const [lose, accept] = ["losers", "acceptance"].map((measure) => peopleOf(board, people, place, measure));
  const way = small(short(board.shown.ways[place]!));
  return board.words.say("board-affected-said", { people: number(people), way, lose: lose!, accept: accept! });
}

/** Say how many of the people affected lose by it; nothing where none were entered. */
export function losersOf(board: Board, place: number): string {
  const people = affectedOf(board);
  if (people === null) return "";
  return board.words.say("board-affected-lose", { people: number(people), way: small(short(board.shown.ways[place]!)), lose: peopleOf(board, people, place, "losers") });
}

/** Say that the model runs a town of its own; nothing where no number of people was entered. */
export function townSaid(board: Board): string {
  const citizens = number(board.case.people.citizens);
  return affectedOf(board) === null ? "" : board.words.say("board-affected-town", { citizens });
}

/** Say for how many people the hours and the sums beside it are. */
export function sizeSaid(board: Board): string {
  return board.words.say("board-cost-size", { ...affectedIn(board), citizens: number(board.case.people.citizens) });
}

function peopleOf({ words, numbers, decision }: Board, people: number, place: number, measure: string): string {
  const { low, high }: Range = numbers!.of(place, decision, measure);
  const [least, most] = [low, high].map((share) => Math.round((share / 100) * people)) as [number, number];
  return counts(words, least, most);
}
