import { z } from "zod";
import type { ShopifyNetwork } from "./shopify/simulated-network.ts";

const clock = z.object({ now: z.iso.datetime({ offset: true }) });

/** Business time: the machine's clock, or the simulated shop's, which stands still until it is moved. */
export function createBusinessTime({ clockUrl, fetch }: ShopifyNetwork): () => Promise<Date> {
  if (clockUrl === null) return () => Promise.resolve(new Date());
  return async () => {
    const response = await fetch(clockUrl);
    if (!response.ok)
      throw new Error(`the simulated shop's clock answered HTTP ${response.status}`);
    return new Date(clock.parse(await response.json()).now);
  };
}
