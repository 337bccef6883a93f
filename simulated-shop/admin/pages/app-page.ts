import { html } from "hono/html";
import type { AppConfiguration } from "../../tokens/app-configuration.ts";
import type { Admin } from "../admin-parts.ts";
import type { Page } from "./layout.ts";

/** The page that embeds the app. The script of the page loads the frame once it listens to it. */
export function appPage(
  admin: Admin,
  configuration: AppConfiguration,
  frameUrl: string | null,
): Page {
  const { name, handle } = configuration;
  const appBase = `${admin.storePath}/apps/${handle}`;
  return {
    title: name,
    active: "app",
    body: html`<main id="main" class="app-page" tabindex="-1">
      <div id="app-title-bar" class="app-title-bar" data-app-name="${name}">
        <span class="app-icon" aria-hidden="true">${name.slice(0, 1)}</span>
        <h1 class="app-title">${name}</h1>
      </div>
      <div
        id="app-loading"
        class="app-loading"
        role="progressbar"
        aria-label="Loading"
        aria-busy="true"
      ></div>
      <p id="app-silent" class="notice problem" role="alert" hidden>
        ${name} does not answer${frameUrl === null ? "" : ` at ${new URL(frameUrl).origin}`}. Is it
        running, and does it allow this page to embed it?
      </p>
      ${
        frameUrl === null
          ? html`<p class="notice problem" role="alert">
              This shop was not told where ${name} runs.
            </p>`
          : html`<iframe
              id="app-frame"
              class="app-frame"
              title="${name}"
              name="app-iframe"
              allow="clipboard-write; fullscreen"
              data-app-src="${frameUrl}"
              data-store-path="${admin.storePath}"
              data-app-base="${appBase}"
            ></iframe>`
      }
    </main>`,
  };
}
