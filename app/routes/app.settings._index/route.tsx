import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readSettingsPage } from "../../use-cases/pages/settings-page.ts";
import { PagesCard } from "./pages-card.tsx";
import { ShopCard } from "./shop-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readSettingsPage(app, session.shop), now: new Date().toISOString() };
}

/** What can be set, and where? */
export default function SettingsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();

  return (
    <PageFrame title={text("settings.title")} shop={page.shop} now={now}>
      <PagesCard />
      <SettingsSection
        title={text("settings.shop.title")}
        sentence={text("settings.shop.sentence")}
      >
        <ShopCard page={page} />
      </SettingsSection>
    </PageFrame>
  );
}
