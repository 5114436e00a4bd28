// How long does trust take to come back? Good decisions needed after one, two or three that asked in name only.

import type { Board } from "../board/board.ts";
import { Drawn } from "../charts/drawn.tsx";
import { chart } from "../charts/recipe.ts";
import { named } from "../declared.ts";
import type { Repaired } from "../engine/repair.ts";
import { duration, entered, listed, number, span } from "../figures.ts";
import { Heading } from "../parts/heading.tsx";
import { outlasts } from "../parts/weeks.ts";
import { goalOf } from "../view.ts";
import type { Words } from "../words.ts";
import { leading } from "./leading.ts";
import { about, Studied, useStudy } from "./studied.tsx";

export function Repair({ board, id }: { board: Board; id: string }) {
  const { declared, words } = board;
  const { repair } = leading(board);
  const study = useStudy(board, "repair", about(board), (going, gone) =>
    board.study("repair", ({ job, goal }) => ({ ...job, ...repair, bad: named(declared.ways, repair.bad).dials, good: goal }), going, gone));
  return (
    <section class="part" aria-labelledby={`${id}-repair`}>
      <Heading board={board} below={1} id={`${id}-repair`}>{words.say("why-repair")}</Heading>
      <p>{words.say("why-repair_intro")}</p>
      <Studied board={board} study={study} go={words.say("why-repair_go")} said={study.found ? said(board, study.found) : []}>
        {study.found && <Picture board={board} found={study.found} />}
      </Studied>
    </section>
  );
}

function said(board: Board, { rows }: Repaired): string[] {
  const { words, ways, view } = board;
  const { repair } = leading(board);
  const last = rows[rows.length - 1]!;
  const parts = rows.map(({ low, high }, k) => words.say("found-repair-part", { count: k + 1, range: span(words, low, high) }));
  return [
    words.say("study-repair_said", { count: rows.length, ...takes(words, last), each: eachSaid(board) }),
    words.say("study-repair_parts", { good: ways[goalOf(view)]!.title, parts: listed(words, parts), runs: repair.runs }),
    ...(last.late > 0 ? [words.say("found-repair-late", { count: rows.length, within: repair.decisions, share: number(last.late * 100) })] : []),
  ];
}

/** Write how long a good decision takes: as entered, or the weeks of the way where they are far more. */
function eachSaid(board: Board): string {
  const { costs, words } = board;
  const place = goalOf(board.shown.view);
  if (outlasts(board, place)) return words.say("study-repair_each", { weeks: entered(costs[place]!.weeks) });
  return duration(words, board.case.decisions.months);
}

/** Write how many good decisions it takes, and whether that is one. */
function takes(words: Words, { low, high }: Repaired["rows"][number]): { range: string; one: number } {
  const range = span(words, low, high);
  return { range, one: range === "1" ? 1 : 0 };
}

function Picture({ board, found: { rows } }: { board: Board; found: Repaired }) {
  const { words } = board;
  const title = words.say("chart-repair");
  const each = eachSaid(board);
  const ranges = rows.map(({ low, high }) => span(words, low, high));
  const lines = rows.map(({ mean, low, high }, place) => ({
    place, name: words.say("chart-repair-after", { count: place + 1, range: ranges[place]! }),
    range: { mean, low, high, runLow: NaN, runHigh: NaN },
  }));
  const limit: [number, string] = [leading(board).repair.decisions + 1, words.say("chart-repair-late")];
  const panels = [{ title: words.say("chart-repair-panel", { each }), unit: "", lines, limit }];
  const finding = words.say("chart-repair-said", { count: rows.length, ...takes(words, rows[rows.length - 1]!), each });
  return (
    <Drawn board={board} label={title} of={JSON.stringify(panels)}
      draw={(style) => chart(style, words, style.recipes["repair"]!, { title, finding, panels })}
      table={{
        heads: ["bad", "takes", "late"].map((head) => words.say(`study-repair_heads_${head}`)),
        rows: rows.map(({ late }, k) => [number(k + 1), ranges[k]!, words.say("study-models_share", { share: number(late * 100) })]),
      }} />
  );
}
