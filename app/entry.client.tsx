import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadLanguage } from "./i18n/languages.ts";
import { negotiateLocale } from "./i18n/negotiate-locale.ts";

/** The page arrives drawn in one language; only that one is loaded before React takes it over. */
async function takeOver() {
  await loadLanguage(negotiateLocale(document.documentElement.lang));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void takeOver();
