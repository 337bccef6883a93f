import type { BridgeConfiguration } from "./configuration.ts";
import type { HostConnection } from "./host-connection.ts";
import { modalElementOf } from "./modal-element.ts";
import { createResourcePicker } from "./resource-picker.ts";
import { saveBarElementOf } from "./save-bar-element.ts";
import type { SaveBar } from "./save-bar.ts";
import { createToasts } from "./toast.ts";

/** The `shopify` variable, with the parts of App Bridge that the simulated admin answers. */
export function createShopifyGlobal(
  configuration: BridgeConfiguration,
  {
    host,
    saveBar,
    idToken,
  }: { host: HostConnection; saveBar: SaveBar; idToken: () => Promise<string> },
): Record<string, unknown> {
  const { apiKey, shop, locale } = configuration;
  return {
    config: { apiKey, shop, host: configuration.host, locale },
    origin: configuration.hostOrigin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: true, pos: false, intent: false },
    idToken,
    user: () => Promise.resolve({ accountAccess: "Full access" }),
    toast: createToasts(host),
    loading(isLoading = true) {
      host.tell({ kind: "loading", isLoading });
    },
    modal: {
      show: (id: string) => modalElementOf(id).show(),
      hide: (id: string) => modalElementOf(id).hide(),
      toggle: (id: string) => modalElementOf(id).toggle(),
    },
    saveBar: {
      show: (id: string) => saveBarElementOf(id).show(),
      hide: (id: string) => saveBarElementOf(id).hide(),
      toggle: (id: string) => saveBarElementOf(id).toggle(),
      /** Resolves when leaving is fine; stays open when the merchant decides to stay. */
      leaveConfirmation: () =>
        new Promise<void>((resolve) => {
          void saveBar.mayLeave().then((agreed) => {
            if (agreed) resolve();
          });
        }),
    },
    resourcePicker: createResourcePicker(host),
    app: { extensions: () => Promise.resolve([]) },
    webVitals: { onReport: () => Promise.resolve() },
    support: { registerHandler: () => Promise.resolve() },
  };
}
