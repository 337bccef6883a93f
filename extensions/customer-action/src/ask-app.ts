/** What the app says of a customer, as far as this action needs it. */
export type Choice = {
  readonly tiers: readonly { readonly key: string; readonly name: string }[];
  /** Null while the customer is not ranked. */
  readonly tierKey: string | null;
  /** A tier that somebody chose by hand; `endsOn` is the first day without it, null = until it is released. */
  readonly override: { readonly tier: string; readonly endsOn: string | null } | null;
};

export type Wanted =
  | { readonly action: "recalculate" }
  | {
      readonly action: "override";
      readonly tier: string;
      /** `2026-07-31`, or empty. */
      readonly endsOn: string;
      readonly reason: string;
    }
  | { readonly action: "release"; readonly reason: string };

/** Of the locale files' `problems`. */
export type Problem =
  "no-such-customer" | "no-such-tier" | "day-is-over" | "not-scored-yet" | "not-reached";

const PROBLEMS: readonly Problem[] = [
  "no-such-customer",
  "no-such-tier",
  "day-is-over",
  "not-scored-yet",
];

/** A relative address is the app's own, and Shopify sends the merchant's session token along. Null: not reached. */
export async function readChoice(ask: typeof fetch, customerId: string): Promise<Choice | null> {
  try {
    const response = await ask(addressOf(customerId));
    return response.ok ? choiceIn(await response.json()) : null;
  } catch {
    return null;
  }
}

/** Asks the app to do it. Null: it is done. */
export async function act(
  ask: typeof fetch,
  customerId: string,
  wanted: Wanted,
): Promise<Problem | null> {
  try {
    const response = await ask(addressOf(customerId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wanted),
    });
    if (response.ok) return null;
    const problem = fieldOf(await response.json(), "problem");
    return PROBLEMS.find((each) => each === problem) ?? "not-reached";
  } catch {
    return "not-reached";
  }
}

function addressOf(customerId: string): string {
  return `/app/customers/${customerId}/card`;
}

function choiceIn(answer: unknown): Choice | null {
  const tiers = fieldOf(answer, "tiers");
  if (!Array.isArray(tiers)) return null;
  const override = fieldOf(answer, "override");
  const overrideTier = textIn(override, "tier");
  return {
    tiers: (tiers as unknown[]).map((tier) => ({
      key: textIn(tier, "key") ?? "",
      name: textIn(tier, "name") ?? "",
    })),
    tierKey: textIn(answer, "tierKey"),
    override:
      overrideTier === null ? null : { tier: overrideTier, endsOn: textIn(override, "endsOn") },
  };
}

function textIn(value: unknown, name: string): string | null {
  const found = fieldOf(value, name);
  return typeof found === "string" ? found : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
