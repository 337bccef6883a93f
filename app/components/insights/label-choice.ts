import type { SelectProps } from "@shopify/polaris";
import type { Text } from "../../i18n/text.ts";
import type { ChoosableLabels, LabelChoice } from "../../use-cases/pages/label-choice.ts";

/** `tier:core`, `group:at-risk`, or nothing for everybody: how the address says whose picture is shown. */
export function labelFromAddress(params: URLSearchParams): LabelChoice {
  const [family, ...rest] = (params.get("of") ?? "").split(":");
  const key = rest.join(":");
  if (key === "" || (family !== "tier" && family !== "group"))
    return { family: "tiers", key: null };
  return { family: family === "tier" ? "tiers" : "groups", key };
}

export function addressOfLabel({ family, key }: LabelChoice): string {
  if (key === null) return "everyone";
  return `${family === "tiers" ? "tier" : "group"}:${key}`;
}

/** Everybody, then tiers, then groups. */
export function labelOptions(
  labels: ChoosableLabels,
  text: Text,
): NonNullable<SelectProps["options"]> {
  const optionsOf = (family: LabelChoice["family"]) =>
    labels[family].map(({ key, name }) => ({
      label: name,
      value: addressOfLabel({ family, key }),
    }));
  return [
    { label: text("insights.everyone"), value: "everyone" },
    { title: text("insights.tiers"), options: optionsOf("tiers") },
    { title: text("insights.groups"), options: optionsOf("groups") },
  ];
}

/** The name of who is shown; null = everybody. */
export function nameOfChoice(labels: ChoosableLabels, { family, key }: LabelChoice): string | null {
  return labels[family].find((label) => label.key === key)?.name ?? null;
}
