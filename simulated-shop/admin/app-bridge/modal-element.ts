import { adoptStyle } from "./adopt-style.ts";
import type { HostConnection } from "./host-connection.ts";
import { MODAL_STYLE } from "./modal-style.ts";
import { pressTitleBarAction, titleBarActionsOf } from "./title-bar-element.ts";

/** What the app's code can do with a `<ui-modal>`. */
export type ModalElement = HTMLElement & {
  content: HTMLElement;
  src: string | undefined;
  variant: string;
  readonly contentWindow: Window | null;
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
};

/** `<ui-modal>`: its content, portalled by the app into `content`, shown in a dialog over the page. */
export function defineModal(host: HostConnection): void {
  adoptStyle(MODAL_STYLE);

  class UiModal extends HTMLElement implements ModalElement {
    content: HTMLElement = document.createElement("div");
    #dialog: HTMLDialogElement | null = null;
    readonly #observer = new MutationObserver(() => {
      this.#drawFrame();
    });

    disconnectedCallback(): void {
      void this.hide();
    }

    get src(): string | undefined {
      return this.getAttribute("src") ?? undefined;
    }

    set src(address: string | undefined) {
      if (address === undefined) this.removeAttribute("src");
      else this.setAttribute("src", address);
    }

    get variant(): string {
      return this.getAttribute("variant") ?? "base";
    }

    set variant(variant: string) {
      this.setAttribute("variant", variant);
      if (this.#dialog !== null) this.#dialog.dataset["variant"] = variant;
    }

    get contentWindow(): Window | null {
      return this.#dialog?.querySelector("iframe")?.contentWindow ?? null;
    }

    show(): Promise<void> {
      if (this.#dialog !== null) return Promise.resolve();
      const dialog = document.createElement("dialog");
      dialog.className = "simulated-modal";
      dialog.dataset["variant"] = this.variant;
      dialog.append(
        element("div", "simulated-modal-header"),
        this.#body(),
        element("div", "simulated-modal-footer"),
      );
      dialog.addEventListener("close", () => {
        void this.hide();
      });
      document.body.append(dialog);
      this.#dialog = dialog;
      this.#drawFrame();
      this.#observer.observe(this, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      });
      dialog.showModal();
      host.tell({ kind: "modal", isOpen: true });
      this.dispatchEvent(new Event("show"));
      return Promise.resolve();
    }

    hide(): Promise<void> {
      const dialog = this.#dialog;
      if (dialog === null) return Promise.resolve();
      this.#dialog = null;
      this.#observer.disconnect();
      dialog.remove();
      host.tell({ kind: "modal", isOpen: false });
      this.dispatchEvent(new Event("hide"));
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.#dialog === null ? this.show() : this.hide();
    }

    #body(): HTMLElement {
      const body = element("div", "simulated-modal-body");
      if (this.src === undefined) {
        // Without portalled content the children themselves are the content.
        if (this.content.childNodes.length === 0)
          this.content.append(...this.#ownContent().map((node) => node.cloneNode(true)));
        body.append(this.content);
      } else {
        const frame = document.createElement("iframe");
        frame.src = withFrameParameters(this.src);
        frame.title = this.#titleBar()?.getAttribute("title") ?? "";
        body.append(frame);
      }
      return body;
    }

    #ownContent(): Element[] {
      const own = [...this.children].filter(
        ({ localName }) => localName !== "ui-title-bar" && localName !== "ui-save-bar",
      );
      // Where the app portals its content it leaves one empty element behind.
      return own.filter((child) => child.childNodes.length > 0);
    }

    #titleBar(): Element | null {
      return this.querySelector("ui-title-bar");
    }

    #drawFrame(): void {
      const header = this.#dialog?.querySelector(".simulated-modal-header");
      const footer = this.#dialog?.querySelector(".simulated-modal-footer");
      if (header == null || footer == null || this.#dialog === null) return;
      const titleBar = this.#titleBar();
      const title = element("h2", "simulated-modal-title");
      title.textContent = titleBar?.getAttribute("title") ?? "";
      this.#dialog.setAttribute("aria-label", title.textContent);
      const close = button("Close", () => void this.hide());
      close.textContent = "✕";
      close.setAttribute("aria-label", "Close");
      header.replaceChildren(title, close);
      const actions = titleBar === null ? [] : titleBarActionsOf(titleBar);
      const controls = titleBar === null ? [] : [...titleBar.querySelectorAll("a, button")];
      footer.replaceChildren(
        ...actions
          .toSorted(
            (left, right) => Number(left.kind === "primary") - Number(right.kind === "primary"),
          )
          .map((action) => {
            const shown = button(action.label, () => {
              if (titleBar !== null) pressTitleBarAction(titleBar, action.index);
            });
            shown.dataset["kind"] = action.kind;
            shown.dataset["tone"] = controls[action.index]?.getAttribute("tone") ?? "";
            shown.disabled = action.isDisabled;
            return shown;
          }),
      );
      footer.toggleAttribute("hidden", actions.length === 0);
    }
  }

  customElements.define("ui-modal", UiModal);
}

/** The `<ui-modal>` with this id, or an error that says it is missing. */
export function modalElementOf(id: string): ModalElement {
  const modal = document.getElementById(id);
  if (modal?.localName !== "ui-modal")
    throw new Error(`There is no <ui-modal id="${id}"> on this page.`);
  return modal as ModalElement;
}

/** A page in a modal is embedded too: it needs to know its shop. */
function withFrameParameters(src: string): string {
  const url = new URL(src, location.href);
  const here = new URLSearchParams(location.search);
  for (const name of ["embedded", "host", "locale", "shop"]) {
    const value = here.get(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

function button(label: string, onPress: () => void): HTMLButtonElement {
  const created = document.createElement("button");
  created.type = "button";
  created.textContent = label;
  created.addEventListener("click", onPress);
  return created;
}

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
