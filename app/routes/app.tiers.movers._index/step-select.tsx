import { Select } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { WhichMovers } from "../../use-cases/pages/movers-page.ts";
import type { MoversResult } from "../../use-cases/previewing/list-movers.ts";
import { addressOfMovers, whichFromAddress } from "./which-movers.ts";

type Movers = Extract<MoversResult, { kind: "movers" }>;

interface StepSelectProps extends Pick<Movers, "steps" | "labels"> {
  which: WhichMovers;
  onChange: (which: WhichMovers) => void;
}

/** Everybody, a direction, or one step. An option's value is the address it leads to. */
export function StepSelect({ which, steps, labels, onChange }: StepSelectProps) {
  const text = useText();
  const nameOf = (key: string | null) =>
    key === null
      ? text("customer.not-ranked")
      : (labels.find((label) => label.key === key)?.name ?? key);
  const options = [
    { value: optionOf({ step: null, direction: null }), label: text("tiers.movers.step.all") },
    { value: optionOf({ step: null, direction: "up" }), label: text("tiers.movers.step.up") },
    { value: optionOf({ step: null, direction: "down" }), label: text("tiers.movers.step.down") },
    ...steps.map(({ from, to, customers }) => ({
      value: optionOf({ step: { from, to }, direction: null }),
      label: text("tiers.movers.step.one", { from: nameOf(from), to: nameOf(to), customers }),
    })),
  ];
  return (
    <Select
      label={text("tiers.movers.step")}
      options={options}
      value={optionOf(which)}
      onChange={(chosen) => onChange(whichFromAddress(new URLSearchParams(chosen)))}
    />
  );
}

/** An empty value would be the one of an option without any. */
function optionOf(which: WhichMovers): string {
  return `?${addressOfMovers(which)}`;
}
