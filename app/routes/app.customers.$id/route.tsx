import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, BlockStack, Layout } from "@shopify/polaris";
import { useCustomerNames } from "../../components/customer-names.ts";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { TierName } from "../../components/tier-name.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import {
  readCustomerOutlook,
  type CustomerOutlook,
} from "../../use-cases/pages/customer-outlook.ts";
import {
  readCustomerInterest,
  type CustomerInterest,
} from "../../use-cases/pages/customer-interest.ts";
import { readBesideShopify, type BesideShopify } from "../../use-cases/groups/beside-shopify.ts";
import { readCustomerPage, type CustomerPage } from "../../use-cases/pages/customer-page.ts";
import { ByHandCard } from "./by-hand-card.tsx";
import { InterestCard } from "./interest-card.tsx";
import { NextChangeCard } from "./next-change-card.tsx";
import { NextProductsCard } from "./next-products-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { OutlookCard } from "./outlook-card.tsx";
import { PublishedCard } from "./published-card.tsx";
import { ReconciliationCard } from "./reconciliation-card.tsx";
import { RhythmCard } from "./rhythm-card.tsx";
import { ShopifyGroupCard } from "./shopify-group-card.tsx";
import { StandingCard } from "./standing-card.tsx";
import { TraitsCard } from "./traits-card.tsx";
import { UnknownCustomer } from "./unknown-customer.tsx";
import { WhyCard } from "./why-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("customer.title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const id = params.id ?? "";
  const before = new URL(request.url).searchParams.get("orders-before");
  const [page, outlook, interest, beside] = await Promise.all([
    readCustomerPage(app, session.shop, id, before),
    readCustomerOutlook(app, session.shop, id),
    readCustomerInterest(app, session.shop, id),
    readBesideShopify(app, session.shop, id),
  ]);
  return {
    page,
    outlook,
    interest,
    beside,
    viewer: sessionToken.sub,
    now: new Date().toISOString(),
  };
}

/** Why is this person here, and what happens next? */
export default function CustomerRoute() {
  const { page, outlook, interest, beside, viewer, now } = useLoaderData<typeof loader>();
  useRevalidateWhileVisible(null);
  return "kind" in page ? (
    <UnknownCustomer />
  ) : (
    <KnownCustomer
      page={page}
      outlook={outlook}
      interest={interest}
      beside={beside}
      viewer={viewer}
      now={now}
    />
  );
}

interface KnownCustomerProps {
  page: CustomerPage;
  outlook: CustomerOutlook;
  interest: CustomerInterest[];
  /** Null where Shopify's own groups were not read. */
  beside: BesideShopify | null;
  viewer: string;
  now: string;
}

function KnownCustomer({ page, outlook, interest, beside, viewer, now }: KnownCustomerProps) {
  const text = useText();
  const names = useCustomerNames([page.customerId]);
  const { why } = page;

  return (
    <PageFrame
      title={names[page.customerId] ?? text("customer.number", { id: page.customerId })}
      shop={page.shop}
      now={now}
      backTo={{ content: text("customers.title"), url: "/app/customers" }}
      titleMetadata={
        why?.tier ? (
          <TierName name={why.tier.name} rank={why.tier.rank} tierCount={why.tiers.length} />
        ) : undefined
      }
      secondaryActions={
        <Button url={`shopify://admin/customers/${page.customerId}`} target="_top">
          {text("customer.open-in-shopify")}
        </Button>
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WhyCard why={why} />
            <OutlookCard outlook={outlook} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {why === null ? null : <NextChangeCard why={why} />}
            {why === null ? null : <ByHandCard why={why} viewer={viewer} />}
            {why === null ? null : <StandingCard why={why} />}
            <RhythmCard risk={outlook.risk} />
            <NextProductsCard next={outlook.next} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section>
          <BlockStack gap="400">
            <TraitsCard traits={outlook.traits} />
            <InterestCard interest={interest} />
            <HistoryCard key={page.olderOrders} page={page} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <PublishedCard published={page.published} />
            {beside === null ? null : <ShopifyGroupCard beside={beside} />}
            <ReconciliationCard customerId={page.customerId} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </PageFrame>
  );
}
