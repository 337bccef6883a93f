/** Settings › Health. */
export const settingsHealthMessages = {
  "settings.health.title": "Health",
  "settings.health.question": "Does everything that should run by itself do so?",
  "settings.health.lead.well": "Everything that should run by itself does.",
  "settings.health.lead.busy":
    "{waiting, plural, one {# event from Shopify waits} other {# events from Shopify wait}} to be read.",
  "settings.health.lead.failed":
    "{failed, plural, one {# background task} other {# background tasks}} failed and can be tried again.",
  "settings.health.may-miss":
    "No order events for 6 hours: orders may be missed. Check the latest orders against Shopify.",

  "settings.health.events.title": "Events",
  "settings.health.events.sentence": "Shopify tells Echelon about every order as it changes.",
  "settings.health.events.last": "Last order event",
  "settings.health.events.waiting": "Events waiting",
  "settings.health.events.lag": "Longest wait",
  "settings.health.events.last-run": "Last calculation",
  "settings.health.events.publishing": "Customers waiting to be published",
  "settings.health.events.repeat": "Read events again",
  "settings.health.events.repeat.help":
    "Acts once more on every order event of the last 30 days. It changes nothing that is right.",
  "settings.health.events.repeated": "Events are read again",
  "settings.health.events.budget": "Shopify API budget left",
  "settings.health.events.budget.value": "{available, number} of {maximum, number} points, {ago}",
  "settings.health.none": "None yet",
  "settings.health.unknown": "Not measured yet",
  "settings.health.no-wait": "None",
  "settings.health.under-a-second": "Less than a second",
  "settings.health.seconds": "{seconds, plural, one {# second} other {# seconds}}",
  "settings.health.minutes": "{minutes, plural, one {# minute} other {# minutes}}",
  "settings.health.hours": "{hours, plural, one {# hour} other {# hours}}",
  "settings.health.days": "{days, plural, one {# day} other {# days}}",

  "settings.health.checks.title": "Checks against Shopify",
  "settings.health.checks.sentence":
    "Events can get lost on their way. Checks find orders that Echelon was not told about.",
  "settings.health.sweep.title": "Latest orders",
  "settings.health.sweep.sentence":
    "Compares what changed since the last check. Runs by itself every 15 minutes.",
  "settings.health.sweep.action": "Check now",
  "settings.health.full.title": "All orders",
  "settings.health.full.sentence":
    "Compares every order, and finds deleted orders and merged customers. Runs by itself every week.",
  "settings.health.full.action": "Check all now",
  "settings.health.check.importing": "Your orders are being read. There is nothing to check yet.",
  "settings.health.check.last": "Last check",
  "settings.health.check.duration": "Took",
  "settings.health.check.seen": "Orders compared",
  "settings.health.check.repaired": "Orders brought up to date",
  "settings.health.check.deleted": "Deleted orders found",
  "settings.health.check.forgotten": "Customers gone",
  "settings.health.check.lag": "Oldest missed change",
  "settings.health.check.examples": "Order numbers in Shopify: {ids}",
  "settings.health.check.starting": "Waiting for Shopify to list the orders.",
  "settings.health.check.seen-of":
    "{seen, number} of about {total, number} orders compared. You can leave this page.",
  "settings.health.check.seen-some": "Checking. You can leave this page.",
  "settings.health.check.problem": "Shopify did not answer so far. Echelon keeps trying.",

  "settings.health.tasks.title": "Background tasks",
  "settings.health.tasks.sentence":
    "What Echelon does by itself, and what did not work after many attempts.",
  "settings.health.tasks.none": "No task has failed in the last day.",
  "settings.health.tasks.events":
    "{jobs, plural, one {# event from Shopify} other {# events from Shopify}}",
  "settings.health.tasks.orders":
    "{jobs, plural, one {# reading of orders} other {# readings of orders}}",
  "settings.health.tasks.scores": "{jobs, plural, one {# calculation} other {# calculations}}",
  "settings.health.tasks.publishing":
    "{jobs, plural, one {# publication to Shopify} other {# publications to Shopify}}",
  "settings.health.tasks.other": "{jobs, plural, one {# other task} other {# other tasks}}",
  "settings.health.tasks.retry": "Try again",
  "settings.health.tasks.retried": "Tasks restarted",

  "settings.health.report.title": "Support",
  "settings.health.report.sentence":
    "The same as on this page, as a file without anything about your customers.",
  "settings.health.report.action": "Download report",
  "settings.health.report.file": "echelon-health.json",
  "settings.health.report.done": "Report saved",
  "settings.health.report.failed": "Could not make the report. Try again.",
} as const;
