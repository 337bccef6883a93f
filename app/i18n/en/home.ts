export const homeMessages = {
  "home.title": "Home",
  "home.status.current": "Up to date. Scores stand for {date}. Last order event: {ago}.",
  "home.status.quiet": "Up to date. Scores stand for {date}.",
  "home.status.waiting": "Echelon reads your orders first. Tiers appear here when that is done.",
  "home.status.empty": "No orders yet. Tiers appear after the first one.",

  "home.setup.title": "Set up Echelon",
  "home.setup.progress": "{done, number} of {total, number} done",
  "home.setup.dismiss": "Dismiss guide",
  "home.setup.step-done": "Done",
  "home.setup.step-open": "To do",
  "home.setup.read-orders.title": "Read orders",
  "home.setup.read-orders.sentence":
    "Echelon reads every order of your shop once, and follows new ones by itself from then on.",
  "home.setup.check-money.title": "Check the money figure",
  "home.setup.check-money.sentence":
    "{sales} net sales in {counted, plural, one {# counted order} other {# counted orders}}, of {orders, number} in all. Cancelled, test and fully refunded orders, and orders without a customer, are left out.",
  "home.setup.check-money.not-yet": "The figure appears here with the first orders that count.",
  "home.setup.check-money.action": "Confirm figure",
  "home.setup.check-money.change": "Change what counts",
  "home.setup.choose-tiers.title": "Choose tiers",
  "home.setup.choose-tiers.sentence":
    "Start from the three tiers we made, or set your own names, sizes and weights.",
  "home.setup.choose-tiers.action": "Choose tiers",
  "home.setup.turn-on-publishing.title": "Turn on publishing",
  "home.setup.turn-on-publishing.sentence":
    "Writes tiers and groups to Shopify as tags, fields and segments. Nothing is written before you turn it on.",
  "home.setup.turn-on-publishing.action": "Review publishing",

  "home.tile.top-customers.label": "{tier} customers",
  "home.tile.top-customers.detail":
    "{share} of {ranked, plural, one {# ranked customer} other {# ranked customers}}",
  "home.tile.top-customers.detail-count":
    "of {ranked, plural, one {# ranked customer} other {# ranked customers}}",
  "home.tile.top-sales.label": "{tier} share of sales, last {days, number} days",
  "home.tile.top-sales.label-amount": "{tier} net sales, last {days, number} days",
  "home.tile.top-sales.detail": "{sales} of {all} net sales",
  "home.tile.top-sales.detail-amount": "of {all} net sales",
  "home.tile.moves.label": "Changed tier since {date}",
  "home.tile.moves.value": "↑ {up} ↓ {down}",
  "home.tile.moves.detail":
    "{up, plural, one {# customer} other {# customers}} moved up, {down, number} down",
  "home.tile.due.label": "Due to change in 30 days",
  "home.tile.due.detail":
    "{down, plural, one {# customer} other {# customers}} to a lower tier, if they do not order",

  "home.estimate.title": "First look",
  "home.estimate.badge": "Estimate",
  "home.estimate.whole":
    "From what Shopify sums up of your {customers, plural, one {# customer} other {# customers}} with orders, as if they had bought at an even pace. Real scores replace it as soon as the orders can be read. Nothing of it is published.",
  "home.estimate.part":
    "From what Shopify sums up of the {customers, plural, one {# customer} other {# customers}} with orders who changed last, as if they had bought at an even pace. Real scores replace it as soon as the orders can be read. Nothing of it is published.",
  "home.estimate.column.label": "Tier or group",
  "home.estimate.column.customers": "Customers, estimate",
  "home.estimate.column.sales": "Net sales, last {days, number} days, estimate",

  "home.groups.title": "Groups by customers and sales",
  "home.groups.answer":
    "Largest: {group}, {customers, plural, one {# customer} other {# customers}}. Sales are net, last {days, number} days.",
  "home.groups.column.group": "Group",
  "home.groups.column.customers": "Customers",
  "home.groups.column.customer-share": "Share of customers",
  "home.groups.column.sales": "Net sales",
  "home.groups.column.sales-share": "Share of sales",

  "home.moves.title": "Recent moves",
  "home.moves.none": "Nobody changed tier or group since {date}.",

  "home.due.title": "Due soon",
  "home.due.none": "Nobody is due to change within 30 days.",
  "home.due.all":
    "Show {customers, plural, one {# customer} other {all # customers}} due in 30 days",

  "home.health.title": "Health",
  "home.health.failed":
    "{failed, plural, one {# background task} other {# background tasks}} failed. Orders or tags may be behind until it is tried again.",
  "home.health.more": "Open Health",
  "home.health.last-check": "Last check against Shopify",
  "home.health.last-event": "Last order event",
  "home.health.last-run": "Last calculation",
  "home.health.inbox": "Events waiting",
  "home.health.waiting-to-publish": "Customers waiting to be published",
  "home.health.api-budget": "Shopify API budget left",
  "home.health.api-budget.value": "{available, number} of {maximum, number} points",
  "home.health.publishing": "Publishing",
  "home.health.on": "On",
  "home.health.off": "Off",
  "home.health.never": "None yet",
  "home.health.unknown": "Not measured yet",
} as const;
