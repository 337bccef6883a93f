/** Shops with hardly any customers go the whole way, side by side in one app, and every page can be read. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { netMoney } from "../../app/scoring/index.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { listAppRoutes } from "../setup/route-manifest.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { openSeveralShops, type SeveralShops } from "../setup/several-shops.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";

const sizes = [0, 1, 5] as const;
let all: SeveralShops;

beforeAll(async () => {
  all = await openSeveralShops(
    sizes.map((customers) => ({ customers, shopDomain: `size-${customers}.myshopify.com` })),
  );
  await Promise.all(all.shops.map((shop) => openApp(all.stageOf(shop))));
  await all.settle();
  await Promise.all(all.shops.map((shop) => turnOnPublishing(all.stageOf(shop))));
  await all.settle();
});
afterAll(() => all.close());

/** What nobody has asked for cannot be handed out. */
function isOfARequest(routeId: string): boolean {
  return routeId === "routes/app.settings.privacy.export";
}

/** Of a discount, a group, a run or a list of this name, which these shops do not have: a page may say so in words. */
function isOfAThing(routeId: string): boolean {
  return /^routes\/app\.(publishing\.discounts|groups|movement\.runs|exports)\.\$/.test(routeId);
}

describe.each(sizes)("a shop of %i customers", (size) => {
  let simulated: SimulatedShop;
  beforeAll(() => {
    const found = all.shops.find(({ shop }) => shop === `size-${size}.myshopify.com`);
    if (found === undefined) throw new Error("opened above");
    simulated = found;
  });

  test("holds the tags, fields, segments and the discount its customers ask for", () => {
    expect(simulated.world.customers.size).toBe(size);
    expect(holdingsOf(simulated.world)).toEqual(holdingsFor(scorePlainly(simulated.world)));
  });

  test("shows every page", async () => {
    const [customer = 1] = simulated.world.customers.keys();
    for (const { id, path, hasLoader } of await listAppRoutes()) {
      if (!hasLoader || path.endsWith("/*") || isOfARequest(id)) continue;
      const search = {
        ids: String(customer),
        id: String(customer),
        rules: JSON.stringify(netMoney),
      };
      const address = path.replace(/:\w+/g, String(customer));
      const page = await askAsMerchant(all.appUrl, simulated, { path: address, search });
      const right = isOfAThing(id) ? [200, 404] : [200];
      expect(right, id).toContain(page.status);
    }
  });
});
