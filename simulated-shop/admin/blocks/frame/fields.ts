import { createElement } from "../../host/create-element.ts";
import { ELEMENT_STYLE } from "./element-style.ts";

type Control = HTMLInputElement | HTMLSelectElement;
type MakeControl = (element: HTMLElement) => Control;

const DRAWN_ATTRIBUTES = ["label", "details", "disabled", "maxlength"];

/**
 * Defines stand-ins for Shopify's fields. Like theirs they have a `value`, which `change` and `input` events are about,
 * and take their choices from the `s-option`s inside them.
 */
export function defineFields(): void {
  defineField("s-text-field", (element) => input("text", element));
  defineField("s-date-field", (element) => input("date", element));
  defineField("s-select", (element) =>
    createElement(
      "select",
      {},
      ...[...element.querySelectorAll("s-option")].map((option) =>
        createElement(
          "option",
          { value: option.getAttribute("value") ?? "" },
          option.textContent.trim(),
        ),
      ),
    ),
  );
  customElements.define("s-option", class extends HTMLElement {});
}

function input(type: string, element: HTMLElement): HTMLInputElement {
  const most = element.getAttribute("maxlength");
  return createElement("input", { type, ...(most !== null && { maxlength: most }) });
}

function defineField(name: string, makeControl: MakeControl): void {
  const style = new CSSStyleSheet();
  style.replaceSync(ELEMENT_STYLE);
  customElements.define(
    name,
    class extends HTMLElement {
      static readonly observedAttributes = DRAWN_ATTRIBUTES;
      readonly #root = this.attachShadow({ mode: "open", delegatesFocus: true });
      // Choices come and change after the field itself.
      readonly #choices = new MutationObserver(() => this.#draw());
      #value = "";
      #control: Control | null = null;

      get value(): string {
        return this.#value;
      }

      set value(value: string) {
        this.#value = value;
        if (this.#control !== null) this.#control.value = value;
      }

      connectedCallback(): void {
        this.#root.adoptedStyleSheets = [style];
        this.#choices.observe(this, { childList: true, subtree: true, characterData: true });
        this.#draw();
      }

      disconnectedCallback(): void {
        this.#choices.disconnect();
      }

      attributeChangedCallback(): void {
        if (this.isConnected) this.#draw();
      }

      #draw(): void {
        const control = makeControl(this);
        control.value = this.#value;
        control.disabled = this.hasAttribute("disabled");
        control.addEventListener("input", () => {
          this.#value = control.value;
        });
        // Unlike "input" it does not leave a shadow by itself.
        control.addEventListener("change", () => {
          this.#value = control.value;
          this.dispatchEvent(new Event("change", { bubbles: true }));
        });
        const details = this.getAttribute("details");
        const help = details === null ? [] : [createElement("p", { id: "details" }, details)];
        if (details !== null) control.setAttribute("aria-describedby", "details");
        this.#control = control;
        this.#root.replaceChildren(
          createElement(
            "label",
            {},
            createElement("span", {}, this.getAttribute("label") ?? ""),
            control,
          ),
          ...help,
        );
      }
    },
  );
}
