import { readHolds } from "../../persistence/label-holds.ts";
import { readNextChange } from "../../persistence/next-changes.ts";
import { calendarDayOf, formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { nameOfLabel, readLiveProgram } from "../scoring/live-program.ts";
import { requireShop } from "../require-shop.ts";
import { readCustomerPage } from "./customer-page.ts";

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
  const page = await readCustomerPage(app, shop, customerId);
  const program = await readLiveProgram(app, record);
  const starts = "kind" in page ? [] : page.tierStarts;
  const tiers = program.tiers.map(({ key, name }) => ({
    key,
    name,
    aboveValue: starts.find((start) => start.key === key)?.aboveValue ?? null,
  }));
  const override = await findOverride();
  if ("kind" in page || page.tier === null || page.value === null || page.valueBeats === null)
    return { kind: "unranked", tiers, override };
  const change = await readNextChange(app.db, shop, BigInt(customerId));
  return {
    kind: "ranked",
    tierKey: page.tier.key,
    tiers,
    override,
    value: page.value,
    valueBeats: page.valueBeats,
    rankedCustomers: page.rankedCustomers,
    nextChange:
      change === null
        ? null
        : {
            on: formatCalendarDay(change.day),
            tier: otherName("tier", change.tier, page.tier.key),
            group: otherName("group", change.group, page.group?.key ?? null),
          },
  };

  async function findOverride(): Promise<CardOverride | null> {
    if (!/^\d{1,18}$/.test(customerId)) return null;
    const today = calendarDayOf(await app.now(), record.timeZone);
    const holds = await readHolds(app.db, shop, [BigInt(customerId)]);
    const hold = holds.find(({ kind }) => kind === "override");
    if (hold?.tierKey == null || (hold.untilDay !== null && hold.untilDay <= today)) return null;
    return {
      tier: nameOfLabel(program, "tier", hold.tierKey),
      endsOn: hold.untilDay === null ? null : formatCalendarDay(hold.untilDay),
    };
  }

  function otherName(
    family: "tier" | "group",
    key: string | null,
    now: string | null,
  ): string | null {
    return key === null || key === now ? null : nameOfLabel(program, family, key);
  }
}
