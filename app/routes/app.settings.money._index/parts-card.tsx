import { BlockStack, Card, ChoiceList } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";

type Rules = MoneyPage["rules"];

const parts = ["taxes", "shipping", "extras", "giftCards"] as const;

interface PartsCardProps {
  rules: Rules;
  onChange: (rules: Rules) => void;
  error: string | null;
}

/** What beside goods counts, and whether refunds are taken off. */
export function PartsCard({ rules, onChange, error }: PartsCardProps) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          allowMultiple
          title={text("settings.money.parts.counted")}
          error={error ?? ""}
          choices={[
            {
              value: "taxes",
              label: text("settings.money.parts.taxes"),
              helpText: text("settings.money.parts.taxes.help"),
            },
            {
              value: "shipping",
              label: text("settings.money.parts.shipping"),
              helpText: text("settings.money.parts.shipping.help"),
            },
            { value: "extras", label: text("settings.money.parts.extras") },
            {
              value: "giftCards",
              label: text("settings.money.parts.gift-cards"),
              helpText: text("settings.money.parts.gift-cards.help"),
            },
          ]}
          selected={parts.filter((part) => rules[part])}
          onChange={(chosen) => {
            const [taxes = false, shipping = false, extras = false, giftCards = false] = parts.map(
              (part) => chosen.includes(part),
            );
            onChange({ ...rules, taxes, shipping, extras, giftCards });
          }}
        />
        <ChoiceList
          title={text("settings.money.refunds.title")}
          choices={[
            { value: "subtracted", label: text("settings.money.refunds.subtracted") },
            { value: "ignored", label: text("settings.money.refunds.ignored") },
          ]}
          selected={[rules.refunds]}
          onChange={([refunds]) =>
            onChange({ ...rules, refunds: refunds === "ignored" ? "ignored" : "subtracted" })
          }
        />
      </BlockStack>
    </Card>
  );
}
