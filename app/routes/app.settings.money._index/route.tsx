import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { titledBy } from "../../components/page-title.ts";
import { ProgressCard } from "../../components/progress-card.tsx";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { SettingsFrame } from "../../components/settings/settings-frame.tsx";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readMoneyPage } from "../../use-cases/pages/money-page.ts";
import { moneyForm, saveMoney } from "../../use-cases/scoring/save-money.ts";
import { MoneyEditor } from "./money-editor.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("settings.money.title");

const PROGRESS_POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readMoneyPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const sent = moneyForm.safeParse(await request.json().catch(() => null));
  if (!sent.success)
    throw new Response("rules and the version they are based on were expected", { status: 400 });
  return await saveMoney(app, session.shop, sent.data);
}

/** What counts as sales? */
export default function MoneyRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  useRevalidateWhileVisible(page.progress ? PROGRESS_POLL_MS : null);
  // The form keeps what was chosen, also when the page's data is read again; loading another version starts a new form.
  const [opened, setOpened] = useState({ page, times: 1 });
  const { currencyCode: currency } = page.shop;

  return (
    <SettingsFrame title={text("settings.money.title")} shop={page.shop} now={now}>
      <LeadSentence>
        {text(page.isNet ? "settings.money.lead.net" : "settings.money.lead.own", { currency })}
      </LeadSentence>
      {page.progress ? <ProgressCard progress={page.progress} /> : null}
      <MoneyEditor
        key={opened.times}
        page={opened.page}
        onLoadLive={() => setOpened({ page, times: opened.times + 1 })}
      />
    </SettingsFrame>
  );
}
