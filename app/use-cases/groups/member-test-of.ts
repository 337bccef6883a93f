import type { MemberTest } from "../../persistence/member-tests.ts";
import {
  formatCalendarDay,
  minorUnitsOf,
  type Condition,
  type MemberRule,
} from "../../scoring/index.ts";
import { segmentQuestionOf } from "./segment-query.ts";

/** What a rule means on a day in a shop. */
export interface RuleMoment {
  currency: string;
  /** Calendar date in shop time, as days since 1970-01-01. */
  today: number;
  /** Ids of the questions that Shopify has answered, by their text. */
  questionIds: ReadonlyMap<string, string>;
}

/** A rule as a test of what we have stored. */
export function memberTestOf({ match, conditions }: MemberRule, moment: RuleMoment): MemberTest {
  return {
    kind: match,
    tests: conditions.map((each) =>
      each.kind === "block"
        ? { kind: each.match, tests: each.conditions.map((inner) => testOf(inner, moment)) }
        : testOf(each, moment),
    ),
  };
}

function testOf(condition: Condition, moment: RuleMoment): MemberTest {
  switch (condition.kind) {
    case "count":
      return countTestOf(condition, moment.today);
    case "amount":
      return amountTestOf(condition, moment.currency);
    case "label":
      return {
        kind: "label",
        column: condition.family,
        keys: condition.keys,
        is: condition.is,
      };
    case "stage":
      return { kind: "label", column: "stage", keys: condition.keys, is: condition.is };
    case "product":
      return { kind: "product", productId: BigInt(condition.productId), is: condition.is };
    case "risk":
    case "trait":
    case "interest":
    case "country":
    case "product-type":
      return condition;
    case "date": {
      const isFrom = condition.compare === "on-or-after";
      return {
        kind: "ordered",
        which: condition.of === "first-order" ? "first" : "last",
        from: isFrom ? condition.date : null,
        until: isFrom ? null : condition.date,
      };
    }
    case "tag":
    case "field": {
      const { query, is } = segmentQuestionOf(condition, moment.today);
      const questionId = moment.questionIds.get(query);
      if (questionId === undefined)
        throw new Error(`Shopify was not asked for "${condition.kind}"`);
      return { kind: "answer", questionId, is };
    }
  }
}

const pointsE4 = 10_000;
const percent = 100;

function countTestOf(
  { of, compare, value }: Extract<Condition, { kind: "count" }>,
  today: number,
): MemberTest {
  switch (of) {
    case "daysSinceLastOrder":
    case "daysSinceFirstOrder": {
      // Longer ago is an earlier date.
      const date = formatCalendarDay(today - Math.floor(value));
      return {
        kind: "ordered",
        which: of === "daysSinceLastOrder" ? "last" : "first",
        from: compare === "at-most" ? date : null,
        until: compare === "at-least" ? date : null,
      };
    }
    case "value":
      return { kind: "number", column: "valueE4", compare, value: value * pointsE4 };
    case "chanceToBuy90d":
      return { kind: "outlook", column: "pBuy90d", compare, value: value / percent };
    case "chanceToBuy180d":
      return { kind: "outlook", column: "pBuy180d", compare, value: value / percent };
    case "expectedOrders365d":
      return { kind: "outlook", column: "expectedOrders365d", compare, value };
    case "orders":
    case "windowOrders":
    case "recencyScore":
    case "frequencyScore":
    case "monetaryScore":
      return { kind: "number", column: of, compare, value };
  }
}

function amountTestOf(
  { of, compare, amount }: Extract<Condition, { kind: "amount" }>,
  currency: string,
): MemberTest {
  const value = minorUnitsOf(amount, currency);
  switch (of) {
    case "expectedSpend365d":
      return { kind: "outlook", column: "expectedSpend365d", compare, value };
    case "netSpend":
      return { kind: "number", column: "netMinorUnits", compare, value };
    case "windowSpend":
      return { kind: "number", column: "windowNetMinorUnits", compare, value };
    case "averageOrder":
      return { kind: "number", column: "averageOrderMinorUnits", compare, value };
  }
}
