import { parseGid } from "../../../world/gid.ts";
import { minorDigitsOf } from "../../../world/money.ts";
import {
  findLineIndex,
  type Order,
  type RefundLine,
  type RestockType,
} from "../../../world/order.ts";
import {
  lineTaxMinorOf,
  lineTotalMinorOf,
  refundableQuantityOf,
  shareOf,
} from "../../../world/order-quantities.ts";
import { presentmentOf, toShopMinor } from "../../../world/presentment.ts";
import { paymentsOf } from "../../../world/payment.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

export type RefundInput = {
  orderId: string;
  note?: string | null;
  currency?: string | null;
  processedAt?: string | null;
  refundLineItems?:
    readonly { lineItemId: string; quantity: number; restockType?: RestockType | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?:
    readonly { amount: string; kind: string; gateway: string; parentId?: string | null }[] | null;
  refundDuties?: readonly unknown[] | null;
  refundMethods?: readonly unknown[] | null;
};

export type ReadRefund = {
  readonly userErrors: readonly UserError[];
  readonly request: {
    readonly amountMinor: number;
    readonly note: string | null;
    readonly lines: readonly RefundLine[];
    readonly shippingMinor?: number;
  };
};

/** Reads `refundCreate`'s input for an order, with everything wrong in it. Amounts are the order's presentment's. */
export function readRefund(world: World, order: Order, input: RefundInput): ReadRefund {
  const userErrors: UserError[] = [];
  const lines = (input.refundLineItems ?? []).flatMap((wanted, place): RefundLine[] => {
    const lineItemIndex = findLineIndex(order, parseGid(wanted.lineItemId)?.id ?? 0);
    const line = order.lineItems[lineItemIndex];
    const path = ["refundLineItems", String(place)];
    if (line === undefined) {
      userErrors.push(userError([...path, "lineItemId"], "Line item does not exist"));
      return [];
    }
    const { quantity } = wanted;
    if (quantity > refundableQuantityOf(order, lineItemIndex) || quantity < 0) {
      userErrors.push(
        userError([...path, "quantity"], "Quantity cannot refund more items than were purchased"),
      );
      return [];
    }
    const taxMinor = shareOf(lineTaxMinorOf(line), quantity, line.quantity);
    return [
      {
        lineItemIndex,
        quantity,
        subtotalMinor: shareOf(lineTotalMinorOf(line), quantity, line.quantity),
        restockType: wanted.restockType ?? "NO_RESTOCK",
        ...(taxMinor > 0 && { taxMinor }),
      },
    ];
  });
  userErrors.push(...problemsWithTransactions(order, input));
  const amountMinor = (input.transactions ?? []).reduce(
    (sum, { amount }) => sum + toOrderMinor(world, order, amount),
    0,
  );
  const shippingMinor = readShipping(world, order, input);
  const note = input.note ?? null;
  return {
    userErrors,
    request: { amountMinor, note, lines, ...(shippingMinor > 0 && { shippingMinor }) },
  };
}

function problemsWithTransactions(order: Order, { transactions }: RefundInput): UserError[] {
  const parents = new Set(paymentsOf(order).map(({ id }) => id));
  for (const { kind, parentId } of transactions ?? []) {
    if (kind !== "REFUND")
      return [userError(null, `Kind ${kind.toLowerCase()} is not a valid transaction`)];
    if (parentId != null && !parents.has(parseGid(parentId)?.id ?? 0))
      return [
        userError(["transactions"], "Transactions require a parent_id associated with the order"),
      ];
  }
  return [];
}

function readShipping(world: World, order: Order, { shipping }: RefundInput): number {
  if (shipping?.fullRefund === true) return order.shippingMinor;
  return shipping?.amount == null ? 0 : toOrderMinor(world, order, shipping.amount);
}

/** "15.00" of what the customer paid in → minor units of the shop's currency. */
function toOrderMinor(world: World, order: Order, amount: string): number {
  const presentment = presentmentOf(world, order);
  const minor = Math.round(Number(amount) * 10 ** minorDigitsOf(presentment.currencyCode));
  return toShopMinor(minor, world.shop.currencyCode, presentment);
}
