import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { BlockStack, Button, Card } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { MovementFrame } from "../../components/movement/movement-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { CardError } from "../../components/page-states/card-error.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useDownload } from "../../components/use-download.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import {
  readMovementPage,
  type Movement,
  type MovementPage,
  type MovementQuery,
} from "../../use-cases/pages/movement-page.ts";
import { MatrixCard } from "./matrix-card.tsx";
import { FlowsCard, LinesCard, MoversCard, ReasonsCard } from "./more-pictures.tsx";
import { movementFromAddress } from "./movement-query.ts";
import { movementSentence } from "./movement-sentence.ts";
import { MovesList } from "./moves-list.tsx";
import { PeriodPicker } from "./period-picker.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("movement.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const query = movementFromAddress(new URL(request.url).searchParams);
  const page = await readMovementPage(app, session.shop, query);
  return { page, query, now: new Date().toISOString() };
}

/** Who moved, from where to where? */
export default function MovementRoute() {
  const { page, query, now } = useLoaderData<typeof loader>();
  const text = useText();
  const [params] = useSearchParams();
  const exporting = useDownload({
    address: `/app/movement/export?${params.toString()}`,
    fileName: text("movement.export.file"),
    done: text("movement.export.done"),
  });
  return (
    <MovementFrame
      tab="moves"
      shop={page.shop}
      now={now}
      secondaryActions={
        <Button
          onClick={exporting.start}
          loading={exporting.state === "making"}
          disabled={page.movement === null}
        >
          {text("movement.export")}
        </Button>
      }
    >
      {exporting.state === "failed" ? (
        <CardError sentence={text("movement.export.failed")} onRetry={exporting.start} />
      ) : null}
      {page.movement === null ? (
        <Card>
          <QuietLine>{text("movement.not-yet")}</QuietLine>
        </Card>
      ) : (
        <Moves page={page} movement={page.movement} query={query} />
      )}
    </MovementFrame>
  );
}

interface MovesProps {
  page: MovementPage;
  movement: Movement;
  query: MovementQuery;
}

function Moves({ page, movement, query }: MovesProps) {
  const text = useText();
  const formats = useFormats();
  const { up, down, sideways, entered, left, list } = movement;
  const somebodyMoved = up + down + sideways + entered + left > 0;
  return (
    <>
      <LeadSentence>{movementSentence(page.family, movement, text, formats)}</LeadSentence>
      <Card>
        <BlockStack gap="300">
          <PeriodPicker query={query} movement={movement} />
        </BlockStack>
      </Card>
      {somebodyMoved && list === null ? <MatrixCard page={page} movement={movement} /> : null}
      {somebodyMoved && list !== null ? <MovesList moves={list} /> : null}
      {somebodyMoved ? (
        <>
          {list === null ? <MoversCard page={page} movement={movement} /> : null}
          <LinesCard page={page} movement={movement} />
          <ReasonsCard reasons={movement.reasons} />
          {list === null ? <FlowsCard page={page} movement={movement} /> : null}
        </>
      ) : null}
    </>
  );
}
