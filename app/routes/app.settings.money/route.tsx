import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { SettingsFrame } from "../../components/settings/settings-frame.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readMoneyPage, type MoneyPage } from "../../use-cases/pages/money-page.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.money.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readMoneyPage(app, session.shop), now: new Date().toISOString() };
}

/** What counts as sales? */
export default function MoneyRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  return (
    <SettingsFrame title={text("settings.money.title")} shop={page.shop} now={now}>
      <LeadSentence>
        {text("settings.money.lead", { currency: page.shop.currencyCode })}
      </LeadSentence>
      <SettingsSection
        title={text("settings.money.figures.title")}
        sentence={text("settings.money.figures.sentence")}
      >
        <FiguresCard page={page} />
      </SettingsSection>
    </SettingsFrame>
  );
}

function FiguresCard({ page }: { page: MoneyPage }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <FactList>
        <Fact term={text("settings.money.figures.net")}>{formats.money(page.netMinorUnits)}</Fact>
        <Fact term={text("settings.money.figures.counted")}>
          {text("settings.money.figures.counted-of", {
            counted: page.countedOrders,
            orders: page.orders,
          })}
        </Fact>
      </FactList>
    </Card>
  );
}
