// What it takes: weeks, hours and money of every way, priced at the case's prices until one's own are entered.

import type { Board } from "../board/board.ts";
import { Guide } from "./guide.tsx";
import { Heading } from "./heading.tsx";
import { decisionsSaid, short, small, spanned } from "../board/saying.ts";
import { about, entered, listed, number, price as exact, staffHours } from "../figures.ts";
import { effortsOf } from "../view.ts";
import type { Words } from "../words.ts";
import { sizeSaid } from "./affected.ts";
import { OwnFigures, pricedIn } from "./own_figures.tsx";
import { besidesAsked, seated, seatsOf } from "./seats.ts";
import { eachSaid, thereOf } from "./there.ts";
import { inTimeSaid, lateSaid } from "./weeks.ts";
import { type Besides, enteredOf, isOwnSum, isYours, participants, paysAll, type Sum, sumAt, sumsOf } from "./money.ts";

export function Cost({ board, id }: { board: Board; id: string }) {
  const { words, shown } = board;
  const { money } = board.case;
  const times = spanned(board);
  const sums = sumsOf(board);
  return (
    <section class="part cost" aria-labelledby={`${id}-cost`}>
      <Heading board={board} below={1} id={`${id}-cost`}>{words.say("board-cost")}</Heading>
      <p>{words.say("board-cost-intro", { span: decisionsSaid(board), own: ownHours(board) })} {marksSaid(board)}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={words.say("board-table-of", { what: words.say("board-cost") })}>
        <table>
          <CostHead board={board} />
          <tbody>
            {shown.ways.map((way, place) => <CostRow key={way.name} board={board} place={place} title={short(way)} times={times} sum={sums?.[place]} />)}
            <LimitsThere board={board} />
          </tbody>
        </table>
      </div>
      <p>
        {words.say("board-cost-priced", {
          amount: pricedIn(board, money.staff_hour), whose: isYours(board, "staff_hour") ? "yours" : "assumed",
          paid: paidSaid(board), pay: pricedIn(board, money.citizen_hour),
        })}{" "}
        {lateSaid(board) ? "" : inTimeSaid(board)} {words.say("board-cost-rounded")} {words.say("board-cost-rounded_hours")}
      </p>
      <p>{sizeSaid(board)} {seatsSaid(board)}</p>
      <p>{leftOutSaid(board)} {words.say("board-cost-guide_below")}</p>
      <Guide words={words} row={(k) => `costs_guide-row${k}`} heads={["what", "amount", "source"].map((key) => words.say(`board-cost-guide-${key}`))}
        label={words.say("board-cost-guide")} intro={`${words.say("costs_guide-intro")} ${words.say("costs_guide-warning")}`} />
      <OwnFigures board={board} id={id} />
    </section>
  );
}

/** Say what a mark in the table means, where there is one. */
export function marksSaid(board: Board): string {
  const { shown, view, words } = board;
  const marked = shown.ways.some(({ name }, place) => Object.keys(effortsOf(view, name)).length || isOwnSum(board, place));
  return marked ? words.say("board-efforts-marked") : "";
}

/** Whether hours and weeks in the table are all as the kit assumes them, some of them, or none. */
function ownHours({ declared, shown, view }: Board): "none" | "some" | "all" {
  const entered = shown.ways.reduce((sum, { name }) => sum + Object.keys(effortsOf(view, name)).length, 0);
  return entered === 0 ? "none" : entered < shown.ways.length * declared.efforts.length ? "some" : "all";
}

/** Whose time is paid: nobody's, that of people with a seat, or everybody's. */
export function paidSaid(board: Board): "no" | "seats" | "all" {
  const paid = isYours(board, "citizen_hour") && board.case.money.citizen_hour > 0;
  return !paid ? "no" : paysAll(board) ? "all" : "seats";
}

/** Say of the ways that have seats how many hours their people give when all seats are taken, where that may be otherwise. */
function seatsSaid(board: Board): string {
  const { words, shown, costs } = board;
  return shown.ways.flatMap((way, place) => {
    const seats = Math.round(seatsOf(board, way));
    const hours = seats * (costs[place]?.hoursEach ?? 0) * spanned(board);
    const [low, high] = hoursOf(board, place, spanned(board));
    if (seats === 0 || high === 0 || hoursBetween(words, low, high) === hoursBetween(words, hours, hours)) return [];
    return [words.say("board-cost-seats", { way: short(way), seats: number(seats), hours: hoursBetween(words, hours, hours) })];
  }).join(" ");
}

/** Say which costs of ways nobody has entered, so that they are in no sum; ways of which the same is left out together. */
export function leftOutSaid(board: Board): string {
  const { declared, shown, view, words } = board;
  const byLeft = new Map<string, string[]>();
  for (const way of shown.ways) {
    const mine = (view["besides"] as Besides | undefined)?.[way.name] ?? {};
    const left = besidesAsked(declared, seatsOf(board, way)).filter((name) => mine[name] === undefined).map((name) => words.say(`board-besides_short-${name}`, { paid: paidSaid(board) }));
    const what = left.length ? listed(words, left) : "";
    byLeft.set(what, [...(byLeft.get(what) ?? []), small(short(way))]);
  }
  const said = [...byLeft].map(([what, titles]) =>
    words.say(what ? "board-besides_without" : "board-besides_all", { way: listed(words, titles), what }));
  return said.join(" ");
}

/** Warn where a way with seats costs less than the same kind of work has cost: that of a citizens' jury takes its people a day or more. */
export function belowSaid(board: Board, place: number, sum: Sum | undefined): string {
  const { declared, shown, words } = board;
  const way = shown.ways[place]!;
  const jury = (board.costs[place]?.hoursEach ?? 0) >= declared.besides.a_day;
  const { currency, low, high } = jury ? declared.besides.jury : declared.besides.open;
  const took = board.numbers!.of(place, board.decision, "took_part");
  if (!sum || board.case.money.currency !== currency || seatsOf(board, way) === 0 || Math.round(took.high) === 0 || sum[2] >= low) return "";
  const { signs } = declared.theme;
  return words.say("board-besides_below", {
    entered: enteredOf(board, place), way: small(short(way)), large: short(way),
    sum: sumAt(board, place, sum), kind: jury ? "jury" : "open", series: spanned(board) > 1 ? "yes" : "no", low: exact(low, currency, signs), high: exact(high, currency, signs),
  });
}

interface RowProps {
  board: Board;
  place: number;
  title: string;
  times: number;
  sum: Sum | undefined;
}

/** Name the columns: weeks are those of one decision, all else is over the span of the answer. */
export function CostHead({ board }: { board: Board }) {
  const { words } = board;
  const count = spanned(board);
  const weeks = count > 1 ? "weeks_each" : "weeks";
  return <thead><tr>{["way", weeks, "staff", "people", "cash"].map((key) => <th scope="col" key={key}>{words.say(`board-cost-${key}`, { count })}</th>)}</tr></thead>;
}

/** The weeks there are for one decision; the hours of staff and the money stand in their columns where somebody entered them. */
export function LimitsThere({ board }: { board: Board }) {
  const { case: { money }, declared, view, words } = board;
  const available = thereOf(board);
  const weeks = words.say("board-cost-there_whose", { weeks: eachSaid(board, entered(available.weeks)), whose: available.whose });
  const [hours, budget] = ["staff_hours", "budget"].map((name) => view[name] as number | null | undefined);
  if ((hours ?? budget ?? null) === null)
    return <tr><th scope="row">{words.say("board-cost-there")}</th><td colSpan={4}>{weeks}</td></tr>;
  const times = spanned(board);
  const there = (amount: number | null | undefined, written: (amount: number) => string): string => {
    if (typeof amount !== "number") return "";
    return times > 1 ? words.say("board-cost-there_all", { all: written(amount * times), each: written(amount) }) : written(amount);
  };
  const cells = [weeks, there(hours, entered), "", there(budget, (amount) => exact(amount, money.currency, declared.theme.signs))];
  return (
    <tr>
      <th scope="row">{words.say("board-cost-there_each")}</th>
      {cells.map((cell, k) => <td key={k}>{cell}</td>)}
    </tr>
  );
}

export function CostRow({ board, place, title, times, sum }: RowProps) {
  const cost = board.costs[place];
  if (!cost) return null;
  const mine = effortsOf(board.view, board.shown.ways[place]!.name);
  const mark = (own: boolean, value: string): string => (own ? board.words.say("board-efforts-mark", { value }) : value);
  const marked = (name: string, value: string): string => mark(name in mine, value);
  return (
    <tr>
      <th scope="row" class={`way-${place}`}>{title}</th>
      <td>{marked("weeks", entered(cost.weeks))}</td>
      <td>{marked("staff_hours", staffHours(cost.staffHours * times, "staff_hours" in mine))}</td>
      <td>{marked("hours_each", hoursSaid(board, place, times))}</td>
      <td>{sum ? mark(isOwnSum(board, place), sumAt(board, place, sum)) : "–"}</td>
    </tr>
  );
}

/** Write how many hours people give of their own, all of them together. */
function hoursSaid(board: Board, place: number, times: number): string {
  return hoursBetween(board.words, ...hoursOf(board, place, times));
}

/** Write people's hours, as `hours` in Python: a range, as who comes is an estimate; of a full room so that they are its seats times the hours of each. */
function hoursBetween(words: Words, low: number, high: number): string {
  const ends = [about(low), about(high)] as const;
  return ends[0] === ends[1] ? about(high, 3) : words.say("figure-span", { low: ends[0], high: ends[1] });
}

function hoursOf(board: Board, place: number, times: number): [number, number] {
  const took = board.numbers!.of(place, board.decision, "took_part");
  const each = board.costs[place]!.hoursEach * times;
  const seats = Math.round(seatsOf(board, board.shown.ways[place]!));
  return [took.low, took.high].map((share) => seated(participants(board, board.shown.ways[place]!, share), seats) * each) as [number, number];
}
