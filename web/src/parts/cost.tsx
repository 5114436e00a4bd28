// What it takes: weeks, hours and money of every way, priced at the case's prices until one's own are entered.

import { useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Select } from "./choices.tsx";
import { Guide } from "./guide.tsx";
import { Heading } from "./heading.tsx";
import { decisionsSaid, short, small, spanned } from "../board/saying.ts";
import { named, type Way } from "../declared.ts";
import { about, counts, listed, money as inMoney, number, price as exact } from "../figures.ts";
import { besides, goalOf, OWN as OWN_CASE, price } from "../view.ts";
import { affectedOf, hoursOfAffected } from "./affected.ts";
import { seatsOf } from "./seats.ts";
import { useTyped } from "./typed.ts";
import { lateSaid, thereSaid } from "./weeks.ts";
import { type Besides, besidesOf, isYours, type Sum, useMoney } from "./money.ts";

/** The prices that can be entered here, of those Python declares. */
const OWN = ["staff_hour", "citizen_hour", "weeks_available"] as const;
/** Above so much for one hour the page asks whether it is meant, in whatever money [per hour]. */
const DEAR_HOUR = 500;

export function Cost({ board, id }: { board: Board; id: string }) {
  const { words, shown } = board;
  const { money } = board.case;
  const times = spanned(board);
  const sums = useMoney(board);
  return (
    <section class="part cost" aria-labelledby={`${id}-cost`}>
      <Heading board={board} below={1} id={`${id}-cost`}>{words.say("board-cost")}</Heading>
      <p>{words.say("board-cost-intro", { span: decisionsSaid(board) })}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={words.say("board-table-of", { what: words.say("board-cost") })}>
        <table>
          <CostHead board={board} />
          <tbody>
            {shown.ways.map((way, place) => <CostRow key={way.name} board={board} place={place} title={short(way)} times={times} sum={sums?.[place]} />)}
            <WeeksThere board={board} />
          </tbody>
        </table>
      </div>
      <p>
        {words.say("board-cost-priced", {
          amount: priced(board, money.staff_hour), whose: isYours(board, "staff_hour") ? "yours" : "assumed",
          paid: isYours(board, "citizen_hour") && money.citizen_hour > 0 ? 1 : 0, pay: priced(board, money.citizen_hour),
        })}{" "}
        {lateSaid(board) || `${thereSaid(board)} ${words.say("board-weeks-fit")}`}
      </p>
      {affectedOf(board) !== null && <p>{hoursOfAffected(board)}</p>}
      <p>{leftOutSaid(board, seated(board))} {words.say("board-cost-guide_below")}</p>
      <Guide words={words} row={(k) => `costs_guide-row${k}`} heads={["what", "amount", "source"].map((key) => words.say(`board-cost-guide-${key}`))}
        label={words.say("board-cost-guide")} intro={`${words.say("costs_guide-intro")} ${words.say("costs_guide-warning")}`} />
      <fieldset class="prices">
        <legend>{words.say("board-cost-own")}</legend>
        <p>{words.say("board-cost-own-intro")}</p>
        {OWN.map((name) => <Rate key={name} board={board} name={name} id={`${id}-${name}`} />)}
      </fieldset>
      <BesidesOf board={board} id={id} />
    </section>
  );
}

/** Give the ways for which people must be found and have a room: those with seats, and the one that is explained. */
export function seated(board: Board): Way[] {
  const { shown } = board;
  return shown.ways.filter((way, place) => place === goalOf(shown.view) || seatsOf(board, way) > 0);
}

/** Say which costs of ways nobody has entered, so that they are in no sum; ways of which the same is left out together. */
export function leftOutSaid({ declared, view, words }: Board, ways: Way[]): string {
  const byLeft = new Map<string, string[]>();
  for (const way of ways) {
    const mine = (view["besides"] as Besides | undefined)?.[way.name] ?? {};
    const left = declared.besides.names.filter((name) => mine[name] === undefined).map((name) => words.say(`board-besides_short-${name}`));
    const what = left.length ? listed(words, left) : "";
    byLeft.set(what, [...(byLeft.get(what) ?? []), small(short(way))]);
  }
  const said = [...byLeft].map(([what, titles]) =>
    words.say(what ? "board-besides_without" : "board-besides_all", { way: listed(words, titles), what }));
  return said.join(" ");
}

/** Warn where all that was entered for a way with seats lies below what citizens' juries have cost. */
export function belowSaid(board: Board, place: number, sum: Sum | undefined): string {
  const { declared, shown, words } = board;
  const way = shown.ways[place]!;
  const { currency, low, high } = declared.besides.jury;
  const took = board.numbers!.of(place, board.decision, "took_part");
  if (!sum || spanned(board) > 1 || board.case.money.currency !== currency || seatsOf(board, way) === 0 || Math.round(took.high) === 0 || sum[2] >= low) return "";
  const { signs } = declared.theme;
  return words.say("board-besides_below", {
    entered: besidesOf(board, way.name) === null ? 0 : 1, way: small(short(way)),
    sum: inMoney(words, sum[0], sum[2], currency, signs), low: exact(low, currency, signs), high: exact(high, currency, signs),
  });
}

function priced(board: Board, value: number): string {
  return exact(value, board.case.money.currency, board.declared.theme.signs);
}

interface RowProps {
  board: Board;
  place: number;
  title: string;
  times: number;
  sum: Sum | undefined;
}

/** Name the columns; weeks are always those of one decision. */
export function CostHead({ board }: { board: Board }) {
  const { words } = board;
  const weeks = spanned(board) > 1 ? "weeks_each" : "weeks";
  return <thead><tr>{["way", weeks, "staff", "people", "cash"].map((key) => <th scope="col" key={key}>{words.say(`board-cost-${key}`)}</th>)}</tr></thead>;
}

/** Whether months or a day were entered for one's own case, from which somebody may think the weeks follow. */
function dated({ view }: Board): boolean {
  const own = (view["own"] ?? {}) as Record<string, unknown>;
  return view.case === OWN_CASE && ("months" in own || Boolean(own["by_when"]));
}

export function WeeksThere({ board }: { board: Board }) {
  return (
    <tr>
      <th scope="row">{board.words.say("board-cost-there")}</th>
      <td colSpan={4}>{board.words.say("board-cost-there_whose", { weeks: number(board.case.money.weeks_available), whose: isYours(board, "weeks_available") ? "yours" : dated(board) ? "dated" : "assumed" })}</td>
    </tr>
  );
}

export function CostRow({ board, place, title, times, sum }: RowProps) {
  const cost = board.costs[place];
  if (!cost) return null;
  const { money } = board.case;
  return (
    <tr>
      <th scope="row" class={`way-${place}`}>{title}</th>
      <td>{about(cost.weeks)}</td>
      <td>{about(cost.staffHours * times)}</td>
      <td>{hoursSaid(board, place, times)}</td>
      <td>{sum ? inMoney(board.words, sum[0], sum[2], money.currency, board.declared.theme.signs) : "–"}</td>
    </tr>
  );
}

/** Write how many hours people give of their own, all of them together. */
export function hoursSaid(board: Board, place: number, times: number): string {
  const took = board.numbers!.of(place, board.decision, "took_part");
  const each = board.costs[place]!.hoursEach * times;
  const hours = [took.low, took.high].map((share) => (share / 100) * board.case.people.citizens * each);
  return counts(board.words, hours[0]!, hours[1]!);
}

/** What a way costs besides hours, the one that is explained first: nothing is assumed, so what is not entered is left out. */
function BesidesOf({ board, id }: { board: Board; id: string }) {
  const { words, view, shown, declared } = board;
  const [whose, setWhose] = useState("");
  const way = shown.ways.find(({ name }) => name === whose) ?? shown.ways[goalOf(shown.view)]!;
  const mine = (view["besides"] as Besides | undefined)?.[way.name] ?? {};
  return (
    <fieldset class="prices">
      <legend>{words.say("board-besides_costs", { way: small(short(way)) })}</legend>
      <p>{words.say("board-besides_intro")}</p>
      {shown.ways.length > 1 && (
        <Select id={`${id}-besides-whose`} label={words.say("board-besides_whose")} value={way.name} take={setWhose}
          options={shown.ways.map(({ name, title }): [string, string] => [name, title])} />
      )}
      {declared.besides.names.map((name) => (
        <Price key={`${way.name}-${name}`} board={board} id={`${id}-besides-${name}`} label={words.say(`board-besides_costs-${name}`)}
          range={declared.besides} mine={mine[name]} whose={words.say(mine[name] === undefined ? "board-besides_left" : "board-cost-yours", { amount: priced(board, mine[name] ?? 0) })}
          put={(given) => board.change(besides(view, way.name, name, given))} />
      ))}
    </fieldset>
  );
}

function Rate({ board, name, id }: { board: Board; name: (typeof OWN)[number]; id: string }) {
  const { words, view, declared } = board;
  const mine = view.money[name];
  const stands = board.case.money[name];
  const amount = name === "weeks_available" ? number(stands) : priced(board, stands);
  const unpaid = name === "citizen_hour" && mine === undefined;
  return (
    <Price board={board} id={id} label={words.say(`board-cost-${name}`)} range={named(declared.rates, name)} mine={mine}
      usual={unpaid ? "" : number(stands, Number.isInteger(stands) ? 0 : 2)}
      whose={unpaid ? words.say("board-cost-unpaid") : words.say(mine === undefined ? "board-cost-assumed" : "board-cost-yours", { amount })}
      asks={name !== "weeks_available" && mine !== undefined && mine > DEAR_HOUR ? words.say("board-cost-dear_hour", { amount }) : ""}
      put={(given) => board.change(price(view, name, given))} />
  );
}

interface PriceProps {
  board: Board;
  id: string;
  label: string;
  range: { low: number; high: number };
  mine: number | undefined;
  /** What stands there while nothing is entered. */
  usual?: string;
  whose: string;
  /** What is asked about a number that fits but is hardly meant. */
  asks?: string;
  put(given: number | null): void;
}

function Price({ board, id, label, range, mine, usual, whose, asks, put }: PriceProps) {
  const { wrong, box } = useTyped({ board, id, ...range, value: mine ?? null, put });
  return (
    <div class="price">
      <label for={id}>{label}</label>
      <input {...box} placeholder={usual} aria-describedby={`${id}-whose ${id}-wrong`} />
      <span id={`${id}-whose`} class="whose">{whose}</span>
      <span id={`${id}-wrong`} class="wrong" role="alert">{wrong || asks}</span>
    </div>
  );
}
