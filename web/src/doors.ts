// What Python does where the page stands in the kit, and a browser alone cannot.

import type { View } from "./view.ts";

export interface Doors {
  /** The files that Python makes of what is shown, each with a message `take-NAME`. */
  readonly files: readonly string[];
  /** Have one made and saved; gives a sentence where it cannot be. */
  save(name: string, view: View): Promise<string>;
  /** Python's own controls; each stands in the slot of its name once it was asked for. */
  readonly controls: readonly string[];
  need(name: string): void;
}
