import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Pagination, Text } from "@shopify/polaris";
import { useCustomerNames } from "../../components/customer-names.ts";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { MovementFrame } from "../../components/movement/movement-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { CardError } from "../../components/page-states/card-error.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useDownload } from "../../components/use-download.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readDueSoon, type DueSoonPage } from "../../use-cases/pages/due-soon.ts";
import { DueTable } from "./due-table.tsx";
import { byWeek } from "./weeks.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("movement.tab.soon");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const cursor = new URL(request.url).searchParams.get("cursor");
  return {
    page: await readDueSoon(app, session.shop, cursor),
    now: new Date().toISOString(),
  };
}

/** Who is next, and what would keep them? */
export default function DueSoonRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const exporting = useDownload({
    address: "/app/movement/soon/export",
    fileName: text("soon.export.file"),
    done: text("movement.export.done"),
  });
  return (
    <MovementFrame
      tab="soon"
      shop={page.shop}
      now={now}
      secondaryActions={
        <Button
          onClick={exporting.start}
          loading={exporting.state === "making"}
          disabled={page.totals.customers === 0}
        >
          {text("movement.export")}
        </Button>
      }
    >
      {exporting.state === "failed" ? (
        <CardError sentence={text("movement.export.failed")} onRetry={exporting.start} />
      ) : null}
      <DueList page={page} />
    </MovementFrame>
  );
}

function DueList({ page }: { page: DueSoonPage }) {
  const text = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { totals, rows, previousCursor, nextCursor } = page;
  const names = useCustomerNames(rows.map(({ customerId }) => customerId));
  const show = (cursor: string) => navigate(`/app/movement/soon?cursor=${cursor}`);

  return (
    <>
      <LeadSentence>{sentence()}</LeadSentence>
      {byWeek(rows).map((week) => (
        <Card key={week.from}>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {text("soon.week", {
                from: formats.calendarDate(week.from),
                until: formats.calendarDate(week.until),
              })}
            </Text>
            <DueTable week={week} windowDays={page.windowDays} names={names} />
          </BlockStack>
        </Card>
      ))}
      {totals.customers > 0 ? (
        <LeadSentence>
          <Text as="span" tone="subdued">
            {text("soon.cut-offs")}
          </Text>
        </LeadSentence>
      ) : (
        <Card>
          <QuietLine>{text("soon.cut-offs")}</QuietLine>
        </Card>
      )}
      {previousCursor === null && nextCursor === null ? null : (
        <InlineStack align="center">
          <Pagination
            hasPrevious={previousCursor !== null}
            hasNext={nextCursor !== null}
            onPrevious={() => (previousCursor === null ? undefined : show(previousCursor))}
            onNext={() => (nextCursor === null ? undefined : show(nextCursor))}
            accessibilityLabel={text("soon.pages")}
          />
        </InlineStack>
      )}
    </>
  );

  function sentence(): string {
    const until = formats.calendarDate(page.untilDay);
    if (totals.customers === 0) return text("soon.nobody", { until });
    return text("soon.sentence", {
      ...totals,
      until,
      spent: formats.moneyInShort(totals.windowNetMinorUnits),
      days: page.windowDays,
    });
  }
}
