/**
 * A stand-in for Shopify's app-bridge.js, served to apps embedded in the simulated admin. It runs at once, before the
 * app's own scripts, and offers what App Bridge offers there; what it leaves out is listed in ../README.md.
 */
import { bounceTarget, leaveBouncePage } from "./bounce-page.ts";
import { appPathOf, readConfiguration } from "./configuration.ts";
import { hideElements } from "./hidden-elements.ts";
import { HostConnection } from "./host-connection.ts";
import { createIdTokens } from "./id-token.ts";
import { guardUnload } from "./leave-guard.ts";
import { defineModal } from "./modal-element.ts";
import { defineNavMenu } from "./nav-menu-element.ts";
import { mirrorNavigation } from "./navigation.ts";
import { patchFetch } from "./patched-fetch.ts";
import { patchOpen } from "./patched-open.ts";
import { defineSaveBar } from "./save-bar-element.ts";
import { watchSaveBarForms } from "./save-bar-forms.ts";
import { SaveBar } from "./save-bar.ts";
import { createShopifyGlobal } from "./shopify-global.ts";
import { defineTitleBar } from "./title-bar-element.ts";

function start(script: HTMLScriptElement): void {
  const address = new URL(location.href);
  const configuration = readConfiguration(script, address);
  if (window.parent === window) {
    openInAdmin(
      configuration.hostOrigin,
      configuration.shop,
      configuration.apiKey,
      bounceTarget() ?? address,
    );
    return;
  }
  const host = new HostConnection(configuration.hostOrigin);
  const idTokens = createIdTokens(host);
  const idToken = (): Promise<string> => idTokens.current();
  const saveBar = new SaveBar(host);
  Object.assign(window, {
    shopify: createShopifyGlobal(configuration, { host, saveBar, idToken }),
  });

  guardUnload(saveBar);
  patchFetch(idTokens, configuration);
  patchOpen(host);
  hideElements();
  host.tell({ kind: "connected" });
  if (leaveBouncePage(idToken)) return;

  const { navigate } = mirrorNavigation(host);
  host.on((message) => {
    if (message.kind !== "navigate") return;
    const { path } = message;
    void saveBar.mayLeave().then((agreed) => {
      if (agreed) navigate(path);
    });
  });
  defineNavMenu(host);
  defineTitleBar(host);
  defineSaveBar(saveBar);
  defineModal(host);
  watchSaveBarForms(saveBar);
}

/** An embedded app opened by itself belongs in the admin. */
function openInAdmin(hostOrigin: string, shop: string | null, apiKey: string, address: URL): void {
  if (shop === null) return;
  const handle = shop.replace(/\.myshopify\.com$/, "");
  location.replace(`${hostOrigin}/store/${handle}/apps/${apiKey}${appPathOf(address)}`);
}

if (document.currentScript instanceof HTMLScriptElement) start(document.currentScript);
