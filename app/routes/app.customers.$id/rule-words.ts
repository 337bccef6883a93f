import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Why } from "../../use-cases/pages/why.ts";

type Rule = Why["rules"][number];

const E4 = 10_000;

const names: Record<Exclude<Rule["metric"], "windowSpend" | "windowOrders">, PlainMessageKey> = {
  value: "why.rule.value",
  spend: "why.rule.spend",
  averageOrder: "why.rule.average-order",
  orders: "why.rule.orders",
  recencyDays: "why.rule.recency-days",
  expectedSpend: "why.rule.expected-spend",
};

const MONEY: readonly Rule["metric"][] = ["spend", "windowSpend", "averageOrder", "expectedSpend"];

/** One rule as a row: what the customer has, what it takes to stay and to enter the next tier, and how far off that is. */
export function ruleInWords(
  rule: Rule,
  windowDays: number,
  text: Text,
  formats: Pick<Formats, "decimal" | "money" | "integer">,
) {
  const { metric, actual, stay, enterNext } = rule;
  return {
    rule: name(),
    actual: Number.isNaN(actual) ? text("why.rule.unknown") : amount(actual),
    stay: stay === null ? text("why.rule.nothing") : bound(stay),
    enterNext: enterNext === null ? text("why.rule.nothing") : bound(enterNext),
    distance: distance(),
  };

  function name(): string {
    if (metric === "windowSpend") return text("why.rule.window-spend", { days: windowDays });
    if (metric === "windowOrders") return text("why.rule.window-orders", { days: windowDays });
    return text(names[metric]);
  }

  function amount(of: number): string {
    if (metric === "value") return formats.decimal(of / E4);
    if (MONEY.includes(metric)) return formats.money(of);
    return metric === "recencyDays" ? text("why.rule.days", { days: of }) : formats.integer(of);
  }

  function bound(of: number): string {
    if (metric === "value") return text("why.rule.above", { value: amount(of) });
    return metric === "recencyDays"
      ? text("why.rule.at-most", { value: amount(of) })
      : text("why.rule.at-least", { value: amount(of) });
  }

  /** To what is nearest to matter: the next tier when that is missing, else the room above what stays. */
  function distance(): string {
    if (Number.isNaN(actual)) return text("why.rule.nothing");
    const sign = metric === "recencyDays" ? -1 : 1;
    const short = enterNext === null ? 0 : sign * (enterNext - actual);
    if (short > 0) return text("why.rule.short", { amount: amount(short) });
    const room = stay === null ? null : sign * (actual - stay);
    if (room === null) return text("why.rule.nothing");
    return room >= 0
      ? text("why.rule.room", { amount: amount(room) })
      : text("why.rule.below", { amount: amount(-room) });
  }
}
