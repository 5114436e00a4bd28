// One's own figures in place of what the kit assumes: prices, what one has, and what each way takes and costs.

import { useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { short, small } from "../board/saying.ts";
import { named, type Quantity, type Way } from "../declared.ts";
import { entered, number, price as exact, staffHours } from "../figures.ts";
import { effortsOf, enter, goalOf, price, type View } from "../view.ts";
import { Select } from "./choices.tsx";
import { type Limit, limitsAsked } from "./limits.ts";
import { type Besides, isYours, paysAll } from "./money.ts";
import { besidesAsked, seatsOf } from "./seats.ts";
import { type Unit, useTyped } from "./typed.ts";
import { eachSaid, thereOf } from "./there.ts";
import { checked } from "./limits.ts";
import { lowOf, usualOf } from "./low.ts";
import { hasSteps } from "./sought.ts";

/** The prices that can be entered here, of those Python declares. */
const RATES = ["staff_hour", "citizen_hour"] as const;
/** Above so much for one hour the page asks whether it is meant, in whatever money [per hour]. */
const DEAR_HOUR = 500;

export function OwnFigures({ board, id }: { board: Board; id: string }) {
  const { words } = board;
  return (
    <>
      <fieldset class="prices">
        <legend>{words.say("board-limits")}</legend>
        <p>{words.say("board-limits-intro", { steps: hasSteps(board.declared) })}</p>
        {limitsAsked(board).map((limit) => <Has key={limit.name} board={board} limit={limit} id={`${id}-has-${limit.name}`} />)}
      </fieldset>
      <fieldset class="prices">
        <legend>{words.say("board-cost-own")}</legend>
        <p>{words.say("board-cost-own-intro")}</p>
        {RATES.map((name) => <Rate key={name} board={board} name={name} id={`${id}-${name}`} />)}
        <Pays board={board} id={`${id}-pays`} />
      </fieldset>
      <OfWay board={board} id={id} />
    </>
  );
}

/** Write an amount exactly, in the currency of the case. */
export function pricedIn(board: Board, value: number): string {
  return exact(value, board.case.money.currency, board.declared.theme.signs);
}

/** What there is of one limit; of the weeks a case of the library assumes something until they are entered. */
function Has({ board, limit: { name, label, unit, low, high, value, asks, put }, id }: { board: Board; limit: Limit; id: string }) {
  const { words } = board;
  const written = (amount: number): string => (name === "budget" ? pricedIn(board, amount) : number(amount, Number.isInteger(amount) ? 0 : 1));
  const there = thereOf(board);
  const assumed = name === "weeks" && there.whose !== "nobody" ? there.weeks : null;
  const whose = value !== null ? words.say("board-cost-yours", { amount: written(value) })
    : assumed === null ? words.say("board-limits-none")
    : words.say("board-cost-there_whose", { weeks: eachSaid(board, written(assumed)), whose: there.whose });
  return <Price board={board} id={id} label={label} unit={unit} range={{ low, high }} mine={value ?? undefined} usual={value === null && assumed !== null ? written(assumed) : ""} whose={whose} asks={asks} put={put} />;
}

/** Whose time is paid, once anybody's is. */
function Pays({ board, id }: { board: Board; id: string }) {
  const { words, view } = board;
  if (!isYours(board, "citizen_hour")) return null;
  return (
    <>
      <Select id={id} label={words.say("board-pays")} value={paysAll(board) ? "all" : "seats"} describedBy={`${id}-help`}
        options={["seats", "all"].map((who): [string, string] => [who, words.say(`board-pays-${who}`)])}
        take={(pays) => board.change({ ...view, pays } as View)} />
      <p id={`${id}-help`} class="help">{words.say("board-pays-help")}</p>
    </>
  );
}

/** What one way takes and costs, the one that is explained first. */
function OfWay({ board, id }: { board: Board; id: string }) {
  const { words, shown } = board;
  const [whose, setWhose] = useState("");
  const way = shown.ways.find(({ name }) => name === whose) ?? shown.ways[goalOf(shown.view)]!;
  return (
    <fieldset class="prices">
      <legend>{words.say("board-efforts", { way: small(short(way)) })}</legend>
      <p>{words.say("board-efforts-intro")}</p>
      {shown.ways.length > 1 && (
        <Select id={`${id}-besides-whose`} label={words.say("board-besides_whose")} value={way.name} take={setWhose}
          options={shown.ways.map(({ name, title }): [string, string] => [name, title])} />
      )}
      <Efforts board={board} id={id} way={way} />
      <p>{words.say("board-besides_intro")}</p>
      <BesidesOf board={board} id={id} way={way} />
    </fieldset>
  );
}

/** Its hours and weeks: what the dials come to stands there until somebody enters their own. */
function Efforts({ board, id, way }: { board: Board; id: string; way: Way }) {
  const { words, view, declared } = board;
  const mine = effortsOf(view, way.name);
  const usual = usualOf(board, way);
  return (
    <>
      {declared.efforts.map((asked: Quantity) => {
        const [own, assumed] = [mine[asked.name], usual[asked.name] ?? 0];
        const stands = own !== undefined ? entered(own) : asked.name === "staff_hours" ? staffHours(assumed) : entered(assumed);
        return (
          <Price key={`${way.name}-${asked.name}`} board={board} id={`${id}-effort-${asked.name}`} label={words.say(`board-efforts-${asked.name}`)}
            of={way} unit={asked.name === "weeks" ? "weeks" : "hours"}
            range={asked} mine={mine[asked.name]} usual={stands}
            whose={words.say(mine[asked.name] === undefined ? "board-cost-assumed" : "board-cost-yours", { amount: stands })}
            asks={checked(board, lowOf(board, way, asked.name))}
            put={(given) => board.change(enter(view, "efforts", way.name, asked.name, given))} />
        );
      })}
    </>
  );
}

/** What it costs besides hours: nothing is assumed, so what is not entered is left out. */
function BesidesOf({ board, id, way }: { board: Board; id: string; way: Way }) {
  const { words, view, declared } = board;
  const mine = (view["besides"] as Besides | undefined)?.[way.name] ?? {};
  const can = besidesAsked(declared, seatsOf(board, way));
  return (
    <>
      {declared.besides.names.filter((name) => can.includes(name) || name in mine).map((name) => (
        <Price key={`${way.name}-${name}`} board={board} id={`${id}-besides-${name}`} label={words.say(`board-besides_costs-${name}`)}
            of={way} unit="money"
          range={declared.besides} mine={mine[name]} whose={words.say(mine[name] === undefined ? "board-besides_left" : "board-cost-yours", { amount: pricedIn(board, mine[name] ?? 0) })}
          put={(given) => board.change(enter(view, "besides", way.name, name, given))} />
      ))}
    </>
  );
}

function Rate({ board, name, id }: { board: Board; name: (typeof RATES)[number]; id: string }) {
  const { words, view, declared } = board;
  const mine = view.money[name];
  const stands = board.case.money[name];
  const amount = pricedIn(board, stands);
  const unpaid = name === "citizen_hour" && mine === undefined;
  return (
    <Price board={board} id={id} label={words.say(`board-cost-${name}`)} unit="rate" range={named(declared.rates, name)} mine={mine}
      usual={unpaid ? "" : number(stands, Number.isInteger(stands) ? 0 : 2)}
      whose={unpaid ? words.say("board-cost-unpaid") : words.say(mine === undefined ? "board-cost-assumed" : "board-cost-yours", { amount })}
      asks={mine !== undefined && mine > DEAR_HOUR ? words.say("board-cost-dear_hour", { amount }) : ""}
      put={(given) => board.change(price(view, name, given))} />
  );
}

interface PriceProps {
  board: Board;
  id: string;
  label: string;
  /** The way it is about, where boxes of several stand here in turn. */
  of?: Way;
  unit: Unit;
  range: { low: number; high: number };
  mine: number | undefined;
  /** What stands there while nothing is entered. */
  usual?: string;
  whose: string;
  /** What is asked about a number that fits but is hardly meant. */
  asks?: string;
  put(given: number | null): void;
}

function Price({ board, id, label, of, unit, range, mine, usual, whose, asks, put }: PriceProps) {
  const { words } = board;
  const { wrong, box } = useTyped({ board, id, label: of ? words.say("board-number-of", { label, way: small(short(of)) }) : label, of: of?.name, unit, low: range.low, high: range.high, value: mine ?? null, put });
  return (
    <div class="price">
      <label for={id}>{label}</label>
      <input {...box} placeholder={usual} aria-describedby={`${id}-whose ${id}-wrong`} />
      <span id={`${id}-whose`} class="whose">{whose}</span>
      <span id={`${id}-wrong`} class="wrong" role="alert">{wrong || asks}</span>
    </div>
  );
}
