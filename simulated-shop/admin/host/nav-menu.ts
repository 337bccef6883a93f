import type { NavItem } from "../app-bridge/protocol.ts";
import { createElement, elementById } from "./create-element.ts";

/** The app's entries in the admin's menu. */
export class NavMenu {
  readonly #appBase: string;
  readonly #list = elementById("app-nav");
  readonly #onPress: (path: string) => void;
  #items: readonly NavItem[] = [];
  #path = "";

  constructor({ appBase, onPress }: { appBase: string; onPress: (path: string) => void }) {
    this.#appBase = appBase;
    this.#onPress = onPress;
    const homeLink = elementById("app-home-link");
    homeLink.addEventListener("click", (event) => {
      const home = this.#items.find(({ isHome }) => isHome)?.href;
      if (home !== undefined && isPlainClick(event)) this.#press(event, home);
    });
  }

  show(items: readonly NavItem[]): void {
    this.#items = items;
    this.#draw();
  }

  /** Marks the entry whose path is the longest beginning of the app's path. */
  setPath(path: string): void {
    this.#path = path.split(/[?#]/)[0] ?? path;
    this.#draw();
  }

  #draw(): void {
    const shown = this.#items.filter(({ isHome }) => !isHome);
    const active = shown
      .filter(({ href }) => this.#path === href || this.#path.startsWith(`${href}/`))
      .toSorted((left, right) => right.href.length - left.href.length)[0];
    this.#list.replaceChildren(
      ...shown.map((item) =>
        createElement(
          "li",
          {},
          createElement(
            "a",
            {
              href: `${this.#appBase}${item.href}`,
              ...(item === active && { "aria-current": "page" }),
              click: (event) => {
                if (event instanceof MouseEvent && isPlainClick(event))
                  this.#press(event, item.href);
              },
            },
            item.label,
          ),
        ),
      ),
    );
    const isHome = active === undefined && shown.length > 0;
    if (isHome) elementById("app-home-link").setAttribute("aria-current", "page");
    else elementById("app-home-link").removeAttribute("aria-current");
  }

  #press(event: Event, path: string): void {
    event.preventDefault();
    this.#onPress(path);
  }
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
}
