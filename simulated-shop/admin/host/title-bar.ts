import type { TitleBarAction } from "../app-bridge/protocol.ts";
import { createElement, elementById } from "./create-element.ts";

/** The bar above the app: its title and the buttons the app put there. */
export function drawTitleBar(
  { title, actions }: { title: string | null; actions: readonly TitleBarAction[] },
  onPress: (index: number) => void,
): void {
  const bar = elementById("app-title-bar");
  const name = bar.dataset["appName"] ?? "";
  bar.replaceChildren(
    createElement("span", { class: "app-icon", "aria-hidden": "true" }, name.slice(0, 1)),
    ...actions.filter(({ kind }) => kind === "breadcrumb").map((action) => button(action, onPress)),
    createElement("h1", { class: "app-title" }, title === null || title === "" ? name : title),
    createElement(
      "span",
      { class: "app-title-actions" },
      ...actions
        .filter(({ kind }) => kind !== "breadcrumb")
        .map((action) => button(action, onPress)),
    ),
  );
}

function button(
  { index, label, kind, isDisabled }: TitleBarAction,
  onPress: (index: number) => void,
): HTMLElement {
  return createElement(
    "button",
    {
      type: "button",
      class: kind === "primary" ? "button primary small" : "button small",
      disabled: isDisabled,
      click: () => {
        onPress(index);
      },
    },
    label,
  );
}
