import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { ProgressCard } from "../../components/progress-card.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { useText } from "../../i18n/use-text.tsx";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readCalibrationDrift } from "../../use-cases/scoring/calibration-drift.ts";
import { readTiersPage } from "../../use-cases/pages/tiers-page.ts";
import { DriftCard } from "./drift-card.tsx";
import { LastChangeCard } from "./last-change-card.tsx";
import { StayingCard } from "./staying-card.tsx";
import { TierCard } from "./tier-card.tsx";
import { ValueCard } from "./value-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("tiers.title");

const PROGRESS_POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const [page, drift] = await Promise.all([
    readTiersPage(app, session.shop),
    readCalibrationDrift(app, session.shop),
  ]);
  return { page, drift, now: new Date().toISOString() };
}

/** What are the rules? */
export default function TiersRoute() {
  const { page, drift, now } = useLoaderData<typeof loader>();
  const text = useText();
  const isSettled = page.progress === null && page.lastChange?.finished !== false;
  useRevalidateWhileVisible(isSettled ? null : PROGRESS_POLL_MS);

  return (
    <PageFrame
      title={text("tiers.title")}
      shop={page.shop}
      now={now}
      primaryAction={{ content: text("tiers.edit-action"), url: "/app/tiers/edit" }}
      secondaryActions={<Button url="/app/tiers/shadow">{text("tiers.shadow.action")}</Button>}
    >
      <LeadSentence>{sentence()}</LeadSentence>
      {page.progress ? <ProgressCard progress={page.progress} /> : null}
      {page.lastChange ? (
        <LastChangeCard change={page.lastChange} tiers={page.program.tiers} />
      ) : null}
      {page.program.tiers.map((tier) => (
        <TierCard key={tier.key} tier={tier} page={page} />
      ))}
      <StayingCard staying={page.staying} tiers={page.program.tiers} />
      <ValueCard program={page.program} />
      {drift && page.rankedCustomers > 0 ? <DriftCard summary={drift} /> : null}
    </PageFrame>
  );

  function sentence(): string {
    if (page.rankedCustomers > 0)
      return text("tiers.sentence", {
        tiers: page.program.tiers.length,
        ranked: page.rankedCustomers,
      });
    return text(page.progress ? "tiers.sentence.not-scored" : "tiers.sentence.empty");
  }
}
