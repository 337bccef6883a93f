import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "@shopify/polaris";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import { NotStudied } from "../../components/insights/not-studied.tsx";
import { missingInWords } from "../../components/missing-words.ts";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readForecastsPage } from "../../use-cases/pages/forecasts-page.ts";
import { BackTestCards } from "./back-test-cards.tsx";
import { ParametersCard } from "./parameters-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readForecastsPage(app, session.shop), now: new Date().toISOString() };
}

/** How good are these forecasts? */
export default function ForecastsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const { forecasts } = page;

  return (
    <InsightsFrame tab="forecasts" frame={page} now={now}>
      {forecasts.kind === "not-studied" ? <NotStudied /> : null}
      {forecasts.kind === "not-enough-history" ? (
        <Card>
          <QuietLine>
            {text("forecasts.not-enough", { missing: missingInWords(forecasts.missing, text) })}
          </QuietLine>
        </Card>
      ) : null}
      {forecasts.kind === "fitted" ? (
        <>
          <BackTestCards
            backTest={forecasts.backTest}
            chosen={forecasts.chosen}
            leansOnIndustry={forecasts.leansOnIndustry}
          />
          <ParametersCard fits={forecasts.fits} />
        </>
      ) : null}
    </InsightsFrame>
  );
}
