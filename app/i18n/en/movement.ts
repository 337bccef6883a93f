export const movementMessages = {
  "movement.title": "Movement",
  "movement.tab.moves": "Moves",
  "movement.tab.soon": "Due soon",

  "movement.not-yet": "Movement appears once a second calculation has run.",
  "movement.sentence.tiers":
    "{up, plural, one {# customer} other {# customers}} moved up and {down, number} down between {from} and {until}.",
  "movement.sentence.groups":
    "{moved, plural, one {# customer} other {# customers}} changed group between {from} and {until}.",
  "movement.sentence.entered":
    "{entered, plural, one {# customer} other {# customers}} entered, {left, number} left.",
  "movement.nobody.tier": "Nobody changed tier between {from} and {until}.",
  "movement.nobody.group": "Nobody changed group between {from} and {until}.",
  "movement.first-day": "{date} (first calculation)",

  "movement.period": "Period",
  "movement.period.month": "Last 30 days",
  "movement.period.quarter": "Last 90 days",
  "movement.period.year": "Last 12 months",
  "movement.period.custom": "Custom",
  "movement.period.from": "From the end of",
  "movement.period.until": "To the end of",
  "movement.period.between": "{from} to {until}",
  "movement.period.cancel": "Cancel",
  "movement.period.apply": "Apply",
  "movement.family": "Compare",
  "movement.family.tier": "Tiers",
  "movement.family.group": "Groups",

  "movement.matrix.title": "From where to where",
  "movement.matrix.caption.tier":
    "Customers by the tier they had on {from} (rows) and on {until} (columns)",
  "movement.matrix.caption.group":
    "Customers by the group they had on {from} (rows) and on {until} (columns)",
  "movement.list.title": "Each move",
  "movement.movers.title": "Movers only",
  "movement.reasons.title": "Why they moved",
  "movement.reasons.sentence":
    "{moves, plural, one {# move} other {# moves}} in all, also of customers who came back to where they were.",
  "movement.reasons.reason": "Reason",
  "movement.reasons.moves": "Moves",
  "movement.lines.title.tier": "Customers by tier",
  "movement.lines.title.group": "Customers by group",
  "movement.lines.answer":
    "{label}: {from, plural, one {# customer} other {# customers}} on {fromDay}, {until, number} on {untilDay}.",
  "movement.flows.title": "Step by step, movers only",
  "movement.flows.answer":
    "{movers, plural, one {# customer} other {# customers}} moved in at least one step. Those who stayed all the time are left out.",
  "movement.flows.show": "Show flows step by step",
  "movement.flows.hide": "Hide flows",

  "movement.export": "Export",
  "movement.export.done": "Export ready",
  "movement.export.file": "movement.csv",
  "movement.export.failed": "The export could not be made. Nothing was downloaded.",

  "label-lines.caption": "Customers at the end of each day",
  "label-lines.day": "Day",
  "flow.caption": "Moves of each step",
  "flow.period": "Between",
  "flow.move": "Move",
  "flow.customers": "Customers",
  "flow.from-until": "{from} – {until}",
} as const;
