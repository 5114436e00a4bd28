// What stands under the picture: who loses, decision by decision, what it takes, the table, how sure it is.

import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Guard } from "./guard.tsx";
import { spokenOf } from "./explained.ts";
import { Heading } from "./heading.tsx";
import { ends, overSaid, short, small, spanSaid, spanned } from "../board/saying.ts";
import { Drawn } from "../charts/drawn.tsx";
import { chart } from "../charts/recipe.ts";
import { named } from "../declared.ts";
import { counts, number, shareBetween } from "../figures.ts";
import { affectedOf, affectedSaid, townSaid } from "./affected.ts";
import { Cost } from "./cost.tsx";
import { FULL, seated } from "./seats.ts";
import { Series } from "./series.tsx";

export function Below({ board, id }: { board: Board; id: string }) {
  const last = useRef<VNode | null>(null);
  const rough = board.phase === "rough";
  // Until all is worked out only the picture follows; what stands below stays as it was, stepped back.
  if (board.numbers && !rough) last.current = <Parts board={board} id={id} />;
  return <div class={rough ? "below held" : "below"}>{last.current}</div>;
}

function Parts({ board, id }: { board: Board; id: string }) {
  return (
    <>
      <Guard board={board}><Losers board={board} id={id} /></Guard>
      {board.case.decisions.count > 1 && <Guard board={board}><Series board={board} id={id} /></Guard>}
      <Guard board={board}><Cost board={board} id={id} /></Guard>
      <Guard board={board}><Sure board={board} id={id} /></Guard>
    </>
  );
}

/** Who is counted: the share that loses, among whom; and how many of those accept it even so. */
const LOSING = [
  ["losers", "all"],
  ["losers", "less_heard"],
  ["losers", "well_connected"],
  ["losers_acceptance", "all"],
] as const;

function Losers({ board, id }: { board: Board; id: string }) {
  const { declared, shown, words, decision } = board;
  const numbers = board.numbers!;
  const title = words.say("board-losers");
  const label = (measure: string, group: string): string =>
    measure === "losers_acceptance" ? words.say("board-losers-accept") : `${words.say("board-losers-share")}: ${named(declared.groups, group).label}`;
  const panels = LOSING.map(([measure, group]) => ({
    title: label(measure, group), unit: named(declared.measures, measure).shown_in,
    lines: shown.ways.map((_, place) => ({ place, range: numbers.of(place, decision, measure, group) })),
  }));
  const names = shown.ways.map((way, place) => ({ title: short(way), place }));
  const explained = spokenOf(board);
  const finding = losersSaid(board, explained);
  return (
    <section class="part" aria-labelledby={`${id}-losers`}>
      <Heading board={board} below={1} id={`${id}-losers`}>{title}</Heading>
      <p>{finding}</p>
      {affectedOf(board) !== null && <p>{affectedSaid(board, explained)} {townSaid(board)}</p>}
      <p>{cameSaid(board)}</p>
      <Drawn board={board} label={title} told of={JSON.stringify([panels, names])}
        draw={(style) => chart(style, words, style.recipes["dots"]!, { title, finding, panels, names })}
        table={{
          heads: [words.say("board-cost-way"), ...panels.map((panel) => panel.title)],
          rows: shown.ways.map((way, k) => [short(way), ...panels.map(({ lines }) => ends(board, lines[k]!.range))]),
        }} />
    </section>
  );
}

/** Say who loses under a way, beside the first. */
export function losersSaid(board: Board, way: number): string {
  const { shown, words, decision } = board;
  const numbers = board.numbers!;
  const places = [...new Set([way, 0])];
  const said = places.map((place) => {
    const lose = numbers.of(place, decision, "losers");
    const accept = ends(board, numbers.of(place, decision, "losers_acceptance"));
    const args = { way: small(short(shown.ways[place]!)), count: spanned(board), range: ends(board, lose), accept };
    return words.say(lose.high > 0 ? "board-losers-said" : "board-losers-none", args);
  });
  return said.join(" ");
}

/** Say how many take part in each way, and how many seats there are: a small room is not a failure to invite. */
function cameSaid(board: Board): string {
  const { declared, shown, words, decision } = board;
  const place = declared.dials.findIndex((dial) => dial.name === "seats");
  const told = shown.ways.map((way, k) => {
    const came = board.numbers!.of(k, decision, "took_part");
    const seats = Math.round(way.dials[place] ?? 0);
    const { citizens } = board.case.people;
    const [low, high] = [came.low, came.high].map((share) => seated((share / 100) * citizens, seats)) as [number, number];
    const full = seats === 0 || high < FULL * seats ? "seats" : low < FULL * seats ? "often_full" : "full";
    const [people, share] = [counts(words, low, high), shareBetween(words, (100 * low) / citizens, (100 * high) / citizens)];
    const args = { way: small(short(way)), range: ends(board, came), people, share, seats, citizens: number(citizens) };
    if (Math.round(came.high) === 0 && full === "seats") return words.say("board-came-none", args);
    return words.say(seats > 0 ? `board-came-${full}` : "board-came-all", args);
  });
  const drawn = shown.ways.some((way, k) => (way.dials[place] ?? 0) > 0 && board.numbers!.of(k, decision, "took_part").high > 0);
  return [...told, drawn ? declared.measures.find(({ name }) => name === "took_part")!.caveat : ""].filter(Boolean).join(" ");
}

function Sure({ board, id }: { board: Board; id: string }) {
  const { declared, shown, words } = board;
  const over = named(declared.over, shown.view.over);
  const measure = named(declared.measures, shown.view.measure);
  const { towns, sets } = board.played;
  return (
    <section class="part" aria-labelledby={`${id}-sure`}>
      <Heading board={board} below={1} id={`${id}-sure`}>{words.say("board-sure")}</Heading>
      <p>
        {words.say("board-sure-range", { over: overSaid(board) })}{" "}
        {words.say("board-sure-runs", { runs: number(towns) })}{" "}
        {sets ? words.say("board-sure-sets", { sets, models: over.models }) : words.say("board-sure-luck")}{" "}
        {words.say("board-sure-same")}
      </p>
      <p><b>{measure.label}.</b> {[measure.plain, measure.points, measure.caveat].filter(Boolean).join(" ")}</p>
      <Table board={board} />
    </section>
  );
}

function Table({ board }: { board: Board }) {
  const { declared, shown, words, decision } = board;
  const numbers = board.numbers!;
  const rows = declared.measures.filter((m) => m.lists.includes("table") || m.lists.includes("page"));
  const label = words.say("board-table-all");
  return (
    <details class="table"><summary>{label}</summary>
      <div class="wide" tabIndex={0} role="region" aria-label={label}>
        <table role="table">
          <caption>{words.say("board-table-caption", { span: spanSaid(board), over: overSaid(board) })}</caption>
          <thead><tr role="row"><th scope="col" role="columnheader">{words.say("board-measure")}</th>{shown.ways.map((way) => <th scope="col" role="columnheader" key={way.name}>{way.title}</th>)}<th scope="col" role="columnheader">{words.say("board-table-means")}</th></tr></thead>
          <tbody>{rows.map((m) => (
            <tr role="row" key={m.name}><th scope="row" role="rowheader">{m.label} <small>{small(m.shown_in)}</small></th>
              {shown.ways.map((way, place) => <td role="cell" data-head={short(way)} key={way.name}>{ends(board, numbers.of(place, decision, m.name))}</td>)}<td role="cell">{[m.plain, m.points].filter(Boolean).join(" ")}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </details>
  );
}
