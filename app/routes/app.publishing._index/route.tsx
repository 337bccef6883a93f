import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { ProgressCard } from "../../components/progress-card.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readPublishingPage } from "../../use-cases/pages/publishing-page.ts";
import { chooseForSegment } from "../../use-cases/publishing/drift/choose-for-segment.ts";
import { tryFlowAgain } from "../../use-cases/flow/triggers/save-triggers.ts";
import { savePublishing } from "../../use-cases/publishing/save-publishing.ts";
import { DiscountsCard } from "./discounts-card.tsx";
import { FlowProblems } from "./flow-problems.tsx";
import { NearLimitCard } from "./near-limit-card.tsx";
import { PlannedCard } from "./planned-card.tsx";
import { ProblemsCard } from "./problems-card.tsx";
import { PublishingEditor } from "./publishing-editor.tsx";
import { SegmentNoticesCard } from "./segment-notices-card.tsx";
import { StateCard } from "./state-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("publishing.title");

const PROGRESS_POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readPublishingPage(app, session.shop), now: new Date().toISOString() };
}

const tryingAgain = z.strictObject({ flow: z.literal("try-again") });
/** An answer about one segment; everything else is the form. */
const aboutSegment = z.strictObject({ segment: z.unknown() });

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const sent: unknown = await request.json().catch(() => null);
  const choice = aboutSegment.safeParse(sent);
  if (tryingAgain.safeParse(sent).success) return await tryFlowAgain(app, session.shop);
  return choice.success
    ? await chooseForSegment(app, session.shop, choice.data.segment)
    : await savePublishing(app, session.shop, sent);
}

/** Is Shopify showing what Echelon says? */
export default function PublishingRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const { tags, metafields, segments } = page.settings;
  useRevalidateWhileVisible(
    !page.settings.dryRun && (page.progress || !page.isInStep) ? PROGRESS_POLL_MS : null,
  );

  return (
    <PageFrame title={text("publishing.title")} shop={page.shop} now={now}>
      <LeadSentence>{sentence()}</LeadSentence>
      {page.progress && !page.settings.dryRun ? <ProgressCard progress={page.progress} /> : null}
      <SegmentNoticesCard segments={page.segments} />
      {page.planned ? <PlannedCard planned={page.planned} /> : null}
      <FlowProblems triggers={page.flow} />
      <PublishingEditor page={page} />
      <StateCard page={page} />
      <DiscountsCard discounts={page.discounts} />
      {page.refused.customers > 0 ? <ProblemsCard refused={page.refused} /> : null}
      {page.nearTagLimit.length > 0 ? <NearLimitCard customers={page.nearTagLimit} /> : null}
    </PageFrame>
  );

  function sentence(): string {
    if (!tags && !metafields && !segments) return text("publishing.status.off");
    if (page.rankedCustomers === 0) return text("publishing.status.no-customers");
    if (page.settings.dryRun) return text("publishing.status.dry-run");
    if (page.waiting > 0) return text("publishing.status.waiting", { waiting: page.waiting });
    if (!page.isInStep) return text("publishing.status.waiting-objects");
    return text("publishing.status.in-step", { ranked: page.rankedCustomers });
  }
}
