// The leaders' page on a page of its own: the view comes from the address and goes back there.

import { Board, type Library } from "../board/board.ts";
import { show } from "../board/app.tsx";
import type { Leading } from "../declared.ts";
import type { Source } from "../engine/engine.ts";
import type { View } from "../view.ts";
import { fromLink, keptBeside, linkOf } from "./address.ts";
import { forgetUnread } from "../parts/unread.ts";
import { begun, FIRST } from "./begun.ts";
import css from "./leaders.css";
import { Leaders } from "./leaders.tsx";
import { checked, type Read } from "./reading.ts";
import { wrongSaid } from "./saying.ts";

const REST = 400;

/** Show the page inside an element, as the address has it. */
export async function startLeaders(declared: Leading, source: Source | null, host: HTMLElement, library: Library): Promise<void> {
  const found = await asked(declared);
  const board = new Board(declared, source, begun(found.view, declared), document.documentElement.lang || "en");
  board.answersFrom(library);
  showLeaders(board, host, "auto");
  keepAddress(board, declared, found);
}

/** Show the page inside an element; gives back how to take it away. */
export function showLeaders(board: Board, host: HTMLElement, shade: "auto" | "light" | "dark"): () => void {
  const hide = show(board, host, shade, Leaders);
  dress(host);
  return hide;
}

/** Give what is shown inside an element the look of the leaders' page. */
export function dress(host: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  host.shadowRoot?.adoptedStyleSheets.push(sheet);
}

/** What the browser keeps beside an address: the whole view, and the link it belongs to. */
interface Beside {
  link: string;
  view: object;
}

/** Write the view into the address when a hand rests, and follow an address that is changed; gives back how to stop. */
export function keepAddress(board: Board, declared: Leading, found: Read): () => void {
  say(board, found);
  let later: ReturnType<typeof setTimeout> | undefined;
  board.onChange((now) => {
    clearTimeout(later);
    later = setTimeout(() => void linkOf(now, declared).then((link) => keep({ link, view: keptBeside(now, declared) })), REST);
  });
  const follow = (): void =>
    void asked(declared).then((again) => {
      forgetUnread(board);
      board.change(begun(again.view, declared));
      say(board, again);
    });
  // The link to this page in its own header leads to the first step: what was entered is kept, as a new case is begun in that step.
  const stay = (event: MouseEvent): void => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || !leadsHere(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    board.change({ ...board.view, part: FIRST });
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", stay);
  return () => {
    removeEventListener("hashchange", follow);
    document.removeEventListener("click", stay);
    clearTimeout(later);
  };
}

/** Whether a link leads to this very page and says nothing about a case. */
function leadsHere({ href }: HTMLAnchorElement): boolean {
  const [there, here] = [new URL(href), new URL(location.href)];
  return there.origin === here.origin && there.pathname === here.pathname && !there.search && !there.hash && !href.includes("#");
}

function say(board: Board, { wrong }: Read): void {
  if (wrong.length) board.tell(wrongSaid(wrong, board.words.say("leaders-the_link"), board.words).join(" "));
}

/** An address is copied and sent, so it holds this case alone; what was entered about others stays in this browser. */
function keep(beside: Beside): void {
  history.replaceState({ coprod: beside }, "", addressOf(beside.link));
}

/** Put a view behind the `#`, where browsers keep it to themselves; an older one before it goes. */
export function addressOf(link: string): string {
  const before = new URLSearchParams(location.search);
  before.delete("view");
  const query = before.toString();
  return `${location.pathname}${query && `?${query}`}#view=${link}`;
}

/** Read what the address asks for, behind the `#` or, as older links have it, behind the `?`. */
export async function asked(declared: Leading): Promise<Read> {
  const behind = [location.hash, location.search].map((text) => new URLSearchParams(text.slice(1)));
  const given = (name: string): string | null => behind.map((one) => one.get(name)).find((one) => one !== null) ?? null;
  const link = given("view");
  const beside = (history.state as { coprod?: Beside } | null)?.coprod;
  if (link && beside?.link === link) return checked(beside.view, declared);
  if (link) return fromLink(link, declared);
  const named = given("case");
  return { view: (named && Object.hasOwn(declared.cases, named) ? { case: named, part: "what" } : {}) as Partial<View>, wrong: [] };
}
