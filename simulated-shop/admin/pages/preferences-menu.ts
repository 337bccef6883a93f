import { html } from "hono/html";
import type { AdminView } from "../admin-parts.ts";
import { LANGUAGES, THEMES, type Theme } from "../preferences.ts";
import { hiddenField } from "./fields.ts";
import type { Html } from "./layout.ts";

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: "As the system",
  light: "Light",
  dark: "Dark",
};

/** Language and look, in the top bar. Works without script and by keyboard alone. */
export function preferencesMenu({ path, preferences, storePath }: AdminView): Html {
  const { locale, theme } = preferences;
  const known = LANGUAGES.find((language) => language.locale === locale);
  return html`<details class="preferences">
    <summary>
      <span class="visually-hidden">Language and look: </span>${known?.name ?? locale}
    </summary>
    <form method="post" action="${storePath}/preferences">
      ${hiddenField("returnTo", path)}
      <label
        >Language of apps
        <select name="locale">
          ${LANGUAGES.map(
            ({ locale: each, name }) =>
              html`<option value="${each}" lang="${each}" ${each === locale ? html`selected` : ""}>
                ${name}
              </option>`,
          )}
        </select>
      </label>
      <label
        >Look of this admin
        <select name="theme">
          ${THEMES.map(
            (each) =>
              html`<option value="${each}" ${each === theme ? html`selected` : ""}>
                ${THEME_WORDS[each]}
              </option>`,
          )}
        </select>
      </label>
      <button class="button primary" type="submit">Use these</button>
    </form>
  </details>`;
}
