import type { Text } from "../../i18n/text.ts";
import type { Difference, Reconciliation } from "../../use-cases/pages/money-figures.ts";

/** Why our figure is another than the admin's; of some reasons the sign says who goes another way. */
export function reasonInWords(
  { reason, minor }: Difference,
  { ordersNotRead }: Pick<Reconciliation, "ordersNotRead">,
  text: Text,
): string {
  switch (reason) {
    case "refunds":
      return text(minor > 0 ? "reconciliation.refunds.kept" : "reconciliation.refunds.taken-off");
    case "edits":
      return text(minor > 0 ? "reconciliation.edits.kept" : "reconciliation.edits.taken-off");
    case "taxes":
      return text("reconciliation.taxes");
    case "shipping":
      return text("reconciliation.shipping");
    case "extras":
      return text("reconciliation.extras");
    case "gift-cards":
      return text("reconciliation.gift-cards");
    case "nothing-left":
      return text("reconciliation.nothing-left");
    case "cancelled":
      return text(
        minor > 0 ? "reconciliation.cancelled.counted" : "reconciliation.cancelled.left-out",
      );
    case "test":
      return text("reconciliation.test");
    case "orders-not-read":
      return text("reconciliation.orders-not-read", { orders: ordersNotRead });
    case "not-explained":
      return text("reconciliation.not-explained");
  }
}
