// Says what did not fit in a link or a file, and what was taken instead.

import type { Words } from "../words.ts";
import type { Wrong } from "./reading.ts";

export function wrongSaid(wrong: Wrong[], where: string, words: Words): string[] {
  return wrong.map((one) =>
    words.say(`leaders-wrong-${one.key}`, {
      where, place: one.place ?? "", entry: one.place?.split(".")[0] ?? "", near: one.allowed ? "yes" : "no", found: one.found ?? "", allowed: one.allowed ?? "",
    }),
  );
}
