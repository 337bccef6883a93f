import { appPathOf } from "./configuration.ts";
import type { HostConnection } from "./host-connection.ts";

/** Keeps the admin's address and title in step with the app's, and takes the app where the admin's menu points. */
export function mirrorNavigation(host: HostConnection): { navigate: (path: string) => void } {
  let listensToNavigate = false;
  noticeListeners("shopify:navigate", () => {
    listensToNavigate = true;
  });

  let reported = "";
  function report(): void {
    const path = appPathOf(new URL(location.href));
    const key = `${path}\n${document.title}`;
    if (key === reported) return;
    reported = key;
    host.tell({ kind: "location", path, title: document.title });
  }

  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method].bind(history);
    history[method] = (...args: Parameters<History["pushState"]>) => {
      original(...args);
      report();
    };
  }
  window.addEventListener("popstate", report);
  window.addEventListener("hashchange", report);
  // The title element is replaced by frameworks, so the whole head is watched rather than the element.
  new MutationObserver(report).observe(document.head, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  document.addEventListener("DOMContentLoaded", report);
  report();

  return {
    navigate(path) {
      if (!listensToNavigate) {
        location.assign(path);
        return;
      }
      dispatchNavigate(path);
    },
  };
}

/** The event a router listens to: it comes from an element whose `href` says where to go. */
function dispatchNavigate(path: string): void {
  const link = document.createElement("a");
  link.setAttribute("href", path);
  link.hidden = true;
  document.body.append(link);
  link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, cancelable: true }));
  link.remove();
}

function noticeListeners(type: string, onListener: () => void): void {
  for (const target of [window, document]) {
    const original = target.addEventListener.bind(target) as EventTarget["addEventListener"];
    target.addEventListener = (
      name: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ) => {
      if (name === type) onListener();
      original(name, listener, options);
    };
  }
}
