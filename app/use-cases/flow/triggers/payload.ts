import { z } from "zod";
import { findCurrencyMinorDigits } from "../../../../order-export/currency-digits.ts";
import { flowWordsIn } from "../../../i18n/flow-words.ts";
import type { ClaimedNotice } from "../../../persistence/flow-notices.ts";
import type { FlowTriggerName } from "../../../persistence/flow-triggers.ts";
import type { Shop } from "../../../persistence/shops.ts";
import { formatCalendarDay } from "../../../scoring/index.ts";
import { mostPayloadBytes, type FlowPayload } from "../../../shopify/flow-triggers.ts";
import { nameOfLabel, type LiveProgram } from "../../scoring/live-program.ts";
import { riskSchema } from "../../scoring/outlook-row-schema.ts";

/** A text of Flow's is never left out: what is not there is empty. */
const text = z.string().max(500);
const number = z.number();
const common = {
  customer_id: z.int().positive(),
  Group: text,
  "Group key": text,
  Value: number.min(0).max(100),
  Orders: z.int().min(0),
  Spend: number,
  "Change id": z.uuid(),
};

/** As the files extensions/flow-trigger-… declare them: Shopify refuses any other field, and any that is missing. */
export const payloadSchemas = {
  "tier-changed": z.strictObject({
    ...common,
    "New tier": text,
    "New tier key": text,
    "Former tier": text,
    "Former tier key": text,
    Direction: z.enum(["up", "down", ""]),
    Reason: text,
    "Next change date": text,
  }),
  "at-risk": z.strictObject({
    ...common,
    Reason: text,
    Risk: z.enum(["at-risk", "lost"]),
    "Days since last purchase": z.int().min(0),
    "Usual days between purchases": number.positive(),
    Tier: text,
    "Tier key": text,
  }),
  "about-to-change": z.strictObject({
    ...common,
    Tier: text,
    "Tier key": text,
    "Next tier": text,
    "Next tier key": text,
    Direction: z.enum(["up", "down", ""]),
    Reason: text,
    "Next change date": text,
    "Days left": z.int().positive(),
  }),
} satisfies Record<FlowTriggerName, z.ZodType<FlowPayload>>;

export interface PayloadFrame {
  shop: Pick<Shop, "currencyCode" | "namingLocale">;
  program: LiveProgram;
  /** Calendar date in shop time, as days since 1970-01-01. */
  today: number;
}

/** What Flow is told of one notice, ids and figures only. Null when nothing can be said any more. */
export function payloadOf(
  trigger: FlowTriggerName,
  notice: ClaimedNotice,
  frame: PayloadFrame,
): FlowPayload | null {
  const parsed = payloadSchemas[trigger].safeParse({
    ...commonOf(notice, frame),
    ...describe[trigger](notice, frame),
  });
  if (!parsed.success) return null;
  const isSmall = Buffer.byteLength(JSON.stringify(parsed.data)) <= mostPayloadBytes;
  return isSmall ? parsed.data : null;
}

const describe = {
  "tier-changed": describeChange,
  "at-risk": describeRisk,
  "about-to-change": describeComing,
} as const;

function commonOf(notice: ClaimedNotice, { shop, program }: PayloadFrame) {
  const { customerId, id, group, valueE4, countedOrders, netMinorUnits } = notice;
  return {
    // Shopify's own JSON has it as a number too; its ids are far below 2^53.
    customer_id: Number(customerId),
    Group: group === null ? "" : nameOfLabel(program, "group", group),
    "Group key": group ?? "",
    Value: Math.max(0, valueE4) / 10_000,
    Orders: countedOrders,
    Spend: Number(netMinorUnits) / 10 ** (findCurrencyMinorDigits(shop.currencyCode) ?? 2),
    "Change id": id,
  };
}

function describeChange(notice: ClaimedNotice, { shop, program }: PayloadFrame) {
  const { fromKey, toKey, nextChangeDay } = notice;
  const words = flowWordsIn(shop.namingLocale);
  const reason = reasonSchema.catch("order").parse(notice.reason);
  return {
    "New tier": toKey === null ? words.noTier : tierName(program, toKey),
    "New tier key": toKey ?? "",
    "Former tier": tierName(program, fromKey),
    "Former tier key": fromKey ?? "",
    Direction: directionOf(program, fromKey, toKey),
    Reason: words.tierChanged[reason],
    "Next change date": nextChangeDay === null ? "" : formatCalendarDay(nextChangeDay),
  };
}

function describeRisk(notice: ClaimedNotice, { shop, program }: PayloadFrame) {
  const risk = riskSchema.catch(null).parse(notice.riskReason);
  const usual = Math.round((risk?.judgedBy.usualDays ?? 0) * 10) / 10;
  return {
    Reason: flowWordsIn(shop.namingLocale).atRisk(risk?.daysSinceLast ?? 0, usual),
    Risk: risk?.level,
    "Days since last purchase": risk?.daysSinceLast,
    "Usual days between purchases": usual,
    Tier: tierName(program, notice.tier),
    "Tier key": notice.tier ?? "",
  };
}

function describeComing(notice: ClaimedNotice, { shop, program, today }: PayloadFrame) {
  const { fromKey, toKey, nextChangeDay } = notice;
  const words = flowWordsIn(shop.namingLocale);
  if (nextChangeDay === null) return {};
  const day = formatCalendarDay(nextChangeDay);
  const nextTier = toKey === null ? words.noTier : tierName(program, toKey);
  return {
    Tier: tierName(program, fromKey),
    "Tier key": fromKey ?? "",
    "Next tier": nextTier,
    "Next tier key": toKey ?? "",
    Direction: directionOf(program, fromKey, toKey),
    Reason: words.aboutToChange(nextTier, day),
    "Next change date": day,
    "Days left": nextChangeDay - today,
  };
}

const reasonSchema = z.enum(["order", "time", "cut-offs", "rules", "by-hand", "undo"]);

function tierName(program: LiveProgram, key: string | null): string {
  return key === null ? "" : nameOfLabel(program, "tier", key);
}

/** Empty where one of the tiers is no longer in the ladder. No tier is below all. */
function directionOf({ tiers }: LiveProgram, from: string | null, to: string | null) {
  const fromRank = tiers.find(({ key }) => key === from)?.rank;
  const toRank = to === null ? tiers.length : tiers.find(({ key }) => key === to)?.rank;
  if (fromRank === undefined || toRank === undefined || fromRank === toRank) return "";
  return toRank < fromRank ? "up" : "down";
}
