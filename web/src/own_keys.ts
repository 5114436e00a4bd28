// A page inside a notebook keeps its keys: an arrow that turns a dial does not fold away the part around it.

/** JupyterLab leaves the keys alone that are pressed in what has this mark. It asks whatever is pressed first of all,
 * which is the whole board where that has a tree of its own; so a mark further out would come too late. */
const OURS = "data-lm-suppress-shortcuts";

/** Keep keys from the notebook around, which still hears Ctrl and Shift with Enter; gives back how to stop. */
export function ownKeys(el: HTMLElement): () => void {
  const mark = ({ target, key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): void => {
    if (!(target instanceof Element) || !el.contains(target)) return;
    target.toggleAttribute(OURS, !ctrlKey && !metaKey && !(shiftKey && key === "Enter"));
  };
  addEventListener("keydown", mark, true);
  return () => removeEventListener("keydown", mark, true);
}
