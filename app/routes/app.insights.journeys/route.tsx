import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import { NotStudied } from "../../components/insights/not-studied.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readJourneysPage, type JourneysPage } from "../../use-cases/pages/journeys-page.ts";
import { PathList } from "./path-list.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readJourneysPage(app, session.shop), now: new Date().toISOString() };
}

/** Which way do people go from their first purchase? */
export default function JourneysRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  return (
    <InsightsFrame tab="journeys" frame={page} now={now}>
      {page.journeys === null ? <NotStudied /> : <Journeys journeys={page.journeys} />}
    </InsightsFrame>
  );
}

function Journeys({ journeys }: { journeys: NonNullable<JourneysPage["journeys"]> }) {
  const text = useText();
  const formats = useFormats();
  const { second, third, customersByVisits } = journeys;
  const [once, twice, thrice] = customersByVisits;
  const [top] = second;
  if (top === undefined)
    return (
      <Card>
        <QuietLine>{text("journeys.none")}</QuietLine>
      </Card>
    );
  const [first = "", next = ""] = top.items;
  const named = (item: string) => (item === "" ? text("products.unnamed") : item);
  return (
    <>
      <LeadSentence>
        {text("journeys.sentence", {
          customers: top.customers,
          first: named(first),
          second: named(next),
          share: formats.percent(top.share),
        })}
      </LeadSentence>
      <Card>
        <PathList
          title={text("journeys.second.title")}
          answer={text("journeys.second.answer", { came: twice, all: once })}
          caption={text("journeys.caption.second")}
          paths={second}
        />
        <ExportButton list="journeys" />
      </Card>
      {third.length > 0 ? (
        <Card>
          <PathList
            title={text("journeys.third.title")}
            answer={text("journeys.third.answer", { came: thrice, all: once })}
            caption={text("journeys.caption.third")}
            paths={third}
          />
        </Card>
      ) : null}
    </>
  );
}
