import assert from "node:assert/strict";
import { test } from "node:test";
import type { Board } from "../src/board/board.ts";
import { forgetUnread, keepUnread, unreadIn, unreadOf } from "../src/parts/unread.ts";

const ten = { text: "ten", before: null, label: "Weeks you have", fault: "This cannot be read.", part: "what" };

function board(name = "own"): Board {
  return { view: { case: name } } as unknown as Board;
}

test("what cannot be read is there again on coming back, until its box holds another number", () => {
  const here = board();
  keepUnread(here, "has-weeks", ten);
  assert.deepEqual(unreadIn(here, "has-weeks", null), ten);
  assert.equal(unreadIn(here, "has-weeks", 20), null);
  assert.equal(unreadIn(here, "has-budget", null), null);
  keepUnread(here, "has-weeks", null);
  assert.equal(unreadIn(here, "has-weeks", null), null);
});

test("what was typed about one case never goes over into another, and waits there", () => {
  const here = board();
  keepUnread(here, "has-weeks", ten);
  here.view.case = "west_dulwich";
  assert.deepEqual([unreadIn(here, "has-weeks", null), unreadOf(here)], [null, []]);
  here.view.case = "own";
  assert.deepEqual(unreadOf(here), [ten]);
  forgetUnread(here);
  assert.deepEqual(unreadOf(here), []);
});

test("what is typed to watch one person is on no page for a board", () => {
  const here = board();
  keepUnread(here, "person", { ...ten, part: "town" });
  assert.deepEqual(unreadOf(here), []);
});
