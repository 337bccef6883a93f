import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { GroupsFrame } from "../../components/groups/groups-frame.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readGroupsPage } from "../../use-cases/pages/groups-page.ts";
import { GroupsTable } from "./groups-table.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readGroupsPage(app, session.shop), now: new Date().toISOString() };
}

/** Which groups are there, and what is each? */
export default function AllGroupsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  return (
    <GroupsFrame
      tab="all"
      shop={page.shop}
      now={now}
      primaryAction={{ content: text("groups.new"), url: "/app/groups/new" }}
    >
      <LeadSentence>
        {text("groups.all.sentence", { groups: page.rows.length, ranked: page.rankedCustomers })}
      </LeadSentence>
      <Card>
        <BlockStack gap="300">
          <GroupsTable page={page} />
          <ExportButton list="groups" />
        </BlockStack>
      </Card>
    </GroupsFrame>
  );
}
