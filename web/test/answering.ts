// What a test in Python asks a board for: its answer, from numbers worked out beforehand.

export { Board } from "../src/board/board.ts";
export { answer } from "../src/board/saying.ts";
export { headlineOf } from "../src/parts/headline.ts";
