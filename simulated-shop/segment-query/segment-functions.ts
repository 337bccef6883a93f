import type { Customer } from "../world/customer.ts";
import { minorDigitsOf } from "../world/money.ts";
import type { Order } from "../world/order.ts";
import type { World } from "../world/world.ts";
import type { SegmentCalendar } from "./segment-dates.ts";
import type { SegmentParameter } from "./segment-expression.ts";
import { dayTest, numberTest } from "./value-tests.ts";

/** A function's test, the parameter that does not fit, or the one this shop cannot evaluate. */
export type CompiledFunction =
  | { readonly kind: "test"; readonly test: (customer: Customer) => boolean }
  | { readonly kind: "invalid"; readonly parameter: SegmentParameter }
  | { readonly kind: "unanswered"; readonly parameter: string };

/** What a function looks at: an order for `orders_placed`, a line of one for `products_purchased`. */
type Fact = {
  readonly placedAtMs: number;
  readonly productId: number;
  readonly quantity: number;
  readonly amount: number;
};

type FactTest = (fact: Fact) => boolean;
type TotalTest = (facts: readonly Fact[]) => boolean;

/** Parameters by function; `null` is one Shopify has and this shop holds no data for. */
const PARAMETERS = {
  orders_placed: {
    date: "date",
    amount: "amount",
    count: "count",
    sum_amount: "sum_amount",
    app_id: null,
    location_id: null,
  },
  products_purchased: {
    id: "id",
    date: "date",
    quantity: "quantity",
    count: "count",
    sum_quantity: "sum_quantity",
    tag: null,
    category: null,
  },
} as const;

export type EvaluatedFunction = keyof typeof PARAMETERS;

/** Functions Shopify has beside them and this shop does not evaluate. */
export const UNANSWERED_FUNCTIONS: ReadonlySet<string> = new Set([
  "customer_within_distance",
  "shopify_email.bounced",
  "shopify_email.clicked",
  "shopify_email.delivered",
  "shopify_email.marked_as_spam",
  "shopify_email.opened",
  "shopify_email.unsubscribed",
  "store_credit_accounts",
  "storefront.collection_viewed",
  "storefront.product_viewed",
  "storefront_event.collection_viewed",
  "storefront_event.product_viewed",
]);

export function isEvaluatedFunction(name: string): name is EvaluatedFunction {
  return Object.hasOwn(PARAMETERS, name);
}

/** The test that a customer did what the parameters say: at least one order or line fulfils them, or their totals do. */
export function compileFunction(
  name: EvaluatedFunction,
  parameters: readonly SegmentParameter[],
  world: World,
  calendar: SegmentCalendar,
): CompiledFunction {
  const known: Readonly<Record<string, string | null>> = PARAMETERS[name];
  const factTests: FactTest[] = [];
  const totalTests: TotalTest[] = [];
  for (const parameter of parameters) {
    const kind = Object.hasOwn(known, parameter.name.text) ? known[parameter.name.text] : undefined;
    if (kind === null) return { kind: "unanswered", parameter: parameter.name.text };
    // A bare date of the older spelling: which side of it is meant is not established.
    if (kind === "date" && isBareArgument(parameter))
      return { kind: "unanswered", parameter: parameter.name.text };
    const factTest = factTestOf(kind, parameter, calendar);
    const totalTest = totalTestOf(kind, parameter);
    if (factTest !== undefined) factTests.push(factTest);
    else if (totalTest !== undefined) totalTests.push(totalTest);
    else return { kind: "invalid", parameter };
  }
  const factsOf = name === "orders_placed" ? ordersOf(world) : purchasesOf;
  return {
    kind: "test",
    test: (customer) => {
      const facts = factsOf(customer).filter((fact) => factTests.every((test) => test(fact)));
      return facts.length > 0
        ? totalTests.every((test) => test(facts))
        : totalTests.length > 0 && totalTests.every((test) => test([]));
    },
  };
}

function isBareArgument({ operator, values }: SegmentParameter): boolean {
  return operator === "=" && values[0]?.kind === "date" && /^[+-]|_ago$/.test(values[0].text);
}

function factTestOf(
  kind: string | undefined,
  parameter: SegmentParameter,
  calendar: SegmentCalendar,
): FactTest | undefined {
  switch (kind) {
    case "date": {
      const test = dayTest(parameter, calendar);
      return test && ((fact) => test(fact.placedAtMs));
    }
    case "id": {
      const test = numberTest(parameter);
      return test && ((fact) => test(fact.productId));
    }
    case "quantity": {
      const test = numberTest(parameter);
      return test && ((fact) => test(fact.quantity));
    }
    case "amount": {
      const test = numberTest(parameter);
      return test && ((fact) => test(fact.amount));
    }
    default:
      return undefined;
  }
}

function totalTestOf(kind: string | undefined, parameter: SegmentParameter): TotalTest | undefined {
  const test = numberTest(parameter);
  if (test === undefined) return undefined;
  switch (kind) {
    case "count":
      return (facts) => test(facts.length);
    case "sum_quantity":
      return (facts) => test(facts.reduce((sum, fact) => sum + fact.quantity, 0));
    case "sum_amount":
      return (facts) => test(facts.reduce((sum, fact) => sum + fact.amount, 0));
    default:
      return undefined;
  }
}

function ordersOf({ shop }: World): (customer: Customer) => Fact[] {
  const minorPerUnit = 10 ** minorDigitsOf(shop.currencyCode);
  return ({ orders }) =>
    orders.filter(isCounted).map((order) => ({
      placedAtMs: order.processedAtMs,
      productId: 0,
      quantity: 0,
      amount: order.totalMinor / minorPerUnit,
    }));
}

function purchasesOf({ orders }: Customer): Fact[] {
  return orders.filter(isCounted).flatMap((order) =>
    order.lineItems.map(({ product, quantity }) => ({
      placedAtMs: order.processedAtMs,
      productId: product.id,
      quantity,
      amount: 0,
    })),
  );
}

function isCounted({ test }: Order): boolean {
  return !test;
}
