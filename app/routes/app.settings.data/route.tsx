import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ImportControls } from "../../components/import/import-controls.tsx";
import { SightBanner } from "../../components/import/sight-banner.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { ProgressCard } from "../../components/progress-card.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { SettingsFrame } from "../../components/settings/settings-frame.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app, composition } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { turnCheckouts } from "../../use-cases/interest/turn-checkouts.ts";
import { turnPixel } from "../../use-cases/interest/turn-pixel.ts";
import { importAgain, pauseImport, resumeImport } from "../../use-cases/orders-in/steer-import.ts";
import { readDataPage } from "../../use-cases/pages/data-page.ts";
import { CheckoutsCard } from "./checkouts-card.tsx";
import { ImportCard } from "./import-card.tsx";
import { PixelCard } from "./pixel-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.data.title");

const PROGRESS_POLL_MS = 3000;

const actionForm = z.object({
  intent: z.enum([
    "pause",
    "resume",
    "again",
    "pixel-on",
    "pixel-off",
    "checkouts-on",
    "checkouts-off",
  ]),
});
const actions = { pause: pauseImport, resume: resumeImport, again: importAgain };

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readDataPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = await request.formData().catch(() => new FormData());
  const asked = actionForm.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response("There is no such step.", { status: 400 });
  const { intent } = asked.data;
  if (intent === "pixel-on" || intent === "pixel-off") {
    const endpoint = new URL("/pixel", composition.credentials.appUrl).href;
    const result = await turnPixel(app, session.shop, intent === "pixel-on", endpoint);
    return { intent, problem: result.kind === "refused" ? result.message : null };
  }
  if (intent === "checkouts-on" || intent === "checkouts-off") {
    await turnCheckouts(app, session.shop, intent === "checkouts-on");
    return { intent, problem: null };
  }
  await actions[intent](app, session.shop);
  return { intent, problem: null };
}

/** Which orders does Echelon know? */
export default function DataRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const progress = page.import?.progress ?? null;
  useRevalidateWhileVisible(progress ? PROGRESS_POLL_MS : null);

  return (
    <SettingsFrame title={text("settings.data.title")} shop={page.shop} now={now}>
      <Lead orders={page.orders} oldestOrderAt={page.oldestOrderAt} />
      {page.import?.seesAllOrders === false ? <SightBanner /> : null}
      <SettingsSection
        title={text("settings.data.import.title")}
        sentence={text("settings.data.import.sentence")}
      >
        {progress ? (
          <ProgressCard progress={progress} controls={<ImportControls progress={progress} />} />
        ) : null}
        {page.import ? <ImportCard reading={page.import} /> : null}
      </SettingsSection>
      <SettingsSection
        title={text("settings.data.pixel.title")}
        sentence={text("settings.data.pixel.sentence")}
      >
        <PixelCard pixel={page.pixel} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.data.checkouts.title")}
        sentence={text("settings.data.checkouts.sentence")}
      >
        <CheckoutsCard checkouts={page.checkouts} />
      </SettingsSection>
    </SettingsFrame>
  );
}

function Lead({ orders, oldestOrderAt }: { orders: number; oldestOrderAt: string | null }) {
  const text = useText();
  const formats = useFormats();
  return (
    <LeadSentence>
      {oldestOrderAt === null
        ? text("settings.data.lead.empty")
        : text("settings.data.lead.orders", { orders, date: formats.date(oldestOrderAt) })}
    </LeadSentence>
  );
}
