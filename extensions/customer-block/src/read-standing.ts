/** What the app has published of a customer. */
export type Standing = {
  /** The tier's key: "core", "growth", "base" or one of the merchant's own. */
  readonly tier: string;
  /** In the merchant's words; null when those are not published. */
  readonly tierName: string | null;
  /** null when only the tier is published. */
  readonly detail: StandingDetail | null;
};

export type StandingDetail = {
  /** The group's key. */
  readonly group: string;
  /** 0–100 */
  readonly value: number;
  /** Whole scores from 1 to 5. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
};

export type StandingOutcome =
  | { readonly kind: "ranked"; readonly standing: Standing }
  | { readonly kind: "unranked" }
  | { readonly kind: "failed"; readonly reason: string };

/** `$app` is the namespace of this app alone; shopify.app.toml declares the fields. */
export const QUERY = `query CustomerStanding($id: ID!) {
  customer(id: $id) {
    tier: metafield(namespace: "$app", key: "tier") { value }
    standing: metafield(namespace: "$app", key: "standing") { value }
  }
  shop { tiers: metafield(namespace: "$app", key: "tiers") { value } }
}`;

type Ask = (
  query: string,
  options: { variables: Record<string, unknown> },
) => Promise<{ data?: unknown; errors?: readonly { message: string }[] }>;

/** Reads the customer's tier and standing through direct access to the Admin API. Never throws. */
export async function readStanding(ask: Ask, customerGid: string): Promise<StandingOutcome> {
  try {
    const { data, errors = [] } = await ask(QUERY, { variables: { id: customerGid } });
    const [error] = errors;
    if (error !== undefined) return { kind: "failed", reason: error.message };
    const customer = fieldOf(data, "customer");
    const tier = fieldOf(fieldOf(customer, "tier"), "value");
    if (typeof tier !== "string" || tier === "") return { kind: "unranked" };
    const detail = parseDetail(fieldOf(fieldOf(customer, "standing"), "value"));
    const tierName = nameIn(fieldOf(fieldOf(fieldOf(data, "shop"), "tiers"), "value"), tier);
    return { kind: "ranked", standing: { tier, tierName, detail } };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function nameIn(json: unknown, tierKey: string): string | null {
  const tiers = typeof json === "string" ? parseJson(json) : null;
  if (!Array.isArray(tiers)) return null;
  const name = fieldOf(
    (tiers as unknown[]).find((tier) => fieldOf(tier, "key") === tierKey),
    "name",
  );
  return typeof name === "string" ? name : null;
}

/** The JSON in the field `standing`, or null when there is none or it is not what the app writes. */
function parseDetail(json: unknown): StandingDetail | null {
  const standing = typeof json === "string" ? parseJson(json) : null;
  const scores = fieldOf(standing, "scores");
  const group = fieldOf(standing, "group");
  const value = fieldOf(standing, "value");
  const recency = fieldOf(scores, "recency");
  const frequency = fieldOf(scores, "frequency");
  const monetary = fieldOf(scores, "monetary");
  const isWhole =
    typeof group === "string" &&
    typeof value === "number" &&
    typeof recency === "number" &&
    typeof frequency === "number" &&
    typeof monetary === "number";
  return isWhole ? { group, value, recency, frequency, monetary } : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
