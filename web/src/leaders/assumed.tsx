// The numbers inside the rules, by what they are about: where each stands, how far it may lie, and one's own instead.

import type { Board } from "../board/board.ts";
import type { Assumption } from "../declared.ts";
import { Heading } from "../parts/heading.tsx";
import { caseOf, type View } from "../view.ts";
import { Amount } from "./amount.tsx";
import { leading } from "./leading.ts";

type Entered = Record<string, number>;

export function Assumed({ board, id }: { board: Board; id: string }) {
  const { words, view } = board;
  const { assumed } = leading(board);
  const mine = view["assumptions"] as Entered;
  const families = [...new Set(assumed.map((one) => one.family))];
  const count = Object.keys(mine).length;
  return (
    <section class="part" aria-labelledby={`${id}-assumed`}>
      <Heading board={board} below={1} id={`${id}-assumed`}>{words.say("rigged-change")}</Heading>
      <p>{words.say("rigged-change_intro")} {words.say("rigged-no_source", countsOf(assumed))} {words.say("rigged-papers", papersOf(assumed))}</p>
      <p role="status">{count ? words.say("study-assumed_changed", { count }) : words.say("rigged-unchanged", { count: assumed.length })}</p>
      {families.map((family) => (
        <details key={family}>
          <summary>{words.say(`groups-${family}`)}</summary>
          <p>{words.say(`groups-${family}_text`)}</p>
          {assumed.filter((one) => one.family === family).map((one) => <One key={one.name} board={board} one={one} id={`${id}-${one.name}`} />)}
        </details>
      ))}
      <p class="buttons">
        <button type="button" disabled={count === 0} onClick={() => board.change({ ...view, assumptions: {} } as View)}>{words.say("rigged-back")}</button>
      </p>
    </section>
  );
}

function One({ board, one, id }: { board: Board; one: Assumption; id: string }) {
  const { declared, view } = board;
  const { [one.name]: entered, ...others } = view["assumptions"] as Entered;
  const usual = caseOf({ ...view, assumptions: {} }, declared).assumptions[one.name]
    ?? declared.reference[declared.assumptions.indexOf(one.name)]!;
  const put = (assumptions: Entered): void => board.change({ ...view, assumptions } as View);
  return (
    <Amount board={board} id={id} label={one.label} help={where(board, one, usual)}
      low={one.low} high={one.high} value={entered ?? usual}
      put={(value) => put(value === null || value === usual ? others : { ...others, [one.name]: value })}>
      {one.papers.length > 0 && <Papers board={board} one={one} />}
    </Amount>
  );
}

/** The studies a number names, each with where it can be read. */
function Papers({ board, one }: { board: Board; one: Assumption }) {
  return (
    <ul class="source" aria-label={board.words.say("rigged-papers_of", { label: one.label })}>
      {one.papers.map(({ name, reference, link }) => (
        <li key={name}>{link ? <a href={link} rel="noreferrer">{name}</a> : name}: {reference}{!link && ` (${board.words.say("rigged-no_address")})`}</li>
      ))}
    </ul>
  );
}

/** Count the numbers that name no study, those whose studies give no size, those whose size is ours, and those whose size is a study's. */
export function countsOf(assumed: readonly Assumption[]): Record<"none" | "signs" | "ours" | "sized" | "all", number> {
  const none = assumed.filter(({ papers }) => papers.length === 0).length;
  const sized = assumed.filter((one) => one.sized).length;
  return { none, signs: assumed.length - none - sized, ours: assumed.length - sized, sized, all: assumed.length };
}

/** Count the studies that are named, and those of them without an address. */
function papersOf(assumed: readonly Assumption[]): { papers: number; unlinked: number } {
  const links = new Map(assumed.flatMap(({ papers }) => papers.map(({ name, link }) => [name, link] as const)));
  return { papers: links.size, unlinked: [...links.values()].filter((link) => !link).length };
}

/** Say where a number stands, how far it may plausibly lie, and who says so. */
function where({ words }: Board, one: Assumption, usual: number): string {
  const [shown, least, most, low, high] = [usual, one.least, one.most, one.low, one.high].map((value) => `${Number(value.toPrecision(6))}`);
  const said = { usual: shown!, least: least!, most: most!, low: low!, high: high!, source: one.source };
  const unit = one.unit === "0 to 1" ? "" : ` ${words.say("rigged-unit", { unit: one.unit })}`;
  if (one.schools) return words.say("rigged-disputed", { ...said, lower: one.schools[0], higher: one.schools[1] }) + unit;
  return words.say(one.fixed ? "rigged-fixed" : "rigged-where", said) + unit;
}
