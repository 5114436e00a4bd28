// Take it away: the conditions signed up to, the page for the board, a link, and a file.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Guard } from "../parts/guard.tsx";
import { Heading } from "../parts/heading.tsx";
import { Select } from "../parts/choices.tsx";
import { useLongText } from "../parts/long_text.ts";
import { forgetUnread } from "../parts/unread.ts";
import { leading } from "./leading.ts";
import { short, small } from "../board/saying.ts";
import { listed } from "../figures.ts";
import { offered, OWN, putInPlace, recommend, recommendedOf, type View } from "../view.ts";
import { fileOf, linkOf, MOST_BYTES, staysHere } from "./address.ts";
import { asideForFile } from "./another.ts";
import { BoardPage } from "./board_page.tsx";
import { Former } from "./former.tsx";
import { Made } from "./made.tsx";
import { checked, type Read } from "./reading.ts";
import { wrongSaid } from "./saying.ts";
import { save } from "../saving.ts";

const MOST_CONDITIONS = 3;
/** Names by which a browser calls the computer it runs on. */
const HERE = ["localhost", "127.0.0.1", "[::1]"];

/** The page for the board first, as whoever opens this came for it; then what is entered on it. */
export function Take({ board, id, turn }: { board: Board; id: string; turn(step: string): void }) {
  const { words } = board;
  return (
    <section class="part" aria-labelledby={`${id}-take`}>
      <Heading board={board} below={0} id={`${id}-take`}>{words.say("take-title")}</Heading>
      <p class="on-screen">{words.say("take-below")}</p>
      <Guard board={board}><BoardPage board={board} id={id} turn={turn} /></Guard>
      <Guard board={board}><Prepared board={board} id={id} /></Guard>
      <Guard board={board}><Conditions board={board} /></Guard>
      <p class="buttons">
        <button type="button" class="main" onClick={() => window.print()}>{words.say("leaders-print")}</button>
      </p>
      <Guard board={board}><Made board={board} id={id} /></Guard>
      <Again board={board} id={id} />
    </section>
  );
}

function Conditions({ board }: { board: Board }) {
  const declared = leading(board);
  const { view, words } = board;
  const chosen = view["conditions"] as string[];
  const full = chosen.length >= MOST_CONDITIONS;
  const take = (name: string, on: boolean): void => {
    const others = chosen.filter((one) => one !== name);
    board.change({ ...view, conditions: on ? [...others, name] : others } as View);
  };
  return (
    <fieldset class="question">
      <legend>{words.say("take-conditions")}</legend>
      <p class="help">{words.say("take-conditions_intro")}</p>
      {declared.conditions.map(({ name }) => (
        <label class="check" key={name}>
          <input type="checkbox" checked={chosen.includes(name)} disabled={full && !chosen.includes(name)}
            onChange={(event) => take(name, event.currentTarget.checked)} />
          <span>{words.say(`conditions-${name}`)}</span>
        </label>
      ))}
      <p role="status">{words.say("take-chosen", { count: chosen.length, most: MOST_CONDITIONS })}</p>
    </fieldset>
  );
}

/** The texts on the page that are the leader's own, and whether they are about no case. */
const TEXTS = [{ name: "recommendation", any: false }, { name: "prepared_by", any: true }] as const;

function Text({ board, id, name, any }: { board: Board; id: string; name: string; any: boolean }) {
  const { words } = board;
  const label = words.say(`take-${name}`);
  const { wrong, box } = useLongText({
    board, id, label, any, most: leading(board).view_lengths[name]!, now: (view) => String(view[name] ?? ""),
    put: (text) => board.change({ ...board.view, [name]: text } as View),
  });
  const given = { ...box, "aria-describedby": `${id}-help ${id}-wrong` };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {any ? <input type="text" {...given} /> : <textarea rows={3} {...given} />}
      <p class="wrong" id={`${id}-wrong`} role="status">{wrong}</p>
      <p class="help" id={`${id}-help`}>{words.say(`take-${name}_help`)}</p>
    </div>
  );
}

function Prepared({ board, id }: { board: Board; id: string }) {
  const { view, words } = board;
  const recommended = view.ways.includes(String(view["recommended_way"])) ? String(view["recommended_way"]) : "";
  return (
    <>
      <div class="fields own"><div class="field">
        <Select id={`${id}-recommended`} label={words.say("take-recommended_way")} value={recommended} describedBy={`${id}-recommended-help`}
          options={[["", words.say("take-recommended_none")], ...board.ways.map((way): [string, string] => [way.name, way.title])]}
          take={(way) => board.change(recommend(view, way))} />
        <p class="help" id={`${id}-recommended-help`}>{words.say("take-recommended_way_help")}</p>
        <p class="wrong" role="status">{unprintedSaid(board)}</p>
        <p class="help" role="status">{reasonsSaid(board)}</p>
      </div></div>
      <div class="fields">{TEXTS.map(({ name, any }) => <Text key={name} board={board} id={`${id}-${name}`} name={name} any={any} />)}</div>
    </>
  );
}

/** Say about which other ways something was written that is kept; nothing where it is about none. */
function reasonsSaid({ declared, view, words }: Board): string {
  const about = offered(view, declared).filter(({ name }) => ((view["reasons"] ?? {}) as object).hasOwnProperty(name));
  return about.length ? words.say("take-reasons_kept", { ways: listed(words, about.map((way) => small(short(way)))), count: about.length }) : "";
}

/** Say that the recommended way is no longer compared, and that the reasons stay off the page without a way; else nothing. */
export function unprintedSaid({ declared, view, words }: Board): string {
  if (recommendedOf(view) >= 0) return "";
  const gone = offered(view, declared).find(({ name }) => name === view["recommended_way"]);
  return [
    gone && words.say("take-recommended_gone", { way: small(short(gone)) }),
    String(view["recommendation"] ?? "").trim() && words.say("take-recommendation_kept"),
  ].filter(Boolean).join(" ");
}

function Again({ board, id }: { board: Board; id: string }) {
  const declared = leading(board);
  const { view, words } = board;
  const [said, setSaid] = useState("");
  const [link, setLink] = useState("");
  useEffect(() => void linkOf(view, declared).then((text) => setLink(`${location.href.split("#")[0]}#view=${text}`)), [view]);
  const here = location.protocol === "file:" || HERE.includes(location.hostname) || location.hostname.endsWith(".localhost");
  const file = `${view.case}.coprod.json`;
  const copy = (): void => {
    const copied = [words.say("leaders-copied"), here ? words.say("leaders-only_here") : ""].join(" ").trim();
    navigator.clipboard.writeText(link).then(() => setSaid(copied), () => setSaid(words.say("leaders-copy_failed")));
  };
  const open = async (given: File | undefined): Promise<void> => {
    if (!given) return;
    const { view: found, wrong } = await readFile(given, board);
    const opened = Object.keys(found).length > 0;
    if (opened && ({ ...declared.usual, ...found } as View).case === OWN) asideForFile(board);
    if (opened) forgetUnread(board);
    if (opened) board.change(putInPlace(view, found, declared.usual, declared.with_own, declared));
    setSaid([opened ? words.say("take-opened") : "", ...wrongSaid(wrong, given.name, words)].join(" ").trim());
  };
  return (
    <section class="part" aria-labelledby={`${id}-again`}>
      <Heading board={board} below={0} id={`${id}-again`}>{words.say("take-again")}</Heading>
      <p>{here ? words.say("leaders-link_here", { file, html: board.doors?.files.includes("html") ? "yes" : "no" }) : words.say("leaders-link_there")}</p>
      <p role="status">{staysHere(view, declared) && words.say("take-stays_here")}</p>
      <p class="buttons">
        <a class="button" href={link}>{words.say("take-link")}</a>
        <button type="button" onClick={copy}>{words.say("leaders-copy")}</button>
        <button type="button" onClick={() => save(file, fileOf(view, declared), "application/json")}>{words.say("take-save_view")}</button>
      </p>
      <div class="field">
        <label for={`${id}-open`}>{words.say("take-open_view")}</label>
        <input type="file" id={`${id}-open`} accept=".json,application/json" aria-describedby={`${id}-open-help`}
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // so that the same file can be opened again
          }} />
        <p class="help" id={`${id}-open-help`}>{words.say("take-open_view_help")}</p>
      </div>
      <p role="status" class="said">{said}</p>
      <Former board={board} />
    </section>
  );
}

async function readFile(file: File, board: Board): Promise<Read> {
  if (file.size > MOST_BYTES) return { view: {}, wrong: [{ key: "file" }] };
  try {
    return checked(JSON.parse(await file.text()), leading(board));
  } catch {
    return { view: {}, wrong: [{ key: "file" }] };
  }
}
