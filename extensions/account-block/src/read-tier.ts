/** What a customer is told of their tier. */
export type AccountTier = {
  readonly name: string;
  /** One line each; empty when the tier promises nothing. */
  readonly benefits: readonly string[];
  /** Null in the highest tier. */
  readonly next: NextTier | null;
};

export type NextTier = {
  readonly name: string;
  /** 0–99 */
  readonly donePercent: number;
  /** Where tiers are a matter of fixed amounts: in whole units of the currency, 0 = enough. */
  readonly missing: {
    readonly spend: number;
    readonly currency: string;
    readonly orders: number;
  } | null;
};

/** The customer's own fields and the shop's list of tiers: shopify.app.toml lets customers read both. */
export const QUERY = `query AccountTier {
  customer { standing: metafield(namespace: "$app", key: "standing") { value } }
  shop { tiers: metafield(namespace: "$app", key: "tiers") { value } }
}`;

const ADDRESS = "shopify://customer-account/api/2026-07/graphql.json";

/** The customer's tier; null when there is none to be shown, for whatever reason: an extra never shows an error. */
export async function readTier(ask: typeof fetch): Promise<AccountTier | null> {
  try {
    const answer = await ask(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: QUERY }),
    });
    return tierIn(await answer.json());
  } catch {
    return null;
  }
}

function tierIn(answer: unknown): AccountTier | null {
  const data = fieldOf(answer, "data");
  const standing = jsonIn(fieldOf(data, "customer"), "standing");
  const tiers = jsonIn(fieldOf(data, "shop"), "tiers");
  const own = entryOf(tiers, fieldOf(standing, "tier"));
  if (own === null) return null;
  const next = fieldOf(standing, "next");
  const above = entryOf(tiers, fieldOf(next, "tier"));
  return {
    ...own,
    next:
      above === null
        ? null
        : {
            name: above.name,
            donePercent: numberIn(next, "donePercent"),
            missing: missingIn(fieldOf(next, "missing")),
          },
  };
}

function entryOf(tiers: unknown, key: unknown): Pick<AccountTier, "name" | "benefits"> | null {
  if (!Array.isArray(tiers)) return null;
  for (const tier of tiers as unknown[]) {
    const name = fieldOf(tier, "name");
    const benefits = fieldOf(tier, "benefits");
    if (key === undefined || fieldOf(tier, "key") !== key || typeof name !== "string") continue;
    const lines = typeof benefits === "string" ? benefits.split("\n") : [];
    return { name, benefits: lines.map((line) => line.trim()).filter((line) => line !== "") };
  }
  return null;
}

function missingIn(missing: unknown): NextTier["missing"] {
  const currency = fieldOf(missing, "currency");
  return typeof currency === "string"
    ? { spend: numberIn(missing, "spend"), currency, orders: numberIn(missing, "orders") }
    : null;
}

function numberIn(value: unknown, name: string): number {
  const found = fieldOf(value, name);
  return typeof found === "number" ? found : 0;
}

/** The JSON in a field; undefined when there is none, or it is not JSON. */
function jsonIn(owner: unknown, name: string): unknown {
  const text = fieldOf(fieldOf(owner, name), "value");
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
