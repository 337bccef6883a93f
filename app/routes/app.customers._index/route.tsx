import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, Card } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { CardError } from "../../components/page-states/card-error.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { listCustomers } from "../../use-cases/pages/customer-list.ts";
import { readHandWork } from "../../use-cases/pages/hand-work.ts";
import { CustomerFilters } from "./customer-filters.tsx";
import { CustomerTable } from "./customer-table.tsx";
import { HandWorkCards } from "./hand-work-cards.tsx";
import { queryFromAddress } from "./list-query.ts";
import { NoCustomersYet } from "./no-customers.tsx";
import { useExport } from "./use-export.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("customers.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const query = queryFromAddress(new URL(request.url).searchParams);
  const [list, handWork] = await Promise.all([
    listCustomers(app, session.shop, query),
    readHandWork(app, session.shop),
  ]);
  return {
    list,
    handWork,
    query,
    now: new Date().toISOString(),
  };
}

/** Who is in which tier? */
export default function CustomersRoute() {
  const { list, handWork, query, now } = useLoaderData<typeof loader>();
  const text = useText();
  const exporting = useExport(query);

  return (
    <PageFrame
      title={text("customers.title")}
      shop={list.shop}
      now={now}
      fullWidth
      secondaryActions={
        <Button
          onClick={exporting.start}
          loading={exporting.state === "making"}
          disabled={list.matching === 0}
        >
          {text("customers.export")}
        </Button>
      }
    >
      {exporting.state === "failed" ? (
        <CardError sentence={text("customers.export.failed")} onRetry={exporting.start} />
      ) : null}
      <HandWorkCards work={handWork} />
      {list.total > 0 ? <LeadSentence>{leadSentence()}</LeadSentence> : null}
      <Card padding="0">
        {list.total === 0 ? (
          <NoCustomersYet />
        ) : (
          <>
            <CustomerFilters list={list} query={query} />
            <CustomerTable key={query.cursor} list={list} query={query} />
          </>
        )}
      </Card>
    </PageFrame>
  );

  function leadSentence(): string {
    const shown = list.rows.length;
    const { matching, total } = list;
    if (list.notScoredYet) return text("customers.not-scored");
    return matching === total
      ? text("customers.showing", { shown, matching })
      : text("customers.showing-filtered", { shown, matching, total });
  }
}
