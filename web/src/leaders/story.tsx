// The case: which one, what it was about, and what happened beside what the model gives.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Facts } from "../parts/facts.tsx";
import { Heading } from "../parts/heading.tsx";
import { headlineOf } from "../parts/headline.ts";
import { Picture } from "../parts/picture.tsx";
import { leading } from "./leading.ts";
import { ownSaid, spanSaid, waitingSaid } from "../board/saying.ts";
import type { Case } from "../declared.ts";
import { OWN, takeUp } from "../view.ts";
import { Late } from "../board/app.tsx";
import { Select } from "../parts/choices.tsx";
import { useLead } from "./advice.tsx";
import { asidesOf, beginAnother, isBegun } from "./another.ts";
import { useUnmetWays } from "./duty.ts";
import { Former } from "./former.tsx";
import { GateSays } from "./gate.tsx";
import { OwnCase } from "./own.tsx";
import { restsSaid } from "./rests.tsx";
import { OwnSurvey } from "./survey.tsx";

interface Given {
  board: Board;
  id: string;
  turn(step: string): void;
}

export function Story({ board, id, turn }: Given) {
  const declared = leading(board);
  const { view, words } = board;
  const [narrowed, setNarrowed] = useState<Record<Field, string>>({ sector: "", about: "" });
  const fits = (one: Case): boolean => FIELDS.every((field) => !narrowed[field] || one[field] === narrowed[field]);
  const cases = Object.values(declared.cases).filter((one) => fits(one) || one.name === view.case);
  const titled = (one: Case): [string, string] => [one.name, words.say(`case-${one.kind}`, { title: one.title })];
  const listed = [...cases].sort((a, b) => b.kind.localeCompare(a.kind) || a.title.localeCompare(b.title));
  const options: [string, string][] = [[OWN, ownSaid(board)]];
  const form = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const { times } = asidesOf(board);
  useEffect(() => {
    if (pressed.current) form.current?.focus(); // the button that was pressed can be pressed no more
    pressed.current = false;
  }, [view.case, times]);
  const press = (then: () => void) => (): void => {
    pressed.current = true;
    then();
  };
  return (
    <section class="part" aria-labelledby={`${id}-case-head`}>
      <Heading board={board} below={0} id={`${id}-case-head`}>{words.say("case-title")}</Heading>
      <p>{words.say("case-intro")}</p>
      <div class="fields">
        <button type="button" class="main" disabled={view.case === OWN} onClick={press(() => board.change(takeUp(view, OWN, declared)))}>{words.say("board-describe_own")}</button>
        <Select id={`${id}-which`} label={words.say("case-choose")} value={view.case}
          options={[...options, ...listed.map(titled)]} take={(name) => board.change(takeUp(view, name, declared))} />
        {FIELDS.map((field) => (
          <Select key={field} id={`${id}-${field}`} label={words.say(`case-filter_${field}`)} value={narrowed[field]}
            options={[["", words.say("case-filter_all")], ...kindsOf(board, field)]} take={(kind) => setNarrowed({ ...narrowed, [field]: kind })} />
        ))}
      </div>
      <p role="status" class={FIELDS.some((field) => narrowed[field]) ? "help" : "unseen"}>{words.say("case-filter_found", { count: Object.values(declared.cases).filter(fits).length })}</p>
      {view.case !== OWN ? <Told board={board} town={declared.cases[view.case]!} id={id} turn={turn} /> : (
        <>
          <p>{words.say("case-knows")}</p>
          {isBegun(view, declared) && (
            <p><button type="button" onClick={press(() => beginAnother(board))}>{words.say("case-another")}</button> <span class="help">{words.say("case-another_help")}</span></p>
          )}
          <Former board={board} after={press(() => undefined)} />
          <div ref={form} tabIndex={-1} role="group" aria-label={words.say("board-describe_own")}><OwnCase key={times} board={board} id={id} /></div>
          <OwnSurvey board={board} id={id} />
          <Mine key={times} board={board} id={id} turn={turn} />
        </>
      )}
    </section>
  );
}

/** What the model gives for one's own case, and what that rests on, as soon as anything is said about it. */
function Mine({ board, id, turn }: Given) {
  const described = Object.keys((board.view["own"] ?? {}) as object).length > 0 || board.view["survey"];
  if (!described) return null;
  return (
    <section class="part mine" aria-labelledby={`${id}-model`}>
      <Model board={board} id={id} turn={turn} />
      <p class="help">{restsSaid(board)} <span class="on-screen">{board.words.say("leaders-page-rests_change")}</span></p>
    </section>
  );
}

/** By what cases are found, and what the form for one's own case calls it. */
const FIELDS = ["sector", "about"] as const;
type Field = (typeof FIELDS)[number];
const ASKED: Record<Field, string> = { sector: "sector", about: "kind" };

/** List what is found in the library's cases, in the words of the form. */
function kindsOf(board: Board, field: Field): [string, string][] {
  const named = Object.values(board.declared.cases).map((one) => one[field]);
  const found = [...new Set(named)].filter((one) => board.words.has(`case_form-${ASKED[field]}_${one}`));
  return found.map((one): [string, string] => [one, board.words.say(`case_form-${ASKED[field]}_${one}`)])
    .sort((a, b) => a[1].localeCompare(b[1]));
}

function Told({ board, town, id, turn }: Given & { town: Case & { facts_said: string[] } }) {
  const { words } = board;
  return (
    <>
      <div class="beside told">
        <div>
          <Heading board={board} below={1}>{town.title}</Heading>
          <p>{words.say("case-where", { place: town.place, years: town.years, who: town.who_decides })}</p>
          <p>{town.summary}</p>
          <Heading board={board} below={1}>{words.say("case-happened")}</Heading>
          <p>{town.outcome}</p>
          <Closest board={board} town={town} />
          <p class="help">{words.say("case-knows")} {town.kind === "real" && words.say("case-not_forecast")}</p>
        </div>
        <Model board={board} id={id} turn={turn} />
      </div>
      <Fold title={words.say("case-facts")} lines={town.facts_said} />
      <Fold title={words.say("case-assumed")} lines={town.assumed} />
      <Fold title={words.say("case-criticism")} lines={town.criticism} />
      <Fold title={words.say("case-sources")} lines={town.sources} />
    </>
  );
}

function Closest({ board, town }: { board: Board; town: Case }) {
  const really = leading(board).ways.find((way) => way.name === town.really);
  return really ? <p>{board.words.say("case-closest", { way: really.title })}</p> : null;
}

/** What the model gives for the case, in the picture of the board; beside it what the gate says, and which ways do not fit. */
function Model({ board, id, turn }: Given) {
  const { words, phase, shown, view } = board;
  const rough = phase === "rough" || phase === "loading";
  const [lead, unmet] = [useLead(board), useUnmetWays(board)];
  if (!board.numbers || shown.view.case !== view.case) return <p>{waitingSaid(board, "board-rough")}</p>;
  return (
    <div>
      <Heading board={board} below={1} id={`${id}-model`}>{words.say("case-model")} ({spanSaid(board)})</Heading>
      <p class={rough ? "answer rough" : "answer"}>{[lead, headlineOf(board, unmet)].filter(Boolean).join(" ")}</p>
      <GateSays board={board} turn={turn} led={lead !== ""} />
      {!rough && <Late board={board} />}
      <Picture board={board} id={`${id}-case`} />
      <Facts board={board} />
    </div>
  );
}

export function Fold({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>{lines.map((line) => <li key={line}>{linked(line)}</li>)}</ul>
    </details>
  );
}

const ADDRESS = /(https?:\/\/[^\s;]*[^\s;.,)])/;

/** Make the addresses in a source into links. */
export function linked(line: string) {
  return line.split(ADDRESS).map((part, k) => (k % 2 ? <a key={k} href={part} rel="noreferrer">{part}</a> : part));
}

