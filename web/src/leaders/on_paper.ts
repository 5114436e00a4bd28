// The page for a board on paper: its first sheet holds what is decided and signed. It is measured when it is printed; where all of it
// would not fit in letters that can be read, what rests behind the answer goes to a sheet of its own.

import { useEffect, useRef } from "preact/hooks";
import type { Words } from "../words.ts";
import { asPrinted, type Fits, PT } from "./paper.ts";

/** Tells the page around that the page for a board is there: what stands in a shade cannot be told by style alone. */
const MARK = "board-on-paper";
/** The sizes of letters in which all is tried on one sheet, the largest first; where there are two sheets, the middle one is kept if it can be. */
const SIZES = ["9pt", "8.5pt", "8pt"];
const [, OVERLEAF, LEAST] = SIZES as [string, string, string];
/** Rows that may stand overleaf carry this class, and sentences of other rows and of the head that may the other. */
export const [SPARE, LINE] = ["spare", "spare-line"] as const;
/** What goes overleaf first, each from the last of its kind on: what is said beside the sums of a challenge is the last to go. */
const FIRST_TO_GO = [`.${SPARE}`, `header .${LINE}`, `.rows-side .${LINE}`, `.sums .${LINE}`];
/** What stands overleaf carries this class on the first sheet. */
const GONE = "gone";
/** A table has no smaller letters than these, however wide it is [pt]. */
const SMALLEST = 5;

/** Give the place of the page for a board, which is made ready for paper when it is printed. */
export function useOnPaper(words: Words, title: string) {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    // The page itself may come later than this, and anew.
    const back = (): void => void (page.current && together(page.current));
    const ready = (): void => {
      back();
      const sheet = page.current;
      if (sheet) asPrinted(sheet, (fits) => fit(sheet, fits, words, title));
    };
    document.documentElement.classList.add(MARK);
    window.addEventListener("beforeprint", ready);
    window.addEventListener("afterprint", back);
    return () => {
      document.documentElement.classList.remove(MARK);
      window.removeEventListener("beforeprint", ready);
      window.removeEventListener("afterprint", back);
    };
  }, [words, title]);
  return page;
}

/** Take the largest letters in which one sheet holds all; where none does, move rows and sentences overleaf until the first sheet fits. */
function fit(page: HTMLElement, fits: Fits, words: Words, title: string): void {
  const inSize = (size: string): boolean => {
    page.style.setProperty("--print", size);
    narrow(page);
    return fits(page);
  };
  if (SIZES.some(inSize)) return;
  page.append(madeOf("p", "turn-over", words.say("leaders-page-overleaf")));
  for (const part of FIRST_TO_GO.flatMap((kind) => [...page.querySelectorAll<HTMLElement>(kind)].reverse())) {
    part.classList.add(GONE);
    if (inSize(OVERLEAF)) break;
  }
  if (!fits(page)) inSize(LEAST);
  const sheet = overleaf(page, words.say("leaders-page-overleaf_of", { title }));
  page.append(sheet);
  ["", ...SIZES].some((size) => {
    sheet.style.fontSize = size;
    return fits(sheet);
  });
}

/** Set a table that is wider than its column in smaller letters, until it is not. */
function narrow(page: HTMLElement): void {
  page.querySelectorAll("table").forEach((table) => {
    const wide = (): boolean => table.scrollWidth > table.parentElement!.clientWidth;
    table.style.fontSize = "";
    for (let size = parseFloat(getComputedStyle(table).fontSize) * PT; wide() && size > SMALLEST; size -= 0.5) table.style.fontSize = `${size}pt`;
  });
}

/** Make the further sheet: it names the case, so that it says what it belongs to when it lies alone. */
function overleaf(page: HTMLElement, title: string): HTMLElement {
  const sheet = madeOf("section", "overleaf");
  const [head, list] = [madeOf("div", ""), madeOf("dl", "rows-side")];
  let last: Element | null = null;
  for (const part of page.querySelectorAll<HTMLElement>(`.${GONE}`)) {
    if (part.parentElement!.closest(`.${GONE}`)) continue; // its row has gone, and it goes with that
    const row = part.closest("dl > div");
    if (!row) head.append(madeOf("p", "", part.textContent!.trim()));
    else if (row === part) list.append(copied(part));
    else if (row === last) list.lastElementChild!.lastElementChild!.append(` ${part.textContent!.trim()}`);
    else list.append(rowOf(row, part));
    last = row;
  }
  sheet.append(madeOf("h2", "", title), head, list);
  return sheet;
}

function copied(row: HTMLElement): HTMLElement {
  const copy = row.cloneNode(true) as HTMLElement;
  copy.classList.remove(GONE, SPARE);
  copy.querySelectorAll(`.${GONE}`).forEach((part) => part.classList.remove(GONE));
  return copy;
}

/** Make a row for a sentence that stood in another: it has the name of that one. */
function rowOf(row: Element, part: HTMLElement): HTMLElement {
  const made = madeOf("div", "");
  made.append(madeOf("dt", "", row.querySelector("dt")!.textContent!), madeOf("dd", "", part.textContent!.trim()));
  return made;
}

/** Put everything on the one page again. */
function together(page: HTMLElement): void {
  page.querySelectorAll(".turn-over, .overleaf").forEach((one) => one.remove());
  page.querySelectorAll(`.${GONE}`).forEach((row) => row.classList.remove(GONE));
  page.querySelectorAll("table").forEach((table) => (table.style.fontSize = ""));
}

function madeOf(tag: string, kind: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}
