import type { App } from "../app.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { requireShop } from "../require-shop.ts";
import { readWhy } from "./why.ts";

/** What the app's block on a customer's page of the admin says beyond what is published. */
export type CustomerCard =
  | { kind: "unranked"; tiers: CardTier[]; override: CardOverride | null }
  | {
      kind: "ranked";
      tierKey: string;
      tiers: CardTier[];
      override: CardOverride | null;
      /** 0–100, and the share of ranked customers with a strictly lower value, 0–1. */
      value: number;
      valueBeats: number;
      rankedCustomers: number;
      /** `2026-03-31`; labels that stay as they are are null. Null when time alone changes nothing. */
      nextChange: { on: string; tier: string | null; group: string | null } | null;
    };

/** A tier that somebody chose by hand; `endsOn` is the first day without it, null = until it is released. */
export interface CardOverride {
  tier: string;
  endsOn: string | null;
}

/** From the highest tier down: it takes a value above this, null = it does not go by value, or takes everybody left. */
export interface CardTier {
  key: string;
  name: string;
  aboveValue: number | null;
}

/** A customer in short, as of now; whoever is not known has no tier either. */
export async function readCustomerCard(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerCard> {
  const record = await requireShop(app, shop);
  const why = await readWhy(app, shop, customerId);
  const program = await readLiveProgram(app, record);
  const starts = why?.tierStarts ?? [];
  const tiers = program.tiers.map(({ key, name }) => ({
    key,
    name,
    aboveValue: starts.find((start) => start.key === key)?.aboveValue ?? null,
  }));
  const hold = why?.holds.find(({ kind }) => kind === "override");
  const override = hold?.tier ? { tier: hold.tier, endsOn: hold.until } : null;
  if (why === null || why.tier === null || why.value === null || why.valueBeats === null)
    return { kind: "unranked", tiers, override };
  const { tier, value, valueBeats, rankedCustomers, nextChange } = why;
  return {
    ...{ kind: "ranked", tierKey: tier.key, tiers, override, value, valueBeats, rankedCustomers },
    nextChange: nextChange && {
      on: nextChange.on,
      tier: nextChange.tier?.to ?? null,
      group: nextChange.group?.to ?? null,
    },
  };
}
