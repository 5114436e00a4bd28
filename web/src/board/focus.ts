// Keeps a place for the keyboard: when the control that had the focus goes, the part that it stood in, or what took its place, has it.

/** What can be stood in: a part with a name, or what has taken the focus before. */
const PARTS = "section, fieldset, article, details, [role=group], [tabindex]";
/** Long enough for a part that sends the focus somewhere itself [ms]. */
const REST = 80;

/** Watch over the focus inside an element; gives back how to stop. */
export function keepFocus(inside: HTMLElement): () => void {
  let path: HTMLElement[] = [];
  let later: ReturnType<typeof setTimeout> | undefined;
  const follow = (event: FocusEvent): void => {
    path = event.composedPath().filter((one): one is HTMLElement => one instanceof HTMLElement && inside.contains(one));
  };
  const mend = (): void => {
    const there = path.find((one) => one.isConnected);
    if (!there || there === path[0] || !isLost(inside)) return;
    const part = there.closest<HTMLElement>(PARTS) ?? inside;
    path = [];
    if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
    part.focus({ preventScroll: true });
    const { top } = part.getBoundingClientRect();
    if (top < 0 || top > innerHeight) part.scrollIntoView({ block: "start" });
  };
  const watch = new MutationObserver(() => {
    if (path.length === 0 || path[0]!.isConnected) return;
    clearTimeout(later);
    later = setTimeout(mend, REST);
  });
  inside.addEventListener("focusin", follow);
  watch.observe(inside, { childList: true, subtree: true });
  return () => {
    clearTimeout(later);
    watch.disconnect();
    inside.removeEventListener("focusin", follow);
  };
}

/** Whether nothing on the page has the focus. */
function isLost(inside: HTMLElement): boolean {
  const root = inside.getRootNode() as ShadowRoot;
  return !root.activeElement && (document.activeElement === document.body || document.activeElement === root.host);
}
