/** Our figures beside the admin's, on Settings › Money and on a customer's page. */
export const reconciliationMessages = {
  "reconciliation.title": "Beside Shopify’s figure",
  "reconciliation.line": "Echelon {ours} · Shopify {admin} · difference {difference}",
  "reconciliation.orders":
    "{counted, plural, one {# order counts} other {# orders count}} here, {orders, number} in Shopify.",
  "reconciliation.orders-apart":
    "{counted, plural, one {# order counts} other {# orders count}} here, {orders, number} in Shopify. Of those, {cancelled, number} cancelled and {empty, number} with nothing left do not count here.",
  "reconciliation.silent":
    "Shopify’s own figure could not be read just now. Load the page again to compare.",
  "reconciliation.refunds.kept": "Refunds, which are not taken off here",
  "reconciliation.refunds.taken-off": "Refunds, which Shopify’s figure does not take off",
  "reconciliation.edits.kept": "Goods taken off orders, which Shopify’s figure leaves out",
  "reconciliation.edits.taken-off": "Goods taken off orders and not paid back",
  "reconciliation.taxes": "Taxes, left out here",
  "reconciliation.shipping": "Shipping, left out here",
  "reconciliation.extras": "Tips, duties and fees, left out here",
  "reconciliation.gift-cards": "Gift cards sold, left out here",
  "reconciliation.nothing-left":
    "Refunds above what an order came to: here such an order counts nothing",
  "reconciliation.cancelled.counted": "Cancelled orders, counted here",
  "reconciliation.cancelled.left-out": "Cancelled orders, which Shopify’s figure counts",
  "reconciliation.test": "Test orders, counted here",
  "reconciliation.orders-not-read":
    "{orders, plural, one {# order} other {# orders}} not read: older than 60 days without the approval for all orders, or not arrived yet",
  "reconciliation.not-explained": "Not explained",
} as const;
