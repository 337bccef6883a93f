import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { AddressSelect } from "../../components/insights/address-select.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import {
  addressOfLabel,
  labelFromAddress,
  labelOptions,
} from "../../components/insights/label-choice.ts";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readInterestPage, type InterestPage } from "../../use-cases/pages/interest-page.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const choice = labelFromAddress(new URL(request.url).searchParams);
  const page = await readInterestPage(app, session.shop, choice);
  return { page, choice, now: new Date().toISOString() };
}

/** What do customers look at and search for? */
export default function InterestRoute() {
  const { page, choice, now } = useLoaderData<typeof loader>();
  const text = useText();
  return (
    <InsightsFrame tab="interest" frame={{ shop: page.shop, asOf: null }} now={now}>
      <Card>
        <BlockStack gap="300">
          <AddressSelect
            label={text("interest.of")}
            parameter="of"
            chosen={addressOfLabel(choice)}
            options={labelOptions(page.labels, text)}
          />
          {page.isOn ? null : (
            <QuietLine>
              {text("interest.off")}{" "}
              <Link url="/app/settings/data">{text("interest.turn-on")}</Link>
            </QuietLine>
          )}
        </BlockStack>
      </Card>
      <Ranking
        title={text("interest.products.title")}
        heading={text("interest.products.heading")}
        days={page.withinDays}
        rows={page.products.map((row) => ({
          ...row,
          name: row.name ?? text("interest.product", { id: row.subject }),
        }))}
      />
      <Ranking
        title={text("interest.searches.title")}
        heading={text("interest.searches.heading")}
        days={page.withinDays}
        rows={page.searches.map((row) => ({ ...row, name: row.subject }))}
      />
    </InsightsFrame>
  );
}

interface RankingProps {
  title: string;
  heading: string;
  days: number;
  rows: (InterestPage["searches"][number] & { name: string })[];
}

function Ranking({ title, heading, days, rows }: RankingProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {rows.length === 0 ? (
          <QuietLine>{text("interest.none", { days })}</QuietLine>
        ) : (
          <ScrollTable
            caption={title}
            columns={[
              { heading },
              { heading: text("interest.customers"), numeric: true },
              { heading: text("interest.times"), numeric: true },
            ]}
            rows={rows.map(({ subject, name, customers, times }) => ({
              key: subject,
              cells: [name, formats.integer(customers), formats.integer(times)],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}
