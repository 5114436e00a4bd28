// Marks an answer as `learning/answer_mark.py` does, so that a look at the page's source does not tell which one is right.

/** Give the mark of an answer: a hash of the question's name and the answer's words (FNV-1a, 32 bits). */
export function markOf(question: string, answer: string): string {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${question}\n${answer}`)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found.toString(16).padStart(8, "0");
}
