import { riskInWords, riskLevels } from "../../components/risk-words.ts";
import {
  interestInWords,
  interestTraits,
  traitInWords,
  traits,
} from "../../components/trait-words.ts";
import type { Text } from "../../i18n/text.ts";
import { labelFilter } from "./label-filter.tsx";
import type { ListView } from "./use-list-view.ts";

/** Filters by what the last study learnt of each customer: how late they are, and how they buy; and by what they look at and leave. */
export function habitFilters({ chosen, show }: ListView, text: Text) {
  const risk = labelFilter({
    key: "risk",
    label: text("customers.filter.risk"),
    labels: riskLevels.map((key) => ({ key, name: riskInWords(key, text) })),
    chosen: chosen.risk,
    onChoose: (key) => show({ risk: key }),
    inWords: (name) => text("customers.filter.risk.applied", { risk: name }),
    isTuckedAway: true,
  });
  const trait = labelFilter({
    key: "trait",
    label: text("customers.filter.trait"),
    labels: traits.map((key) => ({ key, name: traitInWords(key, text) })),
    chosen: chosen.trait,
    onChoose: (key) => show({ trait: key }),
    inWords: (name) => text("customers.filter.trait.applied", { trait: name }),
    isTuckedAway: true,
  });
  const interest = labelFilter({
    key: "interest",
    label: text("customers.filter.interest"),
    labels: interestTraits.map((key) => ({ key, name: interestInWords(key, text) })),
    chosen: chosen.interest,
    onChoose: (key) => show({ interest: key }),
    inWords: (name) => text("customers.filter.interest.applied", { interest: name }),
    isTuckedAway: true,
  });
  return {
    filters: [...risk.filters, ...trait.filters, ...interest.filters],
    applied: [...risk.applied, ...trait.applied, ...interest.applied],
  };
}
