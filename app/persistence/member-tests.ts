/**
 * Who passes a test, as SQL over the customers we have a standing of. Values travel as parameters only. What is missing
 * of a customer passes no test that asks for it, and every test that asks for its absence.
 */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

const numberColumns = {
  orders: Prisma.sql`s.counted_orders`,
  windowOrders: Prisma.sql`s.window_orders`,
  netMinorUnits: Prisma.sql`s.net_minor_units`,
  windowNetMinorUnits: Prisma.sql`s.window_net_minor_units`,
  averageOrderMinorUnits: Prisma.sql`s.net_minor_units / nullif(s.counted_orders, 0)`,
  valueE4: Prisma.sql`nullif(s.value_e4, -1)`,
  recencyScore: Prisma.sql`s.recency_score`,
  frequencyScore: Prisma.sql`s.frequency_score`,
  monetaryScore: Prisma.sql`s.monetary_score`,
} as const;

const outlookColumns = {
  pBuy90d: Prisma.sql`o.p_buy_90d`,
  pBuy180d: Prisma.sql`o.p_buy_180d`,
  expectedOrders365d: Prisma.sql`o.expected_orders_365d`,
  expectedSpend365d: Prisma.sql`o.expected_spend_365d`,
} as const;

const labelColumns = {
  tier: Prisma.sql`s.tier_key`,
  group: Prisma.sql`s.group_key`,
  stage: Prisma.sql`s.stage`,
} as const;

/** Both bounds are included. */
type Compare = "at-least" | "at-most";

export type MemberTest =
  | { kind: "number"; column: keyof typeof numberColumns; compare: Compare; value: number }
  | { kind: "outlook"; column: keyof typeof outlookColumns; compare: Compare; value: number }
  | { kind: "label"; column: keyof typeof labelColumns; keys: readonly string[]; is: boolean }
  | { kind: "risk"; keys: readonly string[]; is: boolean }
  | { kind: "trait"; trait: string; is: boolean }
  | { kind: "interest"; trait: string; is: boolean }
  | { kind: "country"; codes: readonly string[]; is: boolean }
  | { kind: "product"; productId: bigint; is: boolean }
  | { kind: "product-type"; productType: string; is: boolean }
  /** Calendar dates in the shop's time zone, `2026-01-31`; both included, null = open. */
  | { kind: "ordered"; which: "first" | "last"; from: string | null; until: string | null }
  /** Whether Shopify's answer to a question names the customer. */
  | { kind: "answer"; questionId: string; is: boolean }
  | { kind: "all" | "any"; tests: readonly MemberTest[] };

/** Whose customers are tested. */
export interface Tested {
  shop: string;
  timeZone: string;
}

/** The ids of everybody who passes, as a query. `among` = only these customers; null = everybody. */
export function membersBy(
  { shop, timeZone }: Tested,
  test: MemberTest,
  among: readonly bigint[] | null,
): Prisma.Sql {
  const scope =
    among === null ? Prisma.empty : Prisma.sql`AND s.customer_id = ANY(${[...among]}::bigint[])`;
  return Prisma.sql`
    SELECT s.customer_id FROM standing s
    WHERE s.shop = ${shop} ${scope} AND ${passes({ shop, timeZone }, test)}`;
}

export async function countMembersBy(
  db: Database,
  tested: Tested,
  test: MemberTest,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${membersBy(tested, test, null)}) AS m`;
  return row?.count ?? 0;
}

function passes(tested: Tested, test: MemberTest): Prisma.Sql {
  const { shop } = tested;
  switch (test.kind) {
    case "number":
      return Prisma.sql`coalesce((${numberColumns[test.column]}) ${operatorOf(test.compare)} ${test.value}::float8, FALSE)`;
    case "outlook":
      return isIn(
        Prisma.sql`SELECT o.customer_id FROM outlook o WHERE o.shop = ${shop}
          AND ${outlookColumns[test.column]} ${operatorOf(test.compare)} ${test.value}::float8`,
        true,
      );
    case "label":
      return negated(
        Prisma.sql`coalesce(${labelColumns[test.column]} = ANY(${[...test.keys]}::text[]), FALSE)`,
        test.is,
      );
    case "risk":
      return isIn(
        Prisma.sql`SELECT o.customer_id FROM outlook o
          WHERE o.shop = ${shop} AND o.risk_level = ANY(${[...test.keys]}::text[])`,
        test.is,
      );
    case "trait":
      return isIn(
        Prisma.sql`SELECT o.customer_id FROM outlook o
          WHERE o.shop = ${shop} AND o.traits @> ARRAY[${test.trait}]::text[]`,
        test.is,
      );
    case "interest":
      return isIn(
        Prisma.sql`SELECT i.customer_id FROM interest_trait i
          WHERE i.shop = ${shop} AND i.trait = ${test.trait}`,
        test.is,
      );
    case "country":
      return isIn(
        Prisma.sql`SELECT r.customer_id FROM orders r WHERE r.shop = ${shop} AND ${isCounted}
          AND r.country_code = ANY(${[...test.codes]}::text[])`,
        test.is,
      );
    case "product":
      return isIn(bought(shop, Prisma.sql`l.product_id = ${test.productId}`), test.is);
    case "product-type":
      return isIn(
        bought(
          shop,
          Prisma.sql`l.product_id IN (SELECT p.product_id FROM product p
            WHERE p.shop = ${shop} AND p.product_type = ${test.productType})`,
        ),
        test.is,
      );
    case "ordered":
      return test.which === "last"
        ? between(tested, Prisma.sql`s.last_order_at`, test.from, test.until)
        : isIn(
            Prisma.sql`SELECT r.customer_id FROM orders r WHERE r.shop = ${shop} AND ${isCounted}
              GROUP BY r.customer_id
              HAVING ${between(tested, Prisma.sql`min(r.processed_at)`, test.from, test.until)}`,
            true,
          );
    case "answer":
      return isIn(
        Prisma.sql`SELECT a.customer_id FROM shopify_answer a
          WHERE a.shop = ${shop} AND a.question_id = ${test.questionId}::uuid`,
        test.is,
      );
    case "all":
    case "any":
      return Prisma.sql`(${Prisma.join(
        test.tests.map((each) => passes(tested, each)),
        test.kind === "all" ? " AND " : " OR ",
      )})`;
  }
}

/** Near enough to what a program counts: what it says of taxes and the like moves no order in or out. */
const isCounted = Prisma.sql`r.customer_id IS NOT NULL AND r.cancelled_at IS NULL AND NOT r.test
  AND r.total_minor_units > r.refunded_minor_units`;

function bought(shop: string, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT r.customer_id FROM order_line l
    JOIN orders r ON r.shop = l.shop AND r.order_id = l.order_id
    WHERE l.shop = ${shop} AND ${which} AND l.quantity > l.returned_quantity AND ${isCounted}`;
}

function between(
  { timeZone }: Tested,
  moment: Prisma.Sql,
  from: string | null,
  until: string | null,
): Prisma.Sql {
  const day = Prisma.sql`(${moment} AT TIME ZONE ${timeZone})::date`;
  const bounds = [
    ...(from === null ? [] : [Prisma.sql`${day} >= ${from}::date`]),
    ...(until === null ? [] : [Prisma.sql`${day} <= ${until}::date`]),
  ];
  return Prisma.sql`coalesce(${bounds.length === 0 ? Prisma.sql`TRUE` : Prisma.join(bounds, " AND ")}, FALSE)`;
}

function isIn(customers: Prisma.Sql, is: boolean): Prisma.Sql {
  return negated(Prisma.sql`s.customer_id IN (${customers})`, is);
}

function negated(condition: Prisma.Sql, is: boolean): Prisma.Sql {
  return is ? condition : Prisma.sql`NOT ${condition}`;
}

function operatorOf(compare: Compare): Prisma.Sql {
  return compare === "at-least" ? Prisma.sql`>=` : Prisma.sql`<=`;
}
