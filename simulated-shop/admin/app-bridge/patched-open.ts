import { appPathOf } from "./configuration.ts";
import { destinationOf } from "./admin-address.ts";
import type { HostConnection } from "./host-connection.ts";

/** Makes window.open and links understand admin addresses, and leave the frame only through the admin around it. */
export function patchOpen(host: HostConnection): void {
  const originalOpen = window.open.bind(window);

  window.open = (url, target, features) => {
    const address = url === undefined ? "" : String(url);
    const isForTop = target === "_top" || target === "_parent";
    const destination = destinationOf(address, location.href);
    if (destination.kind === "app" && !isForTop) return originalOpen(address, target, features);
    if (destination.kind === "elsewhere" && !isForTop)
      return originalOpen(address, target, features);
    if (destination.kind === "app")
      host.tell({ kind: "open", url: `app:${appPathOf(destination.url)}`, inNewTab: false });
    else if (destination.kind === "admin")
      host.tell({ kind: "open", url: `admin:${destination.path}`, inNewTab: target === "_blank" });
    else host.tell({ kind: "open", url: destination.url, inNewTab: false });
    return null;
  };

  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const href = link?.getAttribute("href");
    if (link === null || typeof href !== "string" || event.defaultPrevented) return;
    const leavesFrame = link.target === "_top" || link.target === "_parent";
    if (destinationOf(href, location.href).kind === "admin" || leavesFrame) {
      event.preventDefault();
      window.open(href, link.target === "" ? "_top" : link.target);
    }
  });
}
