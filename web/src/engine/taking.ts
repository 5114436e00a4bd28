// Who takes part: counted among those affected, where they are known.

/** Count who takes part where a share of the town does: among those affected, where they are known; a room keeps its seats. */
export function takingPart(share: number, citizens: number, people: number | null, seats: number): number {
  if (people === null) return share * citizens;
  if (seats === 0) return share * people;
  // Among more people a room fills more easily.
  return Math.min(share * citizens * Math.max(1, people / citizens), seats, people);
}
