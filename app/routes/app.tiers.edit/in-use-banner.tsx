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
          <List.Item key={JSON.stringify(use)}>{inWords(use)}</List.Item>
        ))}
      </List>
    </Banner>
  );

  function inWords(use: Preview["uses"][number]): string {
    switch (use.by) {
      case "override":
        return text("tiers.edit.in-use.override", { label: use.name, customers: use.customers });
      case "discount":
        return text("tiers.edit.in-use.discount", { label: use.name, title: use.title });
      case "group":
        return text("tiers.edit.in-use.group", { label: use.name, group: use.group });
    }
  }
}
