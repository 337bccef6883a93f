import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { GroupsFrame } from "../../components/groups/groups-frame.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { askForShopifyGroups } from "../../use-cases/groups/read-shopify-groups.ts";
import { readBesideShopifyPage } from "../../use-cases/pages/beside-shopify-page.ts";
import { CrossTable } from "./cross-table.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.title");

const POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readBesideShopifyPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return await askForShopifyGroups(app, session.shop);
}

/** How do my groups compare with those Shopify shows? */
export default function BesideShopifyRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const asking = useFetcher();
  const isUnderWay = page.reading?.isUnderWay ?? false;
  useRevalidateWhileVisible(isUnderWay ? POLL_MS : null);

  return (
    <GroupsFrame tab="shopify" shop={page.shop} now={now}>
      <LeadSentence>{sentence()}</LeadSentence>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {text("groups.shopify.title")}
          </Text>
          {page.customers > 0 ? <CrossTable page={page} /> : null}
          {page.customers > 0 ? <Text as="p">{text("groups.shopify.why")}</Text> : null}
          {page.customers > 0 ? (
            <QuietLine>{text("groups.shopify.rules", { days: page.windowDays })}</QuietLine>
          ) : null}
          {page.customers > 0 ? <ExportButton list="beside-shopify" /> : null}
          <InlineStack gap="300" blockAlign="center">
            <Button
              variant={page.reading === null ? "primary" : "secondary"}
              loading={asking.state !== "idle"}
              disabled={isUnderWay}
              onClick={() => asking.submit({}, { method: "post" })}
            >
              {text(page.reading === null ? "groups.shopify.read" : "groups.shopify.read-again")}
            </Button>
            <div aria-live="polite">
              {isUnderWay ? <QuietLine>{text("groups.shopify.reading")}</QuietLine> : null}
            </div>
          </InlineStack>
          <QuietLine>{text("groups.shopify.kept")}</QuietLine>
        </BlockStack>
      </Card>
    </GroupsFrame>
  );

  function sentence(): string {
    if (page.reading === null) return text("groups.shopify.sentence.not-read");
    if (page.customers === 0)
      return text(isUnderWay ? "groups.shopify.sentence.reading" : "groups.shopify.sentence.none");
    return text("groups.shopify.sentence", { same: page.sameScores, other: page.otherScores });
  }
}
