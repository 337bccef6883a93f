import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { Forecast } from "./forecast-sentences.ts";

type Rule = Forecast["rules"]["purchases"];

const sentences: Record<Rule, PlainMessageKey> = {
  "mbg-cnbd-k": "outlook.model.mbg-cnbd-k",
  "mbg-nbd": "outlook.model.mbg-nbd",
  "same-again": "outlook.model.same-again",
};

/** Which rule says how many orders: the one that was nearest on the shop's own past, where that could be tested. */
export function modelSentence(
  { rules, isTested }: Pick<Forecast, "rules" | "isTested">,
  text: Text,
): string {
  return text(isTested ? sentences[rules.purchases] : "outlook.model.untested");
}
