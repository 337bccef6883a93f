import { Card } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { SettingsPage } from "../../use-cases/pages/settings-page.ts";

/** Which shop this is, as Shopify states it. */
export function ShopCard({ page }: { page: SettingsPage }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <FactList>
        <Fact term={text("settings.shop.domain")}>{page.domain}</Fact>
        <Fact term={text("settings.shop.currency")}>{page.shop.currencyCode}</Fact>
        <Fact term={text("settings.shop.time-zone")}>{page.shop.timeZone}</Fact>
        <Fact term={text("settings.shop.installed")}>{formats.date(page.installedAt)}</Fact>
      </FactList>
    </Card>
  );
}
