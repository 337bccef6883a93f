import type { ToastView } from "../app-bridge/protocol.ts";
import { createElement, elementById } from "./create-element.ts";

/** Short messages at the foot of the page. They are read out, and go away by themselves. */
export class Toasts {
  readonly #onEvent: (id: string, event: "action" | "dismiss") => void;
  readonly #shown = new Map<string, HTMLElement>();

  constructor(onEvent: (id: string, event: "action" | "dismiss") => void) {
    this.#onEvent = onEvent;
  }

  show({ id, message, isError, actionLabel, durationMs }: ToastView): void {
    const toast = createElement(
      "div",
      { class: isError ? "toast error" : "toast" },
      createElement("span", {}, message),
    );
    if (actionLabel !== null) {
      toast.append(
        createElement(
          "button",
          {
            type: "button",
            click: () => {
              this.#onEvent(id, "action");
            },
          },
          actionLabel,
        ),
      );
    }
    toast.append(
      createElement(
        "button",
        {
          type: "button",
          "aria-label": "Dismiss",
          click: () => {
            this.hide(id);
          },
        },
        "✕",
      ),
    );
    this.#shown.set(id, toast);
    elementById("toasts").append(toast);
    setTimeout(() => {
      this.hide(id);
    }, durationMs);
  }

  hide(id: string): void {
    const toast = this.#shown.get(id);
    if (toast === undefined) return;
    this.#shown.delete(id);
    toast.remove();
    this.#onEvent(id, "dismiss");
  }
}
