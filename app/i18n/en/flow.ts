/** What a workflow of Shopify Flow is told, which its run shows to the merchant. */
export const flowMessages = {
  "flow.unknown-shop": "Echelon is not installed in this shop.",
  "flow.unknown-action":
    "This version of Echelon has no such action. Choose another one in the workflow.",
  "flow.later":
    "Echelon is calculating this shop's customers or could not reach Shopify. Flow tries again by itself.",
  "flow.no-customer": "The workflow did not say which customer.",
  "flow.no-tier": "The field “Tier” is empty. Enter the name of a tier.",
  "flow.no-group": "The field “Group” is empty. Enter the name of a fixed group.",
  "flow.no-such-days": "“For how many days” must be a whole number from 1 to 3650, or empty.",
  "flow.no-such-day": "“Ends on” must be a date like 2026-12-31, or empty.",
  "flow.two-ends": "Fill in “For how many days” or “Ends on”, not both.",
  "flow.day-is-over": "“Ends on” must be after today.",
  "flow.no-such-tier": "There is no tier “{tier}”. The tiers are: {tiers}.",
  "flow.no-such-group": "There is no group “{group}”.",
  "flow.dynamic-group":
    "“{group}” is a dynamic group: its rule says who belongs to it. Choose a fixed group.",
  "flow.several-groups": "Several fixed groups are called “{group}”. Give them different names.",
  "flow.no-such-customer": "There is no customer {customer} in this shop.",
  "flow.no-orders":
    "Customer {customer} has no orders that Echelon knows of, so nothing is calculated.",
  "flow.opted-out": "Customer {customer} is opted out of tiers. Opt them back in to set a tier.",
} as const;
