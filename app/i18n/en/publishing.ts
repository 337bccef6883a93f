export const publishingMessages = {
  "publishing.title": "Publishing",
  "publishing.status.off": "Nothing is written to Shopify. Turn on what your shop should use.",
  "publishing.status.in-step":
    "In step: everything switched on is in Shopify for {ranked, plural, one {# ranked customer} other {# ranked customers}}.",
  "publishing.status.dry-run":
    "Trying out: what would be written is computed, and nothing is written to Shopify.",
  "publishing.status.waiting":
    "{waiting, plural, one {# customer} other {# customers}} still to be written to Shopify.",
  "publishing.status.waiting-objects":
    "Customers are written. Segments and discounts are still on their way to Shopify.",
  "publishing.status.no-customers":
    "No ranked customers yet. What is switched on is written with the first orders.",
  "publishing.contract":
    "Echelon only adds and removes tags that start with “{prefix}:” and that it wrote itself.",

  "publishing.on": "On",
  "publishing.off": "Off",
  "publishing.form.title": "What Echelon writes",

  "publishing.tags.label": "Tags",
  "publishing.tags.help":
    "On: {ranked, plural, one {# customer gets} other {# customers get}} a tag for the tier and one for the group. Off: our tags are removed, yours stay.",
  "publishing.tags.count": "{tagged, plural, one {# customer tagged} other {# customers tagged}}",
  "publishing.tags.last-written": "Last written: {ago}",
  "publishing.prefix.label": "Tags begin with",
  "publishing.prefix.help":
    "Letters and digits, kept in small letters. What a change does is shown here before you save it.",
  "publishing.prefix.nobody": "No customer carries our tags now, so none changes.",
  "publishing.prefix.soon":
    "{customers, plural, one {# customer} other {# customers}}: {tagsOn, plural, one {# tag} other {# tags}} to add and then {tagsOff, number} to take off, {points} API points, less than a minute.",
  "publishing.prefix.minutes":
    "{customers, plural, one {# customer} other {# customers}}: {tagsOn, plural, one {# tag} other {# tags}} to add and then {tagsOff, number} to take off, {points} API points, about {minutes, plural, one {# minute} other {# minutes}}.",
  "publishing.prefix.segments":
    "{segments, plural, one {# segment is} other {# segments are}} changed with them, so nobody falls out meanwhile{discounts, plural, =0 {} one {, and # discount stays with its customers} other {, and # discounts stay with their customers}}.",
  "publishing.prefix.others":
    "{others, plural, one {This tag of yours begins} other {# tags of yours begin}} so too and {others, plural, one {stays} other {stay}} untouched: {tags}.",
  "publishing.prefix.elsewhere":
    "Flow workflows, e-mail flows and themes of yours that name the tags must be changed by you. Changing back undoes all of it.",
  "publishing.prefix.problem.empty": "Enter what our tags begin with.",
  "publishing.prefix.problem.too-long": "Use 100 characters at most.",
  "publishing.prefix.problem.characters":
    "Use letters and digits, with blanks, points, hyphens or underscores between them.",
  "publishing.prefix.problem.taken":
    "{customers, plural, one {# customer carries} other {# customers carry}} the tag {tag} already, and not by Echelon. Choose another beginning.",
  "publishing.prefix.problem.taken-somewhere":
    "Customers carry such tags already, and not by Echelon. Choose another beginning.",
  "publishing.prefix.problem.changed-too-often":
    "Tags of several earlier beginnings are still being taken off. Wait until that is done.",
  "publishing.prefix.problem.shopify-silent":
    "Shopify did not answer, so Echelon cannot see which tags are yours. Try again in a moment.",
  "publishing.metafields.label": "Customer fields",
  "publishing.metafields.help":
    "On: themes, Flow and other apps can read tier, group and scores as fields. Off: our fields are removed.",
  "publishing.metafields.count":
    "{customers, plural, one {# customer has} other {# customers have}} them",
  "publishing.segments.label": "Segments",
  "publishing.segments.help":
    "On: {segments, plural, one {# segment} other {# segments}}, one per tier and group, kept full by our tags. Off: our segments are deleted. Needs tags.",
  "publishing.segments.count": "{made, number} of {segments, number} in Shopify",
  "publishing.discounts.label": "Discounts",
  "publishing.discounts.help":
    "On: the discounts below are given at checkout to the customers they are for. Off: they are deleted in Shopify and kept here. Needs segments.",
  "publishing.discounts.count":
    "{given, number} of {discounts, plural, one {# discount} other {# discounts}} given now",
  "publishing.dry-run.label": "Try it out without writing",
  "publishing.dry-run.help":
    "On: Echelon computes what it would write and shows it above. Nothing is written, and nothing is taken away.",

  "publishing.planned.title": "What would be written",
  "publishing.planned.tags-on": "Customers who get a tag",
  "publishing.planned.tags-off": "Customers who lose a tag of ours",
  "publishing.planned.fields-on": "Customers whose fields are written",
  "publishing.planned.fields-off": "Customers whose fields are deleted",
  "publishing.planned.segments": "Segments made or deleted",
  "publishing.planned.flow": "Workflows started in Shopify Flow",
  "publishing.planned.discounts": "Discounts made, changed or deleted",
  "publishing.planned.export": "Export customers",
  "publishing.planned.export.file": "planned-writes.csv",
  "publishing.planned.export.done": "Customers exported",

  "publishing.segment.title": "Segments changed in Shopify",
  "publishing.segment.renamed": "“{name}” was renamed to “{found}” in Shopify.",
  "publishing.segment.gone": "“{name}” was deleted in Shopify. Its discounts are not given.",
  "publishing.segment.noticed":
    "Noticed {when}. By staff or another app: Shopify does not say who.",
  "publishing.segment.left": "“{name}” stays deleted.",
  "publishing.segment.keep-name": "Keep the new name",
  "publishing.segment.use-ours": "Use ours",
  "publishing.segment.create-again": "Create again",
  "publishing.segment.leave": "Leave it",

  "publishing.state.title": "How Shopify stands",
  "publishing.state.waiting": "Customers waiting to be written",
  "publishing.state.budget": "Calls left in Shopify’s budget",
  "publishing.state.budget.of": "{available, number} of {most, number} points",
  "publishing.state.unknown": "Not known yet",
  "publishing.state.last-written": "Last written",
  "publishing.state.never": "Never",
  "publishing.state.drift": "Changed by others",
  "publishing.state.drift.open": "{open, plural, =0 {Nobody} one {# customer} other {# customers}}",
  "publishing.state.drift.link": "See what others changed",

  "publishing.saved": "Publishing saved",
  "publishing.problems.title": "Not written",
  "publishing.problems.sentence":
    "{problems, plural, one {Shopify refused # customer.} other {Shopify refused # customers.}} The rest is not affected.",

  "publishing.problems.more": "and {more, number} more",
  "publishing.problems.retry": "Try again",
  "publishing.retry.asked":
    "{customers, plural, =0 {Nobody is left to try} one {Trying # customer again} other {Trying # customers again}}",

  "publishing.problem.customer-gone": "No longer a customer in Shopify.",
  "publishing.problem.fields-contested":
    "Something else keeps changing our fields. Tried again when the customer changes.",
  "publishing.problem.too-many-tags":
    "Has 250 tags, the most Shopify takes. Remove one in Shopify, and ours follow.",
  "publishing.near-limit.title": "Nearly out of room for tags",
  "publishing.near-limit.sentence":
    "{customers, plural, one {# customer has} other {# customers have}} nearly as many tags as Shopify takes, which is 250. Without room for ours they stay as they are.",
  "publishing.near-limit.tags": "{tags, number} tags",
  "publishing.problem.needs-tags": "Turn on tags first.",
  "publishing.problem.needs-segments": "Turn on segments first.",
  "publishing.problem.other": "This cannot be saved as it is.",
} as const;
