// The page for a board on paper: it has its own head, so the site's goes, and what is long is set smaller, so that one sheet holds it.

import { useEffect, useRef } from "preact/hooks";

/** Tells the page around that the page for a board is there: what stands in a shade cannot be told by style alone. */
const MARK = "board-on-paper";
/** Up to so many letters a page is set in that size: of longer ones some took a second sheet in it. */
const SIZES: [most: number, size: string][] = [[6500, "9pt"], [7600, "8.5pt"], [Infinity, "8pt"]];

/** Give the place of the page for a board, which is made ready for paper when it is printed. */
export function useOnPaper() {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const ready = (): void => page.current?.style.setProperty("--print", sizeOf(page.current.innerText));
    document.documentElement.classList.add(MARK);
    window.addEventListener("beforeprint", ready);
    return () => {
      document.documentElement.classList.remove(MARK);
      window.removeEventListener("beforeprint", ready);
    };
  }, []);
  return page;
}

function sizeOf(text: string): string {
  return SIZES.find(([most]) => text.length <= most)![1];
}
