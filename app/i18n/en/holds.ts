/** What a merchant decides about customers by hand. */
export const holdsMessages = {
  "holds.title": "By hand",
  "holds.none": "Nothing was decided by hand: the rules decide.",
  "holds.is.override": "Set by hand to {tier}, until it is released.",
  "holds.is.override-until": "Set by hand to {tier} until {date}.",
  "holds.is.opt-out": "Opted out: no tier and no group, until it is released.",
  "holds.is.opt-out-until": "Opted out until {date}: no tier and no group.",
  "holds.is.freeze": "Frozen: not lowered until it is released.",
  "holds.is.freeze-until": "Frozen: not lowered before {date}.",
  "holds.is.pin": "Kept as it was by an undo or a run applied in part, until the next order.",
  "holds.automatic": "Echelon would say {tier}.",
  "holds.said": "Reason: {reason}",
  "holds.by": "By {who}, {date}",
  "holds.by.you": "you",
  "holds.by.staff": "staff member …{digits}",
  "holds.by.flow": "Shopify Flow",
  "holds.by.itself": "itself",

  "holds.override.action": "Set tier…",
  "holds.override.title":
    "Set the tier of {customers, plural, one {# customer} other {# customers}}?",
  "holds.override.sentence":
    "The rules go on underneath, and decide again once this ends. Groups stay automatic.",
  "holds.override.confirm": "Set tier",
  "holds.opt-out.action": "Opt out…",
  "holds.opt-out.title":
    "Opt {customers, plural, one {# customer} other {# customers}} out of automatic tiers?",
  "holds.opt-out.sentence":
    "They have no tier and no group from Echelon, and its tags come off. A tier set by hand still counts.",
  "holds.opt-out.confirm": "Opt out",
  "holds.freeze.action": "Freeze…",
  "holds.freeze.title":
    "Keep {customers, plural, one {# customer} other {# customers}} from being lowered?",
  "holds.freeze.sentence": "They can still rise. Nothing lowers them while the freeze lasts.",
  "holds.freeze.confirm": "Freeze",
  "holds.release.action": "Release",
  "holds.recalculate.action": "Recalculate now",
  "holds.cancel": "Cancel",
  "holds.tier": "Tier",
  "holds.until": "Until",
  "holds.until.help": "From this day on the rules decide again. Leave it empty to lock.",
  "holds.reason": "Reason",

  "holds.done.override": "Tier set",
  "holds.done.opt-out": "Opted out",
  "holds.done.freeze": "Tier frozen",
  "holds.done.release": "Hold released",
  "holds.done.recalculate": "Recalculation started",

  "holds.done.started": "Work started",

  "holds.many.sentence":
    "Everybody who matches now is meant, on all pages of the list. It is one run, which can be undone as one.",
  "holds.many.select":
    "Select all {customers, plural, one {# customer} other {# customers}} that match",
  "holds.many.selected":
    "{customers, plural, one {The # customer that matches is} other {All # customers that match are}} selected.",
  "holds.many.working.override": "Setting tiers",
  "holds.many.working.opt-out": "Opting out",
  "holds.many.working.freeze": "Freezing",
  "holds.many.working.release": "Releasing",
  "holds.many.working.recalculate": "Starting to recalculate",
  "holds.many.working.add-to-group": "Adding to the group",
  "holds.many.progress":
    "{done, number} of {customers, plural, one {# customer} other {# customers}}. You can leave this page.",
  "holds.many.done.override":
    "The tier of {done, plural, one {# customer} other {# customers}} was set by hand.",
  "holds.many.done.opt-out":
    "{done, plural, one {# customer was} other {# customers were}} opted out.",
  "holds.many.done.freeze": "{done, plural, one {# customer was} other {# customers were}} frozen.",
  "holds.many.done.release":
    "{done, plural, one {# customer was} other {# customers were}} released.",
  "holds.many.done.recalculate":
    "{done, plural, one {# customer is} other {# customers are}} being recalculated.",
  "holds.many.done.add-to-group":
    "{done, plural, =0 {Everybody was in the group already.} one {# customer was added to the group.} other {# customers were added to the group.}}",
  "holds.many.see-run": "See or undo the run",
  "holds.many.see-group": "See the group",
  "holds.many.nobody": "Nothing was done: there was nobody to do it to.",
  "holds.many.no-such-group": "Nothing was done: the group is not there any more.",
  "holds.many.refused": "Nothing was done. {problem}",

  "holds.problem.too-many":
    "{customers, number} customers match, and at most {most, number} can be decided about by hand at once. Narrow the view with a filter, or change the tiers’ rules.",
  "holds.problem.no-such-tier": "This tier is not there any more. Choose another one.",
  "holds.problem.day-is-over": "This day is over. Choose one after today.",
  "holds.problem.no-such-day": "There is no such day. Choose one after today.",
  "holds.problem.not-scored-yet": "Tiers are not calculated yet. Try again when they are.",
  "holds.problem.nobody": "None of these customers is known any more.",
} as const;
