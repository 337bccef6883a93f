import type { HostConnection } from "./host-connection.ts";
import type { TitleBarAction } from "./protocol.ts";

/** `<ui-title-bar>`: title and buttons in the admin's own title bar. Inside a modal the modal reads it instead. */
export function defineTitleBar(host: HostConnection): void {
  let current: HTMLElement | null = null;
  function makeCurrent(titleBar: HTMLElement | null): void {
    current = titleBar;
  }

  class TitleBarElement extends HTMLElement {
    readonly #observer = new MutationObserver(() => {
      this.#tell();
    });

    connectedCallback(): void {
      if (this.closest("ui-modal") !== null) return;
      makeCurrent(this);
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
      if (current !== this) return;
      makeCurrent(null);
      host.tell({ kind: "title-bar", title: null, actions: [] });
    }

    #tell(): void {
      host.tell({
        kind: "title-bar",
        title: this.getAttribute("title"),
        actions: titleBarActionsOf(this),
      });
    }
  }

  customElements.define("ui-title-bar", TitleBarElement);
  host.on((message) => {
    if (message.kind === "title-bar-pressed" && current !== null)
      pressTitleBarAction(current, message.index);
  });
}

/** Links and buttons of a title bar. Grouped ones (`<section>`) are listed flat. */
export function titleBarActionsOf(titleBar: Element): TitleBarAction[] {
  return controlsOf(titleBar).map((control, index) => {
    const variant = control.getAttribute("variant");
    return {
      index,
      label: control.textContent.trim(),
      kind: variant === "primary" || variant === "breadcrumb" ? variant : "secondary",
      isDisabled: control.hasAttribute("disabled") || isOn(control.getAttribute("loading")),
    };
  });
}

/** Presses the control itself, so that the app's own handlers run. */
export function pressTitleBarAction(titleBar: Element, index: number): void {
  controlsOf(titleBar)[index]?.click();
}

function controlsOf(titleBar: Element): HTMLElement[] {
  return [...titleBar.querySelectorAll<HTMLElement>("a, button")];
}

/** `loading` is set as an attribute: present and not "false". */
export function isOn(attribute: string | null): boolean {
  return attribute !== null && attribute !== "false";
}
