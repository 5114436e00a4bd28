// The page for a board on paper: it has its own head, so the site's goes, and what is long is set smaller, so that one sheet holds it.

import { useEffect, useRef } from "preact/hooks";

/** Tells the page around that the page for a board is there: what stands in a shade cannot be told by style alone. */
const MARK = "board-on-paper";
/** Up to so many printed letters a page is set in that size: of longer ones some took a second sheet in it. */
const SIZES: [most: number, size: string][] = [[5600, "9pt"], [6900, "8.5pt"], [Infinity, "8pt"]];

/** Give the place of the page for a board, which is made ready for paper when it is printed. */
export function useOnPaper() {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const ready = (): void => page.current?.style.setProperty("--print", sizeOf(printed(page.current)));
    document.documentElement.classList.add(MARK);
    window.addEventListener("beforeprint", ready);
    return () => {
      document.documentElement.classList.remove(MARK);
      window.removeEventListener("beforeprint", ready);
    };
  }, []);
  return page;
}

/** Count the letters of a page that are printed: what stands on the screen alone takes no room on paper. */
function printed(page: HTMLElement): number {
  const alone = [...page.querySelectorAll<HTMLElement>(".on-screen")].filter((one) => !one.parentElement!.closest(".on-screen"));
  return alone.reduce((letters, one) => letters - one.innerText.length, page.innerText.length);
}

function sizeOf(letters: number): string {
  return SIZES.find(([most]) => letters <= most)![1];
}
