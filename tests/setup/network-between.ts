import { Hono } from "hono";
import { z } from "zod";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { PLANS } from "../../simulated-shop/world/plan.ts";
import { listen, type TestServer } from "./listen.ts";

/** A call of the app's: the name of its GraphQL operation, "upload", "download" or "clock". */
export interface NetworkMoment {
  call: string;
  /** Whether the shop has not heard of it yet, or the app not yet what the shop said. */
  before: "call" | "answer";
}

/** "throttle": the shop says that it is asked too much, and does nothing. */
export type NetworkFate = "go on" | "cut" | "throttle";

/** The way from the app to one shop, on which a test can do something at a moment, or cut the call there. */
export async function openNetworkBetween(
  simulated: SimulatedShop,
  onMoment: (moment: NetworkMoment) => Promise<NetworkFate>,
): Promise<TestServer> {
  const app = new Hono();
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const body = c.req.method === "GET" ? null : Buffer.from(await c.req.arrayBuffer());
    const call = callOf(pathname, body);
    const fate = await onMoment({ call, before: "call" });
    if (fate === "cut") return c.body(null, 502);
    if (fate === "throttle") return c.json(throttledBy(simulated));
    const answer = await fetch(new URL(pathname + search, simulated.url), {
      method: c.req.method,
      headers: c.req.raw.headers,
      body,
    });
    // The shop's own addresses, of uploads and results, lead through here as well.
    const text = (await answer.text()).replaceAll(simulated.url, network.url);
    if ((await onMoment({ call, before: "answer" })) === "cut") return c.body(null, 502);
    const contentType = answer.headers.get("content-type") ?? "text/plain";
    return new Response(text, { status: answer.status, headers: { "content-type": contentType } });
  });
  const network = await listen(app);
  return network;
}

function throttledBy({ world }: SimulatedShop) {
  const { bucketPoints, restorePointsPerSecond } = PLANS[world.shop.plan];
  const throttleStatus = {
    maximumAvailable: bucketPoints,
    currentlyAvailable: 9,
    restoreRate: restorePointsPerSecond,
  };
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
    extensions: { cost: { requestedQueryCost: 10, actualQueryCost: null, throttleStatus } },
  };
}

const graphqlBody = z.object({ query: z.string() });

function callOf(pathname: string, body: Buffer | null): string {
  if (pathname.startsWith("/staged-uploads")) return "upload";
  if (pathname.startsWith("/bulk/")) return "download";
  if (!pathname.endsWith("graphql.json") || body === null) return pathname.slice(1);
  const { query } = graphqlBody.parse(JSON.parse(body.toString()));
  return /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "unnamed";
}
