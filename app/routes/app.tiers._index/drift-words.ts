import type { Formats } from "../../i18n/format.ts";
import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { DriftMetric, DriftSummary } from "../../use-cases/scoring/calibration-drift.ts";

type Drift = NonNullable<DriftSummary["drift"]>;

const metrics: Record<DriftMetric, PlainMessageKey> = {
  recency: "tiers.edit.recency",
  frequency: "tiers.edit.frequency",
  monetary: "tiers.edit.monetary",
};

export function metricInWords(metric: DriftMetric, text: Text): string {
  return text(metrics[metric]);
}

/** Where a score begins: at most so many days, at least so many orders or so much spend. */
export function limitInWords(
  metric: DriftMetric,
  limit: number | null,
  text: Text,
  formats: Pick<Formats, "money">,
): string {
  if (limit === null) return text("tiers.drift.nobody");
  switch (metric) {
    case "recency":
      return text("tiers.drift.days", { days: limit });
    case "frequency":
      return text("tiers.drift.orders", { orders: limit });
    case "monetary":
      return text("tiers.drift.spend", { amount: formats.money(limit) });
  }
}

/** The one sentence: nothing to notice, or which limit moved most and for whom that matters. */
export function driftSentence(
  { headline, from }: Pick<Drift, "headline" | "from">,
  text: Text,
  formats: Pick<Formats, "money" | "percent" | "calendarDate">,
): string {
  const date = formats.calendarDate(from);
  if (headline.kind === "steady") return text("tiers.drift.steady", { date });
  if (headline.kind === "not-comparable") return text("tiers.drift.not-comparable", { date });
  const { metric, share, cutPoint } = headline;
  return text("tiers.drift.moved", {
    date,
    share: formats.percent(share),
    rule: metricInWords(metric, text),
    score: cutPoint.score,
    before: limitInWords(metric, cutPoint.from, text, formats),
    now: limitInWords(metric, cutPoint.to, text, formats),
  });
}

/** Null where there are customers enough. */
export function baseSizeSentence(baseSize: DriftSummary["baseSize"], text: Text): string | null {
  switch (baseSize.kind) {
    case "enough":
      return null;
    case "starting-point":
      return text("tiers.drift.starting-point", {
        ranked: baseSize.rankedCustomers,
        from: baseSize.from,
      });
    case "too-few":
      return text("tiers.drift.too-few", {
        ranked: baseSize.rankedCustomers,
        needs: baseSize.atLeast,
      });
  }
}
