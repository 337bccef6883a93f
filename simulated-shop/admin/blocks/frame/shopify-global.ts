import type { AdminLine } from "./admin-line.ts";
import type { BlockStart, DirectRequest } from "./protocol.ts";
import { createTranslations } from "./translations.ts";

/** What Shopify's own library looks for and lives without. */
const OPTIONAL = new Set<string | symbol>(["setSignals", "then", "toJSON"]);

/** `shopify` as a block or an action on a customer's page has it. What is not here fails with its name. */
export function createBlockGlobal(line: AdminLine, start: BlockStart): object {
  const offered = {
    extension: { target: start.target },
    data: { selected: [{ id: start.selectedGid }] },
    i18n: createTranslations(start),
    auth: { idToken: () => line.ask({ kind: "id-token" }) },
    navigation: {
      navigate(address: string | URL) {
        line.tell({ kind: "open", address: String(address), inNewTab: false });
      },
    },
    ...(start.target.endsWith(".action.render") && {
      close() {
        line.tell({ kind: "close" });
      },
    }),
    query: (query: string, options: Omit<DirectRequest, "query"> = {}) =>
      line.ask({ kind: "query", request: { query, ...options } }),
  };
  return new Proxy(offered, {
    get(target, name) {
      if (name in target || typeof name === "symbol" || OPTIONAL.has(name))
        return Reflect.get(target, name) as unknown;
      throw new Error(`The simulated admin does not offer shopify.${name} to blocks yet.`);
    },
  });
}

const DIRECT_API = /^shopify:(?:\/\/)?admin\/api\/(?:([\w-]+)\/)?graphql\.json$/;

/**
 * `fetch("shopify:admin/api/graphql.json")` is direct access too. A relative address is the app's own, and gets the
 * merchant's id token; other requests go where they point.
 */
export function patchFetch(line: AdminLine, { appUrl }: Pick<BlockStart, "appUrl">): void {
  const original = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith("/")) return askApp(address, init);
    const match = DIRECT_API.exec(address);
    if (match === null) return original(input, init);
    const request = JSON.parse(await new Response(init?.body ?? "{}").text()) as DirectRequest;
    return Response.json(
      await line.ask({ kind: "query", request: { ...request, version: match[1] } }),
    );
  };

  async function askApp(address: string, init: RequestInit = {}): Promise<Response> {
    if (appUrl === null) throw new TypeError("It is not known where the app answers.");
    const headers = new Headers(init.headers);
    headers.set("Authorization", `Bearer ${String(await line.ask({ kind: "id-token" }))}`);
    return original(new URL(address, appUrl), { ...init, headers });
  }
}
