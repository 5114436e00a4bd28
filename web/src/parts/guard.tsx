// Keeps the fault of one part to that part: a sentence stands in its place, and the rest of the page goes on.

import { Component, type ComponentChildren } from "preact";
import type { Board } from "../board/board.ts";
import type { View } from "../view.ts";

interface Given {
  board: Board;
  children: ComponentChildren;
}

export class Guard extends Component<Given, { failed: View | null }> {
  override state: { failed: View | null } = { failed: null };

  override componentDidCatch(problem: unknown): void {
    console.error(problem);
    this.setState({ failed: this.props.board.view });
  }

  override render({ board, children }: Given) {
    // Another view is another try: it may be only this one that the part cannot show.
    if (this.state.failed === board.view) return <p class="failed" role="alert">{board.words.say("board-part_failed")}</p>;
    return children;
  }
}
