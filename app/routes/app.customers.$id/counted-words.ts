import type { Text } from "../../i18n/text.ts";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";

/** Whether an order counts, and why not. */
export function countedInWords(
  { notCountedBecause, inWindow }: Pick<OrderLine, "notCountedBecause" | "inWindow">,
  windowDays: number,
  text: Text,
): string {
  switch (notCountedBecause) {
    case "cancelled":
      return text("customer.orders.not-counted.cancelled");
    case "no-customer":
      return text("customer.orders.not-counted.no-customer");
    case "test":
      return text("customer.orders.not-counted.test");
    case "nothing-left":
      return text("customer.orders.not-counted.nothing-left");
    case "after-as-of":
      return text("customer.orders.not-counted.after-as-of");
    case null:
      return inWindow
        ? text("customer.orders.counted")
        : text("customer.orders.counted-outside", { days: windowDays });
  }
}
