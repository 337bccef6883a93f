import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { z } from "zod";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { SettingsFrame } from "../../components/settings/settings-frame.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readHealthPage } from "../../use-cases/pages/health-page.ts";
import { askForReconciliation } from "../../use-cases/reconciling/ask-for-reconciliation.ts";
import { askToRepeatEvents } from "../../use-cases/orders-in/repeat-events.ts";
import { retryFailed } from "../../use-cases/retry-failed.ts";
import { CheckCard } from "./check-card.tsx";
import { EventsCard } from "./events-card.tsx";
import { RepeatCard } from "./repeat-card.tsx";
import { ReportCard } from "./report-card.tsx";
import { TasksCard } from "./tasks-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.health.title");

const PROGRESS_POLL_MS = 3000;
const REST_POLL_MS = 30_000;

const actionForm = z.object({ intent: z.enum(["sweep", "full", "retry", "repeat"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readHealthPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = await request.formData().catch(() => new FormData());
  const asked = actionForm.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response("There is no such step.", { status: 400 });
  const { intent } = asked.data;
  if (intent === "retry") await retryFailed(app, session.shop);
  else if (intent === "repeat") await askToRepeatEvents(app, session.shop);
  else await askForReconciliation(app, app.db, session.shop, intent);
  return { intent };
}

/** Does everything that should run by itself do so? */
export default function HealthRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const { health, isImporting } = page;
  const text = useText();
  const isChecking = health.sweep.running !== null || health.full.running !== null;
  useRevalidateWhileVisible(isChecking ? PROGRESS_POLL_MS : REST_POLL_MS);

  return (
    <SettingsFrame title={text("settings.health.title")} shop={page.shop} now={now}>
      {health.mayMissOrders ? (
        <Banner tone="warning">{text("settings.health.may-miss")}</Banner>
      ) : (
        <LeadSentence>{lead()}</LeadSentence>
      )}
      <SettingsSection
        title={text("settings.health.events.title")}
        sentence={text("settings.health.events.sentence")}
      >
        <EventsCard health={health} />
        <RepeatCard />
      </SettingsSection>
      <SettingsSection
        title={text("settings.health.checks.title")}
        sentence={text("settings.health.checks.sentence")}
      >
        <CheckCard kind="sweep" health={health.sweep} isImporting={isImporting} />
        <CheckCard kind="full" health={health.full} isImporting={isImporting} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.health.tasks.title")}
        sentence={text("settings.health.tasks.sentence")}
      >
        <TasksCard failedTasks={health.failedTasks} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.health.report.title")}
        sentence={text("settings.health.report.sentence")}
      >
        <ReportCard />
      </SettingsSection>
    </SettingsFrame>
  );

  function lead(): string {
    if (health.failedJobs > 0)
      return text("settings.health.lead.failed", { failed: health.failedJobs });
    if (health.inboxDepth > 0)
      return text("settings.health.lead.busy", { waiting: health.inboxDepth });
    return text("settings.health.lead.well");
  }
}
