export const customerMessages = {
  "customer.title": "Customer",
  "customer.unknown.title": "We do not know this customer",
  "customer.unknown.sentence": "No order of this customer was read, or it was erased on request.",
  "customer.unknown.action": "Show all customers",
  "customer.open-in-shopify": "Open in Shopify",

  "customer.why.title": "Why {tier}",
  "customer.why.title-not-ranked": "Why not ranked",
  "customer.why.sentence":
    "{tier}, because a value of {value} beats {share} of your {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "customer.why.sentence-counts":
    "{tier}, because a value of {value} beats {beaten, number} of your {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "customer.why.starts": "{tier} starts above a value of {value}: the top {share}.",
  "customer.why.starts-kept":
    "{tier} starts above a value of {value}: the top {share}, and is kept down to the top {kept}.",
  "customer.why.held":
    "{tier} for now. A value of {value} beats {share} of your {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "customer.why.held-counts":
    "{tier} for now. A value of {value} beats {beaten, number} of your {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "customer.why.lowest": "{tier} takes everyone below the tiers above it.",
  "customer.why.own": "{tier} has limits of its own, apart from the value.",
  "customer.why.not-ranked":
    "Not ranked, because no order of this customer counts. A tier comes with the first one that does.",

  "customer.scores.caption": "The three rules behind the value",
  "customer.scores.rule": "Rule",
  "customer.scores.value": "This customer",
  "customer.scores.score": "Score",
  "customer.scores.beats": "Customers beaten",
  "customer.scores.weight": "Weight",
  "customer.scores.next": "Next score at",
  "customer.scores.recency": "Recency: days since the last counted order",
  "customer.scores.frequency": "Frequency: counted orders, last {days, number} days",
  "customer.scores.monetary": "Spend: net, last {days, number} days",
  "customer.scores.recency.value": "{days, plural, one {# day} other {# days}}",
  "customer.scores.recency.next": "{days, plural, one {# day} other {# days}} or fewer",
  "customer.scores.frequency.value": "{orders, plural, one {# order} other {# orders}}",
  "customer.scores.of-five": "{score, number} of 5",
  "customer.scores.beats-count": "{beaten, number} of {ranked, number}",
  "customer.scores.highest": "Highest score",
  "customer.scores.nobody": "Nobody is there yet",
  "customer.scores.as-of": "At the cut-offs of {date}.",

  "customer.standing.title": "Where they stand",
  "customer.standing.tier": "Tier",
  "customer.standing.group": "Group",
  "customer.standing.stage": "Stage",
  "customer.standing.window-spend": "Spent, last {days, number} days",
  "customer.standing.all-spend": "Spent in all",
  "customer.standing.none": "None",

  "customer.tags.title": "In Shopify",
  "customer.tags.sentence": "Tags we wrote, last on {date}:",
  "customer.tags.none": "We have written nothing to this customer.",

  "customer.history.title": "History",
  "customer.history.show": "Show",
  "customer.history.all": "Everything",
  "customer.history.orders": "Orders",
  "customer.history.tier": "Changes of tier",
  "customer.history.group": "Changes of group",
  "customer.history.none": "Nothing of this kind yet.",
  "customer.history.older": "Older orders",
  "customer.history.show-all": "Show all {entries, number} entries",

  "customer.orders.none": "No orders.",
  "customer.orders.one": "One order so far: too early to tell a rhythm.",
  "customer.orders.answer":
    "{counted, number} of {orders, plural, one {# order counts} other {# orders count}}.",
  "customer.orders.counted": "Counted",
  "customer.orders.counted-outside":
    "Older than {days, number} days: no longer adds to orders and spend",
  "customer.orders.not-counted.cancelled": "Not counted: cancelled",
  "customer.orders.not-counted.no-customer": "Not counted: no customer on the order",
  "customer.orders.not-counted.test": "Not counted: test order",
  "customer.orders.not-counted.nothing-left": "Not counted: refunded in full, or nothing was paid",
  "customer.orders.not-counted.after-as-of": "Not counted yet: placed after the last calculation",
  "customer.orders.refunded": "{total}, {refunded} refunded",
  "customer.orders.context.source": "came from {source}",
  "customer.orders.context.sources": "came first from {first}, last from {last}",
  "customer.orders.context.discount": "with a discount",
  "customer.orders.context.paid-in": "paid in {currency}",
  "customer.orders.context.paid-by": "paid by {gateways}",
  "customer.orders.context.shipped-by": "shipped as {method}",
  "customer.orders.left-out": "{amount} more is left out by your money rules",

  "customer.shopify-group": "Shopify’s own group",
  "customer.shopify-group.same": "The same as here.",
  "customer.shopify-group.same-scores":
    "Here: {group}. The scores are the same, the groups are cut otherwise.",
  "customer.shopify-group.other-scores":
    "By the scores here Shopify’s rules would say {group}: it counts orders, money or days otherwise.",
  "customer.shopify-group.not-ranked": "Shopify and Echelon do not count the same orders.",
} as const;
