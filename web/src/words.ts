// Every word on the board, from the Fluent messages that Python reads too.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export type Args = Record<string, FluentVariable>;

/** The words of one language; what it lacks is said in English. */
export class Words {
  private readonly bundles: FluentBundle[];

  constructor(
    texts: Record<string, string>,
    readonly language = "en",
  ) {
    this.bundles = [language, "en"]
      .filter((one, place, all) => one in texts && all.indexOf(one) === place)
      .map((one) => {
        const bundle = new FluentBundle(one, { useIsolating: false });
        bundle.addResource(new FluentResource(texts[one] ?? ""));
        return bundle;
      });
  }

  has(key: string): boolean {
    return this.bundles.some((bundle) => bundle.getMessage(key)?.value);
  }

  /** Say a message; one that is nowhere is a fault, which shows its key. */
  say(key: string, args: Args = {}): string {
    for (const bundle of this.bundles) {
      const pattern = bundle.getMessage(key)?.value;
      if (pattern) return bundle.formatPattern(pattern, args);
    }
    return `{${key}}`;
  }
}
