export const insightsMessages = {
  "insights.title": "Insights",
  "insights.tab.forecasts": "Forecasts",
  "insights.tab.products": "Products",
  "insights.tab.journeys": "Journeys",
  "insights.tab.places": "Places",
  "insights.tab.timing": "Timing",
  "insights.tab.interest": "Interest",
  "interest.of": "Customers",
  "interest.off": "The web pixel is off, so nothing is counted.",
  "interest.turn-on": "Turn it on in Settings",
  "interest.products.title": "What customers look at or put into the cart",
  "interest.products.heading": "Product",
  "interest.searches.title": "What customers search for",
  "interest.searches.heading": "Searched for",
  "interest.customers": "Customers",
  "interest.times": "Times",
  "interest.none":
    "Nothing was counted of these customers in the last {days, plural, one {# day} other {# days}}.",
  "interest.checkouts.off": "Abandoned checkouts are not read.",
  "interest.abandoned.title": "What customers leave at the checkout",
  "interest.abandoned.none":
    "Nothing was left at the checkout by these customers in the last {days, plural, one {# day} other {# days}}.",
  "interest.checkouts": "Checkouts",
  "interest.pieces": "Pieces",
  "interest.worth": "Worth",
  "interest.product": "Product {id}",
  "interest.card.title": "What they look at",
  "interest.interested":
    "Interested in {product}: looked at it, put it into the cart or left it at the checkout {times, plural, one {once} other {# times}} on {days, plural, one {# day} other {# days}} of the last {within, number}, and has not bought it since.",
  "interest.interested.search":
    "Interested in “{words}”: searched for it {times, plural, one {once} other {# times}} on {days, plural, one {# day} other {# days}} of the last {within, number}, and has not ordered since.",
  "interest.abandons-carts":
    "Abandons carts: on {abandoned, number} of {carts, plural, one {# day} other {# days}} with a cart in the last {within, number} no order followed.",
  "interest.abandons-carts.worth":
    "Abandons carts: on {abandoned, number} of {carts, plural, one {# day} other {# days}} with a cart in the last {within, number} no order followed. At the checkout {money} was left.",
  "insights.not-studied": "Insights appear here once your orders are read and scored.",
  "insights.as-of": "Orders up to {date}. Worked out anew each day.",
  "insights.everyone": "Everyone",
  "insights.tiers": "Tiers",
  "insights.groups": "Groups",
  "insights.unknown-label":
    "This tier or group is not in the latest calculation. Choose another one.",

  "share.range": "{share} ({low} – {high})",

  "missing.customers": "{customers, plural, one {# more customer} other {# more customers}}",
  "missing.returning":
    "{customers, plural, one {# more customer who came back} other {# more customers who came back}}",
  "missing.days": "{days, plural, one {# more day} other {# more days}} of orders",

  "forecasts.title": "How good are these forecasts",
  "forecasts.sentence":
    "Last time, the forecast would have been right for {how, select, fewer {fewer than} more {more than} other {about}} {of, number} in {out, number} customers: it said {days, plural, one {# day} other {# days}} ahead, on {date}, who would buy again.",
  "forecasts.sentence.detail":
    "{customers, plural, one {# customer was} other {# customers were}} known then, {buyers, plural, one {# bought} other {# bought}} in the {days, plural, one {# day} other {# days}} after, and the forecast was right about {right, number}. Saying the same of everybody would have been right about {plain, number}.",
  "forecasts.not-enough": "Too little history to forecast from. Still needed: {missing}.",
  "forecasts.untested":
    "The past is too short to test forecasts on. Still needed: {missing}. Until then they are untested.",
  "forecasts.leans":
    "With fewer than 1,000 customers, part of what is assumed comes from shops like yours.",
  "forecasts.calibration.title": "Said and happened",
  "forecasts.calibration.answer":
    "Of those given the highest chance, {predicted} were expected to buy and {actual} did.",
  "forecasts.calibration.caption":
    "Customers by chance to buy within {days, plural, one {# day} other {# days}}, in ten parts",
  "forecasts.calibration.part": "Part, lowest chance first",
  "forecasts.calibration.customers": "Customers",
  "forecasts.calibration.predicted": "Expected to buy",
  "forecasts.calibration.actual": "Bought",
  "forecasts.rules.title": "Against plain rules",
  "forecasts.rules.answer.model":
    "The forecast of orders was off by {chosen} per customer, the nearest plain rule by {plain}.",
  "forecasts.rules.answer.plain":
    "For the number of orders a plain rule was nearest on your past, off by {chosen} per customer, so it is used.",
  "forecasts.rules.rule": "Rule",
  "forecasts.rules.error": "Off per customer",
  "forecasts.rules.bias": "Off in all",
  "forecasts.rules.top": "Sales of its top tenth",
  "forecasts.rules.used": "{rule} (used)",
  "forecasts.rules.orders": "Number of orders per customer",
  "forecasts.rules.spend": "Spend per customer",
  "forecasts.rules.more": "{share} too many",
  "forecasts.rules.fewer": "{share} too few",
  "forecasts.rules.exact": "None",
  "forecasts.top.answer":
    "The tenth of customers it put first brought {share} of the sales that followed; the plain rule's tenth {plain}.",
  "forecasts.rule.mbg-cnbd-k": "Model that learns how regular customers are",
  "forecasts.rule.mbg-nbd": "Model for irregular customers",
  "forecasts.rule.same-again": "As much again as before",
  "forecasts.rule.gamma-gamma-all": "Model of order values",
  "forecasts.rule.gamma-gamma-repeats": "Model of order values, first orders left out",
  "forecasts.parameters.title": "For the curious: the models' parameters",
  "forecasts.parameters.caption":
    "{rule}: {customers, plural, one {# customer} other {# customers}}, log-likelihood {likelihood}",
  "forecasts.parameters.name": "Parameter",
  "forecasts.parameters.value": "Value",
  "forecasts.parameters.error": "Standard error",

  "products.of": "Show",
  "products.of.products": "Products",
  "products.of.types": "Product types",
  "products.sentence":
    "After {first}, {share} next bought {next}: {customers, plural, one {# customer} other {# customers}}, half of them within {days, plural, one {# day} other {# days}}.",
  "products.sentence.weak": "Nothing is bought next by 20 customers or more yet.",
  "products.none":
    "Needs 20 customers who bought the same thing and came again. No product has so many yet.",
  "products.title": "What people buy next",
  "products.caption": "What was bought next, most bought first",
  "products.after": "After",
  "products.next": "Next",
  "products.customers": "Customers",
  "products.support": "Times",
  "products.share": "Share",
  "products.lift": "Likelier",
  "products.days": "Middle wait",
  "products.days.value": "{days, plural, one {# day} other {# days}}",
  "products.lift.value": "× {lift}",
  "products.again": "{name}, again",
  "products.too-few": "Too few",
  "products.note":
    "Share is of the visits that came again after buying the first. Likelier × 1 means as likely as for anybody. Below 20 customers it says too few.",
  "products.unnamed": "No type",

  "journeys.sentence":
    "{customers, plural, one {# customer} other {# customers}} went from {first} to {second}: {share} of those who began with {first} and came again.",
  "journeys.none": "Needs 5 customers on the same path. No path has so many yet.",
  "journeys.second.title": "First to second purchase",
  "journeys.third.title": "On to the third",
  "journeys.second.answer":
    "{came, number} of {all, plural, one {# customer} other {# customers}} came a second time.",
  "journeys.third.answer":
    "{came, number} of {all, plural, one {# customer} other {# customers}} came a third time.",
  "journeys.caption.second": "Paths from the first purchase to the second, by product type",
  "journeys.caption.third": "Paths over three purchases, by product type",
  "journeys.path": "Path",
  "journeys.customers": "Customers",
  "journeys.share": "Of those who began so",
  "journeys.days": "Middle time",
  "journeys.step": " → ",

  "places.by": "By",
  "places.by.country": "Country",
  "places.by.channel": "Channel",
  "places.by.source": "Source",
  "places.of": "Whose orders",
  "places.sentence": "{share} of orders came from {place}, last {days, number} days.",
  "places.sentence.of": "{who}: {share} of orders came from {place}, last {days, number} days.",
  "places.none": "No orders in the last {days, number} days.",
  "places.none-known": "Shopify does not say where these orders came from.",
  "places.unknown":
    "{unknown, plural, one {# order is} other {# orders are}} in no share: Shopify does not say.",
  "places.title.country": "Countries",
  "places.title.channel": "Channels",
  "places.title.source": "Sources",
  "places.caption": "Orders by place, last {days, number} days",
  "places.orders": "Orders",
  "places.customers": "Customers",
  "places.sales": "Net sales",
  "places.share": "Share of orders",
  "places.index": "Against everyone",
  "places.index.value": "× {times}",
  "places.index.none": "Too few",
  "places.channel.web": "Online store",
  "places.channel.pos": "Point of sale",
  "places.channel.drafts": "Draft orders",

  "timing.of": "Whose orders",
  "timing.title": "Orders by weekday and hour",
  "timing.sentence":
    "Most orders come on {weekday} and around {hour}: {share} of {orders, plural, one {# order} other {# orders}} in that hour of the day, last {days, number} days.",
  "timing.sentence.of":
    "{who}: most orders come on {weekday} and around {hour}: {share} of {orders, plural, one {# order} other {# orders}} in that hour of the day, last {days, number} days.",
  "timing.even":
    "Orders are spread over the day: no hour stands out. {orders, plural, one {# order} other {# orders}}, last {days, number} days.",
  "timing.even.of":
    "{who}: orders are spread over the day: no hour stands out. {orders, plural, one {# order} other {# orders}}, last {days, number} days.",
  "timing.too-few":
    "Needs {needs, plural, one {# order} other {# orders}} to name a best time. There are {has, number}.",
  "timing.caption": "Orders, last {days, number} days, {zone} time",
  "timing.weekday": "Day",
  "timing.none": "No orders in the last {days, number} days.",
} as const;
