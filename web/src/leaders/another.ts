// Another case of one's own begins as empty as the first did; the one from before is put aside until the page is left, and can be brought back.

import type { Board } from "../board/board.ts";
import type { Leading } from "../declared.ts";
import { giveUnread, takeUnread, type Unread } from "../parts/unread.ts";
import { freshOf, OWN, takeUp, type View } from "../view.ts";
import { leading } from "./leading.ts";

/** A case that was put aside: what was entered about it, and what was typed and could not be read. */
export interface Aside {
  mine: Partial<View>;
  unread: Map<string, Unread>;
}

/** What was put aside on a page, how often the case in the form was changed for another, and what came of the last time. */
interface Change {
  asides: Aside[];
  times: number;
  last: { kind: "begun" | "back" | "opened"; title: string } | null;
}

const changes = new WeakMap<Board, Change>();

/** Give what was put aside, the latest first. */
export function asidesOf(board: Board): Change {
  return changes.get(board) ?? { asides: [], times: 0, last: null };
}

/** Give what is entered about one's own case alone, whichever case is shown. */
export function ownOf(view: View, declared: Leading): Partial<View> {
  const shown = view.case === OWN ? view : takeUp(view, OWN, declared);
  return Object.fromEntries(namesOf(declared).map((name) => [name, shown[name]]));
}

/** Give one's own case as it is before anything is entered about it. */
export function freshOwn(declared: Leading): Partial<View> {
  const own = Object.fromEntries(declared.with_own.map((name) => [name, declared.usual[name]]));
  return { ...freshOf(OWN, declared), ...own };
}

/** Say whether anything was entered about one's own case; a box that was emptied again holds nothing. */
export function isBegun(view: View, declared: Leading): boolean {
  const [mine, fresh] = [ownOf(view, declared), freshOwn(declared)];
  const own = Object.values((mine["own"] ?? {}) as object).some((value) => value !== "" && value !== null);
  return own || namesOf(declared).some((name) => name !== "own" && JSON.stringify(mine[name]) !== JSON.stringify(fresh[name]));
}

/** Begin another case of one's own, as empty as the first began. */
export function beginAnother(board: Board): void {
  const declared = leading(board);
  const { view } = board;
  const title = titleOf(board, ownOf(view, declared));
  putAside(board, "begun", title);
  board.change({ ...view, ...freshOwn(declared), case: OWN } as View);
}

/** Put one's own case aside before a file takes its place; where nothing was entered about it, nothing is put aside. */
export function asideForFile(board: Board): void {
  const declared = leading(board);
  if (isBegun(board.view, declared)) putAside(board, "opened", titleOf(board, ownOf(board.view, declared)));
}

/** Bring back a case that was put aside; the one in its place is put aside instead, if anything was entered about it. */
export function bringBack(board: Board, aside: Aside): void {
  const declared = leading(board);
  const view = board.view.case === OWN ? board.view : takeUp(board.view, OWN, declared);
  const title = titleOf(board, aside.mine);
  if (isBegun(view, declared)) putAside(board, "back", title);
  const now = asidesOf(board);
  changes.set(board, { asides: now.asides.filter((one) => one !== aside), times: now.times + 1, last: { kind: "back", title } });
  giveUnread(board, aside.unread);
  board.change({ ...view, ...aside.mine, case: OWN } as View);
}

function putAside(board: Board, kind: "begun" | "back" | "opened", title: string): void {
  const now = asidesOf(board);
  const { kept: _kept, part: _part, ...whole } = board.view.case === OWN ? board.view : takeUp(board.view, OWN, leading(board));
  // A file also takes the place of what is about no case, such as the scores and who prepares the page.
  const aside = { mine: kind === "opened" ? whole : ownOf(board.view, leading(board)), unread: takeUnread(board, OWN) };
  changes.set(board, { asides: [aside, ...now.asides], times: now.times + 1, last: { kind, title } });
}

/** Name a case as its form does; one without a name goes by the usual one. */
export function titleOf(board: Board, { own }: Partial<View>): string {
  const asked = leading(board).own.groups.flatMap((group) => group.questions).find(({ name }) => name === "title");
  return String((own as Record<string, string> | undefined)?.["title"] ?? "").trim() || String(asked?.usual ?? "");
}

function namesOf(declared: Leading): string[] {
  return [...Object.keys(declared.of_a_case), ...declared.with_own];
}
