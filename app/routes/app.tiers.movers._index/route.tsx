import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Pagination } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { CardError } from "../../components/page-states/card-error.tsx";
import { EmptyCard } from "../../components/page-states/empty-card.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useDownload } from "../../components/use-download.ts";
import { app, previewer } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readMoversPage } from "../../use-cases/pages/movers-page.ts";
import { MoverTable } from "./mover-table.tsx";
import { StepSelect } from "./step-select.tsx";
import { addressOfMovers, whichFromAddress } from "./which-movers.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("tiers.movers.title");

/** The form as it was left is opened again. */
const EDITOR = "/app/tiers/edit?draft=continue";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const search = new URL(request.url).searchParams;
  const page = Math.max(0, Math.trunc(Number(search.get("page")) || 0));
  const movers = await readMoversPage(app, previewer, session.shop, whichFromAddress(search), page);
  return { movers, now: new Date().toISOString() };
}

/** Who would move? */
export default function MoversRoute() {
  const { movers, now } = useLoaderData<typeof loader>();
  const text = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const which = whichFromAddress(search);
  const { result, page, pages } = movers;
  const download = useDownload({
    address: `/app/tiers/movers/export?${addressOfMovers(which)}`,
    fileName: "movers.csv",
    done: text("tiers.movers.exported"),
  });
  const open = (asked: typeof which, at: number) => {
    const address = new URLSearchParams(addressOfMovers(asked));
    if (at > 0) address.set("page", String(at));
    navigate(`/app/tiers/movers?${address.toString()}`, { preventScrollReset: at === page });
  };

  return (
    <PageFrame
      title={text("tiers.movers.title")}
      shop={movers.shop}
      now={now}
      backTo={{ content: text("tiers.edit.title"), url: EDITOR }}
      secondaryActions={
        <Button onClick={download.start} loading={download.state === "making"}>
          {text("tiers.movers.export")}
        </Button>
      }
    >
      {result?.kind === "movers" ? (
        <>
          <LeadSentence>
            {text(
              which.step === null && which.direction === null
                ? "tiers.movers.sentence"
                : "tiers.movers.sentence.some",
              { total: result.total },
            )}
          </LeadSentence>
          {download.state === "failed" ? (
            <CardError sentence={text("tiers.movers.export-failed")} onRetry={download.start} />
          ) : null}
          <Card>
            <BlockStack gap="400">
              <Box maxWidth="24rem">
                <StepSelect
                  which={which}
                  steps={result.steps}
                  labels={result.labels}
                  onChange={(asked) => open(asked, 0)}
                />
              </Box>
              <MoverTable movers={result.movers} labels={result.labels} />
              {pages > 1 ? (
                <Pagination
                  hasPrevious={page > 0}
                  onPrevious={() => open(which, page - 1)}
                  hasNext={page + 1 < pages}
                  onNext={() => open(which, page + 1)}
                />
              ) : null}
            </BlockStack>
          </Card>
        </>
      ) : (
        <Card>
          <EmptyCard
            sentence={text(result === null ? "tiers.movers.none" : "tiers.movers.refused")}
            action={{ content: text("tiers.movers.edit"), url: EDITOR }}
          />
        </Card>
      )}
    </PageFrame>
  );
}
