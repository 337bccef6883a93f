import { connect } from "node:net";
import { once } from "node:events";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let stateBefore: string;
beforeAll(async () => {
  shop = await startSmallShop();
  stateBefore = stateOf(shop);
});
afterAll(() => shop.close());

function stateOf({ world }: SimulatedShop): string {
  const customers = [...world.customers.values()].map(({ id, email, tags }) => [id, email, tags]);
  const orders = [...world.orders.values()].map(({ id, updatedAtMs, tags }) => [
    id,
    updatedAtMs,
    tags,
  ]);
  return JSON.stringify([customers, orders, world.segments.size, world.discounts.size]);
}

type Target = {
  url: string;
  parameters: { name: string; value: string }[];
};

async function offer(httpMethod: "POST" | "PUT"): Promise<Target> {
  const { stagedTargets } = (await askFor(
    shop,
    `mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: "v.jsonl", mimeType: "text/jsonl", httpMethod: ${httpMethod} }]) { stagedTargets { url parameters { name value } } } }`,
  )) as { stagedTargets: Target[] };
  const [target] = stagedTargets;
  if (target === undefined) throw new Error("no target");
  return target;
}

/** Sends the target's form, changed; `change` gets the fields by name. */
async function post(change: (fields: Map<string, string>) => void): Promise<Response> {
  const { url, parameters } = await offer("POST");
  const fields = new Map(parameters.map(({ name, value }) => [name, value]));
  change(fields);
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append("file", new Blob(["{}"]), "v.jsonl");
  return fetch(url, { method: "POST", body: form });
}

describe("an upload form", () => {
  test("as offered is 201 and tells where the file is", async () => {
    const response = await post(() => undefined);
    expect(response.status).toBe(201);
    expect(await response.text()).toMatch(
      /<PostResponse><Location>.*<Bucket>shopify-staged-uploads<\/Bucket><Key>tmp\/.*v\.jsonl<\/Key><ETag>"[0-9a-f]{32}"<\/ETag>/,
    );
  });

  test.each([
    ["key", 400, "Cannot create buckets using a POST."],
    ["policy", 403, "AccessDenied"],
    ["x-goog-signature", 403, "AccessDenied"],
    ["Content-Type", 400, "InvalidPolicyDocument"],
    ["acl", 400, "InvalidPolicyDocument"],
  ])("without %s is refused with %d", async (name, status, words) => {
    const response = await post((fields) => fields.delete(name));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/xml");
    expect(await response.text()).toContain(words);
  });

  test.each([
    ["policy", 403, "SignatureDoesNotMatch"],
    ["x-goog-signature", 403, "SignatureDoesNotMatch"],
    ["acl", 400, "InvalidPolicyDocument"],
    ["key", 403, "AccessDenied"],
  ])("with another %s is refused with %d", async (name, status, words) => {
    const response = await post((fields) => fields.set(name, "other"));
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });
});

test("a PUT with another signature, or none, is refused", async () => {
  const url = new URL((await offer("PUT")).url);
  url.searchParams.set("X-Goog-Signature", "0");
  expect((await fetch(url, { method: "PUT", body: "{}" })).status).toBe(403);
  expect((await fetch(new URL(url.pathname, url), { method: "PUT", body: "{}" })).status).toBe(403);
});

test("an upload that breaks off half way leaves no file, and the shop goes on", async () => {
  const url = new URL((await offer("PUT")).url);
  const socket = connect(Number(url.port), url.hostname);
  await once(socket, "connect");
  socket.write(
    `PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 1000\r\n\r\n{"id":`,
  );
  socket.resetAndDestroy();
  await once(socket, "close");
  const path = decodeURIComponent(url.pathname.replace("/staged-uploads/", ""));
  expect(await askFor(shop, "{ shop { name } }")).toBeTruthy();
  expect(shop.bulk.uploads.find(path)).toBeUndefined();
});

const PATHS = [
  "/admin/oauth/access_token",
  "/staged-uploads/",
  "/staged-uploads/tmp/x",
  "/bulk/..%2f..%2fetc%2fpasswd",
  "/bulk/%00",
  "/clock",
  "/stats",
  "/dump.csv",
  "/admin/api/2026-07/graphql.json",
  "/admin/api/%ff/graphql.json",
  "/store/x/customers/NaN",
  "/store/x/orders/9".padEnd(2000, "9"),
  "/",
];

test("nonsense at any address gets an answer below 500 and changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PATHS),
      fc.constantFrom("GET", "POST", "PUT", "DELETE", "OPTIONS"),
      fc.constantFrom(
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "",
      ),
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.constant('--x\r\nContent-Disposition: form-data; name="key"'),
      ),
      async (path, method, contentType, body) => {
        const response = await fetch(shop.url + path, {
          method,
          redirect: "manual",
          headers: contentType === "" ? {} : { "content-type": contentType },
          ...(method !== "GET" && { body }),
        });
        await response.arrayBuffer();
        expect([path, method, response.status < 500]).toEqual([path, method, true]);
      },
    ),
    { numRuns: 150 },
  );
  expect(stateOf(shop)).toBe(stateBefore);
});
