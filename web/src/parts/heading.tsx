// A heading as deep as where the board stands asks for.

import type { ComponentChildren } from "preact";
import type { Board } from "../board/board.ts";

interface HeadingProps {
  board: Board;
  /** How far below the answer: 0 is the answer itself. */
  below: number;
  id?: string;
  class?: string;
  children: ComponentChildren;
}

export function Heading({ board, below, children, ...more }: HeadingProps) {
  const Tag = `h${Math.min(board.level + below, 6)}` as "h2";
  return <Tag data-below={below} {...more}>{children}</Tag>;
}
