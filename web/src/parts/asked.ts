// What the module says about what is shown: asked anew when that changes, null until it has answered.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";

/** Have something worked out by the module; `of` changes with everything it hangs on. */
export function useAsked<T>(board: Board, of: string, ask: () => Promise<T | null>): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => wanted && setFound(answer));
    return () => {
      wanted = false;
    };
  }, [of, board.live]);
  return found;
}

/** Call one of the module's functions for its number; null where it cannot be asked. */
export async function asked(board: Board, name: string, ...given: number[]): Promise<number | null> {
  return (await board.ask(name, given))?.found ?? null;
}
