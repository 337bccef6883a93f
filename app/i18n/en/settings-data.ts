/** Settings › Data, and what Home and it say of reading orders. */
export const settingsDataMessages = {
  "import.pause": "Pause",
  "import.resume": "Resume",
  "import.again": "Read all orders again",
  "import.sight.title": "Echelon sees the last 60 days of orders only",
  "import.sight.sentence":
    "Shopify shows older orders only to apps it has approved for “read all orders”, and this installation is not. Customers who last bought earlier are missing, and counts and amounts are too low. Once Shopify has approved it, open Echelon, accept the new permission, and read all orders again under Settings, Data.",

  "settings.data.title": "Data",
  "settings.data.question": "Which orders does Echelon know?",
  "settings.data.lead.empty": "Echelon knows no order yet.",
  "settings.data.lead.orders":
    "Echelon knows {orders, plural, one {# order} other {# orders}}, the oldest of {date}.",
  "settings.data.import.title": "Orders",
  "settings.data.import.sentence":
    "Every order is read once, after the installation. New ones come by themselves.",
  "settings.data.import.state": "Reading",
  "settings.data.import.state.finished": "Finished",
  "settings.data.import.state.preparing": "Shopify is preparing them",
  "settings.data.import.state.reading": "Under way",
  "settings.data.import.state.paused": "Paused",
  "settings.data.import.state.failed": "Failed",
  "settings.data.import.started": "Started",
  "settings.data.import.finished": "Finished",
  "settings.data.import.orders": "Orders read",
  "settings.data.import.orders-of": "{done, number} of about {total, number}",
  "settings.data.import.sight": "What Shopify shows",
  "settings.data.import.sight.all": "All orders",
  "settings.data.import.sight.recent": "The last 60 days",
  "settings.data.import.sight.unknown": "Not asked yet",
  "settings.data.import.problem": "What Shopify said last",
  "settings.data.pixel.title": "What customers look at",
  "settings.data.pixel.sentence":
    "Shopify’s web pixel can tell which products signed-in customers look at, what they search for, and what they leave in their carts.",
  "settings.data.pixel.state": "Web pixel",
  "settings.data.pixel.on": "On",
  "settings.data.pixel.off": "Off",
  "settings.data.pixel.customers": "Customers seen in the last 90 days",
  "settings.data.pixel.consent":
    "Shopify loads it only for visitors who allow analytics. Nothing is counted of anybody who has not signed in, and only customer numbers are kept, for 90 days.",
  "settings.data.pixel.no-access":
    "Shopify has not granted Echelon a web pixel. Open Echelon again and accept the new permission.",
  "settings.data.pixel.turn-on": "Turn on",
  "settings.data.pixel.turn-off": "Turn off",
  "settings.data.pixel.failed": "Shopify did not do it: {reason}",
  "settings.data.checkouts.title": "Abandoned checkouts",
  "settings.data.checkouts.sentence":
    "Shopify keeps checkouts that customers left after filling in who they are. They show who abandons carts, and which products are left.",
  "settings.data.checkouts.state": "Abandoned checkouts",
  "settings.data.checkouts.on": "Read every hour",
  "settings.data.checkouts.off": "Not read",
  "settings.data.checkouts.known": "Checkouts of the last 90 days",
  "settings.data.checkouts.consent":
    "These come from the checkout itself and not from the web pixel, so they are there without consent to analytics too. Only numbers of customers and products, amounts and dates are kept, for 90 days. Turned off, they are forgotten at once.",
  "settings.data.checkouts.problem": "What Shopify said last",
  "settings.data.checkouts.refused": "Shopify does not let Echelon read them",
  "settings.data.again.sentence":
    "Only needed after Shopify has granted more access, or when something looks wrong. Orders that are as they were stay as they are.",
} as const;
