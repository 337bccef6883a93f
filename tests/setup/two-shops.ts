import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { openSeveralShops, type SeveralShops } from "./several-shops.ts";

/** A shop that has something to lose, and one that wants to know: in one database, with overlapping ids. */
export interface TwoShops extends SeveralShops {
  victim: SimulatedShop;
  prober: SimulatedShop;
  /** Ids of the victim's that the prober has no use of its own for, and ids that both have. */
  victimsIds: { customer: string; order: string };
  sharedIds: { customer: string; order: string };
}

/** In the names of the victim's customers, products and tiers, and nowhere else. */
export const victimsMark = "Onlyhere";

export async function openTwoShops(): Promise<TwoShops> {
  const all = await openSeveralShops([
    { shopDomain: "victim.myshopify.com", customers: 60, timeZone: "Asia/Tokyo" },
    { shopDomain: "prober.myshopify.com", customers: 12, seed: 9 },
  ]);
  const [victim, prober] = all.shops;
  if (victim === undefined || prober === undefined) throw new Error("opened above");
  for (const customer of victim.world.customers.values()) customer.firstName = victimsMark;
  for (const product of victim.world.products.values())
    Object.assign(product, { title: `${victimsMark} ${product.title}` });
  for (const shop of all.shops) await openApp(all.stageOf(shop));
  await all.settle();
  for (const shop of all.shops) await turnOnPublishing(all.stageOf(shop));
  await saveProgram(all.app, victim.shop, markedProgram(), 1);
  await all.settle();
  return {
    ...all,
    victim,
    prober,
    victimsIds: {
      customer: lastOf(victim.world.customers),
      order: lastOf(victim.world.orders),
    },
    sharedIds: {
      customer: String(prober.world.customers.keys().next().value),
      order: String(prober.world.orders.keys().next().value),
    },
  };
}

/** The default, with a tier that shows whose it is. */
function markedProgram() {
  const { windowDays, weights, tiers } = defaultProgram;
  const [top, ...rest] = tiers;
  return {
    windowDays,
    weights,
    tiers: [{ ...top, name: `${victimsMark} ${top?.name ?? ""}` }, ...rest],
  };
}

function lastOf(things: ReadonlyMap<number, unknown>): string {
  return String([...things.keys()].at(-1));
}
