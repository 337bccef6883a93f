export const tiersMessages = {
  "tiers.title": "Tiers",
  "tiers.edit-action": "Edit tiers",
  "tiers.sentence":
    "{tiers, plural, one {# tier} other {# tiers}} over {ranked, plural, one {# ranked customer} other {# ranked customers}}, by value.",
  "tiers.sentence.not-scored": "Tiers fill when your orders are read.",
  "tiers.sentence.empty": "No ranked customers yet. Tiers fill with the first orders.",
  "tiers.rule.top": "Top {share} by value",
  "tiers.rule.next": "Next {share} by value",
  "tiers.rule.rest": "Everyone else",
  "tiers.rule.kept": "{rule}, kept down to the top {kept}",
  "tiers.rule.kept-with": "{rule}. To stay: {kept}",
  "tiers.rule.spend": "{amount} or more ever",
  "tiers.rule.window-spend": "{amount} or more in {days, number} days",
  "tiers.rule.average": "{amount} or more an order on average",
  "tiers.rule.expected": "{amount} or more expected in a year",
  "tiers.rule.orders": "{orders, plural, one {# order} other {# orders}} or more ever",
  "tiers.rule.window-orders":
    "{orders, plural, one {# order} other {# orders}} or more in {days, number} days",
  "tiers.rule.recency": "last order within {days, plural, one {# day} other {# days}}",
  "tiers.rule.breaks.value": "By gaps in value",
  "tiers.rule.breaks.recency": "By gaps in days since the last order",
  "tiers.rule.breaks.frequency": "By gaps in number of orders",
  "tiers.rule.breaks.monetary": "By gaps in spend",
  "tiers.staying.weekly": "Cut-offs are worked out anew on Mondays.",
  "tiers.staying.monthly": "Cut-offs are worked out anew on the 1st of the month.",
  "tiers.staying.upgrade": "Customers go up when cut-offs are worked out.",
  "tiers.staying.grace":
    "A tier is lost after {days, plural, one {# day} other {# days}} below it.",
  "tiers.staying.minimum":
    "A tier is kept for {days, plural, one {# day} other {# days}} at least.",
  "tiers.staying.one-step": "Customers go down one tier at a time.",
  "tiers.staying.welcome":
    "New customers start in {tier} and keep it for {days, plural, one {# day} other {# days}}.",
  "tiers.staying.freezes":
    "Nobody goes down in {holidays, plural, one {# holiday} other {# holidays}}.",
  "tiers.card.customers": "Customers",
  "tiers.card.sales": "Net sales, last {days, number} days",
  "tiers.card.share": "Share of sales",
  "tiers.card.discount": "Discount",
  "tiers.card.discount.none": "None",
  "tiers.card.tag": "Tag",
  "tiers.card.show": "Show customers",
  "tiers.value.title": "How value is made",
  "tiers.value.sentence":
    "Recency {recency}, frequency {frequency}, spend {monetary}. Frequency and spend look at the last {days, number} days, recency at the last order ever.",

  "tiers.change.title": "What the last change moved",
  "tiers.change.sentence":
    "{moved, plural, one {# customer} other {# customers}} changed tier after the change of {date}: {up, number} up, {down, number} down.",
  "tiers.change.nobody": "Nobody changed tier after the change of {date}.",
  "tiers.change.running": "The change of {date} is being applied. What moved appears here.",

  "tiers.drift.title": "Where scores begin",
  "tiers.drift.first": "How these limits move appears here after a second day's calculation.",
  "tiers.drift.steady": "Limits stand as on {date}, within 1% of customers.",
  "tiers.drift.not-comparable": "The rules changed after {date}, so limits cannot be compared.",
  "tiers.drift.moved":
    "Since {date}, {share} of customers got another score only because limits moved. Most in {rule}: score {score, number} began at {before} and begins at {now}.",
  "tiers.drift.starting-point":
    "These are starting points of your industry, not your own limits: {ranked, plural, one {# customer is} other {# customers are}} ranked, your own begin at {from, number}.",
  "tiers.drift.too-few":
    "{ranked, plural, one {# ranked customer is} other {# ranked customers are}} few for these scores: one order can move everybody's. Needs {needs, number}.",
  "tiers.drift.caption": "Limits that moved",
  "tiers.drift.rule": "Rule",
  "tiers.drift.score": "Score",
  "tiers.drift.days": "{days, plural, one {# day} other {# days}} or fewer",
  "tiers.drift.orders": "{orders, plural, one {# order} other {# orders}} or more",
  "tiers.drift.spend": "{amount} or more",
  "tiers.drift.nobody": "Nobody is there",
} as const;
