// Measures what is shown as it will stand on paper, before it is printed.

/** What a sheet holds: A4 less the margins of 9 mm that the pages have [mm]. */
const SHEET = { wide: 192, high: 279 };
/** So much stays free, as lines break a little otherwise when a sheet is really set [mm]. */
const FREE = 3;
const PX = 96 / 25.4;
/** Points in a pixel [pt]. */
export const PT = 72 / 96;
/** What a style for one medium is called while a sheet is measured: what is for paper holds, what is for a screen does not. */
const MEASURED: Record<string, string> = { print: "all", screen: "not all" };

/** Tells whether one sheet holds an element. */
export type Fits = (one: HTMLElement) => boolean;

/** Do something while the styles for paper hold and the page is as wide as a sheet. It is told how to ask what a sheet holds. */
export function asPrinted(page: HTMLElement, measure: (fits: Fits) => void): void {
  const root = page.getRootNode() as ShadowRoot;
  const host = root.host as HTMLElement;
  const [styles, wide] = [forMedia(root), host.style.width];
  styles.forEach(({ rule, media }) => (rule.media.mediaText = MEASURED[media]!));
  host.style.width = `${SHEET.wide}mm`;
  try {
    measure((one) => one.offsetHeight <= (SHEET.high - FREE) * PX);
  } finally {
    styles.forEach(({ rule, media }) => (rule.media.mediaText = media));
    host.style.width = wide;
  }
}

/** Give the styles that hold for one medium alone. */
function forMedia(root: ShadowRoot): { rule: CSSMediaRule; media: string }[] {
  return root.adoptedStyleSheets
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSMediaRule && rule.media.mediaText in MEASURED ? [{ rule, media: rule.media.mediaText }] : []));
}
