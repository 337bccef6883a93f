export const groupsMessages = {
  "groups.title": "Groups",
  "groups.tab.map": "Map",
  "groups.tab.all": "All groups",
  "groups.sentence":
    "{group} is your largest group: {customers, plural, one {# customer} other {# customers}}, {sales} net sales in the last {days, number} days.",
  "groups.sentence.empty": "No ranked customers yet. The map fills with the first orders.",

  "groups.map.title": "Where your customers are",
  "groups.map.caption": "Customers by recency (rows) and by frequency and spend (columns)",
  "groups.map.axes":
    "Rows: how recent the last order is. Columns: how often and how much they buy.",
  "groups.map.row": "{score, number}",
  "groups.map.row.best": "{score, number}, newest",
  "groups.map.row.worst": "{score, number}, longest ago",
  "groups.map.column": "{score, number}",
  "groups.map.column.worst": "{score, number}, least",
  "groups.map.column.best": "{score, number}, most",
  "groups.map.nobody": "–",
  "groups.map.nobody-words": "nobody",
  "groups.map.hint":
    "Each square counts the customers with these scores and bears the name of its largest group.",
  "groups.map.hint.not-by-scores":
    "These groups do not go by these scores, so the map only shows where each is largest.",

  "groups.side.cell": "Recency {recency, number}, frequency and spend {frequencyMonetary, number}",
  "groups.side.customers": "Customers",
  "groups.side.sales": "Net sales, last {days, number} days",
  "groups.side.share": "Share of sales",
  "groups.side.orders": "Orders each, on average",
  "groups.side.spent": "Spent each, on average",
  "groups.side.last-order": "Last order, on average",
  "groups.side.days-ago": "{days, plural, one {# day ago} other {# days ago}}",
  "groups.side.show": "Show these customers",
  "groups.side.nobody": "Nobody is here.",
  "groups.side.of-group": "{group}: {customers, plural, one {# customer} other {# customers}}",

  "groups.regions.title": "Groups on the map",
  "groups.regions.column.group": "Group",
  "groups.regions.column.customers": "Customers",
  "groups.regions.column.sales": "Net sales, last {days, number} days",

  "groups.all.sentence":
    "{groups, plural, one {# group} other {# groups}} over {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "groups.all.column.name": "Group",
  "groups.all.column.kind": "Kind",
  "groups.all.column.customers": "Customers",
  "groups.all.column.sales": "Share of sales",
  "groups.all.column.change": "Change in 30 days",
  "groups.all.column.published": "Published as",
  "groups.kind.label": "On the map",
  "groups.change.none": "None",
  "groups.published.no": "Not published",
  "groups.published.tag": "Tag {tag}",
  "groups.published.segment": "segment",
} as const;
