import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readDriftPage, type DriftCheck } from "../../use-cases/pages/drift-page.ts";
import { resolveDrift } from "../../use-cases/publishing/drift/resolve-drift.ts";
import { DriftCard } from "./drift-card.tsx";
import { SettingCard } from "./setting-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("drift.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readDriftPage(app, session.shop), now: new Date().toISOString() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return await resolveDrift(app, session.shop, await request.json().catch(() => null));
}

/** What did others change of ours in Shopify? */
export default function DriftRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();

  return (
    <PageFrame
      title={text("drift.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("publishing.title"), url: "/app/publishing" }}
    >
      <Checked check={page.check} />
      <DriftCard page={page} />
      <SettingCard reportOnly={page.check.reportOnly} />
    </PageFrame>
  );
}

/** How sure we are, in words. */
function Checked({ check }: { check: DriftCheck }) {
  const text = useText();
  const formats = useFormats();
  const { checkedAt, compared, base, differing } = check;
  if (checkedAt === null || compared === 0)
    return <LeadSentence>{text("drift.not-checked")}</LeadSentence>;
  const ago = formats.relative(checkedAt);
  return (
    <LeadSentence>
      {compared >= base
        ? text("drift.checked.all", { compared, differing, ago })
        : text("drift.checked.sample", {
            compared,
            base,
            differing,
            ago,
            share: formats.percent(Math.ceil(check.mostDiffering * 1000) / 1000),
          })}
    </LeadSentence>
  );
}
