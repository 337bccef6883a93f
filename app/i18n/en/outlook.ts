export const outlookMessages = {
  "outlook.title": "What to expect",
  "outlook.not-studied": "Expectations appear here with the next calculation.",
  "outlook.no-orders": "No order counts yet, so nothing can be expected.",
  "outlook.not-enough":
    "The shop has too little history to expect anything. Still needed: {missing}.",
  "outlook.one-order": "One order so far: too early to predict orders, spend or a date.",
  "outlook.chance":
    "{how, select, fewer {Fewer than} more {More than} other {About}} {of, number} in {out, number} customers like this buy again within {days, number} days.",
  "outlook.chance.longer":
    "Within {days, number} days, {how, select, fewer {fewer than} more {more than} other {about}} {of, number} in {out, number} do.",
  "outlook.next": "Half of those who come back do so by {date}.",
  "outlook.next.unlikely": "It is likelier than not that no further order follows.",
  "outlook.spend":
    "Likely to spend {low} to {high} in the next 12 months; best guess {guess}. 9 in 10 customers like this end up in that range.",
  "outlook.spend.up-to":
    "Likely to spend up to {high} in the next 12 months; best guess {guess}. 9 in 10 customers like this end up in that range.",
  "outlook.orders":
    "Likely to place {low, number} to {high, plural, one {# order} other {# orders}} in the next 12 months; best guess {guess}.",
  "outlook.orders.up-to":
    "Likely to place up to {high, plural, one {# order} other {# orders}} in the next 12 months; best guess {guess}.",
  "outlook.model.untested":
    "By a model; your past is too short yet to test whether a plain rule is nearer.",
  "outlook.model.mbg-cnbd-k":
    "By the model that learns how regular customers are, which was nearest on your past.",
  "outlook.model.mbg-nbd": "By the model for irregular customers, which was nearest on your past.",
  "outlook.model.same-again":
    "Orders by “as much again as before”, which was nearest on your past; chances by a model.",

  "risk.on-time": "On time",
  "risk.due": "Due",
  "risk.late": "Late",
  "risk.at-risk": "At risk",
  "risk.lost": "Probably lost",

  "rhythm.title": "Rhythm",
  "rhythm.none": "No rhythm yet: it is worked out from counted orders.",
  "rhythm.own": "Usually orders every {days, plural, one {# day} other {# days}}.",
  "rhythm.type":
    "Too few orders for a rhythm of their own. In this shop people come back for {type} after {days, plural, one {# day} other {# days}}.",
  "rhythm.shop":
    "Too few orders for a rhythm of their own. In this shop people come back after {days, plural, one {# day} other {# days}}.",
  "rhythm.assumed":
    "Neither this customer nor the shop has a rhythm yet (needs {needs, number} gaps between orders, has {has, number}): {days, plural, one {# day is} other {# days are}} assumed.",
  "rhythm.since": "{days, plural, one {# day} other {# days}} since the last.",
  "rhythm.since.own":
    "{days, plural, one {# day} other {# days}} since the last: longer than {shorter, number} of their own {gaps, plural, one {# gap} other {# gaps}}.",
  "rhythm.since.own.shortest":
    "{days, plural, one {# day} other {# days}} since the last: no longer than any of their own {gaps, plural, one {# gap} other {# gaps}}.",
  "rhythm.since.shop":
    "{days, plural, one {# day} other {# days}} since the last: longer than {percent, number}% of comparable gaps in this shop.",
  "rhythm.came-back":
    "Customers were this late {reached, plural, one {# time} other {# times}} before and bought again {cameBack, plural, one {# time} other {# times}}.",

  "trait.price-sensitive": "Price-sensitive",
  "trait.novelty-seeker": "Novelty seeker",
  "trait.bundle-buyer": "Bundle buyer",
  "trait.quality-oriented": "Quality-oriented",
  "trait.interested": "Interested in something",
  "trait.abandons-carts": "Abandons carts",
  "trait.brand-loyal": "Brand-loyal",

  "traits.title": "How they buy",
  "traits.too-early": "Too few orders to see how this customer buys.",
  "traits.none": "Nothing stands out against what is usual in this shop.",
  "traits.confidence": "{confidence} sure it is no accident.",
  "traits.others":
    "{traits, plural, one {# trait was looked for and is} other {# traits were looked for and are}} not clear",
  "traits.not": "{trait}: not clear",
  "traits.evidence.price-sensitive":
    "{discounted, number} of {orders, plural, one {# order} other {# orders}} used a discount, {share} of their spend. Usual here: {usual} of spend.",
  "traits.evidence.novelty-seeker":
    "{firstTime, number} of {purchases, plural, one {# later purchase was} other {# later purchases were}} of something new to them. Usual here: {usual}.",
  "traits.evidence.bundle-buyer":
    "{bundles, number} of {visits, plural, one {# order} other {# orders}} had {size, plural, one {# product} other {# different products}} or more. Usual here: {usual}.",
  "traits.evidence.quality-oriented":
    "{dear, number} of {lines, plural, one {# thing} other {# things}} bought were among the dearest third of their kind. Usual here: {usual}.",
  "traits.evidence.brand-loyal":
    "{ofVendor, number} of {choices, plural, one {# choice} other {# choices}} fell on {vendor}. Usual here: {usual}.",

  "next-products.title": "What to offer next",
  "next-products.sentence": "Bought next by others who had bought the same things:",
  "next-products.none": "Too few have bought the same things and come back to say.",
} as const;
