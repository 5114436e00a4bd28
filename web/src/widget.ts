// The board in a notebook cell: Python hands everything over, and hears what a person changes.

import { Board } from "./board/board.ts";
import { show } from "./board/app.tsx";
import type { Declared } from "./declared.ts";
import { canRun } from "./engine/module.ts";
import { declaredIn, inShade, same, shadeAround, sourceIn, tellPython, untilLeft, type Model } from "./notebook.ts";
import { ownKeys } from "./own_keys.ts";
import type { View } from "./view.ts";

function render({ model: page, el }: { model: Model; el: HTMLElement }): () => void {
  const model = untilLeft(page);
  const host = document.createElement("div");
  el.append(host);
  let board: Board;
  let leave = (): void => {};

  const begin = (): void => {
    leave();
    const view = model.get("value") as Partial<View>;
    board = new Board(declaredIn<Declared>(model), sourceIn(model), view, String(view["language"] ?? "en"));
    const stop = tellPython(board, model);
    const hide = show(board, host, shadeAround(host));
    const bare = inShade(host);
    leave = () => {
      bare();
      stop();
      hide();
      board.close();
    };
  };
  // What comes back is what was sent from here; only another view is taken over.
  const follow = (): void => {
    const view = model.get("value") as View;
    if (!isShown(view, board.view)) board.set(view);
  };
  begin();
  const notOurs = ownKeys(el);
  model.on("change:_declared", begin);
  model.on("change:value", follow);
  if (!canRun() && !model.get("_asked")) {
    model.set("_asked", true);
    model.save_changes();
  }
  return () => {
    model.off("change:_declared", begin);
    model.off("change:value", follow);
    notOurs();
    leave();
  };
}

/** Compare what a board shows. */
function isShown(one: View, other: View): boolean {
  const shown: (keyof View)[] = ["case", "ways", "turned", "money", "measure", "span", "over", "seed"];
  return shown.every((key) => same(one[key], other[key]));
}

export default { render };
