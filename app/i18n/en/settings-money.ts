export const settingsMoneyMessages = {
  "settings.money.title": "Money",
  "settings.money.question": "What counts as sales?",
  "settings.money.lead.net":
    "Net sales: total minus refunds, in {currency} at each order’s own rate. Cancelled and test orders do not count.",
  "settings.money.lead.own": "Sales by rules of your own, in {currency} at each order’s own rate.",

  "settings.money.parts.title": "What of an order counts",
  "settings.money.parts.sentence":
    "What customers spent goes by this, and with it spend scores, values and tiers.",
  "settings.money.parts.counted": "Counted beside goods",
  "settings.money.parts.taxes": "Taxes",
  "settings.money.parts.taxes.help": "Whether they are in your prices or come on top.",
  "settings.money.parts.shipping": "Shipping",
  "settings.money.parts.shipping.help": "With its tax, where taxes count.",
  "settings.money.parts.extras": "Tips, duties and fees",
  "settings.money.parts.gift-cards": "Gift cards sold",
  "settings.money.parts.gift-cards.help": "What is paid with a gift card counts in any case.",
  "settings.money.refunds.title": "Refunds",
  "settings.money.refunds.subtracted": "Take them off the order they belong to",
  "settings.money.refunds.ignored": "Ignore them: an order counts with what it came to",

  "settings.money.orders.title": "Which orders count",
  "settings.money.orders.sentence":
    "Orders without a customer, and those of which nothing is left, never count.",
  "settings.money.orders.counted": "Counted as well",
  "settings.money.orders.cancelled": "Cancelled orders",
  "settings.money.orders.cancelled.help": "With what of them was not paid back.",
  "settings.money.orders.test": "Test orders",

  "settings.money.companies.title": "Companies",
  "settings.money.companies.sentence":
    "Orders placed for a company (B2B). Without companies nothing changes here.",
  "settings.money.companies.for": "Such an order counts for",
  "settings.money.companies.contact": "The customer who placed it",
  "settings.money.companies.location": "Everybody who orders for that company location",
  "settings.money.companies.location.help":
    "They share one history, and so tier and group. Their sales then appear at each of them.",

  "settings.money.figures.title": "What it comes to",
  "settings.money.figures.sentence":
    "All orders of customers by these rules, beside what the Shopify admin adds up.",
  "settings.money.preview.live":
    "{counted, plural, one {# order counts} other {# orders count}} and {counted, plural, one {comes} other {come}} to {sales}.",
  "settings.money.preview.changed":
    "{counted, plural, one {# order} other {# orders}} would count instead of {liveCounted, number}, and come to {sales} instead of {liveSales}. Saving scores every customer again.",
  "settings.money.preview.other-amount":
    "The same {counted, plural, one {order} other {# orders}} would come to {sales} instead of {liveSales}. Saving scores every customer again.",
  "settings.money.preview.same":
    "Nothing would change by these rules so far: the same orders count, with {sales}.",
  "settings.money.read": "{orders, plural, one {# order was} other {# orders were}} read.",
  "settings.money.read-currencies":
    "{orders, plural, one {# order was} other {# orders were}} read, {other, number} of them paid in another currency than {currency}.",

  "settings.money.conflict": "Somebody else changed the rules since this page was opened.",
  "settings.money.conflict.load": "Load what was saved",
  "settings.money.refused": "The rules were not saved. Load the page again and repeat the change.",
  "settings.money.saved": "Money saved. Customers are scored again.",
  "settings.money.unchanged": "Nothing was changed",
} as const;
