import type { SaveBar, UnsavedChanges } from "./save-bar.ts";
import type { SaveBarView } from "./protocol.ts";
import { isOn } from "./title-bar-element.ts";

/** What the app's code can do with a `<ui-save-bar>`. */
export type SaveBarElement = HTMLElement & {
  readonly showing: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
};

/** `<ui-save-bar>`: a save bar the app shows and hides itself. Its buttons are pressed when the admin's are. */
export function defineSaveBar(saveBar: SaveBar): void {
  class UiSaveBar extends HTMLElement implements SaveBarElement, UnsavedChanges {
    readonly #observer = new MutationObserver(() => {
      saveBar.refresh(this);
    });

    connectedCallback(): void {
      this.#observer.observe(this, { childList: true, subtree: true, attributes: true });
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
      saveBar.hide(this);
    }

    get showing(): boolean {
      return saveBar.isShowing(this);
    }

    get discardConfirmation(): boolean {
      return this.hasAttribute("discardconfirmation");
    }

    set discardConfirmation(confirms: boolean) {
      this.toggleAttribute("discardconfirmation", confirms);
    }

    show(): Promise<void> {
      if (!this.showing) {
        saveBar.show(this);
        this.dispatchEvent(new Event("show"));
      }
      return Promise.resolve();
    }

    hide(): Promise<void> {
      if (this.showing) {
        saveBar.hide(this);
        this.dispatchEvent(new Event("hide"));
      }
      return Promise.resolve();
    }

    toggle(): Promise<void> {
      return this.showing ? this.hide() : this.show();
    }

    view(): SaveBarView {
      const button = this.#button("save");
      return {
        isSaving: isOn(button?.getAttribute("loading") ?? null),
        canSave: button?.disabled !== true,
        confirmsDiscard: this.discardConfirmation,
      };
    }

    save(): void {
      this.#button("save")?.click();
    }

    discard(): void {
      this.#button("discard")?.click();
    }

    abandon(): void {
      this.dispatchEvent(new Event("hide"));
    }

    #button(which: "save" | "discard"): HTMLButtonElement | undefined {
      const isPrimary = (button: Element): boolean => button.getAttribute("variant") === "primary";
      return [...this.querySelectorAll("button")].find(
        (button) => isPrimary(button) === (which === "save"),
      );
    }
  }

  customElements.define("ui-save-bar", UiSaveBar);
}

/** The `<ui-save-bar>` with this id, or an error that says it is missing. */
export function saveBarElementOf(id: string): SaveBarElement {
  const element = document.getElementById(id);
  if (element?.localName !== "ui-save-bar")
    throw new Error(`There is no <ui-save-bar id="${id}"> on this page.`);
  return element as SaveBarElement;
}
