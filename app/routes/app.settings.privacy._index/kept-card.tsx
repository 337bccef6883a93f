import { Card } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PrivacyPage } from "../../use-cases/pages/privacy-page.ts";

/** How much is kept, in rows. */
export function KeptCard({ kept }: { kept: PrivacyPage["kept"] }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <FactList>
        <Fact term={text("settings.privacy.kept.orders")}>{formats.integer(kept.orders)}</Fact>
        <Fact term={text("settings.privacy.kept.customers")}>
          {formats.integer(kept.customers)}
        </Fact>
        <Fact term={text("settings.privacy.kept.decisions")}>
          {formats.integer(kept.decisions)}
        </Fact>
        <Fact term={text("settings.privacy.kept.webhooks")}>{formats.integer(kept.webhooks)}</Fact>
      </FactList>
    </Card>
  );
}
