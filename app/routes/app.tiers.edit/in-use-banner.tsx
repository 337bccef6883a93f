import { Banner, List } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { Preview } from "../../use-cases/previewing/preview-words.ts";

/** Why the rules cannot be applied: labels that would go are in use, and where. */
export function InUseBanner({ uses }: Pick<Preview, "uses">) {
  const text = useText();
  return (
    <Banner tone="critical">
      <p>{text("tiers.edit.in-use")}</p>
      <List>
        {uses.map((use) => (
          <List.Item key={`${use.by} ${use.key} ${use.by === "discount" ? use.title : ""}`}>
            {use.by === "override"
              ? text("tiers.edit.in-use.override", { label: use.name, customers: use.customers })
              : text("tiers.edit.in-use.discount", { label: use.name, title: use.title })}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
