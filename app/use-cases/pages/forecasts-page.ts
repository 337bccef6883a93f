import { z } from "zod";
import { formatCalendarDay, type MissingHistory } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import {
  outlookBaseSchema,
  type FittedOutlookBase,
  type PurchaseRule,
  type SpendRule,
  type StoredBackTest,
} from "../scoring/outlook-schema.ts";
import { readStudy, type StudyFrame } from "../scoring/stored-study.ts";

export interface FittedParameters {
  rule: PurchaseRule | SpendRule;
  logLikelihood: number | null;
  customers: number;
  parameters: { name: string; value: number; standardError: number | null }[];
}

export type BackTestResult =
  | (Omit<Extract<StoredBackTest, { kind: "tested" }>, "cutDay"> & {
      /** Last day that the forecasts knew, YYYY-MM-DD. */
      cutOn: string;
    })
  | Extract<StoredBackTest, { kind: "not-enough-history" }>;

export type Forecasts =
  | { kind: "not-studied" }
  | { kind: "not-enough-history"; missing: MissingHistory }
  | {
      kind: "fitted";
      leansOnIndustry: boolean;
      chosen: FittedOutlookBase["chosen"];
      backTest: BackTestResult;
      fits: FittedParameters[];
    };

export interface ForecastsPage extends StudyFrame {
  forecasts: Forecasts;
}

const schema = z.object({ models: z.tuple([outlookBaseSchema]) });

/** How good the forecasts are, by the shop's own past. */
export async function readForecastsPage(app: App, shop: string): Promise<ForecastsPage> {
  const { frame, study } = await readStudy(app, shop, { models: "$.models" }, schema);
  return {
    ...frame,
    forecasts: study === null ? { kind: "not-studied" } : describe(study.found.models[0]),
  };
}

function describe(base: z.infer<typeof outlookBaseSchema>): Forecasts {
  if (base.kind === "not-enough-history") return base;
  const { models, chosen, backTest } = base;
  return {
    kind: "fitted",
    leansOnIndustry: models.leansOnIndustry,
    chosen,
    backTest: describeBackTest(backTest),
    fits: [
      ...describeFits(models.orders["mbg-cnbd-k"], "mbg-cnbd-k"),
      ...describeFits(models.orders["mbg-nbd"], "mbg-nbd"),
      ...describeFits(models.spend["gamma-gamma-all"], "gamma-gamma-all"),
      ...describeFits(models.spend["gamma-gamma-repeats"], "gamma-gamma-repeats"),
    ],
  };
}

function describeBackTest(backTest: StoredBackTest): BackTestResult {
  if (backTest.kind === "not-enough-history") return backTest;
  const { cutDay, ...tested } = backTest;
  return { ...tested, cutOn: formatCalendarDay(cutDay) };
}

interface Fit {
  model: object;
  logLikelihood: number | null;
  standardErrors: Record<string, number | null>;
  customers: number;
}

function describeFits(fit: Fit | null, rule: FittedParameters["rule"]): FittedParameters[] {
  if (fit === null) return [];
  const { model, logLikelihood, standardErrors, customers } = fit;
  const parameters = Object.entries(model).flatMap(([name, value]) =>
    typeof value === "number" ? [{ name, value, standardError: standardErrors[name] ?? null }] : [],
  );
  return [{ rule, logLikelihood, customers, parameters }];
}
