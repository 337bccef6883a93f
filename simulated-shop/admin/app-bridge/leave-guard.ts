import type { SaveBar } from "./save-bar.ts";

/**
 * Makes the browser ask before a document with unsaved changes goes. The admin's menu asks by itself. What the app's
 * own router does is held by nobody but the app: App Bridge gives it `saveBar.leaveConfirmation` for that, and a
 * stand-in that held it too would hide that an app forgot.
 */
export function guardUnload(saveBar: SaveBar): void {
  window.addEventListener("beforeunload", (event) => {
    if (saveBar.isShown) event.preventDefault();
  });
}
