const INTERVAL_MS = 1_000;

/**
 * Keeps parts of a page current: an element with `data-live="<address>"` shows what that address says. It is asked
 * again every second while the page is visible, and left alone while something in it has the focus.
 */
export function startLiveRegions(): void {
  for (const region of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const address = region.dataset["live"] ?? "";
    let shown: string | null = null;
    const refresh = async (): Promise<void> => {
      if (document.visibilityState === "hidden" || region.contains(document.activeElement)) return;
      const response = await fetch(address).catch(() => null);
      if (response?.ok !== true) return;
      const html = await response.text();
      // The first answer only says what the page already shows.
      if (shown !== null && html !== shown) swap(region, html);
      shown = html;
    };
    setInterval(() => void refresh(), INTERVAL_MS);
    void refresh();
  }
}

function swap(region: HTMLElement, html: string): void {
  const openDetails = new Set(
    [...region.querySelectorAll<HTMLElement>("details[open][data-key]")].map(
      ({ dataset }) => dataset["key"],
    ),
  );
  region.innerHTML = html;
  for (const details of region.querySelectorAll<HTMLDetailsElement>("details[data-key]")) {
    if (openDetails.has(details.dataset["key"])) details.open = true;
  }
  region.classList.add("just-changed");
  setTimeout(() => {
    region.classList.remove("just-changed");
  }, 1_500);
}
