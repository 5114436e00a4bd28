// The points of a bet above a pure guess, worked out as `progress/ledger.py` does.

/** What is kept of a bet that was played. */
export interface Made {
  question?: string;
  sure?: number | null;
  right?: boolean | null;
  guess?: number;
  open?: boolean;
}

/** Give the gain in squared error (Brier 1950) over a pure guess; none where a bet has no chance or no outcome. */
export function pointsOf({ sure, right, guess }: Made): number | null {
  if (typeof sure !== "number" || typeof right !== "boolean" || typeof guess !== "number") return null;
  const came = right ? 1 : 0;
  return 100 * ((guess - came) ** 2 - (sure / 100 - came) ** 2);
}
