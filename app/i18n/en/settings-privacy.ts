export const settingsPrivacyMessages = {
  "settings.privacy.title": "Privacy",
  "settings.privacy.question":
    "What is stored of customers, for how long, and what they asked for.",
  "settings.privacy.lead":
    "Echelon knows {customers, plural, =0 {no customers} one {# customer} other {# customers}} by Shopify’s id. It stores no name, e-mail, phone or address.",

  "settings.privacy.kept.title": "What is stored",
  "settings.privacy.kept.sentence":
    "Ids, dates, amounts and what was worked out from them. Names on these pages come from Shopify and are not kept.",
  "settings.privacy.kept.orders": "Orders",
  "settings.privacy.kept.customers": "Customers",
  "settings.privacy.kept.decisions": "Decisions on tiers and groups",
  "settings.privacy.kept.webhooks": "Webhooks of the last 30 days",

  "settings.privacy.history.title": "History",
  "settings.privacy.history.sentence":
    "Who moved from which tier or group when. Orders stay, because the scores are worked out from them.",
  "settings.privacy.history.label": "Keep decisions for",
  "settings.privacy.history.help":
    "Older ones are deleted once a day. Tiers and groups as they are now do not change.",
  "settings.privacy.history.months": "{months, number} months",
  "settings.privacy.history.refused": "Choose one of the periods in the list.",
  "settings.privacy.saved": "Privacy saved",

  "settings.privacy.requests.title": "Requests of customers",
  "settings.privacy.requests.sentence":
    "Customers ask you for their data, and Shopify passes it on. Hand them the file within 30 days.",
  "settings.privacy.requests.none": "No customer has asked for their data.",
  "settings.privacy.export.customer": "Customer {customer}",
  "settings.privacy.export.received": "Asked on {date}",
  "settings.privacy.export.open": "Due",
  "settings.privacy.export.handed-out": "Downloaded",
  "settings.privacy.export.download": "Download",
  "settings.privacy.export.download-of": "Download the data of customer {customer}",
  "settings.privacy.export.file": "customer-{customer}.json",
  "settings.privacy.export.done": "Data downloaded",
  "settings.privacy.export.failed": "The file could not be made. Try again.",
  "settings.privacy.erasures.none": "No customer has asked to be forgotten.",
  "settings.privacy.erasures.done":
    "{erasures, plural, one {# customer was} other {# customers were}} forgotten, the last on {last}. Their orders still count in totals, as those of guests.",
} as const;
