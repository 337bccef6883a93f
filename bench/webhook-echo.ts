import { parseArgs } from "node:util";
import { z } from "zod";
import { roundTo } from "./in-memory/timing.ts";
import { sendAll } from "./webhooks/load.ts";
import { openWebAndPeer, shop, signedWebhook } from "./webhooks/web-and-peer.ts";

export const description =
  "what comes back of publishing tags to many customers, two webhooks each, until the last is answered, beside a bare insert per request";

const tags = ["echelon:tier:core", "echelon:group:new"];

/** `--customers N` (100000). */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(1)
    .parse(values.customers ?? "100000");
  let nth = 0;
  function nextEcho() {
    const id = 1 + ((nth >> 1) % customers);
    const gid = `gid://shopify/Customer/${String(id)}`;
    nth += 1;
    return nth % 2 === 0
      ? signedWebhook("customers/update", { id, admin_graphql_api_id: gid })
      : signedWebhook("customer.tags_added", { customerId: gid, tags });
  }

  const both = await openWebAndPeer();
  const { ourUrl, peerUrl, db } = both;
  try {
    const published = Array.from({ length: customers }, (_, index) => ({
      shop,
      customerId: BigInt(index + 1),
      possibleTags: tags,
      confirmedTags: tags,
      writtenAt: new Date(),
    }));
    await db.publication.createMany({ data: published });
    const webhooks = 2 * customers;
    const ours = await sendAll(ourUrl, webhooks, nextEcho);
    const bare = await sendAll(peerUrl, webhooks, nextEcho);
    return {
      customers,
      webhooks,
      seconds: Math.round(webhooks / ours.perSecond),
      ...ours,
      barePerSecond: bare.perSecond,
      ratio: roundTo(bare.perSecond / ours.perSecond, 1),
      eventsKept: await db.inboxEvent.count(),
      dirtyCustomers: await db.dirtyCustomer.count(),
    };
  } finally {
    await both.close();
  }
}
