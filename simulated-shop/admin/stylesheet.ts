import { readFileSync } from "node:fs";

/** In the order in which later ones overrule earlier ones. */
const FILES = ["base", "frame", "pages", "forms", "embedded-app", "overlays", "narrow", "dark"];

/** All styles of the admin's pages as one. */
export function readStylesheet(): string {
  return FILES.map((name) =>
    readFileSync(new URL(`./assets/${name}.css`, import.meta.url), "utf8"),
  ).join("\n");
}
