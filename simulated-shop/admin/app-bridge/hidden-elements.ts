const HIDDEN = "ui-nav-menu, s-app-nav, ui-save-bar, ui-title-bar, ui-modal { display: none !important; }";

/**
 * Hides the elements the admin draws elsewhere. An adopted stylesheet leaves the document's tree as the server sent it:
 * an added style element or inline style would make React report a hydration mismatch.
 */
export function hideElements(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIDDEN);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
