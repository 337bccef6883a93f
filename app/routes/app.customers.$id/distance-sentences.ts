import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Why } from "../../use-cases/pages/why.ts";

type Said = Pick<Formats, "calendarDate" | "money">;

/** What one order would have to be to reach the next tier today; nothing in the highest. */
export function enterSentence({ toEnter }: Pick<Why, "toEnter">, text: Text, formats: Said) {
  if (toEnter === null) return null;
  const { distance } = toEnter;
  const tier = toEnter.tier.name;
  switch (distance.kind) {
    case "amount":
      return text("why.enter.amount", { tier, amount: formats.money(distance.minor) });
    case "any-order":
      return text("why.enter.any-order", { tier });
    case "not-by-one-order":
      return text("why.enter.not-by-one-order", { tier });
  }
}

/** What one order would have to be, and by when, to keep the tier; nothing where time does not take it. */
export function keepSentence({ toKeep }: Pick<Why, "toKeep">, text: Text, formats: Said) {
  if (toKeep === null) return null;
  const { distance } = toKeep;
  const said = { tier: toKeep.tier.name, date: formats.calendarDate(toKeep.orderOn) };
  switch (distance.kind) {
    case "amount":
      return text("why.keep.amount", { ...said, amount: formats.money(distance.minor) });
    case "any-order":
      return text("why.keep.any-order", said);
    case "not-by-one-order":
      return text("why.keep.not-by-one-order", said);
  }
}
