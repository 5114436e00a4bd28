// The page for a board on paper: its first sheet holds what is decided and signed. It is measured when it is printed; where all of it
// would not fit in letters that can be read, what rests behind the answer goes to a sheet of its own.

import { useEffect, useRef } from "preact/hooks";
import type { Words } from "../words.ts";
import { asPrinted } from "./paper.ts";

/** Tells the page around that the page for a board is there: what stands in a shade cannot be told by style alone. */
const MARK = "board-on-paper";
/** The sizes of letters in which all is tried on one sheet, the largest first; where there are two sheets, the middle one is kept if it can be. */
const SIZES = ["9pt", "8.5pt", "8pt"];
const [, OVERLEAF, LEAST] = SIZES as [string, string, string];
/** Rows that may stand overleaf carry this class, and on paper this one as well while they do. */
export const SPARE = "spare";
const GONE = "gone";

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

/** Take the largest letters in which one sheet holds all; where none does, move rows overleaf until the first sheet fits. */
function fit(page: HTMLElement, fits: () => boolean, words: Words, title: string): void {
  const inSize = (size: string): boolean => {
    page.style.setProperty("--print", size);
    return fits();
  };
  if (SIZES.some(inSize)) return;
  page.append(madeOf("p", "turn-over", words.say("leaders-page-overleaf")));
  const moved: HTMLElement[] = [];
  for (const row of [...page.querySelectorAll<HTMLElement>(`.${SPARE}`)].reverse()) {
    row.classList.add(GONE);
    moved.unshift(row);
    if (inSize(OVERLEAF)) break;
  }
  if (!fits()) inSize(LEAST);
  page.append(overleaf(moved, words.say("leaders-page-overleaf_of", { title })));
}

/** Make the further sheet: it names the case, so that it says what it belongs to when it lies alone. */
function overleaf(rows: HTMLElement[], title: string): HTMLElement {
  const sheet = madeOf("section", "overleaf");
  const list = madeOf("dl", "rows-side");
  for (const row of rows) {
    const copy = row.cloneNode(true) as HTMLElement;
    copy.classList.remove(GONE, SPARE);
    list.append(copy);
  }
  sheet.append(madeOf("h2", "", title), list);
  return sheet;
}

/** Put everything on the one page again. */
function together(page: HTMLElement): void {
  page.querySelectorAll(".turn-over, .overleaf").forEach((one) => one.remove());
  page.querySelectorAll(`.${GONE}`).forEach((row) => row.classList.remove(GONE));
}

function madeOf(tag: string, kind: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}
