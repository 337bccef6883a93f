import { adoptStyle } from "./adopt-style.ts";

const HIDDEN =
  "ui-nav-menu, s-app-nav, ui-save-bar, ui-title-bar, ui-modal { display: none !important; }";

/** Hides the elements the admin draws elsewhere. */
export function hideElements(): void {
  adoptStyle(HIDDEN);
}
