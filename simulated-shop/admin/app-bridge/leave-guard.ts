import type { SaveBar } from "./save-bar.ts";
import { destinationOf } from "./admin-address.ts";

/**
 * Holds every way out of a page with unsaved changes until the merchant agrees: links, Back and Forward, and leaving
 * the document. Installed before the app's own listeners, so that it hears of them first.
 */
export function guardLeaving(saveBar: SaveBar): void {
  let isAgreed = false;
  let position = positionNow();
  let isRestoring = false;

  document.addEventListener(
    "click",
    (event) => {
      const link = linkThatLeaves(event);
      if (link === null || !saveBar.isShown || isAgreed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void saveBar.mayLeave().then((agreed) => {
        if (!agreed) return;
        isAgreed = true;
        link.click();
        isAgreed = false;
      });
    },
    { capture: true },
  );

  window.addEventListener("popstate", (event) => {
    if (isRestoring) {
      event.stopImmediatePropagation();
      isRestoring = false;
      return;
    }
    const steps = positionNow() - position;
    if (!saveBar.isShown || steps === 0) {
      position = positionNow();
      return;
    }
    event.stopImmediatePropagation();
    isRestoring = true;
    history.go(-steps);
    void saveBar.mayLeave().then((agreed) => {
      if (agreed) history.go(steps);
    });
  });
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method].bind(history);
    history[method] = (...args: Parameters<History["pushState"]>) => {
      original(...args);
      position = positionNow();
    };
  }

  window.addEventListener("beforeunload", (event) => {
    if (saveBar.isShown) event.preventDefault();
  });
}

/** Routers number their history entries in `history.state.idx`; without one a step back is assumed. */
function positionNow(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "idx" in state && typeof state.idx === "number" ? state.idx : -1;
}

function linkThatLeaves(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || link.hasAttribute("download") || link.target === "_blank" || link.closest("ui-title-bar") !== null) return null;
  const href = link.getAttribute("href") ?? "";
  const destination = destinationOf(href, location.href);
  const staysOnPage = destination.kind === "app" && destination.url.pathname === location.pathname && destination.url.hash !== "";
  return staysOnPage ? null : link;
}
