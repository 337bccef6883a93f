import { z } from "zod";
import { startSimulatedShop, type SimulatedShop } from "../start-simulated-shop.ts";
import type { SimulatedShopOptions } from "../simulated-shop-options.ts";

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.unknown().optional(),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        actualQueryCost: z.number().nullable(),
        throttleStatus: z.object({
          maximumAvailable: z.number(),
          currentlyAvailable: z.number(),
          restoreRate: z.number(),
        }),
      }),
      search: z.unknown(),
    })
    .partial()
    .optional(),
});

export type Answer = z.infer<typeof answerSchema>;

/** A small shop that always looks the same. */
export function startSmallShop(options: SimulatedShopOptions = {}): Promise<SimulatedShop> {
  return startSimulatedShop({ customers: 30, seed: 7, asOf: "2026-06-30", ...options });
}

/** Asks the shop as an app would. */
export async function ask(
  shop: SimulatedShop,
  query: string,
  variables: object = {},
  version = "2026-07",
): Promise<Answer> {
  const response = await fetch(`${shop.url}/admin/api/${version}/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": shop.accessToken },
    body: JSON.stringify({ query, variables }),
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return answerSchema.parse(await response.json());
}

/** The one root field of an answer. */
export async function askFor(
  shop: SimulatedShop,
  query: string,
  variables: object = {},
): Promise<unknown> {
  const { data, errors } = await ask(shop, query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0];
}

/** The gid of one of the shop's customers. */
export function customerGid(shop: SimulatedShop, index = 0): string {
  const id = [...shop.world.customers.keys()][index];
  if (id === undefined) throw new Error(`There is no customer ${index}.`);
  return `gid://shopify/Customer/${id}`;
}
