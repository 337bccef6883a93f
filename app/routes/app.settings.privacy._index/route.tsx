import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { SettingsFrame } from "../../components/settings/settings-frame.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readPrivacyPage } from "../../use-cases/pages/privacy-page.ts";
import { saveHistoryMonths } from "../../use-cases/privacy/save-history-months.ts";
import { HistoryForm } from "./history-form.tsx";
import { KeptCard } from "./kept-card.tsx";
import { RequestsCard } from "./requests-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.privacy.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readPrivacyPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return await saveHistoryMonths(app, session.shop, await request.json().catch(() => null));
}

/** What is stored of whom, and for how long? */
export default function PrivacyRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();

  return (
    <SettingsFrame title={text("settings.privacy.title")} shop={page.shop} now={now}>
      <LeadSentence>
        {text("settings.privacy.lead", { customers: page.kept.customers })}
      </LeadSentence>
      <SettingsSection
        title={text("settings.privacy.kept.title")}
        sentence={text("settings.privacy.kept.sentence")}
      >
        <KeptCard kept={page.kept} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.privacy.history.title")}
        sentence={text("settings.privacy.history.sentence")}
      >
        <HistoryForm historyMonths={page.historyMonths} historyChoices={page.historyChoices} />
      </SettingsSection>
      <SettingsSection
        title={text("settings.privacy.requests.title")}
        sentence={text("settings.privacy.requests.sentence")}
      >
        <RequestsCard exports={page.exports} erasures={page.erasures} />
      </SettingsSection>
    </SettingsFrame>
  );
}
