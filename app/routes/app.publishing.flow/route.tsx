import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readFlowPage } from "../../use-cases/pages/flow-page.ts";
import { LabelsCard } from "./labels-card.tsx";
import { RecipesCard } from "./recipes-card.tsx";
import { recipesOf } from "./recipes.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("flow.form.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readFlowPage(app, session.shop), now: new Date().toISOString() };
}

/** What can I let Shopify Flow do with tiers and groups? */
export default function FlowRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const recipes = recipesOf(page, text);

  return (
    <PageFrame
      title={text("flow.form.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("publishing.title"), url: "/app/publishing" }}
    >
      <LeadSentence>{text("flow.page.lead")}</LeadSentence>
      <RecipesCard
        title={text("flow.recipes.triggers")}
        needs={text("flow.recipes.triggers.needs")}
        recipes={recipes.byTrigger}
      />
      <RecipesCard
        title={text("flow.recipes.tags")}
        needs={text("flow.recipes.tags.needs")}
        recipes={recipes.byTag}
      />
      <Card>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("flow.recipes.actions")}
          </Text>
          <Text as="p">{text("flow.recipes.actions.sentence")}</Text>
        </BlockStack>
      </Card>
      <LabelsCard title={text("flow.recipes.your-tiers")} labels={page.tiers} />
      <LabelsCard title={text("flow.recipes.your-groups")} labels={page.groups} />
    </PageFrame>
  );
}
