/** Navigation, words used on several pages, the parts of `app/components`. */
export const sharedMessages = {
  "app.name": "Echelon",

  "nav.customers": "Customers",
  "nav.tiers": "Tiers",
  "nav.groups": "Groups",
  "nav.movement": "Movement",
  "nav.insights": "Insights",
  "nav.publishing": "Publishing",
  "nav.settings": "Settings",

  "error.page.title": "This page could not load",
  "error.page.sentence": "Something went wrong on our side. Nothing was changed. Try again.",
  "error.not-found.title": "This page does not exist",
  "error.not-found.sentence": "The address leads nowhere in Echelon. Go back to the start.",
  "error.go-home": "Go to Home",
  "error.retry": "Try again",

  "customer.number": "Customer #{id}",
  "customer.not-ranked": "Not ranked",
  "customer.no-tier": "No tier",

  "held.short.override": "set by hand",
  "held.short.opt-out": "opted out",
  "held.short.undo": "kept by an undo",
  "held.short.part": "kept as it was",

  "too-few.shares":
    "Percentages need {needed, number} ranked customers to mean something. You have {have, number}.",

  "chart.show-as-table": "Show as table",

  "tier-bar.title": "Tiers by customers and sales",
  "tier-bar.answer":
    "{tier}: {customers} of customers bring {sales} of sales, last {days, number} days.",
  "tier-bar.answer-counts":
    "{tier}: {customers, plural, one {# customer} other {# customers}} with {sales} net sales, last {days, number} days.",
  "tier-bar.customers": "Customers",
  "tier-bar.sales": "Sales",
  "tier-bar.table.caption": "Customers and net sales by tier",
  "tier-bar.table.tier": "Tier",
  "tier-bar.table.customers": "Customers",
  "tier-bar.table.customer-share": "Share of customers",
  "tier-bar.table.sales": "Net sales",
  "tier-bar.table.sales-share": "Share of sales",

  "ladder.here": "This customer",
  "ladder.stay": "To stay",
  "ladder.enter": "To enter {tier}",

  "matrix.caption": "Customers by the tier they left (rows) and the tier they entered (columns)",
  "matrix.from-to": "From ↓ to →",

  "move.entered": "Entered {to}",
  "move.left": "Left {from}, not ranked now",
  "move.from-to": "{from} to {to}",
  "move.up": "up",
  "move.down": "down",
  "move.reason.import": "First calculation",
  "move.reason.order": "After an order",
  "move.reason.time": "Time passed",
  "move.reason.cut-offs": "New cut-offs",
  "move.reason.rules": "Rules changed",
  "move.reason.by-hand": "Set by hand",
  "move.reason.undo": "Taken back",

  "stage.new": "New: one order so far",
  "stage.growing": "Growing: two or three orders",
  "stage.mature": "Mature: four orders or more",
  "stage.declining": "Declining: quiet longer than usual between orders",
  "stage.lost": "Lost: quiet for more than three times the usual gap",

  "progress.import.preparing": "Asking Shopify for your orders",
  "progress.import.reading": "Reading orders",
  "progress.import.paused": "Reading orders is paused",
  "progress.import.failed": "Shopify could not hand over your orders",
  "progress.import.failed-detail":
    "Echelon asked several times. What it has read stays. Go on, and it asks again.",
  "progress.scoring": "Working out scores and tiers",
  "progress.publication": "Bringing Shopify in step",
  "progress.publication.tags": "Writing tags",
  "progress.publication.metafields": "Writing customer fields",
  "progress.publication.segments": "Making segments",
  "progress.publication.discounts": "Setting up the discount",
  "progress.done-of-about": "{done, number} of about {total, number}.",
  "progress.done-of": "{done, number} of {total, number}.",
  "progress.done": "{done, number} so far.",
  "progress.under-a-minute": "Less than a minute left.",
  "progress.about-a-minute": "About a minute left.",
  "progress.minutes": "About {minutes, plural, one {# minute} other {# minutes}} left.",
  "progress.minutes-range":
    "About {from, number} to {to, plural, one {# minute} other {# minutes}} left.",
  "progress.hours": "About {hours, plural, one {# hour} other {# hours}} left.",
  "progress.waiting-since": "Waiting for Shopify since {time}.",
  "progress.leave": "You can leave this page.",

  "access.title": "Shopify has not granted everything Echelon needs",
  "access.grant": "Grant access",
  "access.read-orders":
    "Read orders: nothing new is counted until it is granted, and nothing is lost meanwhile.",
  "access.write-customers":
    "Edit customers: nothing new is counted or written until it is granted, and nothing is lost meanwhile.",
  "access.write-discounts": "Edit discounts: the discount stays as it is until it is granted.",
  "access.read-products": "Read products: product types stay unknown until it is granted.",
  "access.read-customer-merge":
    "Read customer merges: merged customers are found a week late until it is granted.",
} as const;
