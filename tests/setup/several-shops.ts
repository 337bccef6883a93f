import type { Stage } from "../../scripts/demo/merchant.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { startRunningApp, type RunningApp } from "./running-app.ts";
import { openSwitchboard } from "./shop-switchboard.ts";
import { settle, startTestShop } from "./test-stage.ts";

/** Several shops that one app serves from one database. Not installed yet. */
export interface SeveralShops extends RunningApp {
  appUrl: string;
  shops: SimulatedShop[];
  /** What a merchant's first steps need to know of a shop. */
  stageOf(shop: SimulatedShop): Stage;
  settle(): Promise<void>;
}

export async function openSeveralShops(
  options: readonly SimulatedShopOptions[],
): Promise<SeveralShops> {
  const shops = await Promise.all(options.map(startTestShop));
  const [first] = shops;
  if (first === undefined) throw new Error("no shop to open");
  const switchboard = await openSwitchboard(shops);
  const running = await startRunningApp({ ...first, url: switchboard.url });
  const appUrl = running.environment.shopifyAppUrl;
  for (const shop of shops) shop.setAppUrl(appUrl);
  return {
    ...running,
    appUrl,
    shops,
    stageOf: ({ url, shop }) => ({ shopUrl: url, shop, appUrl }),
    settle: () => settle(running, shops),
    async close() {
      await running.close();
      await switchboard.close();
      for (const shop of shops) await shop.close();
    },
  };
}
