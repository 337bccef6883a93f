import { useEffect, type RefObject } from "react";

/**
 * Polaris says of a half-checked box that it is "mixed", and leaves the box itself unchecked: this sets the box's own state
 * too, as often as a box below `root` changes, so that both say the same to whoever does not see it.
 */
export function useHalfCheckedBoxes(root: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    const settle = () => {
      for (const box of current.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
        box.indeterminate = box.getAttribute("aria-checked") === "mixed";
    };
    settle();
    const changes = new MutationObserver(settle);
    changes.observe(current, {
      ...{ subtree: true, childList: true },
      attributeFilter: ["aria-checked"],
    });
    return () => changes.disconnect();
  }, [root]);
}
