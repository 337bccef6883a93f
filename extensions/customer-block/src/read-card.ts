/** What the app itself says of a customer, as of now. */
export type Card = {
  readonly tierName: string;
  /** 0–1 of the ranked customers have a lower value. */
  readonly valueBeats: number;
  readonly rankedCustomers: number;
  /** The value above which a tier begins; null = it takes everybody left, or does not go by value. */
  readonly ownStart: number | null;
  readonly next: { readonly name: string; readonly start: number | null } | null;
  readonly isLowest: boolean;
  /** What time alone will change: names, null where nothing of the kind changes. */
  readonly change: {
    readonly on: string;
    readonly tier: string | null;
    readonly group: string | null;
  } | null;
};

/** A relative address is the app's own, and Shopify sends the merchant's session token along. */
export async function readCard(ask: typeof fetch, customerId: string): Promise<Card | null> {
  try {
    const response = await ask(`/app/customers/${customerId}/card`);
    return response.ok ? cardIn(await response.json()) : null;
  } catch {
    return null;
  }
}

function cardIn(answer: unknown): Card | null {
  const tiers = fieldOf(answer, "tiers");
  const valueBeats = fieldOf(answer, "valueBeats");
  const rankedCustomers = fieldOf(answer, "rankedCustomers");
  if (!Array.isArray(tiers) || typeof valueBeats !== "number") return null;
  if (typeof rankedCustomers !== "number") return null;
  const ladder = (tiers as unknown[]).map((tier) => ({
    key: fieldOf(tier, "key"),
    name: textIn(tier, "name") ?? "",
    start: numberIn(tier, "aboveValue"),
  }));
  const place = ladder.findIndex(({ key }) => key === fieldOf(answer, "tierKey"));
  const own = ladder[place];
  if (own === undefined) return null;
  const above = ladder[place - 1];
  const change = fieldOf(answer, "nextChange");
  const on = textIn(change, "on");
  return {
    tierName: own.name,
    valueBeats,
    rankedCustomers,
    ownStart: own.start,
    next: above === undefined ? null : { name: above.name, start: above.start },
    isLowest: place === ladder.length - 1,
    change:
      on === null ? null : { on, tier: textIn(change, "tier"), group: textIn(change, "group") },
  };
}

function textIn(value: unknown, name: string): string | null {
  const found = fieldOf(value, name);
  return typeof found === "string" ? found : null;
}

function numberIn(value: unknown, name: string): number | null {
  const found = fieldOf(value, name);
  return typeof found === "number" ? found : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
