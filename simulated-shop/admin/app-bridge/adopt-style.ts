/**
 * Adds rules without touching the document's tree: an added style element or inline style would make React report a
 * hydration mismatch.
 */
export function adoptStyle(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
