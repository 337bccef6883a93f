export const previewMessages = {
  "preview.title": "What changes if you save",
  "preview.updating": "Updating…",
  "preview.as-of": "As of {date}, by the orders there are now.",
  "preview.refused": "These rules cannot be saved yet. Numbers are of the rules before.",
  "preview.failed": "Could not work out what would change. Try again.",
  "preview.nobody":
    "Nobody moves: {ranked, plural, one {# customer keeps their tier} other {all # customers keep their tier}}.",
  "preview.moved":
    "{changed, number} of {ranked, plural, one {# customer} other {# customers}} {changed, plural, one {moves} other {move}}: {up, number} up, {down, number} down.",
  "preview.moved.others":
    "{changed, number} of {ranked, plural, one {# customer} other {# customers}} {changed, plural, one {moves} other {move}}: {up, number} up, {down, number} down, {others, number} entering or leaving.",
  "preview.matrix.tiers": "Tiers: from, to, and what they spent in the period",
  "preview.matrix.groups": "Groups: from, to, and what they spent in the period",
  "preview.new-label": "{name} (new)",
  "preview.given-up-label": "{name} (given up)",
  "preview.step": "from {from} to {to}",
  "preview.bars.title": "Customers by tier",
  "preview.bars.answer": "Highest tier first.",
  "preview.bars.caption": "Customers and shares of sales by tier, now and after",
  "preview.bars.tier": "Tier",
  "preview.bars.now": "Now",
  "preview.bars.after": "After",
  "preview.bars.sales-now": "Share of sales now",
  "preview.bars.sales-after": "Share of sales after",
  "preview.held.title": "Held by your staying rules",
  "preview.held": "{customers, plural, one {# customer} other {# customers}}: {reason}",
  "preview.held.keep": "kept, because staying takes less than entering",
  "preview.held.grace": "still has days to come back up",
  "preview.held.minimum-stay": "not long enough in the tier to lose it",
  "preview.held.one-step": "goes down one tier at a time",
  "preview.held.freeze": "nobody goes down in a holiday",
  "preview.held.welcome": "welcomed, not lowered yet",
  "preview.held.upgrade-waits": "goes up at the next evaluation",
  "preview.held.refund-waits": "goes down at the next evaluation, after a refund",
  "preview.held.override": "set by hand",
  "preview.held.opt-out": "opted out",
  "preview.held.undo": "held since a change was undone",
  "preview.held.part": "held since only upgrades were applied",
  "preview.groups": "{changed, plural, one {# customer changes} other {# customers change}} group.",
  "preview.groups.moved":
    "{changed, number} of {ranked, plural, one {# customer changes} other {# customers change}} group.",
  "preview.writes":
    "Shopify: {tagsToAdd, plural, one {# tag} other {# tags}} to add, {tagsToRemove, number} to remove, fields of {metafields, plural, one {# customer} other {# customers}}: {points} API points, about {minutes, plural, one {# minute} other {# minutes}}.",
  "preview.writes.soon":
    "Shopify: {tagsToAdd, plural, one {# tag} other {# tags}} to add, {tagsToRemove, number} to remove, fields of {metafields, plural, one {# customer} other {# customers}}: {points} API points, under a minute.",
  "preview.writes.none": "Nothing is written to Shopify.",
  "preview.writes.off": "Publishing is off: nothing is written to Shopify.",
  "preview.segments":
    "{changed, plural, one {# segment gets} other {# segments get}} other members.",
  "preview.segments.made":
    "{made, plural, one {# segment is} other {# segments are}} made, {removed, number} taken away.",
  "preview.discounts":
    "{discounts, plural, one {# discount reaches} other {# discounts reach}} different people.",
  "preview.top-share": "{tier}’s share of sales: {from} → {to}.",
  "preview.top-share.renamed": "Share of sales of the top tier: {before} {from} → {after} {to}.",
  "preview.biggest": "Movers who spent most",
  "preview.see-movers": "See who moves",
} as const;
