// Numbers in figures, as `coprod_sim/charts/words.py` writes them; a test holds the two together.

export const MINUS = "\u2212";

/** Round to so many decimals as Python does: what is exactly in the middle goes to the even number. */
function rounded(size: number, digits: number): string {
  const found = size.toFixed(digits);
  const middle = (size * 2 ** (digits + 1)) % 2 === 1;
  return middle && /[13579]$/.test(found) ? (size - 10 ** -(digits + 1)).toFixed(digits) : found;
}

/** Write a number with a real minus sign, never as minus zero. */
export function number(value: number, digits = 0, sign = false): string {
  const bare = rounded(Math.abs(value), digits).replace(/\d(?=(\d{3})+(?!\d))(?<!\.\d*)/g, "$&,");
  if (!/[1-9]/.test(bare)) return bare;
  return value < 0 ? MINUS + bare : sign ? `+${bare}` : bare;
}

/** How near to zero a difference is no clear one, as `NEAR` in Python [points of 100]. */
export const NEAR = 0.5;

/** Say whether a whole range lies on one side of zero, and not too near it, as `is_clear` does. */
export function isClear(low: number, high: number): boolean {
  return low >= NEAR || high <= -NEAR;
}

/** Write an end of a difference; it has a decimal only below 1, or where it would read like the other end, `alike`. */
export function endSaid(value: number, alike = false): string {
  return number(value, alike || Math.abs(value) < 1 ? 1 : 0).replace(/\.0$/, "");
}

const inFigures = (figures: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en-GB", { maximumSignificantDigits: figures, roundingMode: "halfEven" } as Intl.NumberFormatOptions);
const WRITERS = { 2: inFigures(2), 3: inFigures(3) };

/** Write a count without false exactness: two figures that count, from 10 up, or three, from 100 up. */
export function about(value: number, figures: 2 | 3 = 2): string {
  return value < 10 ** (figures - 1) ? number(value, 1).replace(/\.0$/, "") : WRITERS[figures].format(value);
}

/** Give the number that `about` writes. */
export function rough(value: number): number {
  return Number(about(value).replaceAll(",", ""));
}

/** So little of a step is an error of the machine's own arithmetic, as `EXACT` in Python. */
const EXACT = 1e-9;

/** Write a count that is needed, to be set against what there is: as `about` does, but never rounded down. */
export function needed(value: number, figures: 2 | 3 = 2): string {
  return about(upTo(value, grain(value, figures)), figures);
}

/** Round weeks that there are down to some that `weeksCounted` can give, as `rounded_down` in Python: what fits into one fits into the other. */
export function weeksWithin(there: number): number {
  const step = grain(there, 2);
  return Number.isFinite(there) ? Math.round(Math.floor(there / step + EXACT) * step * 1e9) / 1e9 : there;
}

function grain(value: number, figures: 2 | 3): number {
  return value < 10 ** (figures - 1) || !Number.isFinite(value) ? 0.1 : 10 ** (Math.floor(Math.log10(value)) + 1 - figures);
}

/** Give an amount of money that is lacking as it is written: rounded as `asWritten` does, but never down. */
export function moneyUp(sum: number): number {
  return upTo(sum, stepOf(sum));
}

/** Round a number up to a step. */
function upTo(value: number, step: number): number {
  return Math.ceil(value / step - EXACT) * step;
}

/** So many figures of an estimate count, as `FIGURES` in Python. */
const FIGURES = 3;

/** Give the step to which an estimate of money is rounded, which is never finer than 1. */
export function stepOf(amount: number): number {
  const size = Math.abs(amount);
  return size >= 10 ** FIGURES ? 10 ** (Math.floor(Math.log10(size)) + 1 - FIGURES) : 1;
}

/** Give an amount of money as it is written, as `as_written` does: an estimate to three figures, an exact one without pence. */
export function asWritten(amount: number, exact = false): number {
  const written = exact || stepOf(amount) === 1 ? rounded(Math.abs(amount), 0) : about(Math.abs(amount), FIGURES);
  return Math.sign(amount) * Number(written.replaceAll(",", ""));
}

/** Write the weeks that a way takes, the same everywhere: rounded up, as they are set against what there is; as `weeks_said` in Python. */
export function weeksSaid(weeks: number): string {
  return needed(weeks);
}

/** Give the number that `weeksSaid` writes, so that sums on a page add up. */
export function weeksCounted(weeks: number): number {
  return Number(weeksSaid(weeks).replaceAll(",", ""));
}

/** Write an amount in a currency, as exactly as its words are; a minus comes before the sign. */
export function amount(written: string, currency: string, signs: Record<string, string>): string {
  const sign = signs[currency];
  if (!sign) return `${written} ${currency}`;
  return written.startsWith(MINUS) ? `${MINUS}${sign}${written.slice(MINUS.length)}` : `${sign}${written}`;
}
