import type { AppliedDiscount } from "../../../world/applied-discount.ts";
import type { NewOrder } from "../../../world/add-order.ts";
import type { FinancialStatus, LineItem } from "../../../world/order.ts";
import { lineTaxMinorOf, lineTotalMinorOf } from "../../../world/order-quantities.ts";
import type { Payment } from "../../../world/payment.ts";
import type { Presentment } from "../../../world/presentment.ts";
import type { RareOrderFacts } from "../../../world/rare-order-facts.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";
import type { OrderCreateInput } from "./order-create-input.ts";
import { readOrderLines, readTaxLines, shopMinorOf } from "./read-order-lines.ts";

/** An order but for whose it is; with everything wrong in the input. */
export type ReadNewOrder = {
  readonly order: Omit<NewOrder, "customer" | "email">;
  readonly userErrors: readonly UserError[];
};

/** Reads `orderCreate`'s input. Sums are computed, not taken: lines, the code's discount, shipping, taxes. */
export function readNewOrder(world: World, input: OrderCreateInput): ReadNewOrder {
  const userErrors: UserError[] = [];
  const nowMs = world.changeTimes.next();
  const processedAtMs = input.processedAt == null ? nowMs : Date.parse(input.processedAt);
  if (processedAtMs > nowMs)
    userErrors.push(
      userError(
        ["order", "processedAt"],
        "Processed at can't be in the future",
        "PROCESSED_AT_INVALID",
      ),
    );
  if ((input.lineItems ?? []).length === 0)
    userErrors.push(
      userError(["order", "lineItems"], "Line items must have at least one line item", "INVALID"),
    );
  const lineItems = readOrderLines(world, input.lineItems ?? [], userErrors);
  const shippingTaxLines = (input.shippingLines ?? []).flatMap(({ taxLines }, index) =>
    readTaxLines(world, taxLines ?? [], ["order", "shippingLines", String(index)], userErrors),
  );
  const linesMinor = sumOf(lineItems, lineTotalMinorOf);
  const fullShippingMinor = sumOf(input.shippingLines ?? [], ({ priceSet }) =>
    shopMinorOf(world, priceSet),
  );
  const discount = readDiscountCode(world, input, linesMinor, fullShippingMinor);
  const onLinesMinor = discount?.target === "lines" ? discount.amountMinor : 0;
  const onShippingMinor = discount?.target === "shipping" ? discount.amountMinor : 0;
  const orderTaxLines = readTaxLines(world, input.taxLines ?? [], ["order"], userErrors);
  const taxMinor =
    sumOf(lineItems, lineTaxMinorOf) +
    sumOf([...shippingTaxLines, ...orderTaxLines], ({ amountMinor }) => amountMinor);
  const subtotalMinor = linesMinor - onLinesMinor;
  const shippingMinor = fullShippingMinor - onShippingMinor;
  const isTaxAdded = input.taxesIncluded !== true;
  const totalMinor = subtotalMinor + shippingMinor + (isTaxAdded ? taxMinor : 0);
  const payments = readPayments(world, input, nowMs);
  const presentment = readPresentment(world, input);
  const { financialStatus, isKnown } = statusOf(input, payments, totalMinor);
  const rare: RareOrderFacts = {
    isTaxAdded,
    payments,
    ...(presentment && { presentment }),
    ...(shippingTaxLines.length > 0 && { shippingTaxLines }),
    ...(input.shippingLines?.[0] && { shippingTitle: input.shippingLines[0].title }),
    ...(discount && { appliedDiscounts: [discount] }),
    ...(onShippingMinor > 0 && { shippingDiscountMinor: onShippingMinor }),
    ...(!isKnown && { hasNoFinancialStatus: true }),
    ...(input.closedAt != null && { closedAtMs: Date.parse(input.closedAt) }),
    ...(input.phone != null && { phone: input.phone }),
    ...(input.poNumber != null && { poNumber: input.poNumber }),
    ...(input.customAttributes != null && { customAttributes: input.customAttributes }),
  };
  return {
    userErrors,
    order: {
      ...(input.name != null && { name: input.name }),
      createdAtMs: nowMs,
      processedAtMs,
      updatedAtMs: nowMs,
      financialStatus,
      subtotalMinor,
      shippingMinor,
      taxMinor,
      discountMinor: discount?.amountMinor ?? 0,
      totalMinor,
      lineItems: withAllocations(lineItems, onLinesMinor),
      discountCodes: discount === null ? [] : [discount.label],
      tags: input.tags ?? [],
      note: input.note ?? null,
      test: input.test === true,
      countryCode:
        input.shippingAddress?.countryCode ??
        input.billingAddress?.countryCode ??
        world.shop.countryCode,
      sourceName: input.sourceName ?? "app",
      rare,
    },
  };
}

function readDiscountCode(
  world: World,
  { discountCode }: OrderCreateInput,
  linesMinor: number,
  shippingMinor: number,
): AppliedDiscount | null {
  const fixed = discountCode?.itemFixedDiscountCode;
  const percentage = discountCode?.itemPercentageDiscountCode;
  const common = { kind: "code", targetSelection: "ALL" } as const;
  if (fixed != null) {
    const wanted = fixed.amountSet == null ? 0 : shopMinorOf(world, fixed.amountSet);
    const amountMinor = Math.min(wanted, linesMinor);
    const value = { kind: "amount", amountMinor: wanted } as const;
    return {
      ...common,
      label: fixed.code,
      target: "lines",
      allocationMethod: "ACROSS",
      value,
      amountMinor,
    };
  }
  if (percentage != null) {
    const fraction = (percentage.percentage ?? 0) / 100;
    const amountMinor = Math.round(linesMinor * fraction);
    const value = { kind: "percentage", fraction } as const;
    return {
      ...common,
      label: percentage.code,
      target: "lines",
      allocationMethod: "ACROSS",
      value,
      amountMinor,
    };
  }
  const free = discountCode?.freeShippingDiscountCode;
  if (free == null) return null;
  const value = { kind: "percentage", fraction: 1 } as const;
  return {
    ...common,
    label: free.code,
    target: "shipping",
    allocationMethod: "EACH",
    value,
    amountMinor: shippingMinor,
  };
}

function readPayments(world: World, input: OrderCreateInput, nowMs: number): Payment[] {
  return (input.transactions ?? []).map(
    ({ amountSet, kind, status, gateway, processedAt, test }): Payment => ({
      id: world.ids.take("LineItem"),
      kind: kind ?? "SALE",
      status: status ?? "SUCCESS",
      gateway: gateway ?? "manual",
      amountMinor: shopMinorOf(world, amountSet),
      createdAtMs: processedAt == null ? nowMs : Date.parse(processedAt),
      test: test === true,
    }),
  );
}

/** The currency of the customer and its rate, from the first price that names both. */
function readPresentment(
  { shop }: World,
  { presentmentCurrency, lineItems, currency }: OrderCreateInput,
): Presentment | null {
  const shown = presentmentCurrency ?? currency;
  if (shown == null || shown === shop.currencyCode) return null;
  for (const { priceSet } of lineItems ?? []) {
    const { shopMoney, presentmentMoney } = priceSet ?? {};
    if (shopMoney === undefined || presentmentMoney == null || Number(shopMoney.amount) === 0)
      continue;
    return {
      currencyCode: presentmentMoney.currencyCode,
      rate: Number(presentmentMoney.amount) / Number(shopMoney.amount),
    };
  }
  return { currencyCode: shown, rate: 1 };
}

/** The status given, else what the transactions say; with neither the API shows none. */
function statusOf(
  { financialStatus }: OrderCreateInput,
  payments: readonly Payment[],
  totalMinor: number,
): { financialStatus: FinancialStatus; isKnown: boolean } {
  const paidMinor = sumOf(
    payments.filter(
      ({ kind, status }) => status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE"),
    ),
    ({ amountMinor }) => amountMinor,
  );
  const isReserved = payments.some(
    ({ kind, status }) => kind === "AUTHORIZATION" && status === "SUCCESS",
  );
  if (paidMinor >= totalMinor && payments.length > 0 && paidMinor > 0)
    return { financialStatus: "paid", isKnown: true };
  if (paidMinor > 0) return { financialStatus: "partially_paid", isKnown: true };
  if (isReserved) return { financialStatus: "authorized", isKnown: true };
  if (financialStatus != null)
    return { financialStatus: STATUS_BY_INPUT[financialStatus], isKnown: true };
  return { financialStatus: "pending", isKnown: payments.length > 0 };
}

const STATUS_BY_INPUT: Readonly<Record<Uppercase<FinancialStatus>, FinancialStatus>> = {
  AUTHORIZED: "authorized",
  EXPIRED: "expired",
  PAID: "paid",
  PARTIALLY_PAID: "partially_paid",
  PARTIALLY_REFUNDED: "partially_refunded",
  PENDING: "pending",
  REFUNDED: "refunded",
  VOIDED: "voided",
};

/** Spreads the code's discount over the lines; what rounding leaves goes to the last. */
function withAllocations(lines: readonly LineItem[], discountMinor: number): LineItem[] {
  if (discountMinor === 0) return [...lines];
  const totalMinor = sumOf(lines, lineTotalMinorOf);
  let soFarMinor = 0;
  let givenMinor = 0;
  return lines.map((line) => {
    soFarMinor += lineTotalMinorOf(line);
    const upToHere = Math.round((discountMinor * soFarMinor) / Math.max(1, totalMinor));
    const amountMinor = upToHere - givenMinor;
    givenMinor = upToHere;
    return { ...line, rare: { ...line.rare, allocations: [{ applicationIndex: 0, amountMinor }] } };
  });
}

function sumOf<Value>(values: readonly Value[], amountOf: (value: Value) => number): number {
  return values.reduce((sum, value) => sum + amountOf(value), 0);
}
