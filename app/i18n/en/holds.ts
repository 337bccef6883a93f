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

  "holds.problem.no-such-tier": "This tier is not there any more. Choose another one.",
  "holds.problem.day-is-over": "This day is over. Choose one after today.",
  "holds.problem.no-such-day": "There is no such day. Choose one after today.",
  "holds.problem.not-scored-yet": "Tiers are not calculated yet. Try again when they are.",
  "holds.problem.nobody": "None of these customers is known any more.",
} as const;
