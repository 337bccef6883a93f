import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Layout, Text } from "@shopify/polaris";
import { useState } from "react";
import { GroupsFrame } from "../../components/groups/groups-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readGroupMapPage } from "../../use-cases/pages/group-map-page.ts";
import { GroupMap } from "./group-map.tsx";
import { MapSentence } from "./map-sentence.tsx";
import { RegionsCard } from "./regions-card.tsx";
import { largestOf, totalsOfGroups, type Selection } from "./selection.ts";
import { SideCard } from "./side-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readGroupMapPage(app, session.shop), now: new Date().toISOString() };
}

/** Which kinds of customers do I have? */
export default function GroupMapRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const [chosen, setChosen] = useState<Selection | null>(null);
  const groups = totalsOfGroups(page);
  const largest = largestOf(groups);
  const selection =
    chosen ?? (largest === null ? null : ({ kind: "group", key: largest.key } as const));

  return (
    <GroupsFrame
      tab="map"
      shop={page.shop}
      now={now}
      primaryAction={{ content: text("groups.edit"), url: "/app/groups/map" }}
    >
      <MapSentence largest={largest} windowDays={page.windowDays} />
      <Layout>
        <Layout.Section>
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">
                {text("groups.map.title")}
              </Text>
              <QuietLine>{text("groups.map.axes")}</QuietLine>
              <GroupMap page={page} selection={selection} onSelect={setChosen} />
              <QuietLine>
                {text(page.goesByScores ? "groups.map.hint" : "groups.map.hint.not-by-scores")}
              </QuietLine>
            </BlockStack>
          </Card>
        </Layout.Section>
        {selection === null ? null : (
          <Layout.Section variant="oneThird">
            <SideCard page={page} selection={selection} />
          </Layout.Section>
        )}
      </Layout>
      <RegionsCard
        groups={groups}
        windowDays={page.windowDays}
        onSelect={(key) => setChosen({ kind: "group", key })}
      />
    </GroupsFrame>
  );
}
