import { Card, ChoiceList } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";

type CompanyOrders = MoneyPage["companyOrders"];

interface CompaniesCardProps {
  companyOrders: CompanyOrders;
  onChange: (companyOrders: CompanyOrders) => void;
}

/** For whom an order counts that was placed for a company. */
export function CompaniesCard({ companyOrders, onChange }: CompaniesCardProps) {
  const text = useText();
  return (
    <Card>
      <ChoiceList
        title={text("settings.money.companies.for")}
        choices={[
          { value: "contact", label: text("settings.money.companies.contact") },
          {
            value: "location",
            label: text("settings.money.companies.location"),
            helpText: text("settings.money.companies.location.help"),
          },
        ]}
        selected={[companyOrders]}
        onChange={([chosen]) => onChange(chosen === "location" ? "location" : "contact")}
      />
    </Card>
  );
}
