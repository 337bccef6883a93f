import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ImportControls } from "../../components/import/import-controls.tsx";
import { SightBanner } from "../../components/import/sight-banner.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { ProgressCard } from "../../components/progress-card.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { confirmMoney, dismissSetupGuide, readHomePage } from "../../use-cases/pages/home-page.ts";
import { Dashboard } from "./dashboard.tsx";
import { EstimateCard } from "./estimate-card.tsx";
import { HealthCard } from "./health-card.tsx";
import { SetupGuide } from "./setup-guide.tsx";
import { StatusLine } from "./status-line.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("home.title");

const PROGRESS_POLL_MS = 3000;

const actionForm = z.object({ intent: z.enum(["dismiss-setup", "confirm-money"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readHomePage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = await request.formData().catch(() => new FormData());
  const asked = actionForm.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response("There is no such step.", { status: 400 });
  const { intent } = asked.data;
  if (intent === "dismiss-setup") await dismissSetupGuide(app, session.shop);
  else await confirmMoney(app, session.shop);
  return { intent };
}

/** Is it working, and what should I look at today? */
export default function HomeRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const isSettled =
    page.summary !== null && page.progress === null && page.health.waitingToPublish === 0;
  useRevalidateWhileVisible(isSettled ? null : PROGRESS_POLL_MS);

  return (
    <PageFrame title={text("home.title")} shop={page.shop} now={now}>
      <StatusLine page={page} />
      {page.setup.dismissed ? null : <SetupGuide page={page} />}
      {page.progress ? (
        <ProgressCard
          progress={page.progress}
          controls={<ImportControls progress={page.progress} />}
        />
      ) : null}
      {page.seesAllOrders === false ? <SightBanner /> : null}
      {page.estimate ? <EstimateCard estimate={page.estimate} /> : null}
      {page.summary && page.summary.rankedCustomers > 0 ? (
        <Dashboard summary={page.summary} />
      ) : null}
      <HealthCard health={page.health} />
    </PageFrame>
  );
}
