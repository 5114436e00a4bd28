// Three numbers beside the picture: how often it gains enough, who loses even so, and how long it takes.

import { useRef } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { decisionsSaid, ends, leastOf, short, small, spanned, whyNoWinner } from "../board/saying.ts";
import { named } from "../declared.ts";
import { entered, number, staffHours } from "../figures.ts";
import { effortsOf } from "../view.ts";
import { losersOf } from "./affected.ts";
import { spokenOf } from "./explained.ts";

interface Fact {
  big: string;
  said: string;
}

export function Facts({ board }: { board: Board }) {
  const last = useRef<Fact[]>([]);
  const rough = board.phase === "rough" || !board.numbers;
  // Until all is worked out they stay as they were, stepped back: they belong to what was shown before.
  if (!rough) last.current = facts(board);
  return (
    <ul class={rough ? "facts held" : "facts"} aria-label={board.words.say("board-facts")}>
      {last.current.map(({ big, said }, k) => (
        <li key={k}><b>{big}</b> <span>{said}</span></li>
      ))}
    </ul>
  );
}

function facts(board: Board): Fact[] {
  const { shown } = board;
  const place = spokenOf(board);
  const goal = small(short(shown.ways[place]!));
  const first = small(short(shown.ways[0]!));
  return [...ahead(board, goal, first, place), lose(board, goal, first, place), ...weeks(board, goal, first, place)];
}

function ahead(board: Board, goal: string, first: string, place: number) {
  const share = board.aheadOf(place);
  if (place === 0 || !Number.isFinite(share) || whyNoWinner(board)) return [];
  const measure = named(board.declared.measures, board.shown.view.measure);
  const by = entered(leastOf(board) * 100);
  const { words } = board;
  return [{
    big: words.say("board-fact-ahead", { share: number(share * 100) }),
    said: words.say("board-fact-ahead-said", { goal, first, by, unit: measure.shown_in }),
  }];
}

function lose(board: Board, goal: string, first: string, place: number) {
  const { words, numbers, decision } = board;
  const range = ends(board, numbers!.of(place, decision, "losers"));
  const other = ends(board, numbers!.of(0, decision, "losers"));
  const key = place === 0 ? "board-fact-lose-said-alone" : "board-fact-lose-said";
  return { big: words.say("board-fact-lose", { range }), said: `${words.say(key, { goal, first, other })} ${losersOf(board, place)}`.trim() };
}

function weeks(board: Board, goal: string, first: string, place: number) {
  const { words, costs } = board;
  const [mine, theirs] = [costs[place], costs[0]];
  if (!mine || !theirs) return [];
  const times = spanned(board);
  const key = place === 0 ? "board-fact-weeks-said-alone" : "board-fact-weeks-said";
  return [{
    big: words.say("board-fact-weeks", { weeks: mine.weeks }),
    said: words.say(key, {
      goal, first, span: decisionsSaid(board), hours: staffHours(mine.staffHours * times, "staff_hours" in effortsOf(board.view, board.shown.ways[place]!.name)),
      other: words.say("board-fact-weeks", { weeks: theirs.weeks }),
    }),
  }];
}
