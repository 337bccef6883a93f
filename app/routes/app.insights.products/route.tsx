import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { AddressSelect } from "../../components/insights/address-select.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import { NotStudied } from "../../components/insights/not-studied.tsx";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import {
  readNextPurchasesPage,
  type NextPurchasesPage,
} from "../../use-cases/pages/next-purchases-page.ts";
import { NextPurchasesTable } from "./next-purchases-table.tsx";
import { strongestPair } from "./strongest-pair.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const kind = new URL(request.url).searchParams.get("of") === "types" ? "types" : "products";
  return {
    page: await readNextPurchasesPage(app, session.shop, kind),
    now: new Date().toISOString(),
  };
}

/** What do people buy next? */
export default function ProductsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  return (
    <InsightsFrame tab="products" frame={page} now={now}>
      {page.rows === null ? <NotStudied /> : <NextPurchases page={page} rows={page.rows} />}
    </InsightsFrame>
  );
}

interface NextPurchasesProps {
  page: NextPurchasesPage;
  rows: NonNullable<NextPurchasesPage["rows"]>;
}

function NextPurchases({ page, rows }: NextPurchasesProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("products.title")}
        </Text>
        <Text as="p">{sentence()}</Text>
        <AddressSelect
          label={text("products.of")}
          parameter="of"
          chosen={page.kind}
          options={[
            { label: text("products.of.products"), value: "products" },
            { label: text("products.of.types"), value: "types" },
          ]}
        />
        {rows.length > 0 ? (
          <>
            <NextPurchasesTable rows={rows} />
            <ExportButton list="next-purchases" search={new URLSearchParams({ of: page.kind })} />
            <QuietLine>{text("products.note")}</QuietLine>
          </>
        ) : null}
      </BlockStack>
    </Card>
  );

  function sentence(): string {
    if (rows.length === 0) return text("products.none");
    const pair = strongestPair(rows);
    if (pair === null) return text("products.sentence.weak");
    return text("products.sentence", {
      first: pair.first,
      next: pair.next.name,
      share: formats.percent(pair.next.share.share),
      customers: pair.next.customers,
      days: Math.round(pair.next.medianDays),
    });
  }
}
