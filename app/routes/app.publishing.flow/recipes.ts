import type { Text } from "../../i18n/text.ts";
import type { FlowPage } from "../../use-cases/pages/flow-page.ts";

/** One workflow, in the words of Flow's own editor. */
export interface Recipe {
  title: string;
  start: string;
  check: string;
  then: string;
}

/** Recipes with the merchant's own tiers and groups in them. */
export function recipesOf(
  { tiers, groups }: Pick<FlowPage, "tiers" | "groups">,
  text: Text,
): { byTrigger: Recipe[]; byTag: Recipe[] } {
  const [top] = tiers;
  const tier = top?.key ?? "";
  const tag = top?.tag ?? "";
  const [group] = groups;
  return {
    byTrigger: [
      {
        title: text("flow.recipe.top.title"),
        start: text("flow.tier-changed.label"),
        check: text("flow.recipe.top.check", { tier }),
        then: text("flow.recipe.then.internal", {
          variables: "{{customer.displayName}}, {{formerTier}} → {{newTier}}, {{reason}}",
        }),
      },
      {
        title: text("flow.recipe.remind.title"),
        start: text("flow.about-to-change.label"),
        check: text("flow.recipe.remind.check"),
        then: text("flow.recipe.then.marketing", {
          variables: "{{tier}}, {{nextChangeDate}}, {{daysLeft}}",
        }),
      },
      {
        title: text("flow.recipe.call.title"),
        start: text("flow.at-risk.label"),
        check: text("flow.recipe.call.check", { tier }),
        then: text("flow.recipe.then.internal", {
          variables: "{{customer.displayName}}, {{reason}}",
        }),
      },
      {
        title: text("flow.recipe.fell.title"),
        start: text("flow.tier-changed.label"),
        check: text("flow.recipe.fell.check"),
        then: text("flow.recipe.fell.then"),
      },
      {
        title: text("flow.recipe.crm.title"),
        start: text("flow.tier-changed.label"),
        check: text("flow.recipe.always"),
        then: text("flow.recipe.crm.then", {
          variables: "{{customer.legacyResourceId}}, {{newTierKey}}, {{changeId}}",
        }),
      },
    ],
    byTag: [
      {
        title: text("flow.recipe.pack.title"),
        start: text("flow.recipe.pack.start"),
        check: text("flow.recipe.pack.check", { tag }),
        then: text("flow.recipe.pack.then"),
      },
      {
        title: text("flow.recipe.refund.title"),
        start: text("flow.recipe.refund.start"),
        check: text("flow.recipe.refund.check", { tag }),
        then: text("flow.recipe.then.internal", { variables: "{{order.name}}" }),
      },
      {
        title: text("flow.recipe.welcome.title"),
        start: text("flow.recipe.welcome.start"),
        check: text("flow.recipe.welcome.check", { tag: group?.tag ?? tag }),
        then: text("flow.recipe.welcome.then"),
      },
    ],
  };
}
