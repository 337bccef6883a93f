/** Ten thousand requests nobody should send, to every address that anybody can reach. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { topics } from "../../app/use-cases/orders-in/events/topics.ts";
import { listProcesses } from "../../scripts/processes/list-processes.ts";
import { residentBytesOfTrees } from "../../scripts/processes/resident-memory.ts";
import { signWebhook, webhookHeaders } from "../../simulated-shop/webhooks/webhook-request.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

/** A request, and the answers that are right. */
interface Nonsense {
  what: string;
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  expected: readonly number[];
}

const requestCount = 10_000;
const atOnce = 40;
/** Beyond what a warm process holds anyway. A body kept of each request would be several times as much. */
const mostGrowthBytes = 80e6;

/** Answered by whoever is alive. */
const frontDoor = { path: "/auth/login", method: "GET", headers: {}, body: null };

let stage: TestStage;
/** Was taken once; what comes under this id again is a repeat. */
const takenId = randomUUID();

beforeAll(async () => {
  stage = await openTestStage({ customers: 10 });
  await install(stage);
  expect(await statusOf(webhook({ webhookId: takenId }))).toBe(200);
  await stage.settle();
});
afterAll(() => stage.close());

function webhook(options: {
  topic?: string;
  body?: string;
  webhookId?: string;
  shop?: string;
  secret?: string;
}): Omit<Nonsense, "what" | "expected"> {
  const [orderId = 0] = stage.simulated.world.orders.keys();
  const { topic = "orders/updated", webhookId = randomUUID(), shop = stage.shop } = options;
  const {
    body = JSON.stringify({ id: orderId, admin_graphql_api_id: `gid://shopify/Order/${orderId}` }),
  } = options;
  const envelope = {
    topic,
    webhookId,
    eventId: randomUUID(),
    triggeredAt: new Date().toISOString(),
    shopDomain: shop,
    apiVersion: "2026-07",
    name: null,
  };
  const headers = webhookHeaders(envelope, body, options.secret ?? stage.simulated.clientSecret);
  return { path: "/webhooks/orders", method: "POST", headers: { ...headers }, body };
}

/** A call of one of our actions by a workflow, about nobody. */
function flowCall(changes: object, secret = stage.simulated.clientSecret) {
  const call = {
    shopify_domain: stage.shop,
    action_run_id: randomUUID(),
    handle: "set-tier",
    properties: {},
    ...changes,
  };
  const body = JSON.stringify(call);
  const headers = { "X-Shopify-Hmac-Sha256": signWebhook(body, secret) };
  return { path: "/flow/actions", method: "POST", headers, body };
}

function withoutHeader(whole: ReturnType<typeof webhook>, name: string) {
  const kept = Object.entries(whole.headers).filter(([key]) => key.toLowerCase() !== name);
  return { ...whole, headers: Object.fromEntries(kept) };
}

const word = fc.string({ maxLength: 40 });
const anyTopic = fc.constantFrom(...topics);
const anyJson = fc.json({ maxDepth: 4 });

/** Requests by what is wrong with them. All are signed as Shopify signs, unless that is what is wrong. */
const nonsense: fc.Arbitrary<Nonsense> = fc.oneof(
  fc.constant(null).map(() => ({
    ...webhook({ webhookId: takenId }),
    what: "a repeat",
    expected: [200],
  })),
  fc.tuple(anyTopic, word).map(([topic, secret]) => ({
    ...webhook({ topic, secret: `not ${secret}` }),
    what: "signed with another secret",
    expected: [401],
  })),
  fc.string({ maxLength: 60, unit: "grapheme-ascii" }).map((signature) => {
    const bare = withoutHeader(webhook({}), "x-shopify-hmac-sha256");
    const headers = { ...bare.headers, "X-Shopify-Hmac-Sha256": signature.trim() };
    return { ...bare, headers, what: "with an invented signature", expected: [401] };
  }),
  fc.nat({ max: 60 }).map((length) => {
    const whole = webhook({});
    const body = (whole.body ?? "").slice(0, length);
    return { ...whole, body, what: "cut off on its way", expected: [401] };
  }),
  fc.tuple(anyTopic, fc.integer({ min: 1, max: 60 })).map(([topic, length]) => ({
    ...webhook({ topic, body: `{"a":"${"x".repeat(length)}` }),
    what: "signed and no JSON",
    expected: [400],
  })),
  fc
    .constantFrom("x-shopify-topic", "x-shopify-shop-domain", "x-shopify-webhook-id")
    .map((name) => ({
      ...withoutHeader(webhook({}), name),
      what: `without ${name}`,
      expected: [400],
    })),
  fc
    .tuple(
      fc.constantFrom("orders/create", "refunds/create", "customers/merge", "customers/redact"),
      anyJson,
    )
    .map(([topic, json]) => ({
      // Whatever is in it, it names nothing that could be looked up.
      ...webhook({ topic, body: JSON.stringify({ nonsense: json }) }),
      what: "signed and about nothing",
      expected: [400],
    })),
  word.map((name) => ({
    ...webhook({ topic: `made/up_${name.replace(/[^a-z]/gi, "")}` }),
    what: "of a topic there is not",
    expected: [200],
  })),
  fc.tuple(anyTopic, fc.nat()).map(([topic, number]) => ({
    ...webhook({
      topic,
      shop: `nobody-${number}.myshopify.com`,
      body: JSON.stringify({ id: 1, order_id: 1, admin_graphql_api_id: "gid://shopify/Order/1" }),
    }),
    what: "of a shop there is not",
    expected: [200, 400],
  })),
  fc.constantFrom("GET", "PUT", "DELETE", "PATCH").map((method) => ({
    ...webhook({}),
    method,
    body: null,
    what: `a webhook by ${method}`,
    expected: [405],
  })),
  fc
    .tuple(fc.constantFrom("set-tier", "recalculate-customer", "add-to-fixed-group"), anyJson)
    .map(([handle, json]) => ({
      ...flowCall({ handle, properties: { nonsense: json, tier: "core" } }),
      what: "an action for nobody",
      expected: [422],
    })),
  word.map((handle) => ({
    ...flowCall({ handle: `no ${handle}` }),
    what: "an action there is not",
    expected: [404],
  })),
  fc.nat().map((number) => ({
    ...flowCall({ shopify_domain: `nobody-${number}.myshopify.com` }),
    what: "an action for a shop there is not",
    expected: [404],
  })),
  anyJson.map((properties) => ({
    ...flowCall({ properties: [properties], action_run_id: null }),
    what: "an action without its run",
    expected: [400],
  })),
  word.map((secret) => ({
    ...flowCall({}, `not ${secret}`),
    what: "an action signed with another secret",
    expected: [401],
  })),
  fc.tuple(word, anyJson).map(([handle, steps]) => ({
    ...flowCall({ steps }),
    path: `/flow/validations/${encodeURIComponent(`no ${handle}`)}`,
    what: "a workflow's steps that are none",
    expected: [200, 404],
  })),
  fc.constantFrom("GET", "PUT", "DELETE", "PATCH").map((method) => ({
    ...{ path: "/flow/actions", method, headers: {}, body: null },
    what: `an action by ${method}`,
    expected: [405],
  })),
  fc
    .tuple(
      fc.constantFrom("/app", "/app/customers", "/app/settings/money", "/app/health"),
      word,
      word,
    )
    .map(([path, token, shop]) => ({
      path: `${path}?${new URLSearchParams({ shop, id_token: token, embedded: "1", host: token }).toString()}`,
      method: "GET",
      headers: { Authorization: `Bearer ${encodeURIComponent(token)}` },
      body: null,
      what: "a page with an invented session",
      expected: [302, 400, 401, 403, 404, 410],
    })),
  fc
    .tuple(fc.constantFrom("/auth/login", "/auth/callback", "/auth/session-token", "/auth/x"), word)
    .map(([path, shop]) => ({
      path: `${path}?${new URLSearchParams({ shop, code: shop, hmac: shop, state: shop }).toString()}`,
      method: "GET",
      headers: {},
      body: null,
      what: "a sign-in with invented answers",
      expected: [200, 302, 400, 401, 403, 404, 410],
    })),
  fc.webPath().map((path) => ({
    path: `/nowhere${path}`,
    method: "GET",
    headers: {},
    body: null,
    what: "an address there is not",
    expected: [400, 404],
  })),
  fc
    .tuple(fc.constantFrom("/", "/health", "/app", "/app/publishing", "/auth/login"), anyJson)
    .map(([path, body]) => ({
      path,
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      what: "something sent where nothing is taken",
      expected: [302, 400, 401, 403, 404, 405, 410],
    })),
);

async function statusOf({ path, method, headers, body }: Omit<Nonsense, "what" | "expected">) {
  const response = await fetch(new URL(path, stage.appUrl), {
    method,
    headers,
    redirect: "manual",
    ...(body === null ? {} : { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Sends all, some at a time; returns those that were answered otherwise than they should. */
async function sendAll(requests: readonly Nonsense[]): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...requests];
  async function sender(): Promise<void> {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const status = await statusOf(next);
      if (!next.expected.includes(status)) wrong.push(`${next.what}: ${status} at ${next.path}`);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender));
  return wrong;
}

async function residentBytes(): Promise<number> {
  return residentBytesOfTrees([stage.webProcessId], await listProcesses());
}

/** Everything the database holds but what its clocks write by themselves. */
async function allRows() {
  return rowsOf(stage.app.db, stage.shop);
}

test(
  "ten thousand requests of nonsense are each answered rightly, change nothing and leave nothing behind",
  { timeout: 240_000 },
  async () => {
    const requests = fc.sample(nonsense, { seed: 4, numRuns: requestCount });
    const before = await allRows();
    // What a warm process holds is no growth.
    const warmUp = Math.floor(requestCount / 5);
    expect(await sendAll(requests.slice(0, warmUp))).toEqual([]);
    const warmBytes = await residentBytes();
    expect(await sendAll(requests.slice(warmUp))).toEqual([]);
    await stage.settle();
    expect(await allRows()).toEqual(before);
    expect(await statusOf(frontDoor)).toBe(200);
    const growthBytes = (await residentBytes()) - warmBytes;
    expect(growthBytes).toBeLessThan(mostGrowthBytes);
  },
);

test("a body larger than any of Shopify's is refused while it still comes, whether or not it says how large it is", async () => {
  const before = await residentBytes();
  for (const isSized of [true, false]) {
    const { hostname, port } = new URL(stage.appUrl);
    const sending = request({ hostname, port, method: "POST", path: "/webhooks/orders" });
    sending.setHeader("x-shopify-hmac-sha256", signWebhook("", "nobody's"));
    if (isSized) sending.setHeader("content-length", 30_000_000);
    // Who goes on sending into a closed connection may hear of that before the answer.
    const refused = new Promise((resolve) => {
      sending.on("response", ({ statusCode }) => resolve(statusCode));
      sending.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    const chunk = Buffer.alloc(1_000_000, " ");
    for (let sent = 0; sent < 30; sent += 1) sending.write(chunk);
    sending.end();
    expect([413, "ECONNRESET", "EPIPE"]).toContain(await refused);
    sending.destroy();
  }
  // What came before the refusal is not kept; when it is cleared away is Node's choice.
  expect((await residentBytes()) - before).toBeLessThan(2 * mostGrowthBytes);
});

test.each([
  "GET / HTTP/9.9\r\n\r\n",
  "\0\0\0\0",
  "POST /webhooks/orders HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
  `GET /${"a".repeat(100_000)} HTTP/1.1\r\n\r\n`,
])("what is no request at all (%#) closes its own connection and nothing else", async (text) => {
  const { hostname, port } = new URL(stage.appUrl);
  const socket = connect(Number(port), hostname);
  let isClosed = false;
  socket.on("close", () => (isClosed = true)).on("error", () => undefined);
  socket.resume();
  socket.write(text);
  await waitFor("the connection to be closed", () => isClosed);
  expect(await statusOf(frontDoor)).toBe(200);
});
