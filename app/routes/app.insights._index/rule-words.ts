import type { Formats } from "../../i18n/format.ts";
import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { FittedParameters } from "../../use-cases/pages/forecasts-page.ts";

type Rule = FittedParameters["rule"];

const names: Record<Rule, PlainMessageKey> = {
  "mbg-cnbd-k": "forecasts.rule.mbg-cnbd-k",
  "mbg-nbd": "forecasts.rule.mbg-nbd",
  "same-again": "forecasts.rule.same-again",
  "gamma-gamma-all": "forecasts.rule.gamma-gamma-all",
  "gamma-gamma-repeats": "forecasts.rule.gamma-gamma-repeats",
};

export function ruleInWords(rule: Rule, chosen: Rule | null, text: Text): string {
  const name = text(names[rule]);
  return rule === chosen ? text("forecasts.rules.used", { rule: name }) : name;
}

/** "4% too many": how far a rule was off over all customers together. */
export function biasInWords(
  share: number | null,
  text: Text,
  formats: Pick<Formats, "percent">,
): string {
  if (share === null) return "–";
  const said = formats.percent(Math.abs(share));
  if (said === formats.percent(0)) return text("forecasts.rules.exact");
  return text(share > 0 ? "forecasts.rules.more" : "forecasts.rules.fewer", { share: said });
}
