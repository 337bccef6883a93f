import type { HostConnection } from "./host-connection.ts";
import type { NavItem } from "./protocol.ts";

/** `<ui-nav-menu>` and `<s-app-nav>`: their links become the app's entries in the admin's menu. */
export function defineNavMenu(host: HostConnection): void {
  class NavMenuElement extends HTMLElement {
    readonly #observer = new MutationObserver(() => {
      this.#tell();
    });

    connectedCallback(): void {
      this.#observer.observe(this, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      this.#tell();
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
    }

    #tell(): void {
      host.tell({
        kind: "nav-menu",
        items: [...this.querySelectorAll<HTMLElement>("a, s-link")].map(itemOf),
      });
    }
  }

  customElements.define("ui-nav-menu", NavMenuElement);
  customElements.define("s-app-nav", class extends NavMenuElement {});
}

function itemOf(link: HTMLElement): NavItem {
  return {
    label: link.textContent.trim(),
    href: link.getAttribute("href") ?? "/",
    isHome: link.getAttribute("rel") === "home",
  };
}
