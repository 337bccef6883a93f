import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readSettingsPage } from "../../use-cases/pages/settings-page.ts";
import { startCleanUp } from "../../use-cases/publishing/clean-up.ts";
import { CleanUpCard } from "./clean-up-card.tsx";
import { PagesCard } from "./pages-card.tsx";
import { ShopCard } from "./shop-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.title");

const PROGRESS_POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readSettingsPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = await request.formData().catch(() => null);
  if (form?.get("intent") !== "clean-up")
    throw new Response("an intent was expected", { status: 400 });
  return await startCleanUp(app, session.shop);
}

/** What can be set, and where? */
export default function SettingsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const { running } = page.cleanUp;
  useRevalidateWhileVisible(running !== null && !running.isDone ? PROGRESS_POLL_MS : null);

  return (
    <PageFrame title={text("settings.title")} shop={page.shop} now={now}>
      <PagesCard />
      <SettingsSection
        title={text("settings.shop.title")}
        sentence={text("settings.shop.sentence")}
      >
        <ShopCard page={page} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.clean-up.title")}
        sentence={text("settings.clean-up.sentence")}
      >
        <CleanUpCard cleanUp={page.cleanUp} />
      </SettingsSection>
    </PageFrame>
  );
}
