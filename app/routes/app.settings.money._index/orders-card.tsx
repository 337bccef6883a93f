import { Card, ChoiceList } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";

type Rules = MoneyPage["rules"];

const kinds = ["cancelled", "test"] as const;

interface OrdersCardProps {
  rules: Rules;
  onChange: (rules: Rules) => void;
}

/** Which orders count that usually do not. */
export function OrdersCard({ rules, onChange }: OrdersCardProps) {
  const text = useText();
  return (
    <Card>
      <ChoiceList
        allowMultiple
        title={text("settings.money.orders.counted")}
        choices={[
          {
            value: "cancelled",
            label: text("settings.money.orders.cancelled"),
            helpText: text("settings.money.orders.cancelled.help"),
          },
          { value: "test", label: text("settings.money.orders.test") },
        ]}
        selected={kinds.filter((kind) => rules[kind])}
        onChange={(chosen) =>
          onChange({
            ...rules,
            cancelled: chosen.includes("cancelled"),
            test: chosen.includes("test"),
          })
        }
      />
    </Card>
  );
}
