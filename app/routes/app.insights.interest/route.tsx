import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Link } from "@shopify/polaris";
import { AddressSelect } from "../../components/insights/address-select.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import {
  addressOfLabel,
  labelFromAddress,
  labelOptions,
} from "../../components/insights/label-choice.ts";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readInterestPage } from "../../use-cases/pages/interest-page.ts";
import { Rankings } from "./rankings.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const choice = labelFromAddress(new URL(request.url).searchParams);
  const page = await readInterestPage(app, session.shop, choice);
  return { page, choice, now: new Date().toISOString() };
}

/** What do customers look at, leave and search for? */
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
          {page.isOn ? null : <Off reason={text("interest.off")} />}
          {page.readsCheckouts ? null : <Off reason={text("interest.checkouts.off")} />}
        </BlockStack>
      </Card>
      <Rankings page={page} />
    </InsightsFrame>
  );
}

function Off({ reason }: { reason: string }) {
  const text = useText();
  return (
    <QuietLine>
      {reason} <Link url="/app/settings/data">{text("interest.turn-on")}</Link>
    </QuietLine>
  );
}
