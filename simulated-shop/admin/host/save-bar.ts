import type { SaveBarView } from "../app-bridge/protocol.ts";
import { createElement, elementById } from "./create-element.ts";
import { confirmInDialog } from "./dialog.ts";

/** Draws the save bar over the admin's top bar. */
export function drawSaveBar(
  view: SaveBarView | null,
  onPress: (button: "save" | "discard") => void,
): void {
  const bar = elementById("save-bar");
  document.body.classList.toggle("has-unsaved-changes", view !== null);
  bar.hidden = view === null;
  if (view === null) {
    bar.replaceChildren();
    return;
  }
  bar.replaceChildren(
    createElement("span", { class: "save-bar-text" }, "Unsaved changes"),
    createElement(
      "button",
      {
        type: "button",
        class: "button on-dark",
        disabled: view.isSaving,
        click: () => void discard(view, onPress),
      },
      "Discard",
    ),
    createElement(
      "button",
      {
        type: "button",
        class: "button on-dark primary",
        disabled: view.isSaving || !view.canSave,
        "aria-busy": String(view.isSaving),
        click: () => {
          onPress("save");
        },
      },
      view.isSaving ? "Saving…" : "Save",
    ),
  );
}

async function discard(
  { confirmsDiscard }: SaveBarView,
  onPress: (button: "discard") => void,
): Promise<void> {
  const isSure =
    !confirmsDiscard ||
    (await confirmInDialog({
      title: "Discard all unsaved changes?",
      text: "If you discard changes, you'll delete any edits you made since you last saved.",
      yes: "Discard changes",
      no: "Continue editing",
    }));
  if (isSure) onPress("discard");
}
