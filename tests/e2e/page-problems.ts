import type { Page } from "playwright-core";

/**
 * Notes what a merchant's developer tools would show in red or yellow: exceptions (React reports a hydration
 * mismatch as one), console errors and warnings, answers of 400 and more. The function returned empties the list.
 */
export function watchProblems(page: Page): () => string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    const isProblem = message.type() === "error" || message.type() === "warning";
    if (isProblem) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400) problems.push(`HTTP ${response.status()}: ${pathname}`);
  });
  return () => problems.splice(0);
}
