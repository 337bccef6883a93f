import { createElement } from "../../host/create-element.ts";
import type { AdminLine } from "./admin-line.ts";
import { ELEMENT_STYLE } from "./element-style.ts";
import { defineFields } from "./fields.ts";

type Draw = (element: HTMLElement) => readonly Node[];

/** Attributes whose change draws an element anew; the rest is style. */
const DRAWN_ATTRIBUTES = [
  ...["heading", "href", "disabled", "accessibilitylabel", "collapsedsummary", "loading"],
];

/** Defines stand-ins for Shopify's elements: enough to look at, to press and to be read out. */
export function defineElements(line: AdminLine): void {
  const slot = () => createElement("slot");
  const drawings: Readonly<Record<string, Draw>> = {
    "s-admin-block": (element) => [
      createElement("h2", {}, element.getAttribute("heading") ?? ""),
      slot(),
    ],
    // The admin draws the frame around an action; here it is all in the action's own.
    "s-admin-action": (element) => [
      createElement("h2", {}, element.getAttribute("heading") ?? ""),
      createElement("div", { "aria-busy": String(element.hasAttribute("loading")) }, slot()),
      createElement(
        "footer",
        {},
        createElement("slot", { name: "secondary-actions" }),
        createElement("slot", { name: "primary-action" }),
      ),
    ],
    "s-section": (element) => [...headingOf(element, "h3"), slot()],
    "s-banner": (element) => [
      createElement(
        "div",
        { role: element.getAttribute("tone") === "critical" ? "alert" : "status" },
        ...headingOf(element, "strong"),
        slot(),
      ),
    ],
    "s-heading": () => [createElement("h3", {}, slot())],
    "s-link": (element) => [
      createElement(
        "a",
        { href: element.getAttribute("href") ?? "", click: (event) => follow(event, element) },
        slot(),
      ),
    ],
    "s-button": (element) => [
      createElement(
        "button",
        { type: "button", disabled: element.hasAttribute("disabled"), click: openIfLink(element) },
        slot(),
      ),
    ],
    "s-divider": () => [createElement("hr")],
    "s-spinner": (element) => [
      createElement("span", {
        role: "img",
        "aria-label": element.getAttribute("accessibilitylabel") ?? "",
      }),
    ],
    "s-unordered-list": () => [createElement("div", { role: "list" }, slot())],
    "s-list-item": () => [createElement("div", { role: "listitem" }, slot())],
    ...Object.fromEntries(
      ["s-text", "s-paragraph", "s-stack", "s-box", "s-badge"].map((name) => [
        name,
        () => [slot()],
      ]),
    ),
  };
  for (const [name, draw] of Object.entries(drawings)) defineElement(name, draw);
  defineFields();

  function follow(event: Event, element: HTMLElement): void {
    event.preventDefault();
    const inNewTab = element.getAttribute("target") === "_blank";
    line.tell({ kind: "open", address: element.getAttribute("href") ?? "", inNewTab });
  }

  function openIfLink(element: HTMLElement): (event: Event) => void {
    return (event) => {
      if (element.hasAttribute("href")) follow(event, element);
    };
  }
}

function headingOf(element: HTMLElement, name: "h3" | "strong"): Node[] {
  const heading = element.getAttribute("heading");
  return heading === null ? [] : [createElement(name, {}, heading)];
}

function defineElement(name: string, draw: Draw): void {
  const style = new CSSStyleSheet();
  style.replaceSync(ELEMENT_STYLE);
  customElements.define(
    name,
    class extends HTMLElement {
      static readonly observedAttributes = DRAWN_ATTRIBUTES;
      readonly #root = this.attachShadow({ mode: "open", delegatesFocus: true });

      connectedCallback(): void {
        this.#root.adoptedStyleSheets = [style];
        this.#root.replaceChildren(...draw(this));
      }

      attributeChangedCallback(): void {
        if (this.isConnected) this.#root.replaceChildren(...draw(this));
      }
    },
  );
}

/** Says which of Shopify's elements a block uses that have no stand-in: it would otherwise silently look like nothing. */
export function reportUnknownElements(line: AdminLine): void {
  const reported = new Set<string>();
  new MutationObserver(() => {
    for (const { localName } of document.querySelectorAll(":not(:defined)")) {
      if (!localName.startsWith("s-") || reported.has(localName)) continue;
      reported.add(localName);
      line.tell({
        kind: "problem",
        message: `The simulated admin has no stand-in for <${localName}> yet.`,
      });
    }
  }).observe(document, { childList: true, subtree: true });
}
