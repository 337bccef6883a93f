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
import { readCustomerPage, type CustomerPage } from "../../use-cases/customer-page.ts";
import { CustomerMovesCard } from "./customer-moves-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { PublishedCard } from "./published-card.tsx";
import { StandingCard } from "./standing-card.tsx";
import { UnknownCustomer } from "./unknown-customer.tsx";
import { WhyCard } from "./why-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("customer.title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const page = /^\d{1,20}$/.test(params.id ?? "")
    ? await readCustomerPage(app, session.shop, params.id ?? "")
    : { kind: "unknown" as const };
  return { page, now: new Date().toISOString() };
}

/** Why is this person here? */
export default function CustomerRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  useRevalidateWhileVisible(null);
  return "kind" in page ? <UnknownCustomer /> : <KnownCustomer page={page} now={now} />;
}

function KnownCustomer({ page, now }: { page: CustomerPage; now: string }) {
  const text = useText();
  const names = useCustomerNames([page.customerId]);

  return (
    <PageFrame
      title={names[page.customerId] ?? text("customer.number", { id: page.customerId })}
      shop={page.shop}
      now={now}
      backTo={{ content: text("customers.title"), url: "/app/customers" }}
      titleMetadata={
        page.tier ? (
          <TierName name={page.tier.name} rank={page.tier.rank} tierCount={page.tiers.length} />
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
          <WhyCard page={page} />
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <StandingCard page={page} />
        </Layout.Section>
        <Layout.Section>
          <OrdersCard orders={page.orders} windowDays={page.windowDays} />
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <PublishedCard published={page.published} />
            <CustomerMovesCard moves={page.moves} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </PageFrame>
  );
}
