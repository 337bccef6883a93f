import { z } from "zod";
import { readHistories } from "../../persistence/order-histories.ts";
import { readOutlook } from "../../persistence/outlooks.ts";
import { readProductTitles } from "../../persistence/products.ts";
import { moneyRulesOf, companyOrdersOf, type MissingHistory } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { describeForecast, type CustomerForecast } from "./describe-forecast.ts";
import { frameOf } from "../scoring/histories-to-frame.ts";
import { readProgramVersion } from "../scoring/live-program.ts";
import {
  riskSchema,
  traitsSchema,
  type Judged,
  type JudgedTrait,
} from "../scoring/outlook-row-schema.ts";
import { outlookBaseSchema } from "../scoring/outlook-schema.ts";
import { readStudy, type StudyFrame } from "../scoring/stored-study.ts";

/** What is expected of one customer, and what is known of how they buy. */
export interface CustomerOutlook extends StudyFrame {
  forecast:
    | { kind: "not-studied" }
    /** The whole shop has too little history. */
    | { kind: "not-enough-history"; missing: MissingHistory }
    | CustomerForecast;
  /** Null without a counted order, or before the first study. */
  risk: Judged | null;
  traits: JudgedTrait[];
  /** Products to offer next, what fits best first. */
  next: { productId: string; title: string }[];
}

const schema = z.object({ models: z.tuple([outlookBaseSchema]) });

export async function readCustomerOutlook(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerOutlook> {
  const { frame, record, study } = await readStudy(app, shop, { models: "$.models" }, schema);
  const nothing = { ...frame, risk: null, traits: [], next: [] };
  if (study === null || !/^\d{1,18}$/.test(customerId))
    return { ...nothing, forecast: { kind: "not-studied" } };
  const id = BigInt(customerId);
  const row = await readOutlook(app.db, shop, id);
  if (row === null) return { ...nothing, forecast: { kind: "not-studied" } };
  const [base] = study.found.models;
  const program = await readProgramVersion(app.db, shop, study.programVersion);
  const orders = await readHistories(app.db, shop, [id], companyOrdersOf(program.definition));
  const rules = moneyRulesOf(program.definition);
  const titles = await readProductTitles(app.db, shop, row.crossSell);
  return {
    ...frame,
    forecast:
      base.kind === "not-enough-history"
        ? base
        : describeForecast(row, base, frameOf(orders, record.timeZone, rules).frame, study.asOfDay),
    risk: riskSchema.safeParse(row.riskReason).data ?? null,
    traits: traitsSchema.safeParse(row.traitEvidence).data ?? [],
    next: row.crossSell.flatMap((productId) => {
      const title = titles.get(productId);
      return title === undefined ? [] : [{ productId, title }];
    }),
  };
}
