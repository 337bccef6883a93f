export const customersMessages = {
  "customers.title": "Customers",
  "customers.showing":
    "Showing {shown, number} of {matching, plural, one {# customer} other {# customers}}",
  "customers.showing-filtered":
    "Showing {shown, number} of {matching, number} that match, {total, plural, one {# customer} other {# customers}} in all",
  "customers.not-scored": "Scores, tiers and groups appear here when your orders are read.",
  "customers.empty.title": "Place a first order",
  "customers.empty.sentence":
    "Customers appear here with their first order. There are none in this shop yet.",
  "customers.empty.action": "Go to Home",
  "customers.no-match.title": "No customers match these filters",
  "customers.no-match.sentence": "Change the filters or the search, or clear all of them.",
  "customers.no-match.action": "Clear all",
  "customers.resource.one": "customer",
  "customers.resource.many": "customers",

  "customers.view.all": "All",
  "customers.filter.tier": "Tier",
  "customers.filter.tier.applied": "Tier is {tier}",
  "customers.filter.group": "Group",
  "customers.filter.group.applied": "Group is {group}",
  "customers.search": "Search by customer number, name or e-mail",

  "customers.column.customer": "Customer",
  "customers.column.tier": "Tier",
  "customers.column.group": "Group",
  "customers.column.value": "Value (0–100)",
  "customers.column.spent": "Spent, {days, number} days",
  "customers.column.orders": "Orders, {days, number} days",
  "customers.column.last-order": "Last order",
  "customers.no-group": "None",
  "customers.no-value": "None",
  "customers.no-order": "None",

  "customers.sort.value": "Value",
  "customers.sort.spent": "Spent",
  "customers.sort.orders": "Orders",
  "customers.sort.last-order": "Last order",
  "customers.sort.highest": "Highest first",
  "customers.sort.lowest": "Lowest first",
  "customers.sort.newest": "Newest first",
  "customers.sort.oldest": "Oldest first",

  "customers.export": "Export",
  "customers.export.failed": "The export could not be made. Nothing was downloaded.",
  "customers.export.done": "Export ready",
  "customers.export.file": "customers.csv",
} as const;
